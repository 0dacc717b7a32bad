"""The tool row of the history: text and presets, period, who, which objects, which acts, export."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from app.qtbase.metrics import GAP_S
from app.qtbase.theme import theme
from app.services.history import Act, HistoryFilter, Thing
from app.services.records.office import EmployeeRecord
from app.views.field_forms import FieldWorld
from app.views.history.words import (
    ALL,
    CHOSEN,
    USUAL,
    Preset,
    act_choices,
    days_of,
    period_choices,
    presets,
    thing_choices,
)
from app.views.widgets.buttons import Button
from app.views.widgets.fields import Choice, DateEditor, OneOfEditor
from app.views.widgets.filter_field import FilterField

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.container import Services

EVERYBODY = 0
WIDTH, DAY_WIDTH = 148, 128
SETTLE_MS = 250


class HistoryTools(QFrame):
    """`changed` comes once typing pauses, at once for what is chosen."""

    changed = Signal()
    export_wanted = Signal()

    def __init__(self, services: "Services", parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = services.workplace
        self.setProperty("role", "toolrow")
        theme().fix_height(self, "tool_row")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_S, 0, GAP_S, 0)
        row.setSpacing(GAP_S)
        self.filter = FilterField(QCoreApplication.translate("HistoryTab", "Employee, client, phone, number"), self)
        self.filter.funnel.set_name(QCoreApplication.translate("HistoryTab", "Ready filters"))
        self.filter.filter_asked.connect(self._offer_presets)
        self.filter.preset_dropped.connect(self.reset)
        self._typing = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._typing.timeout.connect(self.changed)
        self.filter.text_changed.connect(lambda _text: self._typing.start())
        self.filter.submitted.connect(self.changed)
        self.days = self._make_choice(period_choices(), QCoreApplication.translate("HistoryTab", "Period"), USUAL)
        self.first, self.last = self._make_days()
        people = [Choice(EVERYBODY, _everybody()), *_choices(services.office_history.people())]
        self.people = self._make_choice(people, QCoreApplication.translate("HistoryTab", "Who"), EVERYBODY)
        self.people.setVisible(len(people) > 2)
        self.things = self._make_choice(thing_choices(), QCoreApplication.translate("HistoryTab", "With what"), ALL)
        self.acts = self._make_choice(act_choices(), QCoreApplication.translate("HistoryTab", "Act"), ALL)
        self.export = Button(QCoreApplication.translate("HistoryTab", "Export"), icon="download", parent=self)
        self.export.clicked.connect(self.export_wanted)
        row.addWidget(self.filter, 1)
        for widget in (self.days, self.first, self.last, self.people, self.things, self.acts, self.export):
            row.addWidget(widget)

    def _make_choice(self, choices: Sequence[Choice], name: str, value: int | str) -> OneOfEditor:
        editor = OneOfEditor(choices, parent=self)
        editor.setFixedWidth(WIDTH)
        editor.combo.setAccessibleName(name)
        editor.set_value(value)
        editor.changed.connect(self._chosen)
        return editor

    def _make_days(self) -> tuple[DateEditor, DateEditor]:
        world = FieldWorld.of(self._workplace)
        first, last = DateEditor(world.parse_day), DateEditor(world.parse_day)
        names = (
            QCoreApplication.translate("HistoryTab", "First day"),
            QCoreApplication.translate("HistoryTab", "Last day"),
        )
        for editor, name in zip((first, last), names, strict=True):
            editor.setFixedWidth(DAY_WIDTH)
            editor.line.setAccessibleName(name)
            editor.line.setPlaceholderText(name)
            editor.changed.connect(self._chosen)
            editor.hide()
        return first, last

    def chosen(self) -> HistoryFilter | None:
        """The filter in force; None while its days are being typed."""
        days = self._days()
        if days is None and self.days.value() == CHOSEN:
            return None
        person, thing, act = self.people.value(), self.things.value(), self.acts.value()
        return HistoryFilter(
            since=self._midnight(days[0]) if days else None,
            until=self._midnight(days[1] + timedelta(days=1)) if days else None,
            actors=(person,) if isinstance(person, int) and person != EVERYBODY else (),
            things=(Thing(str(thing)),) if thing else (),
            acts=(Act(str(act)),) if act else (),
            text=self.filter.text(),
        )

    def take(self, preset: Preset) -> None:
        """Show a ready filter."""
        self.days.set_value(preset.period)
        self.people.set_value(self._workplace.actor.employee_id if preset.mine else EVERYBODY)
        self.things.set_value(ALL)
        self.acts.set_value(str(preset.act))
        self._show_days()
        self.filter.set_preset(preset.name)
        self.changed.emit()

    def reset(self) -> None:
        """Everything of the last days."""
        self.filter.set_text("")
        self.take(Preset("", "", USUAL))

    def _days(self) -> tuple[date, date] | None:
        if self.days.value() != CHOSEN:
            return days_of(str(self.days.value()), self._workplace.today())
        first, last = self.first.value(), self.last.value()
        return (first, last) if first is not None and last is not None and first <= last else None

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._workplace.zone)

    def _chosen(self) -> None:
        self._show_days()
        self.filter.set_preset("")
        if self.chosen() is not None:
            self.changed.emit()

    def _show_days(self) -> None:
        for editor in (self.first, self.last):
            editor.setVisible(self.days.value() == CHOSEN)

    def _offer_presets(self) -> None:
        menu = QMenu(self)
        for preset in presets():
            menu.addAction(preset.name).triggered.connect(lambda _=False, taken=preset: self.take(taken))
        menu.addSeparator()
        menu.addAction(QCoreApplication.translate("HistoryTab", "Drop the filter")).triggered.connect(self.reset)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.filter.mapToGlobal(QPoint(0, self.filter.height())))
        menu.setActiveAction(menu.actions()[0])


def _choices(people: Sequence[EmployeeRecord]) -> Sequence[Choice]:
    return [Choice(one.id, one.name) for one in people]


def _everybody() -> str:
    return QCoreApplication.translate("HistoryTab", "Everybody")
