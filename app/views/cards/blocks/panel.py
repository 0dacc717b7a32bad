"""One block of a card: read, edited as a whole, saved by Save or Ctrl+Enter, kept as a draft."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.core.errors import Conflict, FieldErrors, Offline, UserError
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_S
from app.services.records.clients import ClientCard
from app.views.cards.blocks.body import BlockBody
from app.views.cards.blocks.form import BlockForm
from app.views.cards.blocks.plan import BlockPlan
from app.views.cards.conflict import ConflictDialog
from app.views.cards.files import FileList
from app.views.cards.open_card import OpenCard
from app.views.widgets.banner import Note
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.panel import Panel

KEEP_AFTER_MS: Final = 1000
"""What is typed goes into the draft this long after the last key."""
MOST_TRIES: Final = 20
"""So often a save is tried while others save the same fields."""


class BlockPanel(Panel):
    """Reading and editing take turns in one panel."""

    editing_changed = Signal()

    def __init__(self, card: OpenCard, plan: BlockPlan, columns: int, parent: QWidget) -> None:
        super().__init__(plan.block.name, foldable=True, parent=parent)
        self._card = card
        self.plan = plan
        self.form: BlockForm | None = None
        self._draft: Mapping[str, object] | None = None
        self._waits = False
        """Its save waits for the connection."""
        card.context.connection.changed.connect(self._connection_changed)
        self._pencil = IconButton(
            "pencil", QCoreApplication.translate("CardBlocks", "Edit: {block}").format(block=plan.block.name),
            small=True, parent=self,
        )  # fmt: skip
        self._pencil.clicked.connect(self._edit_all)
        if plan.of_lead and "phones" in plan.shown and card.data.card.contact_id is not None:
            self.add_act(self._contact_link(card.data.card.contact_id))
        self.add_act(self._pencil)
        self._offer = self._make_offer()
        self.content.addWidget(self._offer)
        self._body = BlockBody(card, plan, columns, self)
        self._body.edit_asked.connect(self._edit_all)
        self.content.addWidget(self._body)
        self._files = [FileList(card, field, self) for field in plan.file_fields]
        for files in self._files:
            self.content.addWidget(files)
        self._keep_timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keep_timer.timeout.connect(lambda: card.tasks.run(self._keep(), quiet=True))
        self.show_plan(plan)

    def _contact_link(self, contact_id: int) -> Button:
        words = QCoreApplication.translate("CardBlocks", "name, phones: the contact's")
        link = Button(words, "link", small=True, parent=self)
        link.clicked.connect(lambda: self._card.navigator.open_card("contact", contact_id))
        return link

    def _make_offer(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        note = Note("info", QCoreApplication.translate("CardBlocks", "You began to edit this and did not save it."))
        row = QHBoxLayout()
        go_on = Button(QCoreApplication.translate("CardBlocks", "Go on"), small=True, parent=holder)
        drop = Button(QCoreApplication.translate("CardBlocks", "Throw away"), small=True, parent=holder)
        go_on.clicked.connect(self._edit_all)
        drop.clicked.connect(self._throw_away)
        row.addWidget(go_on)
        row.addWidget(drop)
        row.addStretch(1)
        column.addWidget(note)
        column.addLayout(row)
        holder.hide()
        return holder

    @property
    def place(self) -> str:
        """Where the block's draft is kept."""
        return self._card.place(self.plan.key.partition(".")[2] if not self.plan.of_lead else self.plan.key)

    def show_plan(self, plan: BlockPlan) -> None:
        """Show what was read last; what is being typed stays."""
        self.plan = plan
        self._body.show_plan(plan)
        for files in self._files:
            files.refresh()
        self._pencil.setVisible(self.form is None and self._can_edit())
        self._show_status()
        if self.form is not None:
            self._body.hide()
            self.form.rebase(self._card.data.card)

    def set_columns(self, columns: int) -> None:
        """In so many columns is what was read shown."""
        self._body.set_columns(columns, self.plan)

    def offer_draft(self, draft: Mapping[str, object]) -> None:
        """Offer what was typed last time and not saved."""
        if self.form is None and self._can_edit() and (draft.get("values") or draft.get("raw")):
            self._draft = draft
            self._offer.show()
            self._card.set_unsaved(self.place, True)

    def edit(self, code: str | None = None) -> None:
        """Begin to edit, the cursor in a field; a draft that is there is gone on with."""
        if not self._can_edit():
            return
        self.set_folded(False)
        if self.form is None:
            self.form = BlockForm(self._card, self.plan, self)
            if self._draft is not None:
                self.form.restore(self._draft, self._card.data.card)
                self._draft = None
            self.form.save_asked.connect(self.save)
            self.form.cancel_asked.connect(self.cancel)
            self.form.changed.connect(self._typed)
            self.content.insertWidget(1, self.form)
            self._body.hide()
            self._offer.hide()
            self._pencil.hide()
            self.editing_changed.emit()
        self.form.focus(code)

    def _edit_all(self) -> None:
        self.edit()

    def save(self) -> None:
        """Save what was changed; errors come to their fields."""
        if self.form is not None:
            self._card.tasks.run(self._save(self.form), latest=f"save:{self.plan.key}")

    def cancel(self) -> None:
        """Throw away what was typed."""
        self._close_form()
        self._throw_away()

    def leave(self) -> None:
        """Stop editing; what was typed is kept and offered again."""
        if self.form is None:
            return
        draft = self.form.draft() if self.form.is_dirty() else None
        self._close_form()
        if draft is None:
            self._throw_away()
        else:
            self._card.tasks.run(self._card.services.drafts.keep(self.place, draft), quiet=True)
            self.offer_draft(draft)

    def unsaved_draft(self) -> Mapping[str, object] | None:
        """What was typed and isn't kept for sure yet; None where there is nothing."""
        return self.form.draft() if self.form is not None and self.form.is_dirty() else None

    def _can_edit(self) -> bool:
        return any(code in self.plan.editable for code in self.plan.shown | self.plan.editable)

    def _typed(self) -> None:
        self._keep_timer.start()
        self._card.set_unsaved(self.place, self.form is not None and self.form.is_dirty())

    async def _keep(self) -> None:
        if self.form is not None and self.form.is_dirty():
            await self._card.services.drafts.keep(self.place, self.form.draft())

    def _close_form(self) -> None:
        if self.form is None:
            return
        self._keep_timer.stop()
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        self._body.show_plan(self.plan)
        self._pencil.setVisible(self._can_edit())
        self.editing_changed.emit()

    def _throw_away(self) -> None:
        self._draft = None
        self._offer.hide()
        self._card.set_unsaved(self.place, False)
        self._card.tasks.run(self._card.services.drafts.drop(self.place), quiet=True)

    async def _save(self, form: BlockForm) -> None:
        if not form.form.check():
            return
        now = self._card.data.card
        for _ in range(MOST_TRIES):
            if form.undecided() and not await self._decide(form, now):
                return
            try:
                if not await self._write(form):
                    return
                break
            except Offline:
                self._waits = True
                await self._keep()
                raise
            except Conflict:
                now = await self._card.cards.card(self._card.ref.id)
                form.rebase(now)
        else:
            return  # others write faster than one can decide: the strips under the fields say what is there now
        self._close_form()
        self._throw_away()
        self._card.reload()

    def _connection_changed(self, online: bool) -> None:
        """What was to be saved goes on by itself; saving the same values twice changes nothing."""
        if online and self._waits:
            self._waits = False
            self.save()

    async def _write(self, form: BlockForm) -> bool:
        """Hand what was changed to the service; False where a field has to be mended. Raises Conflict."""
        changed = form.changed_values()
        if not changed:
            return True
        form.save.setEnabled(False)
        try:
            _ = await self._card.cards.edit(self._card.ref.id, form.version, changed, dict(form.base))
        except FieldErrors as error:
            form.form.show_errors({code: error_text(one) for code, one in error.errors.items()})
            return False
        except UserError as error:
            if error.code != "required_emptied":
                raise
            emptied = error.params["fields"]
            words = error_text(error)
            form.form.show_errors({str(code): words for code in emptied} if isinstance(emptied, tuple) else {})
            return False
        finally:
            form.save.setEnabled(True)
        return True

    async def _decide(self, form: BlockForm, now: ClientCard) -> bool:
        """Ask field by field where two have edited; what was typed stays where the user goes back."""
        meeting = form.meeting(now)
        dialog = ConflictDialog(meeting, self.window())
        dialog.submitted.connect(lambda: dialog.accept() if dialog.is_decided() else None)
        try:
            if not await dialogs.run(dialog):
                form.focus(next(iter(form.undecided()), None))
                return False
            form.decide(meeting.collisions, dialog.decisions())
        finally:
            if isValid(dialog):  # the window may have gone with it
                dialog.deleteLater()
        return not form.undecided()

    def _show_status(self) -> None:
        if self.plan.is_locked:
            why = QCoreApplication.translate("CardBlocks", "Filled in by the process")
            self.set_locked(why)
            self.set_status(why)
            return
        filled, total = self.plan.progress(self._card.data.values)
        if total:
            words = QCoreApplication.translate("CardBlocks", "{filled} of {total}").format(filled=filled, total=total)
            self.set_status(words, "ok" if filled == total else "warn")
        elif self.plan.block.section == "contact":
            self.set_status(QCoreApplication.translate("CardBlocks", "seen in leads and deals"))
        else:
            self.set_status("")
