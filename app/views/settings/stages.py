"""The page of the stages: their names, colours and hints, their order, what they require; adding and deleting."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.core.kinds import StageKind
from app.qtbase import dialogs, i18n
from app.qtbase.metrics import GAP_M
from app.services.office import StageDraft
from app.services.office.stages import Stages
from app.views.navigator import ViewContext
from app.views.settings.page import SettingsPage
from app.views.settings.stage_delete import StageDeleteDialog
from app.views.settings.stage_form import StageForm
from app.views.settings.stage_list import StageList, kind_words
from app.views.settings.stage_needs import StageNeedsTable
from app.views.widgets.buttons import Button, Segment, SegmentedSwitch
from app.views.widgets.panel import Panel

LEFT_WIDTH: Final = 316
_SECTIONS: Final = ("lead", "deal")


class StagesPage(SettingsPage):
    """Leads or deals; what stands in the other section stays until it is saved. Deleting happens at once."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, scrolls=False, parent=parent)
        self._drafts: dict[str, Stages] = {}
        self._counts: dict[str, Mapping[int, int]] = {}
        self._current = 0
        self._make_head()
        self.list = StageList(self)
        self.form = StageForm(self)
        self.needs = StageNeedsTable(self)
        left = QVBoxLayout()
        left.setSpacing(GAP_M)
        left.addWidget(self.list, 1)
        left.addWidget(self.form)
        holder = QWidget(self)
        holder.setFixedWidth(LEFT_WIDTH)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(left)
        right = Panel(QCoreApplication.translate("Settings", "Required on entering a stage"), ruled=True, parent=self)
        right.content.setContentsMargins(0, 0, 0, 0)
        right.content.addWidget(self.needs)
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        row.addWidget(holder)
        row.addWidget(right, 1)
        self.content.addLayout(row, 1)
        self.list.chosen.connect(self._choose)
        self.list.shifted.connect(self._shift)
        self.form.changed.connect(self._edited)
        self.form.delete_wanted.connect(lambda: self.tasks.run(self._delete(), latest="delete"))
        self.needs.changed.connect(self._required)

    def _make_head(self) -> None:
        self.sections = SegmentedSwitch(
            [
                Segment("lead", QCoreApplication.translate("Settings", "Leads"), "user"),
                Segment("deal", QCoreApplication.translate("Settings", "Deals"), "briefcase"),
            ],
            parent=self,
        )
        self.sections.setAccessibleName(QCoreApplication.translate("Settings", "Section"))
        self.sections.changed.connect(lambda _section: self._show_section())
        self.add = Button(QCoreApplication.translate("Settings", "Add a stage"), icon="plus", parent=self)
        menu = QMenu(self.add)
        for kind in StageKind:
            menu.addAction(kind_words(kind)).triggered.connect(lambda _=False, of=kind: self.add_stage(of))
        self.add.set_menu(menu)
        self.head.addWidget(self.sections)
        self.head.addStretch(1)
        self.head.addWidget(self.add)

    async def read(self) -> object:
        stages = self.context.services.office_stages
        self._counts = {section: await stages.counts(section) for section in _SECTIONS}
        return {section: stages.stored(section) for section in _SECTIONS}

    async def write(self, seen: object, wanted: object) -> None:
        before, after = _sections(seen), _sections(wanted)
        for section in _SECTIONS:
            if before[section] != after[section]:
                await self.context.services.office_stages.save(section, before[section], after[section])

    def fill(self, value: object) -> None:
        self._drafts = dict(_sections(value))
        self._show_section()

    def value(self) -> object:
        return dict(self._drafts)

    def changes(self) -> int:
        if self.seen is None:
            return 0
        seen = _sections(self.seen)
        return sum(
            sum(one not in seen[section] for one in drafts) or seen[section] != drafts
            for section, drafts in self._drafts.items()
        )

    def touches(self) -> str:
        count = sum(
            self._counts.get(section, {}).get(one.id or 0, 0)
            for section, drafts in self._drafts.items()
            for one in drafts
            if one not in _sections(self.seen)[section]
        )
        words = QCoreApplication.translate("Settings", "{count} records stand on the stages that change.")
        return words.format(count=i18n.number(count))

    # what is shown

    def _section(self) -> str:
        return self.sections.value()

    def _stages(self) -> Stages:
        return self._drafts.get(self._section(), ())

    def _show_section(self) -> None:
        self._current = min(self._current, max(len(self._stages()) - 1, 0))
        self._show()

    def _show(self) -> None:
        stages = self._stages()
        if not stages:
            return
        self.list.show_stages(stages, self._counts.get(self._section(), {}), self._current)
        self._show_stage()

    def _show_stage(self) -> None:
        stages = self._stages()
        self.form.show_stage(stages[self._current])
        fields = self.context.services.office_stages.fields(self._section())
        self.needs.show_needs(self.context.services.workplace.registry, fields, stages, self._current)

    def _choose(self, number: int) -> None:
        self._current = number
        self._show_stage()  # the list itself is in the middle of telling

    # what the user does

    def _put(self, stages: Stages) -> None:
        self._drafts[self._section()] = stages
        self.changed.emit()

    def _edited(self) -> None:
        stages = list(self._stages())
        stages[self._current] = self.form.stage(stages[self._current])
        self._put(tuple(stages))
        self.list.show_stages(stages, self._counts.get(self._section(), {}), self._current)

    def _required(self, code: str, required: bool) -> None:
        stages = list(self._stages())
        one = stages[self._current]
        wanted = one.required | {code} if required else one.required - {code}
        stages[self._current] = replace(one, required=wanted, here_only=one.here_only & wanted)
        self._put(tuple(stages))
        QTimer.singleShot(0, self, self._show_stage)  # the table itself is in the middle of telling

    def _shift(self, step: int) -> None:
        """Within its kind: working stages stay before those that end."""
        stages, to = list(self._stages()), self._current + step
        if not 0 <= to < len(stages) or stages[to].kind is not stages[self._current].kind:
            return
        stages.insert(to, stages.pop(self._current))
        self._current = to
        self._put(tuple(stages))
        self._show()

    def add_stage(self, kind: StageKind) -> None:
        """At the end of its kind, with the cursor in its name."""
        stages = list(self._stages())
        place = max((number for number, one in enumerate(stages) if one.kind is kind), default=len(stages) - 1) + 1
        tone = "failure" if kind is StageKind.FAILURE else "success" if kind is StageKind.SUCCESS else "blue"
        stages.insert(place, StageDraft(None, "", kind, tone))
        self._current = place
        self._put(tuple(stages))
        self._show()
        self.form.name.setFocus()

    async def _delete(self) -> None:
        """A new one just goes; of a stored one the records go elsewhere first."""
        stages, section = self._stages(), self._section()
        one = stages[self._current]
        if one.id is None:
            self._put(tuple(other for other in stages if other is not one))
            self._show_section()
            return
        if self.changes():
            title = QCoreApplication.translate("Settings", "Save or cancel the changes first")
            await dialogs.message(self, title, QCoreApplication.translate("Settings", "Deleting happens at once."))
            return
        count = self._counts.get(section, {}).get(one.id, 0)
        others = [other for other in stages if other.id not in (None, one.id)]
        dialog = StageDeleteDialog(one, count, others, self)
        given, target = await dialogs.run(dialog), dialog.target()
        dialog.deleteLater()
        if not given:
            return
        moved = await self.context.services.office_stages.delete(section, one.id, target)
        self.seen = await self.read()
        self.fill(self.seen)
        self.changed.emit()
        words = QCoreApplication.translate("Settings", "“{stage}” is deleted; records moved: {count}")
        self.context.navigator.notify(words.format(stage=one.name, count=i18n.number(moved)))


def _sections(value: object) -> Mapping[str, Stages]:
    assert isinstance(value, dict), "a page gets what it read"
    return value
