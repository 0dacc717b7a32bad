"""Fields in rows, records in columns: which record stays, and whose value of each field."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from app.core.fieldkinds import FieldType
from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S, GAP_XS
from app.qtbase.theme import restyle
from app.services.records.activities import ClientRef
from app.services.records.duplicates import Comparison, Merge, RecordVersion
from app.services.records.office import FieldRecord
from app.views.duplicates.cells import ChoiceCell, empty_label, words_label
from app.views.duplicates.words import ref_words
from app.views.field_forms import FieldWorld
from app.views.field_forms.wording import value_words
from app.views.widgets.buttons import Button
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.tags import Tag

NAME_WIDTH: Final = 132
LEAST_COLUMN: Final = 168


class _Row:
    """A field: a cell a record, by the record; records without a value have none."""

    def __init__(self, field: FieldRecord, *, united: bool) -> None:
        self.field = field
        self.united = united
        self.cells: dict[ClientRef, ChoiceCell] = {}
        self.words: dict[ClientRef, str] = {}
        self.result: QLabel | None = None

    def chosen(self) -> list[ClientRef]:
        return [ref for ref, cell in self.cells.items() if cell.is_on()]

    def show_result(self) -> None:
        texts = dict.fromkeys(self.words[ref] for ref in self.chosen())
        between = "\n" if self.field.type is FieldType.LONG_TEXT else ", "
        if self.united and between == ", ":  # lists come as lists of words: each once
            texts = dict.fromkeys(part for text in texts for part in text.split(between))
        if self.result is not None:
            self.result.setText(between.join(texts) or "—")


class ColumnHead(QFrame):
    """Which record this is, and whether it stays."""

    kept = Signal()
    opened = Signal()

    def __init__(self, version: RecordVersion, facts: str, *, may_stay: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_XS)
        grid.setHorizontalSpacing(GAP_S)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        link = Button(ref_words(version.ref), "link", parent=self)
        link.setToolTip(QCoreApplication.translate("Duplicates", "Open the card"))
        link.clicked.connect(self.opened)
        second = ElidedLabel(self)
        second.set_text(facts)
        second.setProperty("role", "caption")
        second.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.addWidget(link, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(second, 1, 0, 1, 2)
        self.tag = Tag(QCoreApplication.translate("Duplicates", "stays"), "info", parent=self)
        self.keep = Button(QCoreApplication.translate("Duplicates", "Keep"), small=True, parent=self)
        self.keep.setAccessibleName(f"{self.keep.text()}: {ref_words(version.ref)}")
        self.keep.clicked.connect(self.kept)
        grid.addWidget(self.tag, 0, 1)
        grid.addWidget(self.keep, 0, 1)
        self._may_stay = may_stay

    def set_staying(self, stays: bool) -> None:
        self.tag.setVisible(stays)
        self.keep.setVisible(not stays and self._may_stay)
        restyle(self, on="true" if stays else "false")


class FieldPicker(QScrollArea):
    """`changed` comes with every choice."""

    changed = Signal()
    card_wanted = Signal(str, int)

    def __init__(self, comparison: Comparison, world: FieldWorld, parent: QWidget) -> None:
        super().__init__(parent)
        self.comparison = comparison
        self._world = world
        self.survivor = comparison.suggested
        self.setWidgetResizable(True)
        page = QWidget()
        page.setProperty("role", "page")
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(GAP_M, 0, GAP_M, GAP_M)
        self._grid.setHorizontalSpacing(GAP_S)
        self._grid.setVerticalSpacing(GAP_XS)
        self._heads: dict[ClientRef, ColumnHead] = {}
        self.rows: list[_Row] = []
        self._fill_heads()
        for field in comparison.fields:
            self._add_row(field)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        for column in range(1, len(comparison.versions) + 2):
            self._grid.setColumnMinimumWidth(column, LEAST_COLUMN)
            self._grid.setColumnStretch(column, 1)
        self.setWidget(page)
        self.keep(self.survivor)

    def merge(self) -> Merge:
        """What is chosen now."""
        taken = {row.field.code: row.chosen()[0] for row in self.rows if not row.united and row.chosen()}
        united = {row.field.code: tuple(row.chosen()) for row in self.rows if row.united}
        return Merge(self.survivor, {one.ref: one.version for one in self.comparison.versions}, taken, united)

    def may_stay(self, version: RecordVersion) -> bool:
        """A lead never takes a contact in, nor one that became a deal."""
        versions = self.comparison.versions
        if self.comparison.attaches:
            return version.ref.section == "contact"
        return version.has_deal or not any(one.has_deal for one in versions)

    def keep(self, ref: ClientRef) -> None:
        """Another record stays: its values are taken, where it has any."""
        self.survivor = ref
        for one, head in self._heads.items():
            head.set_staying(one == ref)
        for row in self.rows:
            if row.united:
                for cell in row.cells.values():
                    cell.set_on(True)
            elif row.cells:
                row.cells.get(ref, next(iter(row.cells.values()))).set_on(True)
        self.changed.emit()

    def choose_column(self, number: int) -> None:
        """In the row with the cursor; without one, the record that stays."""
        if not 0 <= number < len(self.comparison.versions):
            return
        version = self.comparison.versions[number]
        row = next((one for one in self.rows if any(cell.mark.hasFocus() for cell in one.cells.values())), None)
        if row is None:
            if self.may_stay(version):
                self.keep(version.ref)
        elif version.ref in row.cells:
            cell = row.cells[version.ref]
            cell.set_on(not cell.is_on() if row.united else True)
            cell.mark.setFocus()

    def _fill_heads(self) -> None:
        caption = words_label(QCoreApplication.translate("Duplicates", "What to keep"), self, muted=True)
        self._grid.addWidget(caption, 0, 0)
        for number, version in enumerate(self.comparison.versions, start=1):
            head = ColumnHead(version, self._facts(version), may_stay=self.may_stay(version), parent=self)
            head.kept.connect(lambda ref=version.ref: self.keep(ref))
            head.opened.connect(lambda ref=version.ref: self.card_wanted.emit(ref.section, ref.id))
            self._heads[version.ref] = head
            self._grid.addWidget(head, 0, number)
        result = QLabel(QCoreApplication.translate("Duplicates", "Result"), self)
        result.setProperty("role", "name")
        self._grid.addWidget(result, 0, len(self.comparison.versions) + 1)

    def _facts(self, version: RecordVersion) -> str:
        registry = self._world.registry
        day = i18n.day_full(version.created_at.astimezone(self._world.zone).date())
        stage = registry.stage(version.stage_id).name if version.stage_id is not None else ""
        return " · ".join(part for part in (day, registry.employee(version.responsible_id).short_name, stage) if part)

    def _add_row(self, field: FieldRecord) -> None:
        row = _Row(field, united=field.code in self.comparison.united)
        place = self._grid.rowCount()
        group = None if row.united else QButtonGroup(self)
        self._grid.addWidget(words_label(field.name, self), place, 0)
        for number, version in enumerate(self.comparison.versions, start=1):
            words = value_words(field, version.values.get(field.code), self._world, version.currency)
            if not words:
                self._grid.addWidget(empty_label(self), place, number)
                continue
            name = f"{field.name}, {ref_words(version.ref)}"
            cell = ChoiceCell(words, name, several=row.united, parent=self)
            if group is not None:
                group.addButton(cell.mark)
            cell.toggled.connect(lambda on: self._toggled(row, on))
            row.cells[version.ref], row.words[version.ref] = cell, words
            self._grid.addWidget(cell, place, number)
        row.result = words_label("", self)
        self._grid.addWidget(row.result, place, len(self.comparison.versions) + 1)
        self.rows.append(row)

    def _toggled(self, row: _Row, on: bool) -> None:
        if on or row.united:  # of radio buttons one comes on as another goes off
            row.show_result()
            self.changed.emit()
