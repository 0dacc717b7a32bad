"""A dialog with one list: a heading, rows of plain words, and the acts of the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import PrichalError
from app.core.text import sort_key
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.qtbase.theme import theme
from app.views.widgets.banner import Note
from app.views.widgets.buttons import Button

WIDTH, HEIGHT = 720, 520


class ListDialog(QDialog):
    """Enter, a double click or the act's button say which rows are meant."""

    rows_chosen = Signal(object)
    """Their numbers, from the top."""

    def __init__(self, title: str, captions: Sequence[str], stretched: Sequence[int], parent: QWidget) -> None:
        """`stretched` columns share the room that the others leave."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setProperty("role", "form")
        self.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        self.body.setSpacing(GAP_M)
        column.addLayout(self.body, 1)
        self.heading = QLabel(title, self)
        self.heading.setProperty("role", "heading")
        self.note = Note("danger", "", parent=self)
        self.note.hide()
        self._search: QLineEdit | None = None
        self.tree = self._make_tree(title, captions, stretched)
        for widget in (self.heading, self.note):
            self.body.addWidget(widget)
        self.body.addWidget(self.tree, 1)
        column.addWidget(self._make_foot())

    def choose_many(self) -> None:
        """Let several rows be chosen at once."""
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def add_search(self, hint: str) -> QLineEdit:
        """A line above the list: rows without its words, in whatever case, are left out."""
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.setAccessibleName(hint)
        line.setClearButtonEnabled(True)
        theme().fix_height(line, "control")
        line.textChanged.connect(self._narrow)
        self.body.insertWidget(self.body.indexOf(self.tree), line)
        self._search = line
        return line

    def _narrow(self) -> None:
        wanted = sort_key(self._search.text()).split() if self._search is not None else []
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is not None:
                words = sort_key(" ".join(item.text(place) for place in range(item.columnCount())))
                item.setHidden(not all(word in words for word in wanted))
                if item.isHidden():
                    item.setSelected(False)

    def add_act(self, button: Button, words: str = "") -> None:
        """The act on the chosen rows, with a word about it at the other end of the foot."""
        self._said.setText(words)
        button.clicked.connect(self._choose)
        self._acts.insertWidget(self._acts.count() - 1, button)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Fill the list, the first row chosen."""
        self.tree.clear()
        for words in rows:
            item = QTreeWidgetItem(self.tree, list(words))
            item.setSizeHint(0, QSize(0, theme().metrics.row_line))
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self._narrow()

    def show_error(self, error: PrichalError) -> None:
        """Say above the list what went wrong."""
        self.note.set_note("danger", error_text(error))
        self.note.show()

    def _make_tree(self, title: str, captions: Sequence[str], stretched: Sequence[int]) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(title)
        tree.setHeaderLabels(list(captions))
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = tree.header()
        header.setStretchLastSection(False)
        mode = QHeaderView.ResizeMode
        for place in range(len(captions)):
            header.setSectionResizeMode(place, mode.Stretch if place in stretched else mode.ResizeToContents)
        tree.itemActivated.connect(self._choose)
        return tree

    def _make_foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        self._acts = QHBoxLayout(foot)
        self._acts.setContentsMargins(GAP_XL, GAP_M, GAP_XL, GAP_M)
        self._acts.setSpacing(GAP_S)
        self._said = QLabel(foot)
        self._said.setProperty("role", "caption")
        close = Button(QCoreApplication.translate("ListDialog", "Close"), "primary", parent=foot)
        close.clicked.connect(self.accept)
        self._acts.addWidget(self._said, 1)
        self._acts.addWidget(close)
        return foot

    def _choose(self) -> None:
        rows = sorted(index.row() for index in self.tree.selectionModel().selectedRows())
        if rows:
            self.note.hide()
            self.rows_chosen.emit(rows)
