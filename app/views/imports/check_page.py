"""The third step: what the import would do, before anything is written (design/import-wizard.png)."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.services.importing.headings import NOT_TAKEN
from app.services.importing.outcomes import ImportPreview
from app.services.importing.request import DuplicatePolicy
from app.services.records.office import FieldRecord
from app.views.imports.columns_panel import ColumnsPanel
from app.views.imports.names_panel import NamesPanel, Offices
from app.views.imports.rejected_panel import RejectedPanel
from app.views.imports.tiles import Tiles
from app.views.widgets.buttons import Button, Segment, SegmentedSwitch
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel

COLUMNS_SHOWN = 7


class CheckPage(QWidget):
    """Tiles, columns, rejected rows, unknown names and what becomes of duplicates."""

    policy_changed = Signal()
    other_file_wanted = Signal()

    def __init__(self, offices: Offices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_S)
        column.addLayout(self._make_file_line())
        self.tiles = Tiles(self)
        column.addWidget(self.tiles)
        halves = QHBoxLayout()
        halves.setSpacing(GAP_S)
        left, right = self._half(halves), self._half(halves)
        column.addLayout(halves, 1)
        self.columns = ColumnsPanel(COLUMNS_SHOWN, self)
        self.rejected = RejectedPanel(self)
        self.names = NamesPanel(offices, self)
        left.addWidget(self.columns)
        left.addWidget(self.rejected, 1)
        right.addWidget(self.names, 1)
        right.addWidget(self._make_duplicates())

    def policy(self) -> DuplicatePolicy:
        return DuplicatePolicy(self.duplicates.value())

    def show_preview(self, preview: ImportPreview, fields: tuple[FieldRecord, ...]) -> None:
        """Show all of it anew."""
        layout = preview.layout
        self._file.setText(layout.path.name)
        parts = [i18n.file_size(layout.size)]
        taken = sum(target != NOT_TAKEN for target in preview.mapping.targets)
        if 2 * taken > len(preview.mapping.targets):
            parts.append(QCoreApplication.translate("Imports", "columns are matched by their headings"))
        self._about.setText(" · ".join(parts))
        self.tiles.show_preview(preview)
        self.columns.show_columns(preview, fields)
        self.names.show_names(preview.summary)
        self.rejected.show_preview(preview)
        self.recount(preview)

    def recount(self, preview: ImportPreview) -> None:
        """Say what the chosen policy does with the duplicates."""
        found = preview.duplicates[self.policy()]
        words = {
            "skip": QCoreApplication.translate(
                "Imports", "%n row(s) of people already known are left out.", None, found
            ),
            "update": QCoreApplication.translate(
                "Imports", "Empty fields of %n known lead(s) are filled. What is filled in your database stays.", None,
                found,
            ),
            "add": QCoreApplication.translate("Imports", "%n row(s) become leads of their own.", None, found),
        }  # fmt: skip
        self._duplicates_note.setText(words[self.duplicates.value()])
        self._matched.setText(
            QCoreApplication.translate("Imports", "%n row(s) match the database or each other", None, found)
        )

    def _half(self, halves: QHBoxLayout) -> QVBoxLayout:
        """A column of panels."""
        column = QVBoxLayout()
        column.setSpacing(GAP_S)
        halves.addLayout(column, 1)
        return column

    def _make_file_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        self._file = QLabel(self)
        self._file.setProperty("role", "name")
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._about = QLabel(self)
        self._about.setProperty("role", "caption")
        self.other_file = Button(QCoreApplication.translate("Imports", "Another file"), small=True, parent=self)
        self.other_file.clicked.connect(self.other_file_wanted)
        row.addWidget(IconLabel("file", "accent", parent=self))
        row.addWidget(self._file)
        row.addWidget(self._about)
        row.addStretch(1)
        row.addWidget(self.other_file)
        return row

    def _make_duplicates(self) -> Panel:
        panel = Panel(QCoreApplication.translate("Imports", "Duplicates"), ruled=True, parent=self)
        self._matched = QLabel(panel)
        self._matched.setProperty("role", "caption")
        panel.add_act(self._matched)
        panel.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        self.duplicates = SegmentedSwitch(
            (
                Segment("skip", QCoreApplication.translate("Imports", "Skip")),
                Segment("update", QCoreApplication.translate("Imports", "Update")),
                Segment("add", QCoreApplication.translate("Imports", "Add")),
            ),
            stretch=True,
            parent=panel,
        )
        self.duplicates.set_value("update")
        self.duplicates.changed.connect(self.policy_changed)
        panel.content.addWidget(self.duplicates)
        self._duplicates_note = QLabel(panel)
        self._duplicates_note.setProperty("role", "caption")
        self._duplicates_note.setWordWrap(True)
        panel.content.addWidget(self._duplicates_note)
        return panel
