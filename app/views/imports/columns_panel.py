"""What each column fills: heading, target and examples, one line a column."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_M, GAP_S, GAP_XS
from app.qtbase.theme import theme
from app.services.importing.headings import NOT_TAKEN, Mapping
from app.services.importing.outcomes import ImportPreview
from app.services.importing.survey import ColumnSummary
from app.services.records.office import FieldRecord
from app.views.imports.words import file_writing, target_choices
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel

LINE_HEIGHT = 33
LONGEST_EXAMPLE = 40
MOST_SHOWN_ITEMS = 16


class ColumnsPanel(Panel):
    """Recognised columns need no look; `changed` comes when one got another target.

    With a `limit` only the first lines stand here, and a link below asks for the others.
    """

    changed = Signal()
    all_wanted = Signal()

    def __init__(self, limit: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Imports", "Columns"), ruled=True, parent=parent)
        self._limit = limit
        self._mapping: Mapping | None = None
        self._combos: dict[int, QComboBox] = {}
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self._writing = QLabel(self)
        self._writing.setProperty("role", "caption")
        self.add_act(self._writing)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("role", "page")
        self._lines = QVBoxLayout(page)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        area.setWidget(page)
        if limit is not None:
            area.setFixedHeight(limit * LINE_HEIGHT)
        self.content.addWidget(area)
        self._more = Button("", "link", small=True, parent=self)
        self._more.clicked.connect(self.all_wanted)
        self._more.setVisible(limit is not None)
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP_S, GAP_XS, GAP_S, GAP_XS)
        foot.addWidget(self._more)
        foot.addStretch(1)
        self.content.addLayout(foot)

    def show_columns(self, preview: ImportPreview, fields: tuple[FieldRecord, ...]) -> None:
        """Show the columns as they are read."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._mapping = preview.mapping
        self._combos = {}
        choices = target_choices(fields)
        columns = preview.summary.columns
        for summary in columns[: self._limit]:
            self._lines.addWidget(self._line(summary, choices))
        self._lines.addStretch(1)
        rest = len(columns) - len(self._combos)
        more = QCoreApplication.translate("Imports", "Show %n more column(s)", None, rest)
        self._more.setText(more if rest else QCoreApplication.translate("Imports", "Show columns with more examples"))
        taken = len(columns) - len(preview.summary.not_taken)
        words = QCoreApplication.translate("Imports", "recognised {taken} of {total}")
        self.set_status(words.format(taken=taken, total=len(columns)), "ok" if taken else "muted")
        self._writing.setText(file_writing(preview.layout))
        if self._limit is not None:
            self.setFixedHeight(self.sizeHint().height())

    def mapping(self) -> Mapping | None:
        """The columns as the user left them."""
        mapping = self._mapping
        if mapping is None:
            return None
        for column, combo in self._combos.items():
            mapping = mapping.with_target(column, str(combo.currentData()))
        return mapping

    def _line(self, summary: ColumnSummary, choices: Sequence[tuple[str, str]]) -> QFrame:
        line = QFrame(self)
        line.setProperty("role", "head")
        row = QHBoxLayout(line)
        row.setContentsMargins(GAP_M, 3, GAP_M, 3)
        row.setSpacing(GAP_S)
        heading = QLabel(summary.heading or QCoreApplication.translate("Imports", "(no heading)"), line)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setToolTip(summary.heading)
        heading.setMinimumWidth(40)
        taken = summary.target != NOT_TAKEN
        mark = IconLabel("arrow_right" if taken else "minus", "ok" if taken else "text3", 14, parent=line)
        combo = self._combo(line, choices, summary.target)
        heading.setBuddy(combo)
        example = QLabel(_example(summary, several=self._limit is None), line)
        example.setTextFormat(Qt.TextFormat.PlainText)
        example.setProperty("role", "caption")
        example.setMinimumWidth(40)
        self._combos[summary.index] = combo
        for widget, stretch in ((heading, 5), (mark, 0), (combo, 0), (example, 5 if self._limit else 12)):
            row.addWidget(widget, stretch)
        return line

    def _combo(self, line: QWidget, choices: Sequence[tuple[str, str]], target: str) -> QComboBox:
        combo = QComboBox(line)
        combo.setMaxVisibleItems(MOST_SHOWN_ITEMS)
        combo.setFixedWidth(188 if self._limit else 240)
        theme().fix_height(combo, "control_small")
        for code, words in choices:
            combo.addItem(words, code)
        combo.setCurrentIndex(max(combo.findData(target), 0))
        combo.activated.connect(self.changed)
        return combo


def _example(summary: ColumnSummary, *, several: bool) -> str:
    if not summary.filled:
        return QCoreApplication.translate("Imports", "empty")
    examples = summary.examples if several else summary.examples[:1]
    return " · ".join(example.replace("\n", " ")[:LONGEST_EXAMPLE] for example in examples)
