"""White panels of cards: a title row with count, state and acts, and a body that folds."""

from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import restyle, theme
from app.views.widgets.buttons import IconButton
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.tags import Counter

Urgency = Literal["", "none", "warn", "danger"]
_MARKS = {"ok": "check", "warn": "alert", "danger": "alert"}


FOLD_INDENT = 35
"""Title and body of a foldable panel begin here, behind the chevron."""


class Panel(QFrame):
    """A panel; put things into `content`. With `foldable` a click on the title row folds the body; a `ruled` one has
    a line under a higher title row."""

    folded_changed = Signal(bool)

    def __init__(
        self, title: str, *, foldable: bool = False, ruled: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._title = title
        self._folded = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head(title, foldable))
        if ruled:
            self.head.setFixedHeight(theme().metrics.row - 2)
            rule = QFrame(self)
            rule.setProperty("role", "rule")
            column.addWidget(rule)
        self.body = QWidget(self)
        self.body.setProperty("role", "page")
        self.content = QVBoxLayout(self.body)
        indent = FOLD_INDENT if foldable else GAP_M
        self.content.setContentsMargins(indent, 0, GAP_M, GAP_M)
        self.content.setSpacing(GAP_S)
        column.addWidget(self.body)

    def _make_head(self, title: str, foldable: bool) -> QWidget:
        self.head = _Head(self, foldable)
        self.head.setFixedHeight(theme().metrics.row_line)
        self._row = QHBoxLayout(self.head)
        self._row.setContentsMargins(GAP_S if foldable else GAP_M, 0, GAP_M, 0)
        self._row.setSpacing(GAP_S)
        self._fold = IconButton("down", "", small=True, parent=self.head)
        self._fold.setVisible(foldable)
        self._fold.clicked.connect(self.toggle)
        self.title = QLabel(title, self.head)
        self.title.setProperty("role", "name")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self._lock = IconLabel("lock", "text3", theme().metrics.icon_cell, parent=self.head)
        self._lock.hide()
        self._count = Counter(0, parent=self.head)
        self._mark = IconLabel("check", "ok", theme().metrics.icon_cell, parent=self.head)
        self._status = QLabel(self.head)
        self._status.setProperty("role", "control")
        restyle(self._status, role="caption")
        self._row.addWidget(self._fold)
        if foldable:
            self._row.addSpacing(FOLD_INDENT - GAP_S - theme().metrics.control_small - GAP_S)
        for widget in (self.title, self._lock, self._count):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._status)
        self.set_status("")
        self._name_fold()
        return self.head

    def set_title(self, title: str) -> None:
        self._title = title
        self.title.setText(title)
        self._name_fold()

    def set_count(self, count: int) -> None:
        """Grey pill behind the title; 0 hides it."""
        self._count.set_count(count)

    def set_status(self, text: str, tone: str = "muted") -> None:
        """Words at the right, "5 из 5" with a check where the tone is "ok"."""
        self._status.setText(text)
        self._status.setVisible(bool(text))
        restyle(self._status, tone=tone)
        self._mark.setVisible(bool(text) and tone in _MARKS)
        if tone in _MARKS:
            self._mark.set_icon(_MARKS[tone], tone)

    def set_locked(self, why: str) -> None:
        """A lock behind the title; an empty text takes it away."""
        self._lock.setVisible(bool(why))
        self._lock.setToolTip(why)
        self._lock.setAccessibleName(why)

    def add_act(self, widget: QWidget) -> None:
        """Put a button at the right end of the title row."""
        self._row.addWidget(widget)
        if isinstance(widget, IconButton):  # there is air around its icon
            margins = self._row.contentsMargins()
            self._row.setContentsMargins(margins.left(), 0, GAP_S, 0)

    def set_urgency(self, urgency: Urgency) -> None:
        """Left edge of 4 px: planned activities."""
        restyle(self, urgency=urgency)

    def is_folded(self) -> bool:
        return self._folded

    def set_folded(self, folded: bool) -> None:
        if folded == self._folded:
            return
        self._folded = folded
        self.body.setVisible(not folded)
        self._fold.set_icon("right" if folded else "down")
        self._name_fold()
        self.folded_changed.emit(folded)

    def toggle(self) -> None:
        self.set_folded(not self._folded)

    def _name_fold(self) -> None:
        pattern = (
            QCoreApplication.translate("Panel", "Unfold: {title}")
            if self._folded
            else QCoreApplication.translate("Panel", "Fold: {title}")
        )
        self._fold.set_name(pattern.format(title=self._title))


class _Head(QWidget):
    def __init__(self, panel: Panel, foldable: bool) -> None:
        super().__init__(panel)
        self._panel = panel
        self._foldable = foldable
        self.setProperty("role", "page")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken here: nothing behind the panel may act on the same click."""
        event.setAccepted(self._foldable)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._foldable and self.rect().contains(event.position().toPoint()):
            self._panel.toggle()


class ValueGrid(QWidget):
    """Captions over values, as blocks of a card show them while they are read."""

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._columns = columns
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP_S)
        self._line: QHBoxLayout | None = None
        self._in_line = 0

    def add(self, caption: str, value: str | QWidget, *, wide: bool = False, strong: bool = False) -> None:
        """Add a value; `wide` takes a line of its own."""
        if self._line is None or wide or self._in_line == self._columns:
            self._line = QHBoxLayout()
            self._line.setSpacing(GAP_L)
            self._rows.addLayout(self._line)
            self._in_line = 0
        self._line.addWidget(_captioned(caption, value, strong), 1)
        self._in_line = self._columns if wide else self._in_line + 1

    def finish(self) -> None:
        """Fill the last line, so that columns keep their width."""
        while self._line is not None and 0 < self._in_line < self._columns:
            self._line.addWidget(QWidget(), 1)
            self._in_line += 1


def _captioned(caption: str, value: str | QWidget, strong: bool) -> QWidget:
    holder = QWidget()
    holder.setProperty("role", "page")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    head = QLabel(caption)
    head.setProperty("role", "caption")
    column.addWidget(head)
    if isinstance(value, str):
        words = QLabel(value)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAccessibleName(f"{caption}: {value}")
        if strong:
            words.setProperty("role", "name")
        value = words
    column.addWidget(value)
    column.addStretch(1)
    return holder
