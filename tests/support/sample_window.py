"""A small window with one of everything, for the test of the driver; it is no part of the product.

It writes what happens in it as lines of JSON to the file named by its argument.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

ROWS = 20_000
COLUMNS = 5


class Numbers(QAbstractTableModel):
    """More cells than anybody may ask for one by one."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
        return f"Лид {index.row()}.{index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


class Table(QTableView):
    """Says what is double-clicked, and has a context menu."""

    def __init__(self, window: "Window") -> None:
        super().__init__()
        self.window_ = window
        self.setModel(Numbers(self))
        self.setAccessibleName("Leads")
        self.doubleClicked.connect(lambda index: window.note("opened", index.data()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu, text = QMenu(self), self.indexAt(event.pos()).data()
        menu.addAction("Complete", lambda: self.window_.note("menu", text))
        menu.addAction("Delete", lambda: self.window_.note("menu", "delete"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


class Window(QWidget):
    """Fields, a combo box, a table, a dialog and two lists to drag between."""

    def __init__(self, log: Path) -> None:
        super().__init__()
        self.log = log
        self.setWindowTitle("Sample")
        self.name = QLineEdit()
        self.name.textChanged.connect(lambda text: self.note("name", text))
        self.city = QLineEdit()
        self.city.setCompleter(QCompleter(QStringListModel(["Москва", "Мурманск", "Казань"], self), self))
        self.city.textChanged.connect(lambda text: self.note("city", text))
        self.comment = QPlainTextEdit()
        self.stage = QComboBox()
        self.stage.addItems(["Новый лид", "Надо подумать", "Отказ клиента"])
        self.stage.currentTextChanged.connect(lambda text: self.note("stage", text))
        self.open = QPushButton("Open dialog")
        self.open.clicked.connect(self.open_dialog)
        self.left, self.right = self.draggable("From", ["Анна", "Борис"]), self.draggable("To", [])
        self.right.model().rowsInserted.connect(lambda: self.note("dropped", self.right.count()))
        self.arrange()

    def draggable(self, name: str, items: list[str]) -> QListWidget:
        widget = QListWidget()
        widget.setAccessibleName(name)
        widget.addItems(items)
        widget.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        widget.setDefaultDropAction(Qt.DropAction.MoveAction)
        widget.setMaximumHeight(90)
        return widget

    def arrange(self) -> None:
        form = QFormLayout()
        form.addRow("Name", self.name)
        form.addRow("City", self.city)
        form.addRow("Comment", self.comment)
        form.addRow("Stage", self.stage)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for widget in (self.open, Table(self), self.left, self.right):
            layout.addWidget(widget)
        self.resize(700, 760)

    def note(self, what: str, value: object) -> None:
        with self.log.open("a", encoding="utf-8") as file:
            file.write(json.dumps([what, value], ensure_ascii=False) + "\n")

    def open_dialog(self) -> None:
        dialog = QDialog(self)
        dialog.setWindowTitle("Required fields")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(dialog.accept)
        buttons.rejected.connect(dialog.reject)
        layout = QVBoxLayout(dialog)
        layout.addWidget(QLabel("What is missing"))
        layout.addWidget(buttons)
        dialog.accepted.connect(lambda: self.note("dialog", "accepted"))
        dialog.open()


def main() -> int:
    application = QApplication(sys.argv)
    application.setApplicationName("sample")
    window = Window(Path(sys.argv[1]))
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
