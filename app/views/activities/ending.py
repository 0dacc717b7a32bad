"""One ending, from what the office says of it to the stored result, wherever its form is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.core.errors import PrichalError
from app.core.kinds import ActivityKind, StageKind
from app.qtbase.error_texts import error_text
from app.qtbase.tasks import Tasks
from app.services.ladder import LadderStep
from app.services.records.activities import ActivityRecord, ClientRef, Completion
from app.services.rules import Mode, RuleCode
from app.views.activities.completion_form import FIELDS, CompletionForm, Ending
from app.views.activities.look import Answer, Looker, Question
from app.views.activities.wording import FIELD_OF
from app.views.navigator import ViewContext

_OF_COMPLETION = {
    "comment_missing": "comment",
    "recording_reason_missing": "recording",
    "next_activity_missing": "subject",
}


class EndingFlow(QObject):
    """Fills a completion form, asks the office while it is typed, and sends it."""

    finished = Signal(int)
    """It is stored; the number of the activity that ended."""
    said = Signal(str)
    """Words for the foot: what is wrong and belongs to no field; empty where nothing is."""
    busy = Signal(bool)

    def __init__(self, context: ViewContext, ending: Ending, form: CompletionForm, began: datetime) -> None:
        super().__init__(form)
        self._context = context
        self._ending = ending
        self._form = form
        self._began = began
        self._activities = context.services.activities
        self._planned: ActivityRecord | None = None
        self._others: list[ActivityRecord] = []
        self._had_draft = False
        self._sending = False
        self.stage_follows = False
        """The stage asks for more and has a dialog of its own, after the end."""
        self._tasks = Tasks(self, self._refused)
        self._looker = Looker(self._activities, self._tasks, self)
        self._looker.answered.connect(self._answered)

    @property
    def _record(self) -> ActivityRecord | None:
        """What is completed: the activity, or the planned call that the user says this one was."""
        if self._ending.record is not None:
            return self._ending.record
        return self._planned if self._form.planned.isChecked() else None

    @property
    def _place(self) -> str:
        ref, record = self._ending.ref, self._ending.record
        if record is not None:
            return f"activity:{record.id}:end"
        return f"activity:log:{ref.section}:{ref.id}" if ref is not None else "activity:log"

    async def fill(self) -> None:
        """Everything that is known before the form is shown."""
        form = self._form
        await self._read_besides()
        draft = await self._context.services.drafts.get(self._place)
        self._had_draft = draft is not None
        if draft is not None:
            form.set_content(draft)
        await self._ask_rules()
        question = self._question()
        form.next.show_answer(await self._looker.ask_now(question))
        await self._read_times()
        form.changed.connect(self._changed)

    @property
    def is_sending(self) -> bool:
        """Whether it is on its way: what the database says of it meanwhile is its own doing."""
        return self._sending

    def submit(self) -> None:
        if not self._sending:
            self._tasks.run(self._submit())

    async def keep_draft(self) -> None:
        """What was typed and not sent is there again the next time."""
        content = self._form.content()
        if content:
            await self._context.services.drafts.keep(self._place, content)
        elif self._had_draft:
            await self._context.services.drafts.drop(self._place)

    # what the office says

    async def _read_besides(self) -> None:
        """The client's other planned activities decide whether a next one is asked for."""
        ref, record = self._ending.ref, self._ending.record
        planned = await self._activities.of_client(ref) if ref is not None else ()
        self._others = [one for one in planned if record is None or one.id != record.id]
        if record is None:
            self._planned = self._due_call(self._others)
            if self._planned is not None:
                self._form.offer_planned(self._planned.subject)
                self._form.planned.toggled.connect(self._show_besides)
        self._show_besides()

    def _show_besides(self) -> None:
        ending = self._record
        others = [one for one in self._others if ending is None or one.id != ending.id]
        self._form.set_others(others, in_progress=self._in_progress())

    def _due_call(self, planned: list[ActivityRecord]) -> ActivityRecord | None:
        """The planned call that a call held now was most likely meant by: overdue or today's."""
        workplace = self._context.services.workplace
        for one in planned:
            due = one.starts_at.astimezone(workplace.zone).date() <= workplace.today()
            if one.kind is ActivityKind.CALL and due and one.can_change:
                return one
        return None

    def _in_progress(self) -> bool:
        stage_id = self._ending.stage_id
        registry = self._context.services.workplace.registry
        return stage_id is not None and registry.stage(stage_id).kind is StageKind.WORKING

    async def _ask_rules(self) -> None:
        """What the office's rules want of this result."""
        record = self._ending.record
        if record is None:
            return
        result = self._form.results.value().code
        findings = await self._activities.completion_findings(record.id, Completion(result))
        blocking = {one.rule for one in findings if one.mode is Mode.BLOCK and not one.overridable}
        asked = any(one.rule is RuleCode.VISIT_RECORDING for one in findings)
        self._form.ask_recording(asked=asked, required=RuleCode.VISIT_RECORDING in blocking)
        self._form.ask_comment(required=RuleCode.COMPLETION_COMMENT in blocking)

    def _question(self) -> Question:
        record = self._record
        return self._form.next.question(record.id if record else None, after_contact=self._reached())

    def _reached(self) -> bool:
        return self._form.results.value().reached

    async def _read_times(self) -> None:
        form = self._form
        times = await self._activities.likely_times(
            self._ending.ref, form.next.kind(), after_contact=self._reached()
        )
        form.show_ladder(await self._ladder())
        form.next.show_times(form.with_retry(times))

    async def _ladder(self) -> LadderStep | None:
        """How often nobody answered, once this call wasn't answered either."""
        ref, form = self._ending.ref, self._form
        if ref is None or self._ending.kind is not ActivityKind.CALL or form.results.value().reached:
            return None
        return await self._context.services.ladder.step(ref)

    def _changed(self) -> None:
        self._looker.ask(self._question())
        self._tasks.run(self._read_times(), latest="times", quiet=True)
        self._tasks.run(self._ask_rules(), latest="rules", quiet=True)

    def _answered(self, answer: Answer) -> None:
        self._form.next.show_answer(answer)

    # sending

    async def _submit(self) -> None:
        form = self._form
        if not self._reached():  # the next attempt's time is on its way where the keys were faster
            await self._read_times()
        problems = form.problems()
        form.show_problems(problems)
        self.said.emit("")
        if problems:
            return
        self._sending = True
        self.busy.emit(True)
        try:
            completion, stage_later = await self._with_stage(form.completion())
            ended_id, next_id = await self._store(completion)
        except BaseException:
            self._sending = False
            self.busy.emit(False)
            raise
        await self._context.services.drafts.drop(self._place)
        if self._ending.ref is not None and stage_later is not None:
            self.stage_follows = True
            self._context.navigator.move_stage(self._ending.ref, stage_later)
        can_undo = completion.stage_id is None and stage_later is None
        await self._tell(ended_id, next_id, can_undo=can_undo)
        self.finished.emit(ended_id)

    async def _with_stage(self, completion: Completion) -> tuple[Completion, int | None]:
        """The stage goes along where it asks for nothing; else its own dialog follows."""
        ref, stage_id = self._ending.ref, completion.stage_id
        if ref is None or stage_id is None:
            return completion, None
        services = self._context.services
        needs = await (services.deals if ref.section == "deal" else services.leads).needs(ref.id, stage_id)
        asks = bool(needs.missing) or needs.converts or (needs.asks_reason and not completion.comment.strip())
        return (replace(completion, stage_id=None), stage_id) if asks else (completion, None)

    async def _store(self, completion: Completion) -> tuple[int, int | None]:
        """The number of what ended, and of what follows."""
        record, ref = self._record, self._ending.ref
        if record is not None:
            return record.id, await self._activities.complete(record.id, record.version, completion)
        assert ref is not None, "a call is logged with somebody"
        workplace = self._context.services.workplace
        minutes = max(int((workplace.now() - self._began).total_seconds() // 60), 0)
        ended = await self._activities.log_held(
            ref, self._ending.kind, completion.result, completion.comment, minutes, completion.next_activity,
            details=completion, held_at=self._began,
        )
        return ended, None

    async def _tell(self, ended_id: int, next_id: int | None, *, can_undo: bool) -> None:
        """Undo reopens what ended and takes back what was planned after it."""
        words = QCoreApplication.translate("Completion", "Completed: {subject}")
        logged = QCoreApplication.translate("Completion", "The call with {client} is logged")
        if self._record is None:
            self._context.navigator.notify(logged.format(client=self._ending.client_name))
            return
        undo = undoing(self._context, ended_id, next_id) if can_undo else None
        self._context.navigator.notify(words.format(subject=self._record.subject), undo)

    def _refused(self, error: PrichalError) -> None:
        field = _OF_COMPLETION.get(error.code) or FIELD_OF.get(error.code, "")
        words = error_text(error)
        if field in FIELDS:
            self._form.show_problems({field: words})
            self.said.emit("")
        else:
            self.said.emit(words)
        if error.params.get("overridable"):
            self._form.ask_reason()


def undoing(context: ViewContext, ended_id: int, next_id: int | None = None) -> Callable[[], None]:
    """What the button Undo does: reopens what ended, takes back what was planned after it."""
    tasks = Tasks(context.changes, context.navigator.report)  # whoever asked may be gone by then

    def undo() -> None:
        tasks.run(_undo(context, ended_id, next_id))

    return undo


async def _undo(context: ViewContext, ended_id: int, next_id: int | None) -> None:
    activities = context.services.activities
    ended = await activities.get(ended_id)
    await activities.reopen(ended_id, ended.version)
    if next_id is not None:  # afterwards: the client is never without a next step
        following = await activities.get(next_id)
        await activities.delete(next_id, following.version)


async def held_call(context: ViewContext, ref: ClientRef) -> Ending:
    """What is known of the client of a call that was just held."""
    columns = ("name", "phone", "stage")
    for _, name, phone, stage in await context.services.lists.rows(ref.section, (ref.id,), columns):
        return Ending(
            ActivityKind.CALL, "", ref, getattr(name, "name", ""), phone if isinstance(phone, str) else None,
            stage if isinstance(stage, int) else None,
        )
    return Ending(ActivityKind.CALL, "", ref, "", None, None)
