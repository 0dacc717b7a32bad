"""The pairs that colleagues said are no duplicates, and the way to take it back."""

from collections.abc import Sequence

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

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.qtbase.theme import theme
from app.services.records.duplicates import ApartPair
from app.services.workplace import Workplace
from app.views.duplicates.words import ref_words
from app.views.widgets.buttons import Button

WIDTH, HEIGHT = 760, 460


class ApartDialog(QDialog):
    """Enter, or the button, takes the selected pairs back."""

    taken_back = Signal(object)
    """A list of ApartPair."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._pairs: tuple[ApartPair, ...] = ()
        title = QCoreApplication.translate("Duplicates", "Not duplicates")
        self.setWindowTitle(title)
        self.setProperty("role", "form")
        self.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        body.setSpacing(GAP_M)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        body.addWidget(heading)
        self.tree = self._make_tree(title)
        body.addWidget(self.tree, 1)
        column.addLayout(body, 1)
        column.addWidget(self._foot())

    def show_pairs(self, pairs: Sequence[ApartPair]) -> None:
        self._pairs = tuple(pairs)
        self.tree.clear()
        zone, today, people = self._workplace.zone, self._workplace.today(), self._workplace.registry.all.employees
        for pair in self._pairs:
            who = people[pair.employee_id].short_name if pair.employee_id is not None else ""
            told = [
                f"{pair.one_name} · {ref_words(pair.one)}", f"{pair.other_name} · {ref_words(pair.other)}",
                " · ".join(part for part in (i18n.stamp(pair.at, zone, today), who) if part),
            ]  # fmt: skip
            item = QTreeWidgetItem(self.tree, told)
            item.setSizeHint(0, QSize(0, theme().metrics.row_line))
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self.back.setEnabled(bool(self._pairs))
        self.tree.setFocus()

    def _make_tree(self, title: str) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(title)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setHeaderLabels(
            [
                QCoreApplication.translate("Duplicates", "One"),
                QCoreApplication.translate("Duplicates", "Other"),
                QCoreApplication.translate("Duplicates", "Said"),
            ]
        )
        tree.header().setStretchLastSection(False)
        for place in (0, 1):
            tree.header().setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemActivated.connect(self._ask)
        return tree

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_XL, GAP_M, GAP_XL, GAP_M)
        row.setSpacing(GAP_S)
        row.addStretch(1)
        self.back = Button(QCoreApplication.translate("Duplicates", "May be one person"), icon="undo", parent=foot)
        self.back.clicked.connect(self._ask)
        close = Button(QCoreApplication.translate("Duplicates", "Close"), "primary", parent=foot)
        close.clicked.connect(self.accept)
        row.addWidget(self.back)
        row.addWidget(close)
        return foot

    def _ask(self) -> None:
        rows = sorted(index.row() for index in self.tree.selectionModel().selectedRows())
        chosen = [self._pairs[row] for row in rows if row < len(self._pairs)]
        if chosen:
            self.taken_back.emit(chosen)
