"""From "New activity" to the planned step, and from "Change" to the changed one."""

from collections.abc import Mapping
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from app.core.errors import PrichalError
from app.core.kinds import ActivityKind
from app.qtbase import i18n
from app.qtbase.error_texts import error_text
from app.qtbase.tasks import Tasks
from app.services.records.activities import ActivityRecord, ClientRef
from app.services.records.cells import PersonName
from app.services.rules import Finding, Mode, RuleBook
from app.views.activities.client_picker import ClientPicker, section_words
from app.views.activities.form import ActivityForm
from app.views.activities.hosts import discard, show_form
from app.views.activities.look import Looker, Question
from app.views.activities.wording import FIELD_OF
from app.views.navigator import Beginning, ViewContext


async def plan_activity(
    context: ViewContext, parent: QWidget, ref: ClientRef | None, anchor: QRect | None = None,
    kind: ActivityKind | None = None, begin: Beginning | None = None,
) -> None:  # fmt: skip
    """The form of a new activity, under `anchor` (a cell in global coordinates) or in the middle of the window."""
    name = await client_name(context, ref) if ref is not None else ""
    place = f"activity:new:{ref.section}:{ref.id}" if ref is not None else "activity:new"
    await _Planning(context, _Occasion(ref, name, place, kind, begin=begin)).run(parent, anchor)


async def change_activity(
    context: ViewContext, parent: QWidget, activity_id: int, anchor: QRect | None = None
) -> None:
    """The same form for a planned activity: to change it, or to move it to any other time."""
    record = await context.services.activities.get(activity_id)
    occasion = _Occasion(record.client, record.client_name, f"activity:{record.id}", record=record)
    await _Planning(context, occasion).run(parent, anchor)


async def client_name(context: ViewContext, ref: ClientRef) -> str:
    """Whom the form is about; a list's row is asked, as opening a card is noted in the history."""
    for row in await context.services.lists.rows(ref.section, (ref.id,), ("name",)):
        if isinstance(row[1], PersonName):
            return row[1].name
    return ""


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What the form was opened for."""

    ref: ClientRef | None
    client_name: str
    place: str
    """Of the draft."""
    kind: ActivityKind | None = None
    record: ActivityRecord | None = None
    begin: Beginning | None = None
    """The time and place that was pointed at."""


class _Planning:
    """One form, from its draft to the planned step or back."""

    def __init__(self, context: ViewContext, occasion: _Occasion) -> None:
        self._context = context
        self._occasion = occasion
        self._activities = context.services.activities
        self._saved_id: int | None = None
        self._had_draft = False
        self._warned: tuple[Finding, ...] = ()
        """What the rules only warn of."""

    async def run(self, parent: QWidget, anchor: QRect | None) -> None:
        form = self._form = self._make_form(parent)
        tasks = Tasks(form, self._refused)
        looker = Looker(self._activities, tasks, form)
        try:
            await self._fill(looker)
        except BaseException:
            discard(form)  # from here on its host takes it along
            raise
        looker.answered.connect(form.show_answer)
        form.changed.connect(lambda: looker.ask(self._question()))
        form.submitted.connect(lambda: tasks.run(self._submit(), latest="submit"))
        typed = await show_form(form, parent, anchor)
        if self._saved_id is None:
            await self._keep_draft(typed)
        else:
            await self._context.services.drafts.drop(self._occasion.place)
            await self._tell(self._saved_id)

    def _make_form(self, parent: QWidget) -> ActivityForm:
        workplace, occasion = self._context.services.workplace, self._occasion
        new = occasion.record is None
        picker = ClientPicker(self._context) if new and occasion.ref is None else None
        title = QCoreApplication.translate("Activities", "New activity")
        change = QCoreApplication.translate("Activities", "Change the activity")
        plan, save = QCoreApplication.translate("Activities", "Plan"), QCoreApplication.translate("Activities", "Save")
        form = ActivityForm(
            workplace, occasion.ref, picker, title=title if new else change, act=plan if new else save,
            may_override=RuleBook(workplace.registry, workplace.actor.role_code).may_override, parent=parent,
        )
        if occasion.ref is not None:
            form.head.set_client(f"{occasion.client_name} · {section_words(occasion.ref)}")
        return form

    async def _fill(self, looker: Looker) -> None:
        """What stands in the form when it opens: the activity, the draft, the kind that was asked for."""
        form, occasion = self._form, self._occasion
        if occasion.record is not None:
            form.show_record(occasion.record)
        draft = await self._context.services.drafts.get(occasion.place)
        self._had_draft = draft is not None
        if draft is not None:
            form.set_content(draft)
        if occasion.kind is not None:
            form.show_kind(occasion.kind)
        if occasion.begin is not None:
            form.show_beginning(occasion.begin)
        form.show_answer(await looker.ask_now(self._question()))

    def _question(self) -> Question:
        return self._form.question(self._occasion.record.id if self._occasion.record is not None else None)

    async def _submit(self) -> None:
        form, record = self._form, self._occasion.record
        problems = form.problems()
        form.show_problems(problems)
        if problems:
            return
        draft = form.draft()
        form.foot.main.setEnabled(False)
        try:
            if record is None:
                findings = await self._activities.findings(draft)
                self._saved_id = await self._activities.plan(draft)
                self._warned = tuple(one for one in findings if one.mode is Mode.WARN)
            else:
                await self._activities.change(record.id, record.version, draft)
                self._saved_id = record.id
        finally:
            if shiboken6.isValid(form):  # left meanwhile, by Esc
                form.foot.main.setEnabled(True)
        form.left.emit()

    async def _tell(self, activity_id: int) -> None:
        workplace = self._context.services.workplace
        record = await self._activities.get(activity_id)
        when = i18n.date_words(record.starts_at, workplace.now(), workplace.zone, inside=True)
        planned = QCoreApplication.translate("Activities", "Planned: {subject}, {when}")
        saved = QCoreApplication.translate("Activities", "Saved: {subject}, {when}")
        words = planned if self._occasion.record is None else saved
        told = words.format(subject=record.subject, when=when)
        if self._warned:  # the rules let it through, and say so
            against = QCoreApplication.translate("Activities", "against the rules: {rules}")
            told = f"{told} · {against.format(rules=' '.join(error_text(one.error()) for one in self._warned))}"
        self._context.navigator.notify(told)

    def _refused(self, error: PrichalError) -> None:
        """At the field it is about; a supervisor is asked why it should be so all the same."""
        form = self._form
        form.show_problems({FIELD_OF.get(error.code, error.code): error_text(error)})
        if error.params.get("overridable"):
            form.ask_reason()

    async def _keep_draft(self, content: Mapping[str, object]) -> None:
        """What was typed and not sent is there again the next time."""
        if content:
            await self._context.services.drafts.keep(self._occasion.place, content)
        elif self._had_draft:
            await self._context.services.drafts.drop(self._occasion.place)
