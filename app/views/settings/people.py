"""The page of the people: invited, corrected, given new codes, deactivated; each act holds at once."""

from collections.abc import Coroutine
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.text import normalise
from app.qtbase import dialogs, i18n
from app.qtbase.metrics import GAP_M
from app.services.records.people import HandedOver, Invited, NewPerson, PersonRecord
from app.views.navigator import ViewContext
from app.views.settings.code_dialog import CodeDialog
from app.views.settings.leaving_dialog import LeavingDialog
from app.views.settings.page import SettingsPage
from app.views.settings.people_table import PeopleTable
from app.views.settings.person_dialog import PersonDialog
from app.views.settings.person_panel import PersonPanel
from app.views.widgets.buttons import Button
from app.views.widgets.fields import TextEditor

SEARCH_WIDTH = 240


class PeoplePage(SettingsPage):
    """Everybody at the left, the chosen one at the right."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, scrolls=False, parent=parent)
        workplace = context.services.workplace
        self._people: tuple[PersonRecord, ...] = ()
        self._roles: tuple[tuple[str, str], ...] = ()
        self.search = TextEditor(QCoreApplication.translate("People", "Name, email or phone"), parent=self)
        self.search.setFixedWidth(SEARCH_WIDTH)
        self.search.input().setAccessibleName(QCoreApplication.translate("People", "Find an employee"))
        self.search.changed.connect(self._show)
        self.invite = Button(
            QCoreApplication.translate("People", "Invite an employee"), "primary", icon="plus", parent=self
        )
        self.invite.clicked.connect(lambda: self._act("new"))
        self.head.addStretch(1)
        self.head.addWidget(self.search)
        self.head.addWidget(self.invite)
        self.table = PeopleTable(workplace, self)
        self.panel = PersonPanel(workplace, self)
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        row.addWidget(self.table, 1)
        row.addWidget(self.panel)
        self.content.addLayout(row, 1)
        self.table.chosen.connect(self._show_person)
        self.table.opened.connect(self._open)
        self.panel.act_wanted.connect(self._act)
        self.panel.hide()

    async def read(self) -> object:
        self._roles = await self.context.services.office_rules.roles()
        return await self.context.services.people.all()

    def fill(self, value: object) -> None:
        assert isinstance(value, tuple), "a page gets what it read"
        self._people = value
        self._show()

    def value(self) -> object:
        return self.seen

    def focus_first(self) -> None:
        self.table.setFocus()

    def _show(self) -> None:
        wanted = normalise(str(self.search.value() or ""))
        found = [one for one in self._people if wanted in normalise(f"{one.name} {' '.join(one.logins)}")]
        self.table.show_people(found, dict(self._roles))

    def _show_person(self) -> None:
        person = self.table.person()
        self.panel.setVisible(person is not None)
        if person is None:
            return
        registry = self.context.services.workplace.registry
        place = registry.all.departments.get(person.department_id or 0)
        head = registry.employee(place.head_id).name if place is not None and place.head_id is not None else ""
        self.panel.show_person(person, dict(self._roles).get(person.role_code, person.role_code), head)

    def _open(self) -> None:
        """Enter and double click: correct, or invite who isn't invited yet."""
        if self.table.person() is None:
            return
        for act in ("correct", "invite"):
            if not self.panel.buttons[act].isHidden():
                self._act(act)

    # acts

    def _act(self, wanted: str) -> None:
        if wanted == "new":
            self._start(self._ask(None))
            return
        person = self.table.person()
        if person is None:
            return
        acts = {
            "correct": self._ask, "invite": self._ask, "code": self._new_code, "withdraw": self._withdraw,
            "deactivate": self._deactivate, "reactivate": self._reactivate,
        }  # fmt: skip
        self._start(acts[wanted](person))

    def _start(self, work: Coroutine[object, object, None]) -> None:
        self.tasks.run(work, latest="act", on_error=self.failed.emit)

    async def _reload(self, employee_id: int | None = None) -> None:
        self.seen = await self.read()
        self.fill(self.seen)
        if employee_id is not None:
            self.table.choose(employee_id)
        self.changed.emit()

    async def _ask(self, person: PersonRecord | None) -> None:
        """Invite somebody new or somebody an import named; correct somebody who is known."""
        people = self.context.services.people
        departments = tuple(self.context.services.workplace.registry.all.departments.values())
        known = person is not None and bool(person.logins)

        async def save(wanted: NewPerson) -> Invited | None:
            if known and person is not None:
                return await people.correct(person.id, wanted)
            return await people.invite(wanted)

        dialog = PersonDialog(person, self._roles, departments, save, self)
        given, invited = await dialogs.run(dialog), dialog.invited
        dialog.deleteLater()
        if not given:
            return
        await self._reload(invited.employee_id if invited is not None else person.id if person is not None else None)
        if invited is not None:
            await self._show_code(invited)
        else:
            self.succeeded.emit(QCoreApplication.translate("People", "Saved."), None)

    async def _show_code(self, invited: Invited) -> None:
        name = next((one.name for one in self._people if one.id == invited.employee_id), invited.login)
        dialog = CodeDialog(invited, name, self.context.services.workplace, self)
        await dialogs.run(dialog)
        dialog.deleteLater()

    async def _new_code(self, person: PersonRecord) -> None:
        title = QCoreApplication.translate("People", "A new code for {name}?").format(name=person.name)
        words = QCoreApplication.translate(
            "People", "The password or code they have now is worth nothing from then on, and open windows end."
        )
        if not await dialogs.confirm(self, title, words, QCoreApplication.translate("People", "Make a code")):
            return
        invited = await self.context.services.people.send_again(person.id)
        await self._reload(person.id)
        await self._show_code(invited)

    async def _withdraw(self, person: PersonRecord) -> None:
        await self.context.services.people.withdraw(person.id)
        await self._reload(person.id)
        words = QCoreApplication.translate("People", "The code of {name} lets nobody in any more.")
        self.succeeded.emit(words.format(name=person.name), None)

    async def _deactivate(self, person: PersonRecord) -> None:
        others = [one for one in self.context.services.workplace.registry.employees() if one.id != person.id]
        dialog = LeavingDialog(person, others, self)
        given, heir = await dialogs.run(dialog), dialog.heir_id()
        dialog.deleteLater()
        if not given:
            return
        handed = await self.context.services.people.deactivate(person.id, heir)
        await self._reload(person.id)
        self.succeeded.emit(_handed_words(person, handed), partial(self._take_back, person, handed))

    def _take_back(self, person: PersonRecord, handed: HandedOver) -> None:
        self._start(self._undo_leaving(person, handed))

    async def _undo_leaving(self, person: PersonRecord, handed: HandedOver) -> None:
        """They work here again, by a new code, and what was handed over comes back."""
        for operation in reversed(handed.operations):
            await self.context.services.undo.undo(operation)
        await self._reactivate(person)

    async def _reactivate(self, person: PersonRecord) -> None:
        invited = await self.context.services.people.reactivate(person.id)
        await self._reload(person.id)
        await self._show_code(invited)


def _handed_words(person: PersonRecord, handed: HandedOver) -> str:
    if not handed.operations:
        return QCoreApplication.translate("People", "{name} signs in no more.").format(name=person.name)
    words = QCoreApplication.translate(
        "People", "{name} signs in no more. Handed over: leads {leads}, deals {deals}, contacts {contacts}, "
        "activities {activities}."
    )  # fmt: skip
    return words.format(
        name=person.name, leads=i18n.number(handed.leads), deals=i18n.number(handed.deals),
        contacts=i18n.number(handed.contacts), activities=i18n.number(handed.activities),
    )  # fmt: skip
