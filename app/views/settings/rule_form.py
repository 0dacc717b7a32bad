"""One rule: a mode for everybody and for each role, its numbers, and where other numbers hold."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from app.core.kinds import StageKind
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.records.office import RuleRecord
from app.services.registry import Registry
from app.services.rules import Mode, RuleCode
from app.services.rules.settings import INHERITED, limits_of, modes_of
from app.views.settings.exception_row import ExceptionRow
from app.views.settings.rule_words import mode_words, number_words, on_words, rule_details, rule_words
from app.views.widgets.buttons import Button
from app.views.widgets.fields import Choice, OneOfEditor
from app.views.widgets.panel import Panel

MODE_WIDTH = 220
NUMBER_WIDTH = 110
_AS_EVERYBODY = "everybody"


class RuleForm(QWidget):
    """Made anew for each rule that is shown: rules differ in what they ask for."""

    changed = Signal()

    def __init__(self, registry: Registry, parent: QWidget) -> None:
        super().__init__(parent)
        self._registry = registry
        self._code = RuleCode.NEXT_ACTIVITY
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._panel: Panel | None = None
        self.modes: dict[str, OneOfEditor] = {}
        """By role code; empty: everybody."""
        self.numbers: dict[str, QSpinBox] = {}
        self.exceptions: list[ExceptionRow] = []
        self.roles: tuple[tuple[str, str], ...] = ()
        """Code and name of each role."""

    def show_rule(self, code: RuleCode, rows: Sequence[RuleRecord]) -> None:
        """Fill the form, without `changed`."""
        self._code = code
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        panel = self._panel = Panel(rule_words(code), ruled=True, parent=self)
        self._column.addWidget(panel)
        panel.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        details = QLabel(rule_details(code), panel)
        details.setProperty("role", "caption")
        details.setWordWrap(True)
        details.setVisible(bool(rule_details(code)))
        panel.content.addWidget(details)
        base = next(row for row in rows if not (row.role_code or row.section or row.stage_code))
        by_role = {row.role_code: row for row in rows if row.role_code and not (row.section or row.stage_code)}
        self._add_modes(panel, base, by_role)
        self._add_numbers(panel, base)
        self._add_exceptions(panel, [row for row in rows if row.section or row.stage_code])
        panel.content.addStretch(1)
        panel.show()  # the page may be on the screen already

    def rows(self) -> Iterator[RuleRecord]:
        """The rule as it stands in the form."""
        numbers = {name: field.value() for name, field in self.numbers.items()}
        code = self._code.value
        yield RuleRecord(code, "", "", "", str(self.modes[""].value()), numbers)
        for role, editor in self.modes.items():
            if role and editor.value() != _AS_EVERYBODY:
                yield RuleRecord(code, role, "", "", str(editor.value()), {})
        taken: set[tuple[str, str]] = set()
        for one in self.exceptions:
            if one.place() not in taken:
                taken.add(one.place())
                yield RuleRecord(code, "", *one.place(), one.mode(), one.numbers())

    def _add_modes(self, panel: Panel, base: RuleRecord, by_role: dict[str, RuleRecord]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_L)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(2, 1)
        self.modes = {}
        everybody = QCoreApplication.translate("Settings", "Everybody")
        for number, (role, name) in enumerate((("", everybody), *self.roles)):
            choices = self._choices()
            if role:
                as_all = QCoreApplication.translate("Settings", "As everybody")
                choices.insert(0, Choice(_AS_EVERYBODY, as_all))
            editor = OneOfEditor(choices, parent=panel)
            editor.setFixedWidth(MODE_WIDTH)
            editor.combo.setAccessibleName(f"{rule_words(self._code)}: {name}")
            stored = base.mode if not role else by_role[role].mode if role in by_role else _AS_EVERYBODY
            editor.set_value(stored)
            editor.changed.connect(self.changed)
            label = QLabel(name, panel)
            grid.addWidget(label, number, 0)
            grid.addWidget(editor, number, 1)
            self.modes[role] = editor
        panel.content.addLayout(grid)

    def _choices(self) -> list[Choice]:
        modes = modes_of(self._code)
        helping = Mode.BLOCK not in modes
        return [Choice(mode.value, on_words() if helping and mode is Mode.WARN else mode_words(mode)) for mode in modes]

    def _add_numbers(self, panel: Panel, base: RuleRecord) -> None:
        self.numbers = {}
        for name, number in base.numbers.items():
            line = QHBoxLayout()
            line.setSpacing(GAP_L)
            label = QLabel(number_words(name), panel)
            field = number_field(self._code, name, number, panel)
            field.valueChanged.connect(self.changed)
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field)
            line.addStretch(1)
            panel.content.addLayout(line)
            self.numbers[name] = field

    def _add_exceptions(self, panel: Panel, rows: Sequence[RuleRecord]) -> None:
        title = QLabel(QCoreApplication.translate("Settings", "Otherwise in these sections and stages"), panel)
        title.setProperty("role", "label")
        panel.content.addWidget(title)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP_S)
        panel.content.addLayout(self._lines)
        self.exceptions = []
        for row in rows:
            if not row.role_code:
                self._add_exception(row)
        add = Button(
            QCoreApplication.translate("Settings", "Add a section or stage"), "link", icon="plus", parent=panel
        )
        add.clicked.connect(self._add_new)
        line = QHBoxLayout()
        line.addWidget(add)
        line.addStretch(1)
        panel.content.addLayout(line)

    def _add_exception(self, row: RuleRecord) -> None:
        one = ExceptionRow(self._code, row, self._places(), self)
        one.changed.connect(self.changed)
        one.removed.connect(lambda: self._remove(one))
        self._lines.addWidget(one)
        one.show()
        self.exceptions.append(one)

    def _add_new(self) -> None:
        taken = {one.place() for one in self.exceptions}
        free = next((place for place, _name in self._places() if place not in taken), None)
        if free is None:
            return
        numbers = {name: field.value() for name, field in self.numbers.items()}
        mode = INHERITED if numbers else modes_of(self._code)[-1].value
        self._add_exception(RuleRecord(self._code.value, "", *free, mode, numbers))
        self.exceptions[-1].setFocus()
        self.changed.emit()

    def _remove(self, one: ExceptionRow) -> None:
        self.exceptions.remove(one)
        one.hide()
        one.deleteLater()
        self.changed.emit()

    def _places(self) -> Sequence[tuple[tuple[str, str], str]]:
        """Sections and their working stages."""
        names = {
            "lead": QCoreApplication.translate("Settings", "Leads"),
            "deal": QCoreApplication.translate("Settings", "Deals"),
        }
        found: list[tuple[tuple[str, str], str]] = []
        for section, name in names.items():
            found.append(((section, ""), name))
            found += [
                ((section, stage.code), f"{name}: {stage.name}")
                for stage in self._registry.stages(section)
                if stage.kind is StageKind.WORKING
            ]
        return found


def number_field(code: RuleCode, name: str, number: int, parent: QWidget) -> QSpinBox:
    """A field for a number of a rule, within its limits."""
    field = QSpinBox(parent)
    field.setRange(*limits_of(code, name))
    field.setValue(number)
    field.setFixedWidth(NUMBER_WIDTH)
    field.setAccessibleName(f"{rule_words(code)}: {number_words(name)}")
    theme().fix_height(field, "control")
    return field
