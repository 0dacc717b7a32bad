"""Interests as tags: a visitor's click adds one to their own profile, and another takes it back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from app.qtbase.metrics import GAP_M, GAP_S, RADIUS_CONTROL
from app.qtbase.theme import restyle, theme
from app.services.records.profiles import Interest, ProfileRecord
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.painting import draw_icon_at, draw_text, text_width
from app.views.widgets.panel import Panel

_LOOKS: Final = {
    "plain": ("surface", "line2", "text", "plus"),
    "mine": ("tint", "tintline", "accent", "check"),
    "new": ("okt", "okl", "ok", "check"),
    "own": ("tint", "tintline", "accent", "close"),
}
"""Ground, edge, words and icon."""


class InterestTag(QAbstractButton):
    """One tag."""

    def __init__(self, interest: Interest, look: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.interest = interest
        self._look = look
        self.setText(interest.word)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        acts = {
            "plain": QCoreApplication.translate("Profile", "{word}: add to my profile"),
            "mine": QCoreApplication.translate("Profile", "{word}: in my profile, too"),
            "new": QCoreApplication.translate("Profile", "{word}: in my profile, too"),
            "own": QCoreApplication.translate("Profile", "{word}: take away"),
        }
        self.setAccessibleName(acts[look].format(word=interest.word))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        side = theme().metrics.icon_cell
        return QSize(10 + side + GAP_S + text_width(self.text(), "control") + 12, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, words, icon = _LOOKS[self._look]
        colors, side = theme(), theme().metrics.icon_cell
        hovered = self.underMouse() and self._look == "plain"
        painter.setBrush(colors.color("hover" if hovered else ground))
        painter.setPen(QPen(colors.color("accent" if self.hasFocus() else edge), 2 if self.hasFocus() else 1))
        inset = 1.0 if self.hasFocus() else 0.5
        outline = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(outline, RADIUS_CONTROL, RADIUS_CONTROL)
        draw_icon_at(painter, icon, words if self._look != "plain" else "text2", 10, self.height() // 2, side)
        left = 10 + side + GAP_S
        draw_text(painter, QRect(left, 0, self.width() - left, self.height()), self.text(), "control", words)


class TagArea(QWidget):
    """Widgets one after another, in as many lines as the width asks for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """In the place of those before."""
        for old in self._widgets:
            if old not in widgets:
                old.hide()
                old.deleteLater()
        self._widgets = list(widgets)
        for widget in self._widgets:
            widget.show()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        left = top = high = 0
        for widget in self._widgets:
            size = widget.sizeHint()
            if left and left + size.width() > self.width():
                left, top = 0, top + high + GAP_S
            widget.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + GAP_S
            high = size.height()
        self.setFixedHeight(max(top + high, 1))


class InterestsPanel(Panel):
    """`added` and `dropped` carry the word; who listens writes it."""

    added = Signal(str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("Profile", "Interests"), ruled=True, parent=parent)
        self._just: str | None = None
        self.area = TagArea(self)
        self.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        self.content.addWidget(self.area)
        self.nothing = QLabel(QCoreApplication.translate("Profile", "Nothing is told yet."), self)
        self.nothing.setProperty("tone", "muted")
        self.content.addWidget(self.nothing)
        self.input = QLineEdit(self)
        self.input.setPlaceholderText(QCoreApplication.translate("Profile", "Add an interest, Enter keeps it"))
        self.input.setAccessibleName(QCoreApplication.translate("Profile", "New interest"))
        self.input.setMaxLength(40)
        theme().fix_height(self.input, "control")
        self.input.returnPressed.connect(self._typed)
        self.content.addWidget(self.input)
        self.content.addWidget(self._make_done())

    def _make_done(self) -> QWidget:
        self.done = QWidget(self)
        row = QHBoxLayout(self.done)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        self.said = QLabel(self.done)
        restyle(self.said, tone="ok")
        self.undo = Button(QCoreApplication.translate("Profile", "Undo"), "link", small=True, parent=self.done)
        self.undo.clicked.connect(self._take_back)
        for widget in (IconLabel("check", "ok", theme().metrics.icon_cell, parent=self.done), self.said, self.undo):
            row.addWidget(widget)
        row.addStretch(1)
        self.done.hide()
        return self.done

    def show_record(self, record: ProfileRecord) -> None:
        """Show what was read; what was just added stays marked."""
        self.set_status("" if record.own else QCoreApplication.translate("Profile", "a click on + adds it to yours"))
        tags: list[QWidget] = []
        for one in record.interests:
            look = "own" if record.own else "new" if one.word == self._just and one.mine else "plain"
            tag = InterestTag(one, "mine" if look == "plain" and one.mine else look, self.area)
            tag.clicked.connect(lambda _=False, chosen=one, own=record.own: self._pressed(chosen, own=own))
            tags.append(tag)
        self.area.set_widgets(tags)
        self.area.setVisible(bool(tags))
        self.nothing.setVisible(not tags and not record.own)
        self.input.setVisible(record.own)

    def _typed(self) -> None:
        word = self.input.text().strip()
        if word:
            self.input.clear()
            self.added.emit(word)

    def _pressed(self, interest: Interest, *, own: bool) -> None:
        if own:
            self.dropped.emit(interest.word)
        elif interest.mine:
            self._forget()
            self.dropped.emit(interest.word)
        else:
            self._just = interest.word
            words = QCoreApplication.translate("Profile", "“{word}” is in your profile now, too")
            self.said.setText(words.format(word=interest.word))
            self.done.show()
            self.added.emit(interest.word)

    def _take_back(self) -> None:
        word = self._just
        self._forget()
        if word is not None:
            self.dropped.emit(word)

    def _forget(self) -> None:
        self._just = None
        self.done.hide()
