"""Where a rule holds otherwise: a section or stage with a mode and numbers of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from app.qtbase.metrics import GAP_S
from app.qtbase.theme import theme
from app.services.records.office import RuleRecord
from app.services.rules import Mode, RuleCode
from app.services.rules.settings import INHERITED, limits_of, modes_of
from app.views.settings.rule_words import mode_words, number_words, on_words, rule_words
from app.views.widgets.buttons import IconButton
from app.views.widgets.fields import Choice, OneOfEditor

PLACE_WIDTH, MODE_WIDTH, NUMBER_WIDTH = 250, 150, 84
_USUAL = "usual"

Place = tuple[str, str]
"""Section and stage code."""


class ExceptionRow(QWidget):
    """One line; `removed` comes with its cross."""

    changed = Signal()
    removed = Signal()

    def __init__(self, code: RuleCode, row: RuleRecord, places: Sequence[tuple[Place, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._known = {f"{section}:{stage}": (section, stage) for (section, stage), _name in places}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_S)
        key = f"{row.section}:{row.stage_code}"
        if key not in self._known:  # its stage is gone; shown, so that it can be removed
            self._known[key] = (row.section, row.stage_code)
            places = (*places, ((row.section, row.stage_code), row.stage_code))
        self._place = OneOfEditor([Choice(f"{one[0]}:{one[1]}", name) for one, name in places], parent=self)
        self._place.setFixedWidth(PLACE_WIDTH)
        self._place.combo.setAccessibleName(QCoreApplication.translate("Settings", "Section or stage"))
        self._place.set_value(key)
        self._mode = self._make_mode(code, row)
        line.addWidget(self._place)
        line.addWidget(self._mode)
        self._numbers = {name: self._make_number(code, name, number) for name, number in row.numbers.items()}
        for name, field in self._numbers.items():
            line.addWidget(QLabel(number_words(name), self))
            line.addWidget(field)
        line.addStretch(1)
        remove = IconButton("close", QCoreApplication.translate("Settings", "Remove"), small=True, parent=self)
        remove.clicked.connect(self.removed)
        line.addWidget(remove)
        self.setFocusProxy(self._place.combo)
        self._place.changed.connect(self.changed)
        self._mode.changed.connect(self.changed)

    def _make_mode(self, code: RuleCode, row: RuleRecord) -> OneOfEditor:
        helping = Mode.BLOCK not in modes_of(code)
        choices = [Choice(_USUAL, QCoreApplication.translate("Settings", "As elsewhere"))] if row.numbers else []
        choices += [
            Choice(mode.value, on_words() if helping and mode is Mode.WARN else mode_words(mode))
            for mode in modes_of(code)
        ]
        editor = OneOfEditor(choices, parent=self)
        editor.setFixedWidth(MODE_WIDTH)
        editor.combo.setAccessibleName(rule_words(code))
        editor.set_value(row.mode if row.mode != INHERITED else _USUAL)
        return editor

    def _make_number(self, code: RuleCode, name: str, number: int) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(*limits_of(code, name))
        field.setValue(number)
        field.setFixedWidth(NUMBER_WIDTH)
        field.setAccessibleName(number_words(name))
        theme().fix_height(field, "control")
        field.valueChanged.connect(self.changed)
        return field

    def place(self) -> Place:
        return self._known[str(self._place.value())]

    def mode(self) -> str:
        chosen = str(self._mode.value())
        return INHERITED if chosen == _USUAL else chosen

    def numbers(self) -> dict[str, int]:
        return {name: field.value() for name, field in self._numbers.items()}
