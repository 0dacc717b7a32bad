"""What delegates of lists share: the places of two lines, and the height of a list of words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.qtbase.theme import FontRole, theme
from app.views.widgets.painting import line_height

Index = QModelIndex | QPersistentModelIndex

LINE_GAP = 1
"""Between the two lines of a cell: 16 + 1 + 15 stands in a row of 44."""


def two_lines(rect: QRect, first: FontRole = "body", second: FontRole = "caption") -> tuple[QRect, QRect]:
    """Places of two lines of text, centred in the row together."""
    upper, lower = line_height(first), line_height(second)
    top = rect.top() + (rect.height() - upper - lower - LINE_GAP) // 2
    return (
        QRect(rect.left(), top, rect.width(), upper),
        QRect(rect.left(), top + upper + LINE_GAP, rect.width(), lower),
    )


class LineDelegate(QStyledItemDelegate):
    """For plain lists of words: rows of one line's height. (An item's height in the style sheet comes too late:
    a list that is filled before it is shown is laid out without it.)"""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme().metrics.row_line)
