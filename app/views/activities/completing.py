"""Completing an activity, or logging a call, in a dialog: from a card, a list, or after dialling."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.qtbase import dialogs
from app.qtbase.metrics import GAP_S
from app.qtbase.shortcuts import native
from app.services.records.activities import ClientRef
from app.views.activities.completion_form import CompletionForm, Ending
from app.views.activities.ending import EndingFlow, held_call
from app.views.activities.hosts import discard
from app.views.activities.queue_row import NEXT_KEY
from app.views.activities.results import ROOM
from app.views.navigator import ViewContext
from app.views.widgets.buttons import Button
from app.views.widgets.form_dialog import FormDialog
from app.views.widgets.key_hint import KeyHint
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
        elif dialog.goes_on and not dialog.flow.stage_follows:
            context.navigator.next_client()
    finally:
        discard(dialog)


class CompletionDialog(FormDialog):
    """The completion form with a title and one main button."""

    def __init__(self, context: ViewContext, ending: Ending, parent: QWidget | None = None) -> None:
        workplace = context.services.workplace
        super().__init__(ending.title, "", parent)
        self.form = CompletionForm(workplace, ending, self)
        self.setFixedWidth(WIDTH)
        self.goes_on = False
        """Sent by "then the next": the work queue's next client is wanted afterwards."""
        self._add_head(ending)
        self.body.addWidget(self.form)
        tab_through(self.form, self.cancel, self.main, self.onward)
        self.flow = EndingFlow(context, ending, self.form, workplace.now())
        self.flow.finished.connect(self.accept)
        self.flow.said.connect(self.say)
        self.flow.busy.connect(self.set_busy)
        self.form.act_changed.connect(lambda: self.main.setText(self.form.act()))
        self.submitted.connect(self._stay)

    def _add_head(self, ending: Ending) -> None:
        heading, second = QLabel(ending.title, self), QLabel(ending.second, self)
        for label, role in ((heading, "heading"), (second, "caption")):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.onward = Button(QCoreApplication.translate("Completion", "Then the next client"), "link", small=True)
        words = QCoreApplication.translate("Completion", "Complete, and on to the next client of the work queue")
        self.onward.setAccessibleName(words)
        self.onward.setToolTip(f"{words} — {native(NEXT_KEY)}")
        self.onward.clicked.connect(self._go_on)
        QShortcut(QKeySequence(NEXT_KEY), self).activated.connect(self._go_on)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(heading, 1)
        row.addWidget(self.onward)
        row.addWidget(KeyHint(native(NEXT_KEY), self))
        self.head.addLayout(row)
        self.head.addWidget(second)

    def _go_on(self) -> None:
        self.goes_on = True
        self.flow.submit()

    def _stay(self) -> None:
        self.goes_on = False
        self.flow.submit()

    def fit(self) -> None:
        """As high as its fields, the cursor in the result."""
        self.fit_height(WIDTH, MAX_HEIGHT)
        self.main.setText(self.form.act())
        self.form.results.focus()
