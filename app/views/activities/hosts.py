"""What holds the activity form: a popup under its cell, or a dialog in the middle of the window."""

import asyncio

import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from app.qtbase import dialogs
from app.views.activities.form import ActivityForm
from app.views.widgets.popup import Popup

_AIR = 8
"""Between the form and the edge of the screen, where it has to be scrolled."""


async def show_form(form: ActivityForm, parent: QWidget, anchor: QRect | None) -> dict[str, object]:
    """Show the form until it is sent or left; what was typed. The form goes with its host."""
    host = FormHost(form, parent) if anchor is None else FormPopup(form, parent, anchor)
    try:
        await host.shown_until_left()
        return form.content()
    finally:
        discard(host)


def discard(widget: QWidget) -> None:
    """Delete a widget soon, unless the window it belongs to took it along already."""
    if shiboken6.isValid(widget):
        widget.deleteLater()


class FormPopup(Popup):
    """Under the cell, above it where there is no room. A click elsewhere or Esc leaves it."""

    def __init__(self, form: ActivityForm, parent: QWidget, anchor: QRect) -> None:
        super().__init__(parent)
        self._form = form
        self._anchor = anchor
        self._left: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.setAccessibleName(form.head.title.text())
        form.foot.rounded = True
        self.content.addWidget(form)
        form.left.connect(self.close)
        form.resized.connect(self._fit)
        self._fit()

    async def shown_until_left(self) -> None:
        self.show_at(self._anchor, QPoint(0, 4))
        self._form.subject.focus()
        try:
            await self._left
        finally:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._left.done():
            self._left.set_result(None)

    def _fit(self) -> None:
        screen = QApplication.screenAt(self._anchor.center()) or QApplication.primaryScreen()
        room = screen.availableGeometry().height() - 2 * _AIR
        height = min(self._form.wanted_height() + 2, room)
        if height != self.height():
            self.setFixedHeight(height)
            if self.isVisible():
                self.show_at(self._anchor, QPoint(0, 4))


class FormHost(QDialog):
    """The same as a dialog, for whoever has no cell to show it under."""

    def __init__(self, form: ActivityForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self.setProperty("role", "form")
        self.setModal(True)
        self.setWindowTitle(form.head.title.text() or QCoreApplication.translate("Activities", "Activity"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        form.left.connect(self.reject)
        form.resized.connect(self._fit)
        self._fit()

    async def shown_until_left(self) -> None:
        self._form.subject.focus()
        _ = await dialogs.run(self)

    def _fit(self) -> None:
        room = self.screen().availableGeometry().height() - 6 * _AIR
        self.setFixedHeight(min(self._form.wanted_height(), room))
