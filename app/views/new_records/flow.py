"""From "Add" to the saved record and its card."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.errors import FieldErrors, PrichalError
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text
from app.qtbase.tasks import Tasks
from app.services.records.activities import ClientRef
from app.services.records.clients import ContactChoice
from app.services.records.office import BlockRecord, FieldRecord
from app.services.records.values import Values
from app.views.field_forms import FieldWorld, from_draft, to_draft
from app.views.field_forms.known import KnownPeople
from app.views.navigator import ViewContext
from app.views.new_records.contact_picker import ContactPicker
from app.views.new_records.dialog import NewRecordDialog
from app.views.widgets.fields import FileEditor


@dataclass(frozen=True, slots=True)
class _Plan:
    """What differs between the three forms."""

    section: str
    title: str
    required: tuple[str, ...]
    save: Callable[[Values], Awaitable[int]]
    looks_up: bool
    """Whether a known phone or email is pointed out."""


async def new_lead(
    context: ViewContext, parent: QWidget, prefill: Values, stage_id: int | None = None
) -> None:  # fmt: skip
    """The new-lead form: blocks 1 to 4; needs a name, a phone or email, and the source."""
    plan = _Plan(
        "lead",
        QCoreApplication.translate("NewRecords", "New lead"),
        ("last_name", "phones", "source"),
        context.services.leads.create,
        looks_up=True,
    )
    await _NewRecord(context, plan, stage_id=stage_id).run(parent, prefill)


async def new_contact(context: ViewContext, parent: QWidget, prefill: Values) -> None:
    """The new-contact form."""
    plan = _Plan(
        "contact",
        QCoreApplication.translate("NewRecords", "New contact"),
        ("last_name",),
        context.services.contacts.create,
        looks_up=True,
    )
    await _NewRecord(context, plan).run(parent, prefill)


async def new_deal(
    context: ViewContext, parent: QWidget, contact_id: int | None, stage_id: int | None = None
) -> None:  # fmt: skip
    """The form of a deal made by hand: an existing contact, the type and the price."""
    picker = ContactPicker(context)
    if contact_id is not None:
        card = await context.services.contacts.card(contact_id)
        picker.choose(ContactChoice(contact_id, card.name, None, "", 0))

    async def save(values: Values) -> int:
        return await context.services.deals.create(values, picker.chosen_id())

    plan = _Plan("deal", QCoreApplication.translate("NewRecords", "New deal"), ("deal_type", "amount"), save, False)
    await _NewRecord(context, plan, picker, stage_id=stage_id).run(parent, {})


class _NewRecord:
    """One form, from its draft to the saved record."""

    def __init__(
        self, context: ViewContext, plan: _Plan, picker: ContactPicker | None = None, *, stage_id: int | None = None
    ) -> None:  # fmt: skip
        """With a stage the record goes on to it once it is saved."""
        self._context = context
        self._stage_id = stage_id
        self._plan = plan
        self._picker = picker
        self._place = f"new:{plan.section}"
        self._saved: int | None = None
        workplace = context.services.workplace
        self._usual: Values = {"responsible": workplace.actor.employee_id, "currency": workplace.currency}

    async def run(self, parent: QWidget, prefill: Values) -> None:
        workplace = self._context.services.workplace
        dialog = NewRecordDialog(
            self._plan.title, self._blocks(), FieldWorld.of(workplace), required=self._plan.required, parent=parent
        )
        tasks = Tasks(dialog, lambda error: self._show_error(dialog, error))
        if self._picker is not None:
            dialog.add_top(self._picker)
            self._picker.focus_if_free()
        await self._fill(dialog, {**self._usual, **prefill})
        self._connect(dialog, tasks)
        if await dialogs.run(dialog) and self._saved is not None:
            await self._context.services.drafts.drop(self._place)
            await self._go_on(ClientRef(self._plan.section, self._saved))
        else:
            await self._keep(dialog)
        dialog.deleteLater()

    async def _go_on(self, ref: ClientRef) -> None:
        """To the stage that was wanted, which may ask for more; who goes back finds the record on the first one."""
        try:
            if self._stage_id is not None:
                await self._context.navigator.moved_to_stage(ref, self._stage_id)
        finally:
            self._context.navigator.open_card(ref.section, ref.id)

    def _connect(self, dialog: NewRecordDialog, tasks: Tasks) -> None:
        dialog.submitted.connect(lambda: tasks.run(self._submit(dialog), latest="submit"))
        if self._plan.looks_up:
            self._watch(dialog, tasks)
        for form in dialog.forms:
            for frame in form.frames.values():
                editor = frame.editor
                if isinstance(editor, FileEditor):
                    editor.asked.connect(lambda editor=editor: tasks.run(_choose_file(dialog, editor)))

    def _watch(self, dialog: NewRecordDialog, tasks: Tasks) -> None:
        """Point out who is known; a draft's or the palette's phone too."""
        for form in dialog.forms:
            known = KnownPeople(form, tasks, self._context.services.leads.known_people, {})
            known.opened.connect(self._context.navigator.open_card)
            known.look()

    def _blocks(self) -> list[tuple[BlockRecord, list[FieldRecord]]]:
        """The section's blocks that people fill, with their fields."""
        registry = self._context.services.workplace.registry
        fields = registry.fields(self._plan.section)
        return [
            (block, [field for field in fields if field.block_id == block.id])
            for block in registry.blocks(self._plan.section)
            if not block.technical
        ]

    async def _fill(self, dialog: NewRecordDialog, prefill: Values) -> None:
        draft = await self._context.services.drafts.get(self._place)
        for form in dialog.forms if draft is not None else ():
            form.set_values(from_draft(draft or {}, form))
        dialog.set_values({**prefill, **{code: value for code, value in dialog.values().items() if value}})

    async def _keep(self, dialog: NewRecordDialog) -> None:
        """Leaving keeps what was typed."""
        content: dict[str, object] = {}
        for form in dialog.forms:
            content.update(to_draft(form, self._usual))
        if content:
            await self._context.services.drafts.keep(self._place, content)
        else:
            await self._context.services.drafts.drop(self._place)

    async def _submit(self, dialog: NewRecordDialog) -> None:
        if self._picker is not None and not self._picker.is_complete():
            return
        if not self._is_complete(dialog):
            return
        dialog.set_busy(True)
        try:
            if self._saved is None:
                self._saved = await self._plan.save(dialog.values())
            for code, path in dialog.files().items():
                if isinstance(path, Path):
                    ref = ClientRef(self._plan.section, self._saved)
                    await self._context.services.files.attach(ref, path.name, path, field_code=code)
        finally:
            dialog.set_busy(False)
        dialog.accept()

    def _is_complete(self, dialog: NewRecordDialog) -> bool:
        """A lead may have an email in place of the phone, a first name in place of the last."""
        values = dialog.values()
        spared = set()
        if values.get("emails"):
            spared.add("phones")
        if values.get("first_name"):
            spared.add("last_name")
        dialog.required = tuple(code for code in self._plan.required if code not in spared)
        complete = dialog.is_complete()
        dialog.say("" if complete else QCoreApplication.translate("NewRecords", "Some fields need a look"))
        return complete

    def _show_error(self, dialog: NewRecordDialog, error: PrichalError) -> None:
        if isinstance(error, FieldErrors):
            dialog.show_errors({code: error_text(one) for code, one in error.errors.items()})
        dialog.say(error_text(error))


async def _choose_file(dialog: NewRecordDialog, editor: FileEditor) -> None:
    title = QCoreApplication.translate("NewRecords", "Choose a file")
    chosen = await dialogs.choose_file(dialog, title, QCoreApplication.translate("NewRecords", "All files (*)"))
    if chosen is not None:
        editor.pick(chosen)
