"""From "Complete" to the deal's card."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.errors import FieldErrors, PrichalError
from app.core.fieldkinds import FieldType
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text
from app.qtbase.tasks import Tasks
from app.services.records.activities import ClientRef
from app.views.conversion.dialog import ConversionDialog
from app.views.field_forms import FieldWorld, from_draft, to_draft
from app.views.navigator import ViewContext
from app.views.widgets.fields import FileEditor

DEAL: Final = "deal section"
"""Where a draft keeps what is no field of the lead."""


async def convert(context: ViewContext, parent: QWidget, lead_id: int) -> None:
    """Convert a lead; its deal's card opens afterwards."""
    preview = await context.services.leads.conversion_preview(lead_id)
    dialog = ConversionDialog(preview, FieldWorld.of(context.services.workplace), parent)
    flow = _Conversion(context, dialog, lead_id)
    await flow.fill()
    if await dialogs.run(dialog):
        await context.services.drafts.drop(flow.place)
        context.navigator.notify(
            QCoreApplication.translate("Conversion", "{name} is a deal now").format(name=preview.needs.name)
        )
        if flow.deal_id is not None:
            context.navigator.open_card("deal", flow.deal_id)
    else:
        await flow.keep()
    dialog.deleteLater()


class _Conversion:
    """One dialog of one lead."""

    def __init__(self, context: ViewContext, dialog: ConversionDialog, lead_id: int) -> None:
        self.place = f"lead:{lead_id}:convert"
        self.deal_id: int | None = None
        self._attached: set[tuple[str, Path]] = set()
        """Files that are in the database already: a try that was refused doesn't attach them twice."""
        self._context = context
        self._dialog = dialog
        self._lead_id = lead_id
        tasks = Tasks(dialog, self._show_error)
        dialog.submitted.connect(lambda: tasks.run(self._submit(), latest="submit"))
        for frame in dialog.missing.frames.values() if dialog.missing is not None else ():
            editor = frame.editor
            if isinstance(editor, FileEditor):
                editor.asked.connect(lambda editor=editor: tasks.run(self._choose_file(editor)))

    async def fill(self) -> None:
        """What was typed before going back the last time."""
        draft = await self._context.services.drafts.get(self.place)
        if draft is None:
            return
        if self._dialog.missing is not None:
            self._dialog.missing.set_values(from_draft(draft, self._dialog.missing))
        deal = draft.get(DEAL)
        if isinstance(deal, dict):
            self._dialog.deal.restore(deal)
            self._dialog.show_typed()

    async def keep(self) -> None:
        """Typed fields of the lead and of the deal outlive going back."""
        missing = self._dialog.missing
        typed = to_draft(missing, {}) if missing is not None else {}
        await self._context.services.drafts.keep(self.place, {**typed, DEAL: self._dialog.deal.typed()})

    async def _submit(self) -> None:
        dialog = self._dialog
        if not dialog.is_complete():
            return
        dialog.set_busy(True)
        try:
            await self._attach()
            result = await self._context.services.leads.convert(self._lead_id, dialog.conversion())
        finally:
            dialog.set_busy(False)
        self.deal_id = result.deal_id
        dialog.accept()

    async def _attach(self) -> None:
        form = self._dialog.missing
        for code in form.codes() if form is not None else ():
            assert form is not None, "codes come from the form"
            editor = form.frames[code].editor
            path = editor.value() if isinstance(editor, FileEditor) else None
            if form.field(code).type is FieldType.FILE and path is not None and (code, path) not in self._attached:
                ref = ClientRef("lead", self._lead_id)
                await self._context.services.files.attach(ref, path.name, path, field_code=code)
                self._attached.add((code, path))

    async def _choose_file(self, editor: FileEditor) -> None:
        title = QCoreApplication.translate("Conversion", "Choose a file")
        chosen = await dialogs.choose_file(
            self._dialog, title, QCoreApplication.translate("Conversion", "All files (*)")
        )
        if chosen is not None:
            editor.pick(chosen)

    def _show_error(self, error: PrichalError) -> None:
        if isinstance(error, FieldErrors) and self._dialog.missing is not None:
            self._dialog.missing.show_errors({code: error_text(one) for code, one in error.errors.items()})
        self._dialog.say(error_text(error))
