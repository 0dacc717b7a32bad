"""Rows that can't be imported: line, reason in words, what stands in the file; saved as a file to mend."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.qtbase import i18n, icons
from app.services.importing.outcomes import ImportPreview
from app.services.importing.rows import RejectedRow
from app.services.importing.survey import SHOWN
from app.views.imports.words import reason_words, warning_words
from app.views.widgets.buttons import Button
from app.views.widgets.panel import Panel
from app.views.widgets.tags import Counter

LONGEST_TEXT = 200


class RejectedPanel(Panel):
    """The first of the rejected rows, and below them what was kept as written."""

    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Imports", "Not taken in"), ruled=True, parent=parent)
        self._red = Counter(0, red=True, parent=self)
        self._row.insertWidget(self._row.indexOf(self.title) + 1, self._red)
        words = QCoreApplication.translate("Imports", "Save for mending")
        self.save = Button(words, icon="download", small=True, parent=self)
        self.save.clicked.connect(self.save_wanted)
        self.add_act(self.save)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self.table = self._make_table()
        self.title.setBuddy(self.table)
        self.content.addWidget(self.table, 1)
        self._kept = QLabel(self)
        self._kept.setProperty("role", "caption")
        # No wrapped words here: a widget whose height follows its width never shrinks below its wish.
        self._kept.setTextFormat(Qt.TextFormat.PlainText)
        self._kept.setMinimumWidth(40)
        self._kept.setMargin(10)
        self.content.addWidget(self._kept)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show rejected rows and kept cells anew."""
        self._red.set_count(preview.rejected)
        self.save.setEnabled(preview.rejected > 0)
        self._show_rows(preview.summary.rejected_rows)
        self._kept.setText(_kept_words(preview))
        self._kept.setToolTip(self._kept.text())
        self._kept.setVisible(bool(self._kept.text()))
        if preview.rejected > SHOWN:
            words = QCoreApplication.translate("Imports", "the first {shown} are shown")
            self.set_status(words.format(shown=SHOWN))
        else:
            self.set_status("")

    def _show_rows(self, rows: Sequence[RejectedRow]) -> None:
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            line = QTableWidgetItem(i18n.number(row.line))
            line.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            why = QTableWidgetItem(icons.icon("ban", "danger"), reason_words(row.reason))
            filled = "; ".join(cell for cell in row.cells if cell.strip()).replace("\n", " ")[:LONGEST_TEXT]
            written = QTableWidgetItem(f"«{filled}»")
            for place, item in enumerate((line, why, written)):
                item.setToolTip(item.text())
                self.table.setItem(number, place, item)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setAccessibleName(QCoreApplication.translate("Imports", "Rows not taken in"))
        table.setHorizontalHeaderLabels(
            [
                QCoreApplication.translate("Imports", "Line"),
                QCoreApplication.translate("Imports", "Why"),
                QCoreApplication.translate("Imports", "In the file"),
            ]
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return table


def _kept_words(preview: ImportPreview) -> str:
    """Cells taken otherwise than their columns mean, and columns that fill nothing."""
    cells = [f"{warning_words(code)} — {i18n.number(count)}" for code, count in preview.summary.warnings.items()]
    lines = [" · ".join(cells)]
    lost = [column.heading for column in preview.summary.not_taken if column.filled]
    if lost:
        words = QCoreApplication.translate("Imports", "Columns not taken: {columns}")
        lines.append(words.format(columns=", ".join(lost)))
    return "\n".join(filter(None, lines))
