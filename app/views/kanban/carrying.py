"""Cards on their way by mouse: the pointer's own card, the column under it, scrolling at the edges, and the way back.

The drag is the window's own, not the system's: nothing outside takes cards, no event loop is entered while it lasts,
and what changes elsewhere meanwhile still arrives.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QObject, QPoint, QRect, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from app.qtbase.metrics import MOTION_MS
from app.views.kanban.closing import ClosingZone
from app.views.kanban.pane import ColumnPane
from app.views.widgets.tags import counter_width, draw_counter

SCROLL_MS = 16
EDGE = 44
"""How near to an edge scrolling begins; the nearer, the faster."""
FASTEST = 26
"""Pixels a step."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a drop goes."""

    stage_id: int
    row: int
    """The place in the column; -1 in the closing zone."""


class Ghost(QWidget):
    """The card at the pointer, above everything on the board; the number of cards where they are several."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QPixmap()
        self._count = 1
        self.hide()

    def take(self, picture: QPixmap, count: int) -> None:
        self._picture, self._count = picture, count
        size = picture.deviceIndependentSize().toSize()
        self.resize(size + QSize(12, 10))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 10, self._picture)
        if self._count > 1:
            draw_counter(painter, QPoint(self.width() - counter_width(self._count), 10), self._count)


class Carrying(QObject):
    """From taking cards up to putting them down, or back."""

    changed = Signal()
    """Something else is under the pointer, or the drag has begun or ended."""
    dropped = Signal(object)
    """Target: cards were let go there; they hang in the air until `land` or `go_back`."""

    def __init__(self, board: QWidget, area: QScrollArea, zone: ClosingZone) -> None:
        super().__init__(board)
        self._board = board
        self._area = area
        self._zone = zone
        self.cards: tuple[int, ...] = ()
        """What is carried, or hangs in the air; empty otherwise."""
        self.source: ColumnPane | None = None
        self.target: Target | None = None
        self.held = False
        """The mouse still holds them."""
        self._panes: Sequence[ColumnPane] = ()
        self._needs: dict[int, str] = {}
        self._row_in: Callable[[ColumnPane, int], int] = lambda _pane, row: row
        self._hold = QPoint()
        self._place = QPoint()
        self._aimed = True
        """The pointer has moved since the columns are those there are now: what is under it is meant."""
        self._home = QRect()
        self.ghost = Ghost(board)
        self._scroll = QTimer(self, interval=SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
        self._way_back = QVariantAnimation(self)
        self._way_back.setDuration(MOTION_MS)
        self._way_back.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way_back.valueChanged.connect(self.ghost.move)
        self._way_back.finished.connect(self.land)

    def set_panes(self, panes: Sequence[ColumnPane]) -> None:
        """The columns there are now; a drag out of one that is gone ends.

        Where a column has come or gone, another one may have slid under the pointer: nothing is meant until it moves.
        """
        self._aimed = self._aimed and set(panes) == set(self._panes)
        self._panes = panes
        if self.source is not None and self.source not in panes:
            self.land()
        elif self.held:
            self._look()

    def set_row_in(self, row_in: Callable[[ColumnPane, int], int]) -> None:
        """Which row the order gives what is dropped before a row of a column."""
        self._row_in = row_in

    def take_up(self, source: ColumnPane, cards: Sequence[int], picture: QPixmap, hold: QPoint, home: QRect) -> None:
        """Begin: `hold` is the pointer's place in the card, `home` where the card stands on the screen."""
        self._way_back.stop()
        self.cards, self.source, self.held, self._aimed = tuple(cards), source, True, True
        self._hold, self._home = hold, home
        self._needs.clear()
        self.ghost.take(picture, len(cards))
        for pane in self._panes:
            pane.cards.set_away(frozenset(cards))
        self._scroll.start()
        self.changed.emit()

    def move(self, place: QPoint) -> None:
        """The pointer is at a place of the screen."""
        if not self.held:
            return
        self._aimed = self._aimed or place != self._place
        self._place = place
        corner = self._board.mapFromGlobal(place) - self._hold - QPoint(0, 10)
        if self._zone.covers(place):  # what is under the pointer stays readable
            corner.setY(self._zone.y() - self.ghost.height())
        self.ghost.move(corner)
        self._look()

    def let_go(self) -> None:
        """Drop: onto a column or into the closing zone; anywhere else the cards go back."""
        if not self.held:
            return
        target = self.target
        self._end_hold()
        if target is None:
            self.go_back()
        else:
            self.dropped.emit(target)

    def give_up(self) -> None:
        """Esc: everything stays where it was."""
        if self.held:
            self._end_hold()
            self.go_back()

    def go_back(self) -> None:
        """The card returns to its place, in motion where that can be seen."""
        if not self.cards:
            return
        home = self._board.mapFromGlobal(self._home.topLeft()) - QPoint(0, 10)
        self._way_back.setStartValue(self.ghost.pos())
        self._way_back.setEndValue(home)
        if self._board.isVisible():
            self._way_back.start()
        else:
            self.land()

    def land(self) -> None:
        """Nothing is carried any more."""
        self._end_hold()
        self._way_back.stop()
        self.cards, self.source = (), None
        self.ghost.hide()
        for pane in self._panes:
            pane.cards.set_away(frozenset())
        self.changed.emit()

    def _end_hold(self) -> None:
        self.held = False
        self._scroll.stop()
        self.target = None
        self._show_target()
        self._zone.hide()

    def _look(self) -> None:
        """What is under the pointer now."""
        before = self.target
        self.target = self._under(self._place) if self._aimed else None
        if self.target != before:
            self._show_target()
            self.changed.emit()

    def _under(self, place: QPoint) -> Target | None:
        if self._zone.covers(place):
            stage = self._zone.stage_at(place)
            return None if stage is None else Target(stage.id, -1)
        view = self._area.viewport()
        if not QRect(view.mapToGlobal(QPoint(0, 0)), view.size()).contains(place):
            return None
        for pane in self._panes:
            if pane.screen_rect().contains(place):
                return Target(pane.stage.id, self._row_in(pane, pane.drop_row(place)))
        return None

    def _show_target(self) -> None:
        target = self.target
        for pane in self._panes:
            here = target is not None and target.row >= 0 and pane.stage.id == target.stage_id
            needs = self._needs.get(pane.stage.id) if here else None
            pane.show_target(here, target.row if target is not None else -1, needs)
        self._zone.show_target(target.stage_id if target is not None and target.row < 0 else None)

    def show_needs(self, stage_id: int, needs: str) -> None:
        """Say in the head of a column, while it is the target, what its stage still asks for."""
        self._needs[stage_id] = needs
        self._show_target()

    # scrolling at the edges

    def _scroll_on(self) -> None:
        view = self._area.viewport()
        place = view.mapFromGlobal(self._place)
        sideways = self._area.horizontalScrollBar()
        sideways.setValue(sideways.value() + _speed(place.x(), view.width()))
        for pane in self._panes:
            if pane.screen_rect().contains(self._place) and not pane.is_folded():
                inside = pane.cards.viewport().mapFromGlobal(self._place).y()
                height = pane.cards.viewport().height() - (self._zone.height() if self._zone.isVisible() else 0)
                bar = pane.cards.verticalScrollBar()
                bar.setValue(bar.value() + _speed(inside, height))
        self._look()


def _speed(place: int, length: int) -> int:
    """Pixels to scroll by at a place of an edge: none in the middle, `FASTEST` at and beyond the end."""
    if place < EDGE:
        return -min(FASTEST, (EDGE - place) * FASTEST // EDGE)
    if place > length - EDGE:
        return min(FASTEST, (place - length + EDGE) * FASTEST // EDGE)
    return 0
