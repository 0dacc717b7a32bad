"""The conditions of the filter panel: stage, responsible, source, activity state, created."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.core.errors import UserError
from app.core.whens import parse_when
from app.qtbase import icons
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.records.lists import Condition
from app.services.workplace import Workplace
from app.views.navigator import Section
from app.views.widgets.fields import Choice, DateEditor, FieldFrame, SeveralOfEditor

ME = "me"
_STATES = ("overdue", "today", "planned", "none")
_STATE_ICONS = {
    "overdue": ("overdue", "danger"),
    "today": ("clock", "warn"),
    "planned": ("calendar", "text2"),
    "none": ("none", "text2"),
}
_PERIODS = (("today", 0), ("last_days", 7), ("last_days", 30), ("last_days", 90))


class ConditionForm(QWidget):
    """All conditions hold together; an empty one asks for nothing."""

    changed = Signal()

    def __init__(self, workplace: Workplace, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._section: Section = section
        self._period: tuple[str, int] | None = None
        self._chips: dict[tuple[str, int], QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L + 2, GAP_M, GAP_L + 2, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(self._heading())
        self._fields: dict[str, FieldFrame] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_L)
        grid.setVerticalSpacing(GAP_M)
        for number, (code, label, choices) in enumerate(self._choices()):
            self._fields[code] = field = FieldFrame(label, SeveralOfEditor(choices, _any(), self), parent=self)
            field.changed.connect(self.changed)
            wide = code == "stage"
            grid.addWidget(field, 0 if wide else 1, 0 if wide else (number + 1) % 2, 1, 2 if wide else 1)
        column.addLayout(grid)
        if section != "contact":
            column.addLayout(self._states())
        column.addLayout(self._created())
        column.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        title = QLabel(QCoreApplication.translate("Records", "Conditions"), self)
        title.setProperty("role", "heading")
        row.addWidget(title)
        note = QLabel(QCoreApplication.translate("Records", "all of them hold"), self)
        note.setProperty("tone", "muted")
        row.addWidget(note)
        row.addStretch(1)
        return row

    def _choices(self) -> Iterator[tuple[str, str, tuple[Choice, ...]]]:
        """Code, name and choices of each dictionary that the section is filtered by."""
        registry, me = self._workplace.registry, self._workplace.actor.employee_id
        if self._section != "contact":
            stages = tuple(Choice(stage.id, stage.name) for stage in registry.stages(self._section))
            yield "stage", QCoreApplication.translate("Records", "Stage"), stages
        mine = Choice(ME, QCoreApplication.translate("Records", "Me"))
        people = tuple(Choice(one.id, one.name) for one in registry.employees() if one.id != me)
        yield "responsible", QCoreApplication.translate("Records", "Responsible"), (mine, *people)
        if self._section == "lead":
            sources = tuple(Choice(source.id, source.name) for source in registry.all.sources.values())
            yield "source", QCoreApplication.translate("Records", "Source"), sources
        if self._section == "deal":
            types = tuple(Choice(one.id, one.name) for one in registry.all.deal_types.values())
            yield "deal_type", QCoreApplication.translate("Records", "Type"), types

    def _states(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP_S)
        caption = QLabel(QCoreApplication.translate("Records", "Activity"), self)
        caption.setProperty("role", "label")
        column.addWidget(caption)
        row = QHBoxLayout()
        row.setSpacing(GAP_L)
        words = {
            "overdue": QCoreApplication.translate("Records", "Overdue"),
            "today": QCoreApplication.translate("Records", "For today"),
            "planned": QCoreApplication.translate("Records", "Planned later"),
            "none": QCoreApplication.translate("Records", "None"),
        }
        self.states: dict[str, QCheckBox] = {}
        for state in _STATES:
            box = QCheckBox(words[state], self)
            box.setIcon(icons.icon(*_STATE_ICONS[state]))
            box.toggled.connect(self.changed)
            row.addWidget(box)
            self.states[state] = box
        row.addStretch(1)
        column.addLayout(row)
        return column

    def _created(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP_S)
        row = QHBoxLayout()
        row.setSpacing(GAP_L)
        self.created_from = FieldFrame(
            QCoreApplication.translate("Records", "Created from"), DateEditor(self._read_day), parent=self
        )
        self.created_to = FieldFrame(
            QCoreApplication.translate("Records", "Created up to"), DateEditor(self._read_day), parent=self
        )
        for field in (self.created_from, self.created_to):
            field.changed.connect(self._type_day)
            row.addWidget(field, 1)
        column.addLayout(row)
        chips = QHBoxLayout()
        chips.setSpacing(GAP_S)
        words = (
            QCoreApplication.translate("Records", "Today"),
            QCoreApplication.translate("Records", "7 days"),
            QCoreApplication.translate("Records", "30 days"),
            QCoreApplication.translate("Records", "90 days"),
        )
        for period, text in zip(_PERIODS, words, strict=True):
            chips.addWidget(self._chip(period, text))
        chips.addStretch(1)
        column.addLayout(chips)
        return column

    def _chip(self, period: tuple[str, int], text: str) -> QPushButton:
        chip = QPushButton(text, self)
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setProperty("small", True)
        theme().fix_height(chip, "control_small")
        chip.clicked.connect(lambda on, chosen=period: self._choose_period(chosen if on else None))
        self._chips[period] = chip
        return chip

    # between the form and conditions

    def conditions(self) -> Iterator[Condition]:
        """What is asked, one condition a field."""
        for code, field in self._fields.items():
            value = field.value()
            if isinstance(value, tuple):
                yield Condition(code, "any_of", value)
        states = tuple(state for state, box in getattr(self, "states", {}).items() if box.isChecked())
        if states:
            yield Condition("activity_state", "any_of", states)
        first, last = self.created_from.value(), self.created_to.value()
        if self._period is not None:
            yield Condition("created", "period", self._period if self._period[1] else self._period[:1])
        elif first is not None or last is not None:
            yield Condition("created", "between", (first, last))

    def show_conditions(self, conditions: Sequence[Condition]) -> None:
        """Fill the form in, without `changed`."""
        self.blockSignals(True)
        for field in self._fields.values():
            field.set_value(())
        for box in getattr(self, "states", {}).values():
            box.setChecked(False)
        self._show_period(None)
        for field in (self.created_from, self.created_to):
            field.set_value(None)
        for condition in conditions:
            self._show_condition(condition)
        self.blockSignals(False)

    def _show_condition(self, condition: Condition) -> None:
        if condition.field in self._fields:
            self._fields[condition.field].set_value(condition.values)
        elif condition.field == "activity_state":
            for state in condition.values:
                if isinstance(state, str) and state in getattr(self, "states", {}):
                    self.states[state].setChecked(True)
        elif condition.field == "created" and condition.operator == "period":
            code, count = (*condition.values, 0)[:2]
            self._show_period((str(code), count if isinstance(count, int) else 0))
        elif condition.field == "created":
            first, last = (*condition.values, None)[:2]
            self.created_from.set_value(first)
            self.created_to.set_value(last)

    def focus_first(self) -> None:
        """The cursor into the first condition."""
        next(iter(self._fields.values())).focus()

    def _choose_period(self, period: tuple[str, int] | None) -> None:
        self._show_period(period)
        for field in (self.created_from, self.created_to):
            field.set_value(None)
        self.changed.emit()

    def _show_period(self, period: tuple[str, int] | None) -> None:
        self._period = period
        for one, chip in self._chips.items():
            chip.setChecked(one == period)

    def _type_day(self) -> None:
        self._show_period(None)
        self.changed.emit()

    def _read_day(self, text: str) -> date | None:
        """A day that was: "20.11" typed in spring is last year's."""
        now = self._workplace.now().astimezone(self._workplace.zone)
        try:
            day = parse_when(text, now, self._workplace.calendar).date
        except UserError:
            return None
        years_back = 1 if day > now.date() and str(day.year) not in text else 0
        return _in_year(day, day.year - years_back)


def _in_year(day: date, year: int) -> date:
    """The same day of a year; 29 February becomes the 28th where there is none."""
    return date(year, day.month, 28) if (day.month, day.day) == (2, 29) and year % 4 else day.replace(year=year)


def _any() -> str:
    return QCoreApplication.translate("Records", "Any")
