"""The page of absences: who is away, from when to when, and who stands in; everybody sees at least oneself."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.qtbase.metrics import GAP_M, GAP_S
from app.services.absences import Absence
from app.services.records.office import EmployeeRecord
from app.views.field_forms import FieldWorld
from app.views.navigator import ViewContext
from app.views.settings.page import SettingsPage
from app.views.widgets.avatar import Avatar
from app.views.widgets.fields import Choice, DateEditor, OneOfEditor
from app.views.widgets.panel import Panel

NOBODY = 0
DAY_WIDTH, PERSON_WIDTH = 190, 240
Fields = tuple[DateEditor, DateEditor, OneOfEditor]


class AbsencePage(SettingsPage):
    """One line a person; an empty first day: at work."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.panel = Panel(QCoreApplication.translate("Settings", "Who is away"), ruled=True, parent=self)
        self.panel.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        hint = QLabel(
            QCoreApplication.translate(
                "Settings",
                "Both days count as absent; without a last day until further notice. New clients pass by; meanwhile "
                "the stand-in has the clients and activities as their own, in lists, queue and cards.",
            ),
            self.panel,
        )
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        self.panel.content.addWidget(hint)
        self.content.addWidget(self.panel)
        self.content.addStretch(1)
        self._grid: QWidget | None = None
        self.fields: dict[int, Fields] = {}

    async def read(self) -> object:
        absences = self.context.services.absences
        return {number: one for number, one in absences.all().items() if absences.may_set(number)}

    async def write(self, seen: object, wanted: object) -> None:
        before, after = _absences(seen), _absences(wanted)
        for number, absence in after.items():
            if before.get(number) != absence:
                await self.context.services.absences.set(number, absence, before.get(number, Absence()))

    def fill(self, value: object) -> None:
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = QWidget(self.panel)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_M)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(5, 1)
        heads = (
            QCoreApplication.translate("Settings", "Employee"),
            QCoreApplication.translate("Settings", "First day away"),
            QCoreApplication.translate("Settings", "Last day away"),
            QCoreApplication.translate("Settings", "Who stands in"),
        )
        for column, words in enumerate(heads):
            label = QLabel(words, self._grid)
            label.setProperty("role", "label")
            grid.addWidget(label, 0, column + 1)
        self.fields = {}
        registry = self.context.services.workplace.registry
        for row, (number, absence) in enumerate(_absences(value).items(), 1):
            self._add_person(grid, row, registry.employee(number), absence)
        self.panel.content.addWidget(self._grid)
        self._grid.show()

    def _add_person(self, grid: QGridLayout, row: int, person: EmployeeRecord, absence: Absence) -> None:
        workplace = self.context.services.workplace
        world = FieldWorld.of(workplace)
        grid.addWidget(Avatar(person.name, person.id, 24, self._grid), row, 0)
        grid.addWidget(QLabel(person.name, self._grid), row, 1)
        starts = DateEditor(world.parse_day, QCoreApplication.translate("Settings", "at work"))
        ends = DateEditor(world.parse_day, QCoreApplication.translate("Settings", "until further notice"))
        others = [Choice(one.id, one.name) for one in workplace.registry.employees() if one.id != person.id]
        nobody = Choice(NOBODY, QCoreApplication.translate("Settings", "Nobody"))
        stand_in = OneOfEditor([nobody, *others])
        names = (
            QCoreApplication.translate("Settings", "First day away"),
            QCoreApplication.translate("Settings", "Last day away"),
            QCoreApplication.translate("Settings", "Who stands in"),
        )
        for editor, name, width in zip(
            (starts, ends, stand_in), names, (DAY_WIDTH, DAY_WIDTH, PERSON_WIDTH), strict=True
        ):
            editor.setFixedWidth(width)
            editor.input().setAccessibleName(f"{person.name}: {name}")
            editor.changed.connect(self.changed)
        starts.set_value(absence.starts)
        ends.set_value(absence.ends)
        stand_in.set_value(absence.stand_in_id or NOBODY)
        for column, editor in enumerate((starts, ends, stand_in), 2):
            grid.addWidget(editor, row, column)
        self.fields[person.id] = (starts, ends, stand_in)

    def value(self) -> object:
        return {number: _absence(fields) for number, fields in self.fields.items()}

    def changes(self) -> int:
        seen = _absences(self.seen) if self.seen is not None else {}
        return sum(seen.get(number) != _absence(fields) for number, fields in self.fields.items())

    def touches(self) -> str:
        return QCoreApplication.translate("Settings", "Rights, queue and turns follow at once.")


def _absence(fields: Fields) -> Absence:
    starts, ends, stand_in = fields
    chosen = stand_in.value()
    return Absence(starts.value(), ends.value(), chosen if isinstance(chosen, int) and chosen != NOBODY else None)


def _absences(value: object) -> Mapping[int, Absence]:
    assert isinstance(value, dict), "a page gets what it read"
    return value
