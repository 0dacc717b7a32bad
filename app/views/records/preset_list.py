"""The ready filters at the left of the filter panel, each with its live count."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import CURRENT_ROW_BAR, GAP_L, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.views.navigator import Section
from app.views.records.words import preset_words
from app.views.widgets.painting import draw_line, draw_text, text_width

WIDTH = 224


class PresetRow(QAbstractButton):
    """One ready filter; exactly one of the list is on, or none."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().fix_height(self, "control")

    def show_count(self, count: int) -> None:
        self._count = i18n.number(count)
        self.setAccessibleName(f"{self.text()}, {self._count}")
        self.update()

    def count_words(self) -> str:
        """The number as written; empty until it is known."""
        return self._count

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme().colors
        if self.isChecked():
            painter.fillRect(self.rect(), colors.tint)
            painter.fillRect(QRect(0, 0, CURRENT_ROW_BAR, self.height()), colors.accent)
        elif self.underMouse():
            painter.fillRect(self.rect(), colors.hover)
        width = text_width(self._count, "caption") if self._count else 0
        room = QRect(GAP_L, 0, self.width() - GAP_L - GAP_M, self.height())
        role = "accent" if self.isChecked() else "text"
        draw_text(painter, room.adjusted(0, 0, -width - GAP_S, 0), self.text(), "control", role)
        draw_text(painter, room, self._count, "caption", "text2", right=True)
        if self.hasFocus():
            painter.setPen(colors.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PresetList(QFrame):
    """Arrow keys walk through it."""

    chosen = Signal()

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section: Section = section
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self._rows: dict[str, PresetRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAP_M, 1, GAP_M)
        self._column.setSpacing(0)
        caption = QLabel(QCoreApplication.translate("Records", "Ready filters"), self)
        caption.setProperty("role", "caption")
        caption.setContentsMargins(GAP_L, 0, 0, GAP_S)
        self._column.addWidget(caption)
        self._column.addStretch(1)

    def offer(self, codes: Sequence[str], chosen: str | None) -> None:
        """Show these filters; `chosen` is on."""
        if tuple(self._rows) != tuple(codes):
            for row in self._rows.values():
                self._group.removeButton(row)
                row.deleteLater()
            self._rows = {code: PresetRow(preset_words(self._section, code), self) for code in codes}
            for number, row in enumerate(self._rows.values(), 1):
                self._group.addButton(row)
                self._column.insertWidget(number, row)
                row.clicked.connect(self.chosen)
        self.choose(chosen)

    def choose(self, code: str | None) -> None:
        """Switch without `chosen`; None: no filter of these."""
        self._group.setExclusive(False)
        for name, row in self._rows.items():
            row.setChecked(name == code)
        self._group.setExclusive(True)

    def value(self) -> str | None:
        return next((code for code, row in self._rows.items() if row.isChecked()), None)

    def show_count(self, code: str, count: int) -> None:
        if code in self._rows:
            self._rows[code].show_count(count)

    def row(self, code: str) -> PresetRow:
        """The row of a ready filter. Raises KeyError where it isn't offered."""
        return self._rows[code]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, edge = QPainter(self), self.width() - 0.5
        painter.fillRect(self.rect(), theme().colors.surface2)
        draw_line(painter, QPointF(edge, 0), QPointF(edge, self.height()), theme().colors.line)
