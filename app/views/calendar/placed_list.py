"""A list whose items stand where they say: what Qt's list needs for that, and what screen readers read from it."""

from datetime import date

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.qtbase.theme import theme
from app.qtmodels.calendar_model import CalendarModel
from app.views.calendar.hand import Hand, Slot, Target

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint


class PlacedList(QListView):
    """Each item is a row with its rectangle and its words; heads above it don't scroll."""

    def __init__(self, model: CalendarModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.calendar = model

    def begin(self) -> None:
        """Take the model: called once the surface can say where things stand, for Qt asks at once."""
        model = self.calendar
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setModel(model)
        model.dataChanged.connect(lambda *_: self.viewport().update())
        model.ticked.connect(self.viewport().update)
        theme().changed.connect(self.lay_out)

    # what each surface knows by itself

    def lay_out(self) -> None:
        """Find each item's place anew."""

    def rects_of(self, row: int) -> list[QRect]:
        """Where an item is painted, in the viewport; empty where it is not."""
        return []

    def slot_at(self, place: QPoint) -> Slot | None:
        """The place in the calendar under a point of the viewport."""
        return None

    def slot_rect(self, slot: Slot, minutes: int) -> QRect:
        """Where a span lies in the viewport."""
        return QRect()

    def head_day(self, place: QPoint) -> date | None:
        """The day whose head, or whose line "3 more", is under a point."""
        return None

    def content_height(self) -> int:
        """What can be scrolled through."""
        return 0

    def pinned_height(self) -> int:
        """The heads above, which don't scroll."""
        return 0

    def target_at(self, hand: Hand, place: QPoint) -> Target:
        """Where what the hand holds goes when the pointer is there."""
        return hand.target

    def first_slot(self) -> Slot | None:
        """Where the cursor begins."""
        return None

    def stepped(self, across: int, down: int) -> None:
        """An arrow key moves the cursor."""

    # Qt's list, laid out by hand

    def visualRect(self, index: Index) -> QRect:
        rects = self.rects_of(index.row()) if index.isValid() else []
        return rects[0] if rects else QRect()

    def indexAt(self, place: QPoint) -> QModelIndex:
        if place.y() < self.pinned_height() and not self.covers_head(place):
            return QModelIndex()
        for row in reversed(range(self.calendar.rowCount())):
            if any(rect.contains(place) for rect in self.rects_of(row)):
                return self.calendar.index(row)
        return QModelIndex()

    def covers_head(self, place: QPoint) -> bool:
        """Whether items stand at this point of the pinned part."""
        return False

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        self.show_rect(self.visualRect(index))

    def show_rect(self, rect: QRect) -> None:
        """Scroll just so far that a part of the content is seen."""
        bar, top = self.verticalScrollBar(), self.pinned_height()
        if rect.isNull() or (rect.bottom() < top and self.covers_head(rect.center())):
            return
        if rect.top() < top:
            bar.setValue(bar.value() - (top - rect.top()))
        elif rect.bottom() > self.viewport().height():
            over = min(rect.bottom() - self.viewport().height() + 1, rect.top() - top)
            bar.setValue(bar.value() + over)

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height() - self.pinned_height()
        bar.setRange(0, max(0, self.content_height() - height))
        bar.setPageStep(max(1, height))
        bar.setSingleStep(30)

    def doItemsLayout(self) -> None:
        """Qt's would ask each item for its size."""
        self.updateGeometries()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: object) -> None:
        """One item is current, none is selected: nothing to do for Qt's own selection."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
