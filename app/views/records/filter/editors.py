"""Editors of a condition's values, one for each way of asking."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.core.errors import UserError
from app.core.money import parse_money
from app.qtbase import icons
from app.qtbase.metrics import GAP_CONTROL, GAP_L
from app.qtbase.theme import theme
from app.services.records.lists import FilterField
from app.views.records.filter.names import PERIODS, STATES
from app.views.records.filter.operators import QUICK
from app.views.records.filter.tags import TagsEditor
from app.views.widgets.buttons import Segment, SegmentedSwitch
from app.views.widgets.fields import Choice, DateEditor, MoneyEditor, OneOfEditor, TextEditor

Asked = tuple[str, tuple[object, ...]]
"""An operator and its values, as a condition holds them."""
ReadDay = Callable[[str], date | None]
LONGEST_TEXT = 10_000
MANY_DAYS = 36_525

_STATE_LOOK = {"overdue": ("overdue", "danger"), "today": ("clock", "warn"), "planned": ("calendar", "text2"),
               "none": ("none", "text2")}  # fmt: skip


class ValueEditor(QWidget):
    """Says what is asked, or None while nothing is chosen."""

    changed = Signal()

    def asked(self) -> Asked | None:
        raise TypeError(f"{type(self).__name__} asks nothing")

    def show_values(self, operator: str, values: Sequence[object]) -> None:
        """Fill in without `changed`."""
        raise TypeError(f"{type(self).__name__} shows nothing")

    def line(self) -> QHBoxLayout:
        """A row without margins."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_CONTROL)
        return row


class NothingToSay(ValueEditor):
    """ "Is filled" and "is empty" need no value."""

    def __init__(self, operator: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._operator = operator
        label = QLabel(words, self)
        label.setProperty("tone", "muted")
        theme().fix_height(label, "control")
        self.line().addWidget(label)

    def asked(self) -> Asked | None:
        return self._operator, ()

    def show_values(self, operator: str, values: Sequence[object]) -> None:
        """There is nothing to fill in."""


class TagsValue(ValueEditor):
    """Several entries of a dictionary."""

    def __init__(self, field: FilterField, operator: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._operator = operator
        self.tags = TagsEditor(field.choices, name, self)
        self.tags.changed.connect(self.changed)
        self.line().addWidget(self.tags)
        self.setFocusProxy(self.tags)

    def asked(self) -> Asked | None:
        chosen = self.tags.value()
        return (self._operator, chosen) if chosen else None

    def show_values(self, operator: str, values: Sequence[object]) -> None:
        self.tags.set_value(values)


class TextValue(ValueEditor):
    """A part of a text, or the whole of it."""

    def __init__(self, operator: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._operator = operator
        any_words = QCoreApplication.translate("Filter", "Any")
        self.editor = TextEditor(any_words, max_length=LONGEST_TEXT, parent=self)
        self.editor.line.setAccessibleName(name)
        self.editor.changed.connect(self.changed)
        self.line().addWidget(self.editor)
        self.setFocusProxy(self.editor)

    def asked(self) -> Asked | None:
        text = self.editor.line.text().strip()
        return (self._operator, (text,)) if text else None

    def show_values(self, operator: str, values: Sequence[object]) -> None:
        self.editor.line.setText(str(values[0]) if values else "")


class YesNoValue(ValueEditor):
    """Any, yes or no; of links and files: there is one, or none."""

    def __init__(self, field: FilterField, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._presence = field.kind == "presence"
        self.switch = SegmentedSwitch(
            (
                Segment("", QCoreApplication.translate("Filter", "Any")),
                Segment("yes", QCoreApplication.translate("Filter", "Yes")),
                Segment("no", QCoreApplication.translate("Filter", "No")),
            ),
            parent=self,
        )
        for code in ("", "yes", "no"):
            button = self.switch.button(code)
            button.setAccessibleName(f"{name}: {button.text()}")
        self.switch.changed.connect(self.changed)
        row = self.line()
        row.addWidget(self.switch)
        row.addStretch(1)
        self.setFocusProxy(self.switch.button("yes"))

    def asked(self) -> Asked | None:
        chosen = self.switch.value()
        if not chosen:
            return None
        if self._presence:
            return ("filled" if chosen == "yes" else "empty"), ()
        return "equals", (chosen == "yes",)

    def show_values(self, operator: str, values: Sequence[object]) -> None:
        if self._presence:
            self.switch.set_value({"filled": "yes", "empty": "no"}.get(operator, ""))
        else:
            self.switch.set_value({True: "yes", False: "no"}.get(bool(values[0]), "") if values else "")


class StatesValue(ValueEditor):
    """How the record stands to its nearest activity."""

    def __init__(self, operator: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._operator = operator
        row = self.line()
        row.setSpacing(GAP_L)
        self.boxes: dict[str, QCheckBox] = {}
        for code, words in STATES.items():
            box = QCheckBox(words(), self)
            box.setIcon(icons.icon(*_STATE_LOOK[code]))
            box.setProperty("tone", {"overdue": "danger", "today": "warn"}.get(code, ""))
            theme().fix_height(box, "control")
            box.toggled.connect(self.changed)
            row.addWidget(box)
            self.boxes[code] = box
        row.addStretch(1)
        self.setFocusProxy(self.boxes["overdue"])

    def asked(self) -> Asked | None:
        chosen = tuple(code for code, box in self.boxes.items() if box.isChecked())
        return (self._operator, chosen) if chosen else None

    def show_values(self, operator: str, values: Sequence[object]) -> None:
        self.blockSignals(True)
        for code, box in self.boxes.items():
            box.setChecked(code in values)
        self.blockSignals(False)


class NumbersValue(ValueEditor):
    """One number, or both ends of a range, either of which may stay open."""

    def __init__(self, operator: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._operator = operator
        row = self.line()
        self.lines: list[MoneyEditor] = []
        ends = (_from(), _to()) if operator == "between" else ("",)
        for number, end in enumerate(ends):
            if number:
                row.addWidget(QLabel("–", self))
            editor = MoneyEditor(end, parent=self)
            editor.line.setAccessibleName(f"{name}, {end}" if end else name)
            editor.changed.connect(self.changed)
            row.addWidget(editor, 1)
            self.lines.append(editor)
        self.setFocusProxy(self.lines[0])

    def asked(self) -> Asked | None:
        values = tuple(one.value() for one in self.lines)
        return None if all(value is None for value in values) else (self._operator, values)

    def show_values(self, operator: str, values: Sequence[object]) -> None:
        for editor, value in zip(self.lines, (*values, None, None), strict=False):
            editor.set_value(_number(value))


class DaysValue(ValueEditor):
    """One day, or the first and the last one with the usual periods under them."""

    def __init__(self, operator: str, name: str, read_day: ReadDay, parent: QWidget) -> None:
        super().__init__(parent)
        self._operator = operator
        self._period: tuple[str, int] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_CONTROL)
        row = QHBoxLayout()
        row.setSpacing(GAP_CONTROL)
        column.addLayout(row)
        self.days: list[DateEditor] = []
        for number, end in enumerate((_from(), _to()) if operator == "between" else ("",)):
            if number:
                row.addWidget(QLabel("–", self))
            editor = DateEditor(read_day, end, self)
            editor.line.setAccessibleName(f"{name}, {end}" if end else name)
            editor.changed.connect(self._typed)
            row.addWidget(editor, 1)
            self.days.append(editor)
        self.chips: dict[tuple[str, int], QPushButton] = {}
        if operator == "between":
            column.addLayout(self._quick(name))
        self.setFocusProxy(self.days[0])

    def _quick(self, name: str) -> QGridLayout:
        row = QGridLayout()
        row.setHorizontalSpacing(GAP_CONTROL)
        for number, period in enumerate(QUICK):
            chip = QPushButton(_quick_words(period), self)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setProperty("small", True)
            chip.setAccessibleName(f"{name}: {chip.text()}")
            theme().fix_height(chip, "control_small")
            chip.clicked.connect(lambda on, chosen=period: self._choose(chosen if on else None))
            row.addWidget(chip, 0, number)
            self.chips[period] = chip
        row.setColumnStretch(len(QUICK), 1)
        return row

    def asked(self) -> Asked | None:
        if self._period is not None:
            return "period", (self._period if self._period[1] else self._period[:1])
        values = tuple(one.value() for one in self.days)
        return None if all(value is None for value in values) else (self._operator, values)

    def show_values(self, operator: str, values: Sequence[object]) -> None:
        if operator == "period":
            code, count = (*values, 0)[:2]
            self._show_period((str(code), count if isinstance(count, int) else 0))
            return
        self._show_period(None)
        for editor, value in zip(self.days, (*values, None, None), strict=False):
            editor.set_value(_day(value))

    def _choose(self, period: tuple[str, int] | None) -> None:
        self._show_period(period)
        self.changed.emit()

    def _show_period(self, period: tuple[str, int] | None) -> None:
        self._period = period
        for one, chip in self.chips.items():
            chip.setChecked(one == period)
        if period is not None:
            for editor in self.days:
                editor.set_value(None)

    def _typed(self) -> None:
        self._period = None
        for chip in self.chips.values():
            chip.setChecked(False)
        self.changed.emit()


class NamedPeriodValue(ValueEditor):
    """This week, last month and their like."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = OneOfEditor(
            [Choice(code, words()) for code, words in PERIODS.items()],
            QCoreApplication.translate("Filter", "Any"), parent=self,
        )  # fmt: skip
        self.editor.combo.setAccessibleName(name)
        self.editor.changed.connect(self.changed)
        self.line().addWidget(self.editor)
        self.setFocusProxy(self.editor)

    def asked(self) -> Asked | None:
        code = self.editor.value()
        return None if code is None else ("period", (code,))

    def show_values(self, operator: str, values: Sequence[object]) -> None:
        self.editor.set_value(values[0] if values else None)


class CountedDaysValue(ValueEditor):
    """A number of days before or after today."""

    def __init__(self, code: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._code = code
        row = self.line()
        self.editor = MoneyEditor(parent=self)
        self.editor.line.setAccessibleName(name)
        self.editor.changed.connect(self.changed)
        row.addWidget(self.editor, 1)
        row.addWidget(QLabel(_days_words(code), self), 2)
        self.setFocusProxy(self.editor)

    def asked(self) -> Asked | None:
        days = self.editor.value()
        if days is None or days < 0:
            return None
        return "period", (self._code, min(int(days), MANY_DAYS))

    def show_values(self, operator: str, values: Sequence[object]) -> None:
        self.editor.set_value(values[1] if len(values) > 1 and isinstance(values[1], int) else None)


def _from() -> str:
    return QCoreApplication.translate("Filter", "from")


def _to() -> str:
    return QCoreApplication.translate("Filter", "to")


def _quick_words(period: tuple[str, int]) -> str:
    match period[0]:
        case "today":
            return QCoreApplication.translate("Filter", "Today")
        case "last_days":
            return QCoreApplication.translate("Filter", "7 days")
        case "this_month":
            return QCoreApplication.translate("Filter", "Month")
    return QCoreApplication.translate("Filter", "Quarter")


def _days_words(code: str) -> str:
    match code:
        case "older_than":
            return QCoreApplication.translate("Filter", "days ago")
        case "later_than":
            return QCoreApplication.translate("Filter", "days from now")
    return QCoreApplication.translate("Filter", "days, today among them")


def _number(value: object) -> Decimal | None:
    """A number as the form or a saved document holds it."""
    if isinstance(value, str):
        try:
            return parse_money(value)
        except UserError:  # a part of a saved filter that can't be read stays empty
            return None
    return Decimal(str(value)) if isinstance(value, Decimal | int | float) and not isinstance(value, bool) else None


def _day(value: object) -> date | None:
    """A day as the form or a saved document holds it."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value[:10])
        except ValueError:  # likewise
            return None
    return value if isinstance(value, date) else None
