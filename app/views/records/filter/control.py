"""The filter of a page: what is in force, shown as chips and changed in the panel."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.changes import Changes
from app.qtbase.tasks import Tasks
from app.services.records.lists import Filter
from app.services.records.saved_filters import NamedFilter
from app.views.navigator import Section, ViewContext
from app.views.records.filter.field import MORE, ChipField
from app.views.records.filter.fields import read_fields
from app.views.records.filter.lines import ChipText, Lines
from app.views.records.filter.panel import FilterPanel
from app.views.records.words import preset_words

PRESET, NAMED, PART = "preset", "named", "part:"
"""Keys of chips: the ready filter, a whole saved one, and a condition by its place."""


class FilterControl(QObject):
    """Says which filter is wanted; the page shows it and tells the control by `show_filter`."""

    wanted = Signal(object)
    """Filter"""

    def __init__(self, context: ViewContext, section: Section, field: ChipField, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._section: Section = section
        self._field = field
        self._page = page
        self._chosen = Filter()
        self._named: Sequence[NamedFilter] = ()
        self._tasks = Tasks(self, context.navigator.report)
        self.panel: FilterPanel | None = None
        field.filter_asked.connect(self.open_panel)
        field.chip_dropped.connect(self._drop)
        field.preset_dropped.connect(lambda: self.wanted.emit(Filter(text=self._chosen.text)))
        field.text_changed.connect(lambda text: self.wanted.emit(replace(self._chosen, text=text.strip())))
        context.changes.changed.connect(self._changed)

    async def start(self) -> Filter:
        """The filter that the list begins with, once the saved ones are known."""
        self._named = await self._context.services.saved_filters.offered(self._section)
        return await self._context.services.saved_filters.start(self._section)

    def show_filter(self, chosen: Filter) -> None:
        """Show the filter that is in force now."""
        self._chosen = chosen
        self._field.set_chips(self._chips())
        if self._field.text() != chosen.text:
            self._field.set_text(chosen.text)

    def open_panel(self) -> None:
        """The conditions, under the field."""
        if self.panel is None:
            self.panel = FilterPanel(self._context, self._section, self._page)
            self.panel.applied.connect(self._apply)
        self.panel.edit(self._chosen, self._field)

    def _apply(self, chosen: Filter) -> None:
        """Counters that are pressed stay, unless the filter brings its own; the cursor goes to what was found."""
        self.wanted.emit(replace(chosen, urgency=chosen.urgency or self._chosen.urgency))
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chips(self) -> list[ChipText]:
        asked = replace(self._chosen, text="", urgency=())
        if asked == Filter():
            return []
        for one in self._named:
            if one.name and replace(one.filter, text="", urgency=()) == asked:
                return [ChipText(NAMED, one.name)]
        services = self._context.services
        registry = services.workplace.registry
        fields = read_fields(services.lists, self._section, registry.sum_field(self._section))
        lines = Lines(fields.by_code, fields.broken)
        preset = self._chosen.preset
        chips = [] if preset is None else [ChipText(PRESET, preset_words(self._section, preset))]
        return [*chips, *(lines.chip(f"{PART}{n}", part) for n, part in enumerate(self._chosen.conditions))]

    def _drop(self, key: str) -> None:
        chosen = self._chosen
        if key == PRESET:
            self.wanted.emit(replace(chosen, preset=None))
        elif key.startswith(PART):
            place = int(key.removeprefix(PART))
            left = tuple(part for number, part in enumerate(chosen.conditions) if number != place)
            self.wanted.emit(replace(chosen, conditions=left))
        elif key != MORE:
            self.wanted.emit(Filter(text=chosen.text, urgency=chosen.urgency))

    def _changed(self, changes: Changes) -> None:
        """Saved filters, and the names of fields and stages, are other ones now."""
        if changes.kind in ("saved_filter", "settings"):
            self._tasks.run(self._read_named(), latest="named", quiet=True)

    async def _read_named(self) -> None:
        self._named = await self._context.services.saved_filters.offered(self._section)
        self._field.set_chips(self._chips())
