"""What is done with an activity from its row: confirm, postpone, call, cancel, take back."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState
from app.qtbase import i18n, icons
from app.services.records.activities import ActivityRecord
from app.views.activities.ending import undoing
from app.views.activities.wording import moment_words
from app.views.navigator import ViewContext
from app.views.widgets.rule_reason import despite_rules


class RowActs:
    """Each call is one operation, or opens what asks for it."""

    def __init__(self, context: ViewContext, window: QWidget) -> None:
        self._context = context
        self._window = window
        self._activities = context.services.activities

    def call(self, record: ActivityRecord) -> None:
        """Dial; the call is then logged with its result."""
        if record.client_phone is not None:
            self._context.navigator.call(record.client_phone, record.client)
        else:
            words = QCoreApplication.translate("MyActivities", "There is no phone on the card.")
            self._context.navigator.notify(words)

    async def confirm(self, record: ActivityRecord) -> None:
        """The client said that they will come to the meeting."""
        if record.kind is not ActivityKind.MEETING:
            raise UserError("not_a_meeting", id=record.id)
        await self._activities.confirm(record.id, record.version)
        words = QCoreApplication.translate("MyActivities", "The meeting is confirmed: {client}")
        self._context.navigator.notify(words.format(client=record.client_name or record.subject))

    async def move(self, record: ActivityRecord, starts_at: datetime) -> None:
        """Another start; Undo goes back to the one before."""

        async def move(reason: str | None) -> None:
            await self._activities.move(record.id, record.version, starts_at, override_reason=reason)

        postpone = QCoreApplication.translate("MyActivities", "Postpone")
        if not await despite_rules(self._window, postpone, move):
            return
        workplace = self._context.services.workplace
        when = i18n.date_words(starts_at, workplace.now(), workplace.zone, inside=True)
        words = QCoreApplication.translate("MyActivities", "Postponed: {subject}, {when}")
        self._context.navigator.notify(words.format(subject=record.subject, when=when))

    async def cancel(self, record: ActivityRecord) -> None:
        """The step is not needed any more; against the rule of the next one with a reason."""

        async def cancel(reason: str | None) -> None:
            await self._activities.cancel(record.id, record.version, override_reason=reason)

        act = QCoreApplication.translate("MyActivities", "Cancel the activity")
        if not await despite_rules(self._window, act, cancel):
            return
        words = QCoreApplication.translate("MyActivities", "Cancelled: {subject}")
        undo = undoing(self._context, record.id)
        self._context.navigator.notify(words.format(subject=record.subject), undo)

    async def reopen(self, activity_id: int) -> None:
        """Take back that it was done."""
        record = await self._activities.get(activity_id)
        await self._activities.reopen(record.id, record.version)
        words = QCoreApplication.translate("MyActivities", "Planned again: {subject}")
        self._context.navigator.notify(words.format(subject=record.subject))

    async def postpone_menu(
        self, record: ActivityRecord, parent: QWidget, change: Callable[[], None], move: Callable[[datetime], None]
    ) -> QMenu:
        """The likely times, and the form for any other."""
        menu = QMenu(parent)
        workplace = self._context.services.workplace
        for moment in await self._activities.likely_times(record.client, record.kind):
            action = menu.addAction(moment_words(moment, workplace.now(), workplace.zone))
            action.triggered.connect(lambda _=False, to=moment: move(to))
        menu.addSeparator()
        other = menu.addAction(
            icons.icon("calendar", "text2"), QCoreApplication.translate("MyActivities", "Another time…")
        )
        other.triggered.connect(change)
        return menu


def may_change(record: ActivityRecord) -> bool:
    """Whether it is still planned and this employee's to change."""
    return record.can_change and record.state is ActivityState.PLANNED
