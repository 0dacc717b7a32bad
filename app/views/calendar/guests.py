"""Clients out of the tray on their way to a day: the card at the pointer, the place below it, the form at the end."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.core.errors import PrichalError
from app.core.kinds import ActivityKind
from app.core.wallclock import moment_at
from app.qtbase import i18n, icons
from app.qtbase.metrics import GAP_S
from app.qtbase.tasks import Tasks
from app.services.records.calendar import CalendarItem, CalendarQuestion
from app.views.calendar.hand import Limits, Target
from app.views.calendar.painting import draw_ring
from app.views.calendar.surface import EventSurface
from app.views.calendar.tray import Tray, paint_card
from app.views.navigator import Beginning, ViewContext
from app.views.widgets.painting import draw_text, line_height

MOST: Final = 8
"""Cards of the tray; who waits longer is counted."""
MINUTES: Final = 15
WIDTH: Final = 200


class Ghost(QWidget):
    """The card at the pointer; it names the latest day that the rules leave."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name = ""
        self.latest = ""
        self.hide()

    def take(self, name: str) -> None:
        self._name, self.latest = name, ""
        self.resize(WIDTH, line_height("name") + line_height("caption") + 3 * GAP_S)
        self.raise_()

    def say_latest(self, words: str) -> None:
        self.latest = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self.rect(), self._name)
        top = 2 * GAP_S + line_height("name")
        line = QRect(GAP_S, top - GAP_S // 2, self.width() - 2 * GAP_S, line_height("caption"))
        draw_text(painter, line, self.latest, "caption", "text3")
        draw_ring(painter, self.rect())


class Guests(QObject):
    """Fills the tray of one calendar and brings its cards onto the surface in front."""

    def __init__(self, context: ViewContext, tray: Tray, pane: QWidget) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._surface: EventSurface | None = None
        self._limits: Limits | None = None
        self.ghost = Ghost(pane)
        self._tasks = Tasks(self, context.navigator.report)
        self._tray = tray
        tray.planned.connect(lambda item, rect: context.navigator.plan_activity(item.client, rect))
        tray.taken_up.connect(self._take_up)
        tray.carried.connect(self._carry)
        tray.let_go.connect(self._let_go)
        tray.given_up.connect(self.put_away)
        tray.menu_wanted.connect(self._menu)

    def ask(self, question: CalendarQuestion) -> None:
        """Who of these clients waits for a plan."""
        self._tasks.run(self._ask(question), latest="ask", quiet=True)

    async def _ask(self, question: CalendarQuestion) -> None:
        self._tray.show_waiting(await self._context.services.calendar.waiting(question, MOST))

    def set_surface(self, surface: EventSurface) -> None:
        """Hours or month."""
        self._surface = surface

    def put_away(self) -> None:
        """Nothing is carried any more."""
        self.ghost.hide()
        self._limits = None
        if self._surface is not None:
            self._surface.land()

    # by mouse

    def _take_up(self, item: CalendarItem) -> None:
        self.ghost.take(item.client_name)
        finding = self._find_limits(item)
        # a hint that can't be had is none: the form itself says what the rules forbid
        self._tasks.run(finding, on_error=_nothing, latest="limits", quiet=True)

    async def _find_limits(self, item: CalendarItem) -> None:
        help_ = await self._context.services.activities.planning_help(item.client, ActivityKind.CALL)
        today = self._context.services.workplace.today()
        self._limits = Limits(today, help_.latest_day)
        if help_.latest_day is not None:
            words = QCoreApplication.translate("Calendar", "last day: {day}")
            day = f"{i18n.weekday_short(help_.latest_day)}, {i18n.day_short(help_.latest_day, today)}"
            self.ghost.say_latest(words.format(day=day))
        if self._surface is not None and self._limits is not None:
            self._surface.show_limits(self._limits)

    def _carry(self, item: CalendarItem, place: QPoint) -> None:
        self.ghost.move(self._pane.mapFromGlobal(place) + QPoint(GAP_S, GAP_S))
        self.ghost.show()
        if self._surface is not None:
            self._surface.hold_guest(item, self._surface.viewport().mapFromGlobal(place), self._limits)

    def _let_go(self, item: CalendarItem) -> None:
        surface = self._surface
        hand = surface.hand if surface is not None else None
        self.ghost.hide()
        if surface is None or hand is None or not hand.guest:
            self.put_away()
            return
        hand.let_go = True
        rect = surface.slot_rect(hand.target.slot, MINUTES)
        anchor = QRect(surface.viewport().mapToGlobal(rect.topLeft()), rect.size())
        self._tasks.run(self._plan(item, hand.target, anchor), latest="plan")

    async def _plan(self, item: CalendarItem, target: Target, anchor: QRect) -> None:
        """The one form of activities; on a day without a time it begins with the first that is free."""
        try:
            slot, workplace = target.slot, self._context.services.workplace
            if slot.minute is None:
                free = await self._context.services.calendar.free_slots(slot.day, 1, MINUTES)
                starts_at = free[0].starts_at if free else moment_at(slot.day, _opens(self._context), workplace.zone)
            else:
                starts_at = moment_at(slot.day, slot.minute, workplace.zone)
            self._context.navigator.plan_activity(item.client, anchor, None, Beginning(starts_at))
        finally:
            self.put_away()

    # by menu

    def _menu(self, item: CalendarItem, place: QPoint) -> None:
        client = item.client
        if client is None:
            return
        menu, navigator = QMenu(self._pane), self._context.navigator
        opening = menu.addAction(icons.icon("open", "text2"), QCoreApplication.translate("Calendar", "Open the card"))
        opening.triggered.connect(lambda: navigator.open_card(client.section, client.id))
        words = QCoreApplication.translate("Calendar", "Plan an activity")
        menu.addAction(icons.icon("plus", "text2"), words).triggered.connect(
            lambda: navigator.plan_activity(client, QRect(place, place))
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)


def _opens(context: ViewContext) -> int:
    """The minute of the day at which the office opens."""
    return round(context.services.calendar.hours()[0] * 60)


def _nothing(_error: PrichalError) -> None:
    """Say nothing."""
