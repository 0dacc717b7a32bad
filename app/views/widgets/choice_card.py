"""A card to choose by: radio button, icon, bold name, one line; details only while it is chosen (Wizards)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_M, GAP_S, RADIUS_CONTROL
from app.qtbase.theme import restyle, theme
from app.views.widgets.icon_label import IconLabel

RADIO = 18
"""A radio button without words: its mark and the edge of the focus."""


class ChoiceCard(QFrame):
    """The whole frame is clickable; `details` show while chosen, `column` always, tags go into `title_row`."""

    chosen = Signal()

    def __init__(self, name: str, line: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        row.setSpacing(GAP_S)
        self.radio = self._make_radio(name, line)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        self.column = column = QVBoxLayout()
        column.setSpacing(4)
        row.addLayout(column, 1)
        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(GAP_S)
        self._icon = IconLabel(icon or "info", "text2", parent=self)
        self._icon.setVisible(bool(icon))
        title = QLabel(name, self)
        title.setProperty("role", "name")
        self.title_row.addWidget(self._icon)
        self.title_row.addWidget(title)
        self.title_row.addStretch(1)
        column.addLayout(self.title_row)
        words = QLabel(line, self)
        words.setProperty("role", "caption")
        words.setProperty("tone", "second")
        words.setWordWrap(True)
        words.setVisible(bool(line))
        column.addWidget(words)
        self._details = QWidget(self)
        self._details.setProperty("role", "page")
        self.details = QVBoxLayout(self._details)
        self.details.setContentsMargins(0, GAP_S, 0, 0)
        self.details.setSpacing(GAP_S)
        self._details.hide()
        column.addWidget(self._details)

    def _make_radio(self, name: str, line: str) -> QRadioButton:
        radio = QRadioButton(self)
        radio.setAccessibleName(name)
        radio.setAccessibleDescription(line)
        radio.setAutoExclusive(False)
        radio.toggled.connect(self._toggled)
        radio.setProperty("bare", True)  # the card shows the focus
        radio.setFixedWidth(RADIO)
        radio.installEventFilter(self)
        return radio

    def is_on(self) -> bool:
        return self.radio.isChecked()

    def set_on(self, on: bool) -> None:
        self.radio.setChecked(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        by_keyboard = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if not (by_keyboard and self.radio.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colors.accent, 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), RADIUS_CONTROL, RADIUS_CONTROL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)

    def _toggled(self, on: bool) -> None:
        self._icon.set_icon(self._icon.icon, "accent" if on else "text2")
        self._details.setVisible(on and self.details.count() > 0)
        restyle(self, on="true" if on else "false")
        if on:
            self.chosen.emit()


class ChoiceGroup(QObject):
    """Cards of which exactly one is on."""

    changed = Signal(int)
    """Number of the card, from 0."""

    def __init__(self, cards: Sequence[ChoiceCard], parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        for number, card in enumerate(self._cards):
            card.chosen.connect(lambda chosen=number: self._choose(chosen))

    def value(self) -> int:
        return next((number for number, card in enumerate(self._cards) if card.is_on()), -1)

    def _choose(self, chosen: int) -> None:
        for number, card in enumerate(self._cards):
            if number != chosen:
                card.set_on(False)
        self.changed.emit(chosen)
