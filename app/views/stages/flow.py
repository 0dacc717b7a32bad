"""From a click on a stage to the moved record."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.errors import FieldErrors, PrichalError, UserError
from app.core.fieldkinds import FieldType
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text
from app.qtbase.tasks import Tasks
from app.services.records.activities import ClientRef
from app.services.records.clients import StageNeeds
from app.services.records.values import ContactPointValue, Values
from app.views.field_forms import FieldWorld, from_draft, to_draft
from app.views.navigator import ViewContext
from app.views.stages.dialog import StageDialog
from app.views.widgets.fields import FileEditor

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.deals import Deals
    from app.services.leads import Leads


async def move_stage(context: ViewContext, parent: QWidget, ref: ClientRef, stage_id: int) -> bool:
    """Move the record; a dialog comes only where something is missing, a converting stage opens the conversion.

    Whether it stands on the stage now.
    """
    service = _service(context, ref)
    needs = await service.needs(ref.id, stage_id)
    if needs.converts:
        context.navigator.convert(ref.id)
        return False
    if needs.source.id == needs.target.id:
        return True
    if not needs.missing and not needs.asks_reason:
        await service.move(ref.id, stage_id)
        return True
    card = await service.card(ref.id)
    phones = card.values.get("phones")
    points = phones if isinstance(phones, tuple) else ()
    phone = next((one.normal for one in points if isinstance(one, ContactPointValue) and one.normal), None)
    return await _StageMove(context, ref, needs, phone).run(parent)


class _StageMove:
    """One dialog, from its draft to the move or back."""

    def __init__(self, context: ViewContext, ref: ClientRef, needs: StageNeeds, phone: str | None) -> None:
        self._context = context
        self._ref = ref
        self._needs = needs
        self._phone = phone
        self._attached: set[tuple[str, Path]] = set()
        """Files that are in the database already: a try that was refused doesn't attach them twice."""
        self._place = f"{ref.section}:{ref.id}:stage:{needs.target.id}"

    async def run(self, parent: QWidget) -> bool:
        world = FieldWorld.of(self._context.services.workplace)
        dialog = StageDialog(self._needs, self._phone, world, parent)
        tasks = Tasks(dialog, lambda error: self._show_error(dialog, error))
        draft = await self._context.services.drafts.get(self._place)
        if draft is not None:
            dialog.form.set_values(from_draft(draft, dialog.form))
            dialog.set_reason(str(draft.get("reason") or ""))
        for code, frame in dialog.form.frames.items():
            if isinstance(frame.editor, FileEditor):
                frame.editor.asked.connect(lambda code=code: tasks.run(self._choose_file(dialog, code)))
        dialog.submitted.connect(lambda: tasks.run(self._submit(dialog), latest="submit"))
        moved = await dialogs.run(dialog)
        if moved:
            await self._context.services.drafts.drop(self._place)
        else:
            # Typed words outlive going back: the next try finds them.
            await self._context.services.drafts.keep(
                self._place, {**to_draft(dialog.form, {}), "reason": dialog.reason()}
            )
        dialog.deleteLater()
        return moved

    async def _choose_file(self, dialog: StageDialog, code: str) -> None:
        chosen = await dialogs.choose_file(
            dialog, QCoreApplication.translate("Stages", "Choose a file"), QCoreApplication.translate(
                "Stages", "All files (*)")
        )
        editor = dialog.form.frames[code].editor
        if chosen is not None and isinstance(editor, FileEditor):
            editor.pick(chosen)

    async def _submit(self, dialog: StageDialog) -> None:
        if not dialog.is_complete():
            return
        dialog.set_busy(True)
        try:
            await self._attach(dialog)
            values: Values = dialog.form.values()
            await _service(self._context, self._ref).move(
                self._ref.id, self._needs.target.id, values, reason=dialog.reason()
            )
        finally:
            dialog.set_busy(False)
        dialog.accept()

    async def _attach(self, dialog: StageDialog) -> None:
        """Files go first: they are in the database before the stage that requires them."""
        for code, frame in dialog.form.frames.items():
            path = frame.editor.value()
            is_file = dialog.form.field(code).type is FieldType.FILE
            if is_file and isinstance(path, Path) and (code, path) not in self._attached:
                await self._context.services.files.attach(self._ref, path.name, path, field_code=code)
                self._attached.add((code, path))

    def _show_error(self, dialog: StageDialog, error: PrichalError) -> None:
        if isinstance(error, FieldErrors):
            dialog.form.show_errors({code: error_text(one) for code, one in error.errors.items()})
        elif isinstance(error, UserError) and error.code == "meeting_in_past" and "meeting_at" in dialog.form.frames:
            dialog.form.show_errors({"meeting_at": error_text(error)})
        dialog.say(error_text(error))


def _service(context: ViewContext, ref: ClientRef) -> "Leads | Deals":
    return context.services.leads if ref.section == "lead" else context.services.deals
