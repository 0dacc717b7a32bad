"""What is done in the calendar: each call is one operation, or opens what asks for it."""

from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtWidgets import QMenu, QWidget

from app.core.errors import PrichalError, UserError
from app.core.kinds import ActivityKind, ActivityState, Kind, Right
from app.core.wallclock import moment_at
from app.qtbase import i18n, icons
from app.qtbase.error_texts import error_text
from app.qtbase.shortcuts import native
from app.qtbase.tasks import Tasks
from app.qtmodels.calendar_model import CalendarModel
from app.services.records.activities import ClientRef
from app.services.records.calendar import CalendarItem
from app.services.rules import Finding
from app.views.calendar.hand import Limits, Target
from app.views.calendar.surface import EventSurface
from app.views.navigator import Beginning, ViewContext
from app.views.widgets.rule_reason import ask_reason, despite_rules

MORNING: Final = time(10)
"""When something new begins on a day without a time."""
NEIGHBOURS: Final = 1_000


class CalendarActs(QObject):
    """Acts of one calendar, on the surface in front."""

    def __init__(self, context: ViewContext, model: CalendarModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._window = parent
        self._workplace = context.services.workplace
        self._navigator = context.navigator
        self._tasks = Tasks(self, context.navigator.report)

    # opening and making

    def open(self, item: CalendarItem) -> None:
        """The client's card, walking through what is on show; what has no client opens itself."""
        if item.client is not None:
            section, clients = item.client.section, (one.client for one in self._model.items)
            same = dict.fromkeys(one.id for one in clients if one is not None and one.section == section)
            self._navigator.open_card(section, item.client.id, list(same)[:NEIGHBOURS])
        else:
            self.change(item)

    def change(self, item: CalendarItem, anchor: QRect | None = None) -> None:
        """The activity's form."""
        if item.activity_id is not None:
            self._navigator.change_activity(item.activity_id, anchor)

    def create(self, target: Target, anchor: QRect, surface: EventSurface) -> None:
        """The one form of activities, filled with what was pointed at."""
        starts_at = self._moment(target)
        begin = Beginning(starts_at, target.minutes or None, target.slot.person_id)
        self._navigator.plan_activity(None, anchor, None, begin)
        surface.land()

    def _moment(self, target: Target) -> datetime:
        slot, zone = target.slot, self._workplace.zone
        if slot.minute is not None:
            return moment_at(slot.day, slot.minute, zone)
        moment = moment_at(slot.day, MORNING.hour * 60, zone)
        now = self._workplace.now()
        if moment > now or slot.day != self._workplace.today():
            return moment
        return now.replace(minute=now.minute // 30 * 30, second=0, microsecond=0) + timedelta(minutes=30)

    # moving

    def hold(self, item: CalendarItem, surface: EventSurface) -> None:
        """Something hangs at the pointer: say where it may go."""
        self._tasks.run(self._find_limits(item, surface), latest="limits", quiet=True)

    async def _find_limits(self, item: CalendarItem, surface: EventSurface) -> None:
        if item.activity_id is None or item.kind is None:
            return
        help_ = await self._context.services.activities.planning_help(
            item.client, item.kind, except_id=item.activity_id
        )
        surface.show_limits(Limits(self._workplace.today(), help_.latest_day))

    def move(self, item: CalendarItem, target: Target, surface: EventSurface) -> None:
        """By drag or by key: another time, length or responsible."""
        self._tasks.run(self._move(item, target, surface))

    async def _move(self, item: CalendarItem, target: Target, surface: EventSurface) -> None:
        try:
            warnings = await self._moved(item, target)
        except UserError as error:
            if not error.params.get("overridable"):
                surface.go_back()
                raise
            reason = await ask_reason(self._window, error, QCoreApplication.translate("Calendar", "Move"))
            if reason is None:
                surface.go_back()
                return
            warnings = await self._moved(item, target, reason)
        except PrichalError:
            surface.go_back()
            raise
        await self._model.read_again()
        surface.land()
        row = self._model.row_of(item.key)
        if row >= 0:
            surface.go_to_item(self._model.index(row))
        await self._tell(item, warnings)

    async def _moved(self, item: CalendarItem, target: Target, reason: str | None = None) -> tuple[Finding, ...]:
        slot = target.slot
        same = item.starts_at is not None and (slot.day, slot.minute) == (item.day, self._minute(item))
        starts_at = item.starts_at if same else None if slot.minute is None else self._moment(target)
        to = slot.person_id if slot.person_id != item.responsible_id else None
        return await self._context.services.calendar.move(
            item, starts_at, day=slot.day, minutes=target.minutes or None, responsible_id=to, override_reason=reason
        )

    def _minute(self, item: CalendarItem) -> int | None:
        if item.starts_at is None:
            return None
        local = item.starts_at.astimezone(self._workplace.zone)
        return local.hour * 60 + local.minute

    async def _tell(self, item: CalendarItem, warnings: tuple[Finding, ...]) -> None:
        row = self._model.row_of(item.key)
        moved = self._model.items[row] if row >= 0 else item
        words = QCoreApplication.translate("Calendar", "Moved: {subject}, {when}").format(
            subject=moved.client_name or moved.subject, when=self._model.writer.when(moved)
        )
        said = " ".join((f"{words}.", *(error_text(one.error()) for one in warnings))) if warnings else words
        operation_id = await self._operation(item)
        undo = None if operation_id is None else (lambda: self._tasks.run(self._undo(operation_id)))
        self._navigator.notify(said, undo)

    async def _operation(self, item: CalendarItem) -> str | None:
        """The move just made, as the list of operations has it."""
        mine, ref = self._workplace.actor.employee_id, item.activity_id or item.id
        kind = "activity.change" if item.activity_id is not None else f"{item.section}.edit"
        for one in await self._context.services.undo.last(5):
            if (one.actor_id, one.kind, one.params.get("ref")) == (mine, kind, ref):
                return one.id
        return None

    async def _undo(self, operation_id: str) -> None:
        _ = await self._context.services.undo.undo(operation_id)

    # ending

    def complete(self, item: CalendarItem) -> None:
        """Ask how it ended."""
        if item.activity_id is not None and item.state is ActivityState.PLANNED:
            self._navigator.complete_activity(item.activity_id)
        elif item.section != "activity" and item.client is not None:
            self._navigator.complete_next_activity(item.client)

    def cancel(self, item: CalendarItem) -> None:
        """The step is not needed any more."""
        if not item.movable or item.activity_id is None:
            right, kind = Right.CHANGE.value, Kind.ACTIVITY.value
            self._navigator.report(UserError("not_allowed", kind=kind, right=right))
        else:
            self._tasks.run(self._cancel(item, item.activity_id))

    async def _cancel(self, item: CalendarItem, activity_id: int) -> None:
        async def cancel(reason: str | None) -> None:
            version, activities = item.activity_version, self._context.services.activities
            await activities.cancel(activity_id, version, override_reason=reason)

        act = QCoreApplication.translate("Calendar", "Cancel the activity")
        if not await despite_rules(self._window, act, cancel):
            return
        words = QCoreApplication.translate("Calendar", "Cancelled: {subject}").format(subject=item.subject)
        self._navigator.notify(words, lambda: self._tasks.run(self._reopen(activity_id)))

    async def _reopen(self, activity_id: int) -> None:
        activities = self._context.services.activities
        await activities.reopen(activity_id, (await activities.get(activity_id)).version)

    def plan_more(self, ref: ClientRef | None, anchor: QRect) -> None:
        """One more activity with an item's client."""
        if ref is not None:
            self._navigator.plan_activity(ref, anchor)

    # menus

    def menu(self, item: CalendarItem, place: QPoint) -> QMenu:
        """All that can be done with an item, each with its key."""
        menu = QMenu(self._window)
        planned = item.activity_id is not None and item.movable
        rect = QRect(place, place)
        lines = (
            ("open", QCoreApplication.translate("Calendar", "Open the card"), "Return", lambda: self.open(item), True),
            ("check", QCoreApplication.translate("Calendar", "Complete"), "E", lambda: self.complete(item), planned),
            ("pencil", QCoreApplication.translate("Calendar", "Change"), "F2",
             lambda: self.change(item, rect), planned),
            ("plus", QCoreApplication.translate("Calendar", "One more activity with the client"), "D",
             lambda: self.plan_more(item.client, rect), item.client is not None),
            ("ban", QCoreApplication.translate("Calendar", "Cancel the activity"), "Del",
             lambda: self.cancel(item), planned),
        )  # fmt: skip
        for icon, words, keys, act, possible in lines:
            if possible:
                line = menu.addAction(icons.icon(icon, "text2"), f"{words}\t{native(keys)}")
                line.triggered.connect(lambda _=False, act=act: act())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu

    def offer_slots(self, first: date, people: tuple[int, ...], anchor: QRect) -> None:
        """The next free times for a meeting, by office."""
        self._tasks.run(self._offer_slots(first, people[0] if len(people) == 1 else None, anchor), latest="slots")

    async def _offer_slots(self, first: date, person: int | None, anchor: QRect) -> None:
        calendar, workplace = self._context.services.calendar, self._workplace
        minutes, days, most = 60, 14, 6
        menu = QMenu(self._window)
        for place in workplace.registry.all.places.values():
            name = " · ".join(part for part in (place.name, place.room) if part)
            menu.addAction(icons.icon("building", "text2"), name).setEnabled(False)
            slots = await calendar.free_slots(
                max(first, workplace.today()), days, minutes, place_id=place.id, responsible_id=person
            )
            for slot in slots[:most]:
                words = i18n.date_words(slot.starts_at, workplace.now(), workplace.zone)
                begin = Beginning(slot.starts_at, minutes, slot.responsible_id, place.id)
                menu.addAction(words).triggered.connect(
                    lambda _=False, begin=begin: self._navigator.plan_activity(
                        None, anchor, ActivityKind.MEETING, begin
                    )
                )
            menu.addSeparator()
        if menu.isEmpty():
            menu.addAction(QCoreApplication.translate("Calendar", "There is no office to meet at")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(anchor.bottomLeft())
