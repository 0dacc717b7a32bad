"""The bottom line of a window: database, live state, totals, selection, two shortcuts (section 3)."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.qtbase.metrics import GAP_CONTROL, GAP_M
from app.qtbase.theme import restyle, theme
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.marks import draw_dot

Live = Literal["ok", "warn", "danger"]


class StatusBar(QFrame):
    """26 px; words of totals may hold <b> around numbers, names are plain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        theme().fix_height(self, "status_bar")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GAP_M, 0, GAP_M, 0)
        self._row.setSpacing(GAP_M)
        self._database = self._label("second")
        self._dot = _Dot(self)
        self._live = self._label("ok", strong=True)
        self._rule_totals, self._totals = _rule(self), self._label("second", rich=True)
        self._rule_selection, self._selection = _rule(self), self._label("second", rich=True)
        self._busy = self._label("muted")
        self._hints = self._label("muted")
        self._row.addWidget(_pair(IconLabel("database", "text2", 14, parent=self), self._database))
        self._row.addWidget(_pair(self._dot, self._live))
        for widget in (self._rule_totals, self._totals, self._rule_selection, self._selection, self._busy):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self._hints)
        self._hint_words: tuple[str, ...] = ()
        self.set_totals("")
        self.set_selection("")

    def set_database(self, name: str) -> None:
        self._database.setText(name)
        self._fit_hints()

    def set_live(self, state: Live, words: str) -> None:
        """State of the connection: a dot and words."""
        restyle(self._live, tone=state)
        self._live.setText(words)
        self._dot.set_role("ok" if state == "ok" else state)
        self._fit_hints()

    def set_totals(self, words: str) -> None:
        """Totals of what is shown: "Лидов: <b>23</b> на <b>14,9 млн ₽</b>"."""
        self._totals.setText(words)
        self._totals.setVisible(bool(words))
        self._rule_totals.setVisible(bool(words))
        self._fit_hints()

    def set_selection(self, words: str) -> None:
        """Sums of the selected rows; empty where none is selected."""
        self._selection.setText(words)
        self._selection.setVisible(bool(words))
        self._rule_selection.setVisible(bool(words))
        self._fit_hints()

    def set_busy(self, words: str) -> None:
        """ "Обновляем…" while old rows stay on show; empty when done."""
        self._busy.setText(words)
        self._fit_hints()

    def set_hints(self, hints: Sequence[str]) -> None:
        """At most two shortcuts at the right."""
        self._hint_words = tuple(hints)[:2]
        self._fit_hints()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_hints()

    def _fit_hints(self) -> None:
        """In a narrow window shortcuts give way whole, the last one first: half a word says nothing."""
        for number in range(len(self._hint_words), -1, -1):
            self._hints.setText("\u2002\u2002".join(self._hint_words[:number]))
            if self._row.sizeHint().width() <= self.width():
                return

    def _label(self, tone: str, *, strong: bool = False, rich: bool = False) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "label" if strong else "caption")
        label.setProperty("tone", tone)
        label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        return label


def _pair(mark: QWidget, words: QLabel) -> QWidget:
    holder = QWidget()
    holder.setProperty("role", "page")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP_CONTROL)
    row.addWidget(mark)
    row.addWidget(words)
    return holder


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("role", "vrule")
    rule.setFixedHeight(12)
    return rule


class _Dot(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = "ok"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_role(self, role: str) -> None:
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(8, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_dot(QPainter(self), QPointF(4, self.height() / 2), self._role)
