"""The list of likely duplicates: as many as there are, named as they come into view."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.qtbase.metrics import CURRENT_ROW_BAR, GAP_M, GAP_S
from app.qtbase.tasks import Tasks
from app.qtbase.theme import theme
from app.services.records.activities import ClientRef
from app.services.records.duplicates import DuplicateGroup
from app.views.duplicates.words import group_words, reason_words
from app.views.widgets.list_delegates import two_lines
from app.views.widgets.painting import draw_line, draw_text, text_width
from app.views.widgets.tags import counter_width, draw_counter

Index = QModelIndex | QPersistentModelIndex
Names = Callable[[Sequence[ClientRef]], Awaitable[dict[ClientRef, str]]]

GROUP: Final = Qt.ItemDataRole.UserRole
_AT_ONCE: Final = 100


class GroupModel(QAbstractListModel):
    """Groups by row; a name is asked for when a row is painted."""

    def __init__(self, names: Names, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask, self._tasks = names, tasks
        self.groups: list[DuplicateGroup] = []
        self._names: dict[ClientRef, str] = {}
        self._wanted: set[ClientRef] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: self._tasks.run(self._learn(), quiet=True))

    def show_groups(self, groups: Sequence[DuplicateGroup]) -> None:
        self.beginResetModel()
        self.groups = list(groups)
        self.endResetModel()

    def remove(self, group: DuplicateGroup) -> int:
        """Take a group out; the row where it stood, or -1."""
        row = self.groups.index(group) if group in self.groups else -1
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.groups[row]
            self.endRemoveRows()
        return row

    def put_back(self, row: int, group: DuplicateGroup) -> None:
        """Where it stood before."""
        row = max(0, min(row, len(self.groups)))
        self.beginInsertRows(QModelIndex(), row, row)
        self.groups.insert(row, group)
        self.endInsertRows()

    def name(self, group: DuplicateGroup) -> str:
        """The first name known; asked for where there is none yet."""
        ref = group.refs[0]
        if ref not in self._names:
            self._wanted.add(ref)
            self._soon.start()
        return self._names.get(ref, "…")

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.groups)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        group = self.groups[index.row()]
        if role == GROUP:
            return group
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(group)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.name(group)}, {group_words(group)}, {reason_words(group)}"
        return None

    async def _learn(self) -> None:
        wanted = list(self._wanted)[:_AT_ONCE]
        self._wanted.difference_update(wanted)
        found = await self._ask(wanted)
        self._names.update({ref: found.get(ref, "—") for ref in wanted})
        if self.groups:
            self.dataChanged.emit(self.index(0), self.index(len(self.groups) - 1))


class GroupDelegate(QStyledItemDelegate):
    """Name over what they are; the reason and how many at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), theme().metrics.row + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group: DuplicateGroup = index.data(GROUP)
        rect, colors = option.rect, theme().colors
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colors.sel)
            painter.fillRect(QRect(rect.left(), rect.top(), CURRENT_ROW_BAR, rect.height()), colors.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colors.hover)
        draw_line(painter, rect.bottomLeft().toPointF(), rect.bottomRight().toPointF(), colors.line)
        inner = rect.adjusted(GAP_M, 0, -GAP_M, 0)
        count = counter_width(len(group.refs))
        middle = rect.center().y() + 1
        draw_counter(painter, QPoint(inner.right() - count, middle), len(group.refs), red=False)
        why = reason_words(group)
        width = min(text_width(why, "caption"), inner.width() // 2)
        right = inner.right() - count - GAP_S
        place = QRect(right - width, rect.top(), width, rect.height())
        draw_text(painter, place, why, "caption", "warn" if group.is_exact else "text2")
        upper, lower = two_lines(inner.adjusted(0, 0, -(count + width + 2 * GAP_S), 0), "name")
        draw_text(painter, upper, str(index.data()), "name", "text")
        draw_text(painter, lower, group_words(group), "caption", "text3")
        painter.restore()


class GroupList(QListView):
    """Uniform rows: a hundred thousand cost what a hundred do."""

    def __init__(self, model: GroupModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(GroupDelegate(self))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def go_to(self, row: int) -> None:
        """Put the cursor on a row; past the end: on the last."""
        count = self.model().rowCount()
        if count:
            self.setCurrentIndex(self.model().index(max(0, min(row, count - 1)), 0))

    def step(self, by: int) -> None:
        self.go_to(self.currentIndex().row() + by)
