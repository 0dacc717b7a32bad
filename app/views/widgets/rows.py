"""The rows of a flat table: the ground under a row's cells, and the cells on it (design language, section 4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLineF, QRect
from PySide6.QtGui import QColor, QPainter, QPen

from app.qtbase.metrics import CURRENT_ROW_BAR
from app.qtbase.theme import theme
from app.views.widgets.cell_painters import PADDING, CellPainter


@dataclass(frozen=True, slots=True)
class Place:
    """A column as it stands in the view."""

    column: int
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in the view, and how it is told from the others."""

    number: int
    top: int
    height: int
    current: bool = False
    selected: bool = False
    """Selected by the view, or checked for a bulk action."""
    hovered: bool = False

    def rect(self, places: Sequence[Place]) -> QRect:
        """All of its cells."""
        left, last = places[0].left, places[-1]
        return QRect(left, self.top, last.left + last.width - left, self.height)


def draw_ground(painter: QPainter, rect: QRect, color: QColor | None, *, current: bool) -> None:
    """Background, bottom line, and the accent bar of the current row."""
    colors = theme().colors
    if color is not None:
        painter.fillRect(rect, color)
    pen = QPen(colors.line, 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawLine(QLineF(rect.left(), rect.bottom() + 0.5, rect.right() + 1, rect.bottom() + 0.5))
    if current:
        painter.fillRect(QRect(rect.left(), rect.top(), CURRENT_ROW_BAR, rect.height()), colors.accent)


def draw_row(
    painter: QPainter, row: Row, places: Sequence[Place], painters: Sequence[CellPainter[Any]], cells: Sequence[object]
) -> None:
    """Paint a row whose columns have these painters and cells; a cell not read yet leaves its place empty."""
    colors = theme().colors
    ground = colors.sel if row.selected else colors.hover if row.hovered else None
    painter.setClipping(False)
    draw_ground(painter, row.rect(places), ground, current=row.current)
    for place in places:
        cell, cell_painter = cells[place.column], painters[place.column]
        if isinstance(cell, cell_painter.kind):
            painter.setClipRect(QRect(place.left, row.top, place.width, row.height))
            inner = QRect(place.left + PADDING, row.top, place.width - 2 * PADDING, row.height - 1)
            cell_painter.draw(painter, inner, cell, row.selected)
    painter.setClipping(False)
