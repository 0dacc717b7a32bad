"""What day, week and month have in common: a cursor among items and empty places, keys, and a hand that carries."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QEasingCurve, QEvent, QModelIndex, QPoint, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.qtbase.metrics import MOTION_MS
from app.qtmodels.calendar_model import CalendarModel
from app.services.records.calendar import CalendarItem
from app.views.calendar.hand import Hand, Limits, Mode, Slot, Target, snapped
from app.views.calendar.placed_list import PlacedList

Key = Qt.Key
Alt, Shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier

_ARROWS: Final = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
"""Steps to the side and down."""


class EventSurface(PlacedList):
    """Says what was done; whoever owns it asks the services, and answers with `land` or `go_back`."""

    opened = Signal(QModelIndex)
    create_wanted = Signal(object, QRect)
    """A Target, and where it is on the screen."""
    move_wanted = Signal(object, object)
    """A CalendarItem and its Target."""
    taken_up = Signal(object)
    """A CalendarItem hangs at the pointer: `show_limits` says where it may go."""
    menu_wanted = Signal(QModelIndex, QPoint)
    day_wanted = Signal(object)
    """Show a day alone."""
    page_wanted = Signal(int)
    """The next span or the one before."""
    today_wanted = Signal()
    cursor_changed = Signal()

    def __init__(self, model: CalendarModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.cursor_slot: Slot | None = None
        """Where a new item would go; None while an item is current."""
        self.hand: Hand | None = None
        self._pressed: tuple[QPoint, Slot, QModelIndex, bool] | None = None
        self._flight = QVariantAnimation(self)
        self._flight.setDuration(MOTION_MS)
        self._flight.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._flight.valueChanged.connect(lambda _rect: self.viewport().update())
        self._flight.finished.connect(self.land)

    # the cursor

    def current_item(self) -> CalendarItem | None:
        """The item that keys act on."""
        return self.calendar.item(self.currentIndex()) if self.cursor_slot is None else None

    def go_to_item(self, index: QModelIndex) -> None:
        """Make an item current, and have it in view."""
        self.cursor_slot = None
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.viewport().update()
        self.cursor_changed.emit()

    def go_to_slot(self, slot: Slot, minutes: int = 30) -> None:
        """Put the cursor at an empty place."""
        self.cursor_slot = slot
        self.show_rect(self.slot_rect(slot, minutes))
        self.viewport().update()
        self.cursor_changed.emit()

    def step_items(self, by: int) -> None:
        """The next item by time, or the one before."""
        count = self.calendar.rowCount()
        if count:
            row = self.currentIndex().row()
            self.go_to_item(self.calendar.index(min(max(row + by, 0), count - 1) if row >= 0 else 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begins at today, not at the first item as Qt's list would."""
        if self.cursor_slot is None and not self.currentIndex().isValid():
            self.cursor_slot = self.first_slot()
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that the window has, too, act here first while the calendar has the focus."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()
            return True
        return super().event(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        if key == Key.Key_N and held == Qt.KeyboardModifier.ControlModifier:
            return True
        if key == Key.Key_Escape:
            return self.hand is not None
        return key in (Key.Key_Insert, Key.Key_Home, Key.Key_PageUp, Key.Key_PageDown) or key in _ARROWS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Key(event.key()), event.modifiers()
        if key in _ARROWS:
            self._arrow(*_ARROWS[key], held)
        elif key in (Key.Key_PageUp, Key.Key_PageDown):
            self.page_wanted.emit(1 if key == Key.Key_PageDown else -1)
        elif key == Key.Key_Home:
            self.today_wanted.emit()
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._enter()
        elif key == Key.Key_Insert or (key == Key.Key_N and held == Qt.KeyboardModifier.ControlModifier):
            self.create_here()
        elif key == Key.Key_Escape and self.hand is not None:
            self.go_back()
        else:
            event.ignore()  # Tab and letters go on to the window

    def _arrow(self, across: int, down: int, held: Qt.KeyboardModifier) -> None:
        if not held & Alt:
            self.stepped(across, down)
            return
        item = self.current_item()
        if item is not None:
            self.nudge(item, across, down, lengthen=bool(held & Shift))

    def nudge(self, item: CalendarItem, across: int, down: int, *, lengthen: bool) -> None:
        """Move an item, or its end, by one step: what a drag does with the mouse."""
        slot = self.slot_of(item)
        short = 5 if item.minutes <= 30 else 15
        if lengthen:
            self.move_wanted.emit(item, Target(slot, max(5, item.minutes + down * short)))
            return
        day, minute = slot.day + timedelta(days=across), slot.minute
        if minute is not None:
            whole, minute = divmod(minute + down * 15, 24 * 60)
            day += timedelta(days=whole)
        self.move_wanted.emit(item, Target(Slot(day, minute, None), item.minutes))

    def slot_of(self, item: CalendarItem) -> Slot:
        """Where an item begins."""
        return Slot(item.day, None, item.responsible_id)

    def _enter(self) -> None:
        if self.cursor_slot is not None:
            self.create_here()
        elif self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())

    def create_here(self) -> None:
        """A new item at the cursor; beside the current item where that is one."""
        item = self.current_item()
        slot = self.cursor_slot or (self.slot_of(item) if item is not None else self.first_slot())
        if slot is not None:
            self.create_wanted.emit(Target(slot, 0), self._on_screen(self.slot_rect(slot, 30)))

    def _on_screen(self, rect: QRect) -> QRect:
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    # the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index, slot = self.indexAt(place), self.slot_at(place)
        self._pressed = None
        if self.hand is not None:
            return
        if index.isValid():
            self.go_to_item(index)
            item = self.calendar.item(index)
            slot = slot or (self.slot_of(item) if item is not None else None)
        elif slot is not None and self.head_day(place) is None:
            self.go_to_slot(slot)
        if event.button() is Qt.MouseButton.LeftButton and slot is not None:
            self._pressed = place, slot, index, index.isValid() and self.on_edge(index, place)

    def hold_over(self, item: CalendarItem, target: Target) -> None:
        """As if the mouse held an item over another place."""
        home = self.visualRect(self.calendar.index(self.calendar.row_of(item.key)))
        begin = self.slot_of(item)
        self.hand = Hand("move", item, begin, 0, home, target, self.slot_rect(target.slot, target.minutes).center())
        self.viewport().update()

    def hold_guest(self, item: CalendarItem, place: QPoint, limits: Limits | None) -> Target | None:
        """Something out of the tray is over a place of the viewport: where it would stand; None beside all days."""
        slot = self.slot_at(place) if self.viewport().rect().contains(place) else None
        if slot is None:
            self.land()
            return None
        if slot.minute is not None:
            slot = Slot(slot.day, snapped(slot.minute), slot.person_id)
        target = Target(slot, item.minutes)
        self.hand = Hand("move", item, slot, 0, QRect(), target, place, limits, guest=True)
        self.viewport().update()
        return target

    def on_edge(self, index: QModelIndex, place: QPoint) -> bool:
        """Whether a point lies on the lower edge of an item, by which it is made longer."""
        return False

    def can_create(self) -> bool:
        """Whether a drag over an empty place makes something."""
        return False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        far = QApplication.startDragDistance()
        if self._pressed is not None and self.hand is None and (place - self._pressed[0]).manhattanLength() >= far:
            self._take_up(*self._pressed)
        if self.hand is not None and not self.hand.let_go:
            self.carry(place)
        elif self._pressed is None:
            self._hover(place)

    def _hover(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid() and self.on_edge(index, place):
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
        elif not index.isValid() and self.head_day(place) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def _take_up(self, place: QPoint, slot: Slot, index: QModelIndex, edge: bool) -> None:
        item = self.calendar.item(index)
        self._pressed = None
        if item is None:
            if self.can_create() and slot.minute is not None:
                self.hand = Hand("create", None, slot, 0, QRect(), Target(slot, 30), place)
            return
        mode: Mode = "resize" if edge else "move"
        if not (item.resizable if edge else item.movable):
            self.move_wanted.emit(item, Target(self.slot_of(item), item.minutes))  # says why it stays
            return
        begin = self.slot_of(item)
        hold = (slot.minute or 0) - (begin.minute or 0) if slot.day == begin.day else 0
        home = self.visualRect(index)
        self.hand = Hand(mode, item, begin, hold, home, Target(begin, item.minutes), place)
        self.taken_up.emit(item)

    def carry(self, place: QPoint) -> None:
        """The pointer is at a place of the viewport."""
        if self.hand is not None:
            self.hand.place = place
            self.hand.target = self.target_at(self.hand, place)
            self.viewport().update()

    def show_limits(self, limits: Limits) -> None:
        """Where the rules let it go that is held now."""
        if self.hand is not None:
            self.hand.limits = limits
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place, pressed = event.position().toPoint(), self._pressed
        self._pressed = None
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.hand is not None and not self.hand.let_go:
            self.carry(place)
            self._drop(self.hand)
        elif pressed is None or not pressed[2].isValid():
            day = self.head_day(place)
            if day is not None:
                self.day_wanted.emit(day)

    def _drop(self, hand: Hand) -> None:
        hand.let_go = True
        if hand.item is None:
            self.create_wanted.emit(hand.target, self._on_screen(self.slot_rect(hand.target.slot, hand.target.minutes)))
        elif hand.target == Target(hand.start, hand.item.minutes):
            self.land()
        else:
            self.move_wanted.emit(hand.item, hand.target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index, slot = self.indexAt(place), self.slot_at(place)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if index.isValid():
            self.opened.emit(index)
        elif slot is not None and self.head_day(place) is None:
            self.create_wanted.emit(Target(slot, 0), self._on_screen(self.slot_rect(slot, 30)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid() and (by_mouse or self.cursor_slot is None):
            self.menu_wanted.emit(index, event.globalPos() if by_mouse else self._on_screen(
                self.visualRect(index)).center())  # fmt: skip

    # what came of it

    def land(self) -> None:
        """Nothing is held any more: what moved stands where the model says."""
        self._flight.stop()
        self.hand = None
        self.viewport().update()

    def go_back(self) -> None:
        """What hangs in the air returns to its place, in motion where that can be seen."""
        if self.hand is None:
            return
        self.hand.let_go = True
        if self.hand.item is None or not self.isVisible():
            self.land()
            return
        self._flight.setStartValue(self.ghost_rect())
        self._flight.setEndValue(self.hand.home)
        self._flight.start()

    def is_flying(self) -> bool:
        return self._flight.state() is QVariantAnimation.State.Running

    def ghost_rect(self) -> QRect:
        """Where the held item is painted now."""
        if self.hand is None:
            return QRect()
        if self.is_flying():
            value = self._flight.currentValue()
            return value if isinstance(value, QRect) else QRect()
        return self.slot_rect(self.hand.target.slot, self.hand.target.minutes)
