"""The completion at the right of My activities: one activity after another, what was typed kept with each."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from app.core.errors import PrichalError
from app.core.kinds import ActivityState
from app.qtbase.shortcuts import native
from app.qtbase.tasks import Tasks
from app.views.activities.completion_form import CompletionForm, Ending
from app.views.activities.ending import EndingFlow
from app.views.activities.hosts import discard
from app.views.navigator import ViewContext
from app.views.widgets.buttons import Button
from app.views.widgets.key_hint import KeyHint
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.tabbing import tab_through

WIDTH = 422


class EndPanel(SidePanel):
    """Shows the question of one activity at a time."""

    completed = Signal(int)
    """The number of the activity that ended."""
    refused = Signal(object)
    """A `PrichalError` before the form could be shown."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent=parent)
        self._context = context
        self._flow: EndingFlow | None = None
        self._form: CompletionForm | None = None
        self._version = 0
        self.activity_id = 0
        """The activity that is shown; 0: none."""
        self._tasks = Tasks(self, self._refuse)
        self._add_foot()
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(1, 0, 0, 0)  # beside the edge, not over it
        self.closed.connect(self._leave)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._submit)

    def _add_foot(self) -> None:
        self.main = Button(QCoreApplication.translate("Completion", "Complete and plan"), "primary", parent=self)
        self.main.clicked.connect(self._submit)
        self._words = QLabel(self)
        self._words.setProperty("role", "caption")
        self._words.setProperty("tone", "danger")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.footer.addWidget(self.main)
        self.footer.addWidget(KeyHint(native("Ctrl+Enter"), self))
        self.footer.addWidget(self._words, 1)

    def show_activity(self, activity_id: int, *, take_focus: bool) -> None:
        """Ask about an activity; what was typed about the one before is kept as its draft."""
        if activity_id == self.activity_id and self._form is not None and not self.isHidden():
            if take_focus:
                self._form.results.focus()
            return
        self._tasks.run(self._show(activity_id, take_focus=take_focus), latest="show")

    def refresh(self) -> None:
        """The activity was changed elsewhere: what was typed stays, what is done is left."""
        if self.activity_id and self._flow is not None and not self._flow.is_sending:
            self._tasks.run(self._refresh(self.activity_id), latest="show", quiet=True)

    def form(self) -> CompletionForm | None:
        """The form that is shown."""
        return self._form

    async def _show(self, activity_id: int, *, take_focus: bool) -> None:
        await self._keep()
        record = await self._context.services.activities.get(activity_id)
        if record.state is not ActivityState.PLANNED or not record.can_change:
            self.close_panel()
            return
        ending = Ending.of(record)
        workplace = self._context.services.workplace
        form = CompletionForm(workplace, ending, self)
        form.hide()
        try:
            flow = EndingFlow(self._context, ending, form, workplace.now())
            await flow.fill()
        except BaseException:
            discard(form)
            raise
        self._replace(form, flow)
        self.activity_id, self._version = record.id, record.version
        self.set_title(ending.title, ending.second, "success", "ok")
        if self.isHidden():
            self.open_panel()
        if take_focus:
            form.results.focus()

    async def _refresh(self, activity_id: int) -> None:
        record = await self._context.services.activities.get(activity_id)
        if record.version != self._version:
            await self._show(activity_id, take_focus=False)

    def _replace(self, form: CompletionForm, flow: EndingFlow) -> None:
        self._drop()
        self._form, self._flow = form, flow
        self.content.addWidget(form)
        form.show()
        tab_through(form, self.main)
        flow.finished.connect(self._finished)
        flow.said.connect(self._words.setText)
        flow.busy.connect(lambda busy: self.main.setEnabled(not busy))
        form.act_changed.connect(lambda: self.main.setText(form.act()))
        self.main.setText(form.act())
        self.main.setEnabled(True)
        self._words.setText("")

    def _drop(self) -> None:
        if self._form is not None:
            self.content.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = self._flow = None
        self.activity_id = 0

    async def _keep(self) -> None:
        if self._flow is not None and not self._flow.is_sending:
            await self._flow.keep_draft()

    def _leave(self) -> None:
        """Closed: what was typed is there again when the activity is asked about the next time."""
        self._tasks.run(self._keep_and_drop(), latest="show", quiet=True)

    async def _keep_and_drop(self) -> None:
        await self._keep()
        self._drop()

    def _submit(self) -> None:
        if self._flow is not None:
            self._flow.submit()

    def _finished(self, activity_id: int) -> None:
        self._drop()
        self.completed.emit(activity_id)

    def _refuse(self, error: PrichalError) -> None:
        self.close_panel()
        self.refused.emit(error)
