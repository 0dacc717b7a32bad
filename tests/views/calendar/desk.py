"""A calendar of activities in a window, and a hand for it."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.records.activities import ActivityRecord
from app.services.workplace import Workplace
from app.views.calendar.hand import Slot
from app.views.calendar.pane import CalendarPane
from app.views.calendar.surface import EventSurface
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.views.activities.desk import Desk, moscow, press

NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


@dataclass
class CalendarDesk:
    """The pane with what it was given."""

    desk: Desk
    pane: CalendarPane

    @property
    def surface(self) -> EventSurface:
        return self.pane.surface

    async def loaded(self) -> None:
        """What was asked is on show."""
        await until(lambda: self.pane.model.shown == self.pane.model.question is not None)
        await settled()

    def middle(self, activity: ActivityRecord) -> QPoint:
        """Where an activity stands."""
        return self.surface.rects_of(self.row(activity))[0].center()

    def row(self, activity: ActivityRecord) -> int:
        return self.pane.model.row_of(("activity", activity.id))

    def place(self, day: int, hour: float) -> QPoint:
        """A place among the hours, at the left of its lane: the free part."""
        slot = Slot(moscow(day, 12).date(), round(hour * 60))
        rect = self.surface.slot_rect(slot, 30)
        return QPoint(rect.center().x(), rect.top() + 1)

    def send(self, kind: QEvent.Type, place: QPoint) -> None:
        """One event of the mouse."""
        view = self.surface.viewport()
        moves, ends = kind is QEvent.Type.MouseMove, kind is QEvent.Type.MouseButtonRelease
        spot = QPointF(place), QPointF(view.mapToGlobal(place))
        held = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, *spot, NONE if moves else LEFT, NONE if ends else LEFT, held)
        QApplication.sendEvent(view, event)

    def take_up(self, start: QPoint, by: QPoint) -> None:
        """Press, and begin to draw."""
        self.send(QEvent.Type.MouseButtonPress, start)
        self.send(QEvent.Type.MouseMove, start + by)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """From one place to another."""
        self.take_up(start, QPoint(14, 14) if end.y() >= start.y() else QPoint(14, -14))
        self.send(QEvent.Type.MouseMove, end)
        self.send(QEvent.Type.MouseButtonRelease, end)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        press(self.surface, key, modifiers=modifiers)

    async def stands(self, activity: ActivityRecord, starts_at: datetime, minutes: int | None = None) -> None:
        """The database and the calendar have it at a time."""

        def there() -> bool:
            row = self.row(activity)
            item = self.pane.model.items[row] if row >= 0 else None
            return item is not None and item.starts_at == starts_at and item.minutes == (minutes or item.minutes)

        await until(there)
        assert (await self.desk.record(activity.id)).starts_at == starts_at


async def open_calendar(qtbot: QtBot, qapp: QApplication, desk: Desk, section: str = "activity") -> CalendarDesk:
    """The calendar as it opens."""
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    pane = CalendarPane(desk.context, section)
    qtbot.addWidget(pane)
    pane.resize(1300, 800)
    pane.show()
    made = CalendarDesk(desk, pane)
    await made.loaded()
    pane.surface.setFocus()
    return made


async def desk_of(workplace: Workplace) -> Desk:
    return await Desk.of(workplace)
