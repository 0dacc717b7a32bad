"""The second step: what each column fills, with examples; recognised ones need no look."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.importing.headings import NOT_TAKEN, Mapping
from app.services.importing.outcomes import ImportPreview
from app.services.records.office import FieldRecord
from app.views.imports.words import target_choices
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel


class ColumnsPage(QWidget):
    """`changed` comes when a column got another target."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        self._panel = Panel(QCoreApplication.translate("Imports", "Columns"), ruled=True, parent=self)
        column.addWidget(self._panel)
        area = QScrollArea(self._panel)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self._page = QWidget()
        self._page.setProperty("role", "page")
        self._grid = QGridLayout(self._page)
        self._grid.setHorizontalSpacing(GAP_M)
        self._grid.setVerticalSpacing(GAP_S)
        area.setWidget(self._page)
        self._panel.content.addWidget(area)
        self._combos: list[QComboBox] = []
        self._mapping: Mapping | None = None

    def show_columns(self, preview: ImportPreview, fields: tuple[FieldRecord, ...]) -> None:
        """Show the columns as recognised."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._mapping = preview.mapping
        self._combos = []
        choices = target_choices(fields)
        for row, summary in enumerate(preview.summary.columns):
            heading = QLabel(summary.heading or QCoreApplication.translate("Imports", "(no heading)"), self._page)
            taken = summary.target != NOT_TAKEN
            mark = IconLabel("arrow_right" if taken else "minus", "ok" if taken else "text3", parent=self._page)
            combo = self._combo(choices, summary.target)
            heading.setBuddy(combo)
            example = QLabel(self._example(summary.filled, summary.examples), self._page)
            example.setProperty("role", "caption")
            example.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            for label in (heading, example):
                label.setTextFormat(Qt.TextFormat.PlainText)  # a file may hold markup
            for place, widget in enumerate((heading, mark, combo, example)):
                self._grid.addWidget(widget, row, place)
        self._grid.setColumnStretch(3, 1)
        self._grid.setRowStretch(len(self._combos), 1)
        self._show_status(preview)

    def mapping(self) -> Mapping | None:
        """The columns as the user left them."""
        mapping = self._mapping
        if mapping is None:
            return None
        for column, combo in enumerate(self._combos):
            mapping = mapping.with_target(column, str(combo.currentData()))
        return mapping

    def _combo(self, choices: list[tuple[str, str]], target: str) -> QComboBox:
        combo = QComboBox(self._page)
        combo.setMaxVisibleItems(16)
        combo.setMinimumWidth(240)
        theme().fix_height(combo, "control_small")
        for code, words in choices:
            combo.addItem(words, code)
        combo.setCurrentIndex(max(combo.findData(target), 0))
        combo.activated.connect(self.changed)
        self._combos.append(combo)
        return combo

    def _example(self, filled: int, examples: tuple[str, ...]) -> str:
        if not filled:
            return QCoreApplication.translate("Imports", "empty")
        return " · ".join(example.replace("\n", " ")[:40] for example in examples)

    def _show_status(self, preview: ImportPreview) -> None:
        total = len(preview.summary.columns)
        taken = total - len(preview.summary.not_taken)
        words = QCoreApplication.translate("Imports", "recognised {taken} of {total}").format(taken=taken, total=total)
        self._panel.set_status(words, "ok" if taken == total else "muted")
