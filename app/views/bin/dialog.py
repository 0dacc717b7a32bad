"""The bin as a window: a section at a time, several lines restored at once."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import PrichalError
from app.qtbase import i18n
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.qtbase.theme import theme
from app.services.records.bin import BinItem, BinPage
from app.services.workplace import Workplace
from app.views.widgets.banner import Note
from app.views.widgets.buttons import Button, Segment, SegmentedSwitch

WIDTH, HEIGHT = 720, 520


class BinDialog(QDialog):
    """Enter, or the button, restores the selected lines."""

    section_chosen = Signal(str)
    restore_wanted = Signal(object)
    """A list of BinItem."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._items: tuple[BinItem, ...] = ()
        self.setWindowTitle(QCoreApplication.translate("Bin", "Bin"))
        self.setProperty("role", "form")
        self.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        body.setSpacing(GAP_M)
        column.addLayout(body, 1)
        heading = QLabel(QCoreApplication.translate("Bin", "Bin: deleted in the last 30 days"), self)
        heading.setProperty("role", "heading")
        body.addWidget(heading)
        self.sections = SegmentedSwitch(_segments(), parent=self)
        self.sections.setAccessibleName(QCoreApplication.translate("Bin", "Section"))
        self.sections.changed.connect(self.section_chosen)
        body.addWidget(self.sections)
        self.note = Note("danger", "", parent=self)
        self.note.hide()
        body.addWidget(self.note)
        self.tree = self._make_tree()
        body.addWidget(self.tree, 1)
        self.said = QLabel(self)
        self.said.setProperty("role", "caption")
        body.addWidget(self.said)
        column.addWidget(self._foot())

    def show_page(self, page: BinPage) -> None:
        """Fill the list, the newest first."""
        self._items = tuple(page.items)
        self.tree.clear()
        zone, today = self._workplace.zone, self._workplace.today()
        for one in self._items:
            item = QTreeWidgetItem(self.tree, [_name(one), i18n.stamp(one.deleted_at, zone, today), one.deleted_by])
            item.setSizeHint(0, QSize(0, theme().metrics.row_line))
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self.restore.setEnabled(bool(self._items))
        self.said.setText(self._words(page))

    def show_error(self, error: PrichalError) -> None:
        self.note.set_note("danger", error_text(error))
        self.note.show()

    def _words(self, page: BinPage) -> str:
        if not page.items:
            return QCoreApplication.translate("Bin", "There is nothing here that you could restore")
        if page.more:
            words = QCoreApplication.translate("Bin", "The newest {count} are listed")
            return words.format(count=i18n.number(len(page.items)))
        return ""

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(QCoreApplication.translate("Bin", "Deleted"))
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setHeaderLabels(
            [
                QCoreApplication.translate("Bin", "Name"),
                QCoreApplication.translate("Bin", "Deleted on"),
                QCoreApplication.translate("Bin", "Deleted by"),
            ]
        )
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in (1, 2):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemActivated.connect(self._ask)
        return tree

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_XL, GAP_M, GAP_XL, GAP_M)
        row.setSpacing(GAP_S)
        row.addStretch(1)
        self.restore = Button(QCoreApplication.translate("Bin", "Restore"), icon="undo", parent=foot)
        self.restore.clicked.connect(self._ask)
        close = Button(QCoreApplication.translate("Bin", "Close"), "primary", parent=foot)
        close.clicked.connect(self.accept)
        row.addWidget(self.restore)
        row.addWidget(close)
        return foot

    def _ask(self) -> None:
        rows = sorted(index.row() for index in self.tree.selectionModel().selectedRows())
        chosen = [self._items[row] for row in rows if row < len(self._items)]
        if chosen:
            self.note.hide()
            self.restore_wanted.emit(chosen)


def _name(one: BinItem) -> str:
    if one.merged_into is None:
        return one.name
    words = QCoreApplication.translate("Bin", "{name} · merged into No. {id}")
    return words.format(name=one.name, id=one.merged_into)


def _segments() -> tuple[Segment, ...]:
    return (
        Segment("lead", QCoreApplication.translate("Bin", "Leads")),
        Segment("deal", QCoreApplication.translate("Bin", "Deals")),
        Segment("contact", QCoreApplication.translate("Bin", "Contacts")),
        Segment("activity", QCoreApplication.translate("Bin", "Activities")),
    )
