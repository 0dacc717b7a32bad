"""The four numbers of the check: rows, new, duplicates, rejected. They always add up."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import restyle
from app.services.importing.outcomes import ImportPreview
from app.services.importing.request import DuplicatePolicy
from app.views.widgets.icon_label import IconLabel


class Tile(QFrame):
    """A number with its name above and a word beside it."""

    def __init__(self, name: str, word: str, icon: str = "", role: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(GAP_S)
        if icon:
            top.addWidget(IconLabel(icon, role, 14, parent=self))
        caption = QLabel(name, self)
        caption.setProperty("role", "caption")
        top.addWidget(caption)
        top.addStretch(1)
        column.addLayout(top)
        bottom = QHBoxLayout()
        bottom.setSpacing(GAP_S)
        self.number = QLabel(self)
        self.number.setProperty("role", "title")
        restyle(self.number, tone="" if role == "text" else role)
        caption.setBuddy(self.number)
        self.word = QLabel(word, self)
        self.word.setProperty("role", "caption")
        bottom.addWidget(self.number)
        bottom.addWidget(self.word)
        bottom.addStretch(1)
        column.addLayout(bottom)
        self._name = name

    def set_number(self, number: int) -> None:
        self.number.setText(i18n.number(number))
        self.setAccessibleName(f"{self._name}: {i18n.number(number)}")


class Tiles(QWidget):
    """Rows in the file = new + duplicates + rejected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_L - 6)
        self.rows = Tile(QCoreApplication.translate("Imports", "Rows in the file"), "", parent=self)
        self.new = Tile(
            QCoreApplication.translate("Imports", "New leads"),
            QCoreApplication.translate("Imports", "not in the database yet"),
            "plus",
            "ok",
            self,
        )
        self.duplicates = Tile(
            QCoreApplication.translate("Imports", "Duplicates"),
            QCoreApplication.translate("Imports", "by phone or email"),
            "copy",
            "warn",
            self,
        )
        self.rejected = Tile(
            QCoreApplication.translate("Imports", "Not taken in"),
            QCoreApplication.translate("Imports", "reasons below"),
            "ban",
            "danger",
            self,
        )
        for tile in (self.rows, self.new, self.duplicates, self.rejected):
            row.addWidget(tile, 1)

    def show_preview(self, preview: ImportPreview) -> None:
        """Duplicates are those that skipping or updating would find."""
        found = preview.duplicates[DuplicatePolicy.UPDATE]
        columns = len(preview.summary.columns)
        self.rows.set_number(preview.rows)
        self.rows.word.setText(QCoreApplication.translate("Imports", "%n column(s)", None, columns))
        self.new.set_number(preview.summary.accepted - found)
        self.duplicates.set_number(found)
        self.rejected.set_number(preview.rejected)
