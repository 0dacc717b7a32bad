"""The third step: what the import would do, before anything is written (design/import-wizard.png)."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M
from app.services.importing.outcomes import ImportPreview
from app.services.importing.request import DuplicatePolicy
from app.views.imports.names_panel import NamesPanel, Offices
from app.views.imports.tiles import Tiles
from app.views.imports.words import reason_words, warning_words
from app.views.widgets.buttons import Button, Segment, SegmentedSwitch
from app.views.widgets.panel import Panel


class CheckPage(QWidget):
    """Tiles, rejected rows, unknown names and what becomes of duplicates."""

    policy_changed = Signal()
    save_rejects_wanted = Signal()

    def __init__(self, offices: Offices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        column.setSpacing(GAP_M)
        self.file = QLabel(self)
        self.file.setProperty("role", "caption")
        column.addWidget(self.file)
        self.tiles = Tiles(self)
        column.addWidget(self.tiles)
        halves = QHBoxLayout()
        halves.setSpacing(GAP_M)
        left, right = QVBoxLayout(), QVBoxLayout()
        for half in (left, right):
            half.setSpacing(GAP_M)
            halves.addLayout(half, 1)
        column.addLayout(halves, 1)
        left.addWidget(self._make_rejected(), 3)
        left.addWidget(self._make_warnings(), 2)
        self.names = NamesPanel(offices, self)
        right.addWidget(self.names, 1)
        right.addWidget(self._make_duplicates())

    def policy(self) -> DuplicatePolicy:
        return DuplicatePolicy(self.duplicates.value())

    def show_preview(self, preview: ImportPreview) -> None:
        """Show all of it anew."""
        layout = preview.layout
        self.file.setText(f"{layout.path.name} · {i18n.file_size(layout.size)} · {layout.encoding.upper()}")
        self.tiles.show_preview(preview)
        self.names.show_names(preview.summary)
        self._rejected.set_count(preview.rejected)
        self.save.setEnabled(preview.rejected > 0)
        rows = preview.summary.rejected_rows
        self._table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            cells = (i18n.number(row.line), reason_words(row.reason), "; ".join(row.cells)[:200])
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if place == 0:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._table.setItem(number, place, item)
        self._show_warnings(preview)
        self._say_duplicates(preview)

    def _make_rejected(self) -> Panel:
        self._rejected = Panel(QCoreApplication.translate("Imports", "Not taken in"), ruled=True, parent=self)
        words = QCoreApplication.translate("Imports", "Save for mending")
        self.save = Button(words, icon="download", small=True, parent=self._rejected)
        self.save.clicked.connect(self.save_rejects_wanted)
        self._rejected.add_act(self.save)
        self._table = QTableWidget(0, 3, self._rejected)
        self._table.setAccessibleName(QCoreApplication.translate("Imports", "Rows not taken in"))
        self._table.setHorizontalHeaderLabels(
            [
                QCoreApplication.translate("Imports", "Line"),
                QCoreApplication.translate("Imports", "Why"),
                QCoreApplication.translate("Imports", "In the file"),
            ]
        )
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._rejected.content.addWidget(self._table)
        return self._rejected

    def _make_warnings(self) -> Panel:
        panel = Panel(QCoreApplication.translate("Imports", "Kept as written"), ruled=True, parent=self)
        self._warnings = QLabel(panel)
        self._warnings.setWordWrap(True)
        self._warnings.setTextFormat(Qt.TextFormat.PlainText)
        panel.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        panel.content.addWidget(self._warnings)
        panel.content.addStretch(1)
        return panel

    def _make_duplicates(self) -> Panel:
        panel = Panel(QCoreApplication.translate("Imports", "Duplicates"), ruled=True, parent=self)
        self.duplicates = SegmentedSwitch(
            (
                Segment("skip", QCoreApplication.translate("Imports", "Skip")),
                Segment("update", QCoreApplication.translate("Imports", "Update")),
                Segment("add", QCoreApplication.translate("Imports", "Add")),
            ),
            parent=panel,
        )
        self.duplicates.set_value("update")
        self.duplicates.changed.connect(self.policy_changed)
        panel.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        panel.content.addWidget(self.duplicates)
        self._duplicates_note = QLabel(panel)
        self._duplicates_note.setProperty("role", "caption")
        self._duplicates_note.setWordWrap(True)
        panel.content.addWidget(self._duplicates_note)
        return panel

    def _show_warnings(self, preview: ImportPreview) -> None:
        lines = [f"{warning_words(code)} — {i18n.number(count)}" for code, count in preview.summary.warnings.items()]
        lost = [column.heading for column in preview.summary.not_taken if column.filled]
        if lost:
            words = QCoreApplication.translate("Imports", "Columns not taken: {columns}")
            lines.append(words.format(columns=", ".join(lost)))
        nothing = QCoreApplication.translate("Imports", "Every cell was read as its column means.")
        self._warnings.setText("\n".join(lines) or nothing)

    def _say_duplicates(self, preview: ImportPreview) -> None:
        found = preview.duplicates[DuplicatePolicy.UPDATE]
        words = {
            "skip": QCoreApplication.translate(
                "Imports", "%n row(s) of people already known are left out.", None, found
            ),
            "update": QCoreApplication.translate(
                "Imports", "Empty fields of %n known lead(s) are filled. What is filled in your database stays.", None,
                found,
            ),
            "add": QCoreApplication.translate("Imports", "%n row(s) become leads of their own.", None, found),
        }
        self._duplicates_note.setText(words[self.duplicates.value()])

    def recount(self, preview: ImportPreview) -> None:
        """The choice about duplicates changed."""
        self._say_duplicates(preview)


