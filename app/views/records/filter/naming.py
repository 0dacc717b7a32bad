"""The small form that gives a filter its name and says who is offered it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.qtbase.metrics import GAP_M, GAP_S
from app.services.records.saved_filters import Share
from app.views.records.filter.saved_row import share_words
from app.views.widgets.buttons import Button
from app.views.widgets.fields import Choice, FieldFrame, OneOfEditor, TextEditor
from app.views.widgets.popup import Popup

WIDTH = 300


class NamingPopup(Popup):
    """Enter saves; an error stays with what was typed."""

    submitted = Signal(str, object)
    """Name and Share."""

    def __init__(self, shares: Sequence[Share], name: str, share: Share, parent: QWidget) -> None:
        super().__init__(parent, margin=GAP_M)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self.content.setSpacing(GAP_S)
        self.name = FieldFrame(
            QCoreApplication.translate("Filter", "Name of the filter"), TextEditor(max_length=200), parent=self
        )
        self.name.set_value(name)
        self.content.addWidget(self.name)
        choices = [Choice(one.value, share_words(one)) for one in shares]
        self.share = FieldFrame(QCoreApplication.translate("Filter", "Who sees it"), OneOfEditor(choices), parent=self)
        self.share.set_value(share.value)
        self.content.addWidget(self.share)
        row = QHBoxLayout()
        row.addStretch(1)
        save = Button(QCoreApplication.translate("Filter", "Save"), "primary", parent=self)
        save.clicked.connect(self.submit)
        row.addWidget(save)
        self.content.addLayout(row)

    def submit(self) -> None:
        chosen = self.share.value()
        name = self.name.value()
        self.submitted.emit(name if isinstance(name, str) else "", Share(str(chosen)) if chosen else Share.MINE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)
