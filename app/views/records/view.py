"""Another way than the list to show what a section's filter finds; the page switches between them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.records.lists import Filter, IdVector
from app.views.navigator import ViewContext
from app.views.records.spec import SectionSpec
from app.views.widgets.buttons import Segment

LIST = "list"
"""The id of the list itself."""


class RecordView(QWidget):
    """A view of a section's page. It listens to changes by itself, and reads nothing while it is not in front."""

    loaded = Signal()
    """What the filter finds is on show: totals and counters are asked anew."""
    busy_changed = Signal(bool)
    selection_changed = Signal()
    status_changed = Signal()
    reset_wanted = Signal()
    """Show everything: the filter found nobody."""

    def restore(self, stored: dict[str, object]) -> None:
        """What the employee arranged earlier, by the keys of the preferences."""

    def show_filter(self, chosen: Filter) -> None:
        """Show what a filter finds; also called when the view comes to the front."""

    def refresh(self) -> None:
        """Read again what is shown."""

    def words_changed(self) -> None:
        """A minute has passed."""

    def selected_ids(self) -> Sequence[int] | IdVector:
        """What is selected for actions on many."""
        return ()

    def doing(self) -> str:
        """What is under way, in place of the selection's words: "Moving: …"; empty where nothing is."""
        return ""

    def hints(self) -> tuple[str, ...]:
        """At most two shortcuts for the status bar."""
        return ()

    def open_options(self, anchor: QWidget) -> None:
        """The gear: what can be arranged here."""


def list_segment() -> Segment:
    """The list's own place in the switch."""
    return Segment(LIST, QCoreApplication.translate("Records", "List"), "list")


@dataclass(frozen=True, slots=True)
class ViewOffer:
    """A view as the switch of a page names it; most pages are never seen in it."""

    segment: Callable[[], Segment]
    make: Callable[[ViewContext, SectionSpec], RecordView]
    """Imports it, too."""


class ViewStack(QStackedWidget):
    """The list and the other views of a page, one of them in front; tells on what the one in front says."""

    loaded = Signal()
    busy_changed = Signal(bool)
    selection_changed = Signal()
    status_changed = Signal()
    reset_wanted = Signal()

    def __init__(
        self, table: QWidget, offers: Sequence[ViewOffer], make: Callable[[ViewOffer], RecordView], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._offers = {offer.segment().id: offer for offer in offers}
        self._make = make
        self._stored: dict[str, object] = {}
        self._code = LIST
        self.made: dict[str, RecordView] = {}
        """The views that have been in front, by their ids."""
        self.front: RecordView | None = None
        """None where the list is in front."""
        self.addWidget(table)

    def segments(self) -> Iterator[Segment]:
        """The choices of the switch."""
        yield list_segment()
        for offer in self._offers.values():
            yield offer.segment()

    def code(self) -> str:
        """The id of the view in front."""
        return self._code

    def restore(self, stored: dict[str, object], code: object) -> None:
        """As the employee left it; a view that this version doesn't know is the list."""
        self._stored = stored
        for view in self.made.values():
            view.restore(stored)
        self.bring(str(code))

    def bring(self, code: str) -> None:
        """Put a view in front, making it the first time."""
        self._code = code if code in self._offers else LIST
        self.front = self._view(code) if code in self._offers else None
        self.setCurrentWidget(self.widget_in_front())

    def _view(self, code: str) -> RecordView:
        view = self.made.get(code)
        if view is None:
            view = self.made[code] = self._make(self._offers[code])
            view.loaded.connect(self.loaded)
            view.busy_changed.connect(self.busy_changed)
            view.selection_changed.connect(self.selection_changed)
            view.status_changed.connect(self.status_changed)
            view.reset_wanted.connect(self.reset_wanted)
            view.restore(self._stored)
            self.addWidget(view)
        return view

    def widget_in_front(self) -> QWidget:
        return self.front or self._table

    def focus_front(self) -> None:
        """Put the cursor into what is in front."""
        self.widget_in_front().setFocus()
