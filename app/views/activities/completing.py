"""Completing an activity, or logging a call, in a dialog: from a card, a list, or after dialling."""

from PySide6.QtWidgets import QLabel, QWidget

from app.qtbase import dialogs
from app.services.records.activities import ClientRef
from app.views.activities.completion_form import CompletionForm, Ending
from app.views.activities.ending import EndingFlow, held_call
from app.views.activities.hosts import discard
from app.views.activities.results import ROOM
from app.views.navigator import ViewContext
from app.views.widgets.form_dialog import FormDialog
from app.views.widgets.tabbing import tab_through

WIDTH = ROOM + 56
MAX_HEIGHT = 800


async def complete_activity(context: ViewContext, parent: QWidget, activity_id: int) -> None:
    """Ask for the result and the next step. Raises UserError: "not_found", "not_allowed"."""
    record = await context.services.activities.get(activity_id)
    await _ask(context, parent, Ending.of(record))


async def log_call(context: ViewContext, parent: QWidget, ref: ClientRef) -> None:
    """A call that was just held: result, comment, next. It may be the one that was planned for today."""
    await _ask(context, parent, await held_call(context, ref))


async def _ask(context: ViewContext, parent: QWidget, ending: Ending) -> None:
    dialog = CompletionDialog(context, ending, parent)
    try:
        await dialog.flow.fill()
        dialog.fit()
        if not await dialogs.run(dialog):
            await dialog.flow.keep_draft()
    finally:
        discard(dialog)


class CompletionDialog(FormDialog):
    """The completion form with a title and one main button."""

    def __init__(self, context: ViewContext, ending: Ending, parent: QWidget | None = None) -> None:
        workplace = context.services.workplace
        super().__init__(ending.title, "", parent)
        self.form = CompletionForm(workplace, ending, self)
        self.setFixedWidth(WIDTH)
        for words, role in ((ending.title, "heading"), (ending.second, "caption")):
            label = QLabel(words, self)
            label.setProperty("role", role)
            label.setWordWrap(True)
            self.head.addWidget(label)
        self.body.addWidget(self.form)
        tab_through(self.form, self.cancel, self.main)
        self.flow = EndingFlow(context, ending, self.form, workplace.now())
        self.flow.finished.connect(self.accept)
        self.flow.said.connect(self.say)
        self.flow.busy.connect(self.set_busy)
        self.form.act_changed.connect(lambda: self.main.setText(self.form.act()))
        self.submitted.connect(self.flow.submit)

    def fit(self) -> None:
        """As high as its fields, the cursor in the result."""
        self.fit_height(WIDTH, MAX_HEIGHT)
        self.main.setText(self.form.act())
        self.form.results.focus()
