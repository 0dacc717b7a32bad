"""Another way than the list to show what a section's filter finds; the page switches between them."""

from collections.abc import Callable, Sequence

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

    segment: Segment
    """How the switch names it."""

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


ViewMaker = Callable[[ViewContext, SectionSpec], RecordView]


class ViewStack(QStackedWidget):
    """The list and the other views of a page, one of them in front; tells on what the one in front says."""

    loaded = Signal()
    busy_changed = Signal(bool)
    selection_changed = Signal()
    status_changed = Signal()
    reset_wanted = Signal()

    def __init__(self, table: QWidget, views: Sequence[RecordView], parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.views = {view.segment.id: view for view in views}
        self.front: RecordView | None = None
        """None where the list is in front."""
        for widget in (table, *views):
            self.addWidget(widget)
        for view in views:
            view.loaded.connect(self.loaded)
            view.busy_changed.connect(self.busy_changed)
            view.selection_changed.connect(self.selection_changed)
            view.status_changed.connect(self.status_changed)
            view.reset_wanted.connect(self.reset_wanted)

    def segments(self) -> tuple[Segment, ...]:
        """The choices of the switch."""
        return (list_segment(), *(view.segment for view in self.views.values()))

    def code(self) -> str:
        """The id of the view in front."""
        return LIST if self.front is None else self.front.segment.id

    def restore(self, stored: dict[str, object], code: object) -> None:
        """As the employee left it; a view that this version doesn't know is the list."""
        for view in self.views.values():
            view.restore(stored)
        self.bring(str(code))

    def bring(self, code: str) -> None:
        self.front = self.views.get(code)
        self.setCurrentWidget(self.widget_in_front())

    def widget_in_front(self) -> QWidget:
        return self.front or self._table

    def focus_front(self) -> None:
        """Put the cursor into what is in front."""
        self.widget_in_front().setFocus()
