"""The list of the last operations: when, what, by whom."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
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
from app.services.workplace import Workplace
from app.views.operations.words import operation_words
from app.views.widgets.banner import Note
from app.views.widgets.buttons import Button

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.undo import OperationRecord

WIDTH, HEIGHT = 720, 520


class OperationsDialog(QDialog):
    """Enter, or the button, undoes the current line."""

    undo_wanted = Signal(object)
    """OperationRecord"""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._operations: tuple[OperationRecord, ...] = ()
        title = QCoreApplication.translate("Operations", "Last operations")
        self.setWindowTitle(title)
        self.setProperty("role", "form")
        self.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        body.setSpacing(GAP_M)
        column.addLayout(body, 1)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        body.addWidget(heading)
        self.note = Note("danger", "", parent=self)
        self.note.hide()
        body.addWidget(self.note)
        self.tree = self._make_tree(title)
        body.addWidget(self.tree, 1)
        column.addWidget(self._foot())

    def show_operations(self, found: "Sequence[OperationRecord]") -> None:
        """Fill the list, the newest first."""
        self._operations = tuple(found)
        self.tree.clear()
        self.note.hide()
        zone, registry = self._workplace.zone, self._workplace.registry
        for one in self._operations:
            when = i18n.stamp(one.at, zone, self._workplace.today())
            item = QTreeWidgetItem(self.tree, [when, operation_words(one, registry), one.actor_name])
            item.setSizeHint(1, QSize(0, theme().metrics.row_line))
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self.undo.setEnabled(bool(self._operations))
        self.tree.setFocus()

    def show_error(self, error: PrichalError) -> None:
        self.note.set_note("danger", error_text(error))
        self.note.show()

    def _make_tree(self, title: str) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(title)
        tree.setHeaderLabels(
            [
                QCoreApplication.translate("Operations", "When"),
                QCoreApplication.translate("Operations", "What"),
                QCoreApplication.translate("Operations", "Who"),
            ]
        )
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.itemActivated.connect(self._ask)
        return tree

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_XL, GAP_M, GAP_XL, GAP_M)
        row.setSpacing(GAP_S)
        words = QLabel(QCoreApplication.translate("Operations", "What was changed since stays as it is"), foot)
        words.setProperty("role", "caption")
        self.undo = Button(QCoreApplication.translate("Operations", "Undo…"), icon="undo", parent=foot)
        self.undo.clicked.connect(self._ask)
        close = Button(QCoreApplication.translate("Operations", "Close"), "primary", parent=foot)
        close.clicked.connect(self.accept)
        row.addWidget(words, 1)
        row.addWidget(self.undo)
        row.addWidget(close)
        return foot

    def _ask(self) -> None:
        place = self.tree.currentIndex().row()
        if 0 <= place < len(self._operations):
            self.undo_wanted.emit(self._operations[place])
