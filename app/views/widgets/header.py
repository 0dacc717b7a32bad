"""The header of a flat table: sort mark behind the words, a check box for all found rows."""

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.qtbase.theme import theme
from app.views.widgets.marks import draw_check_box
from app.views.widgets.painting import draw_icon_at, draw_line, draw_text

PADDING = 8


class CheckHeader(QHeaderView):
    """Paints itself: the style sheet can't put a sort mark behind the words."""

    all_toggled = Signal()
    """The check box of the header was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._check_column = -1
        self._checked: bool | None = False
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(40)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def set_check_column(self, column: int) -> None:
        self._check_column = column
        self.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.resizeSection(column, 40)

    def set_checked(self, checked: bool | None) -> None:
        """All, none, or (None) some rows are selected."""
        self._checked = checked
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.logicalIndexAt(event.position().toPoint()) == self._check_column >= 0:
            self.all_toggled.emit()
            return
        super().mouseReleaseEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        colors = theme().colors
        painter.fillRect(rect, colors.surface2)
        bottom = rect.bottom() + 0.5
        draw_line(painter, QPointF(rect.left(), bottom), QPointF(rect.right() + 1, bottom), colors.line)
        if logicalIndex == self._check_column:
            draw_check_box(painter, QPointF(rect.left() + PADDING + 12, rect.center().y() + 0.5), self._checked)
        else:
            self._draw_words(painter, rect.adjusted(PADDING, 0, -PADDING, -1), logicalIndex)
        painter.restore()

    def _draw_words(self, painter: QPainter, rect: QRect, column: int) -> None:
        model = self.model()
        words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        alignment = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        right = alignment is not None and bool(int(alignment) & int(Qt.AlignmentFlag.AlignRight))
        sorted_here = self.sortIndicatorSection() == column
        width = draw_text(painter, rect, words, "caption_strong", "text2", right=right)
        if sorted_here and not right:
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            draw_icon_at(painter, "up" if up else "down", "text2", rect.left() + width + 3, rect.center().y(), 10)
