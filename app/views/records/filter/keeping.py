"""What the panel does with saved filters: reads and counts them, keeps their order, names, shares and deletes them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import PrichalError
from app.qtbase.error_texts import error_text
from app.qtbase.tasks import Tasks
from app.services.records.lists import Filter
from app.services.records.saved_filters import NamedFilter, Share
from app.views.navigator import Section, ViewContext
from app.views.records.filter.naming import NamingPopup
from app.views.records.filter.saved_list import SavedList


class Keeping(QObject):
    """Stands between the list of filters and their service."""

    chosen = Signal(object)
    """The Filter of a row."""
    known = Signal()
    """The saved filters were read, or another is in force."""

    def __init__(self, context: ViewContext, section: Section, current: Callable[[], Filter], panel: QWidget) -> None:
        super().__init__(panel)
        self._context = context
        self._section: Section = section
        self._saved = context.services.saved_filters
        self._current = current
        self._panel = panel
        self._tasks = Tasks(self, context.navigator.report)
        self._filters: dict[str, NamedFilter] = {}
        self.naming: NamingPopup | None = None
        self.list = SavedList(section, self._shares(), panel)
        self.list.chosen.connect(self._choose)
        self.list.pinned.connect(self._pin)
        self.list.arranged.connect(self._arrange)
        self.list.rename_wanted.connect(lambda key: self.ask_name(self._filters[key]))
        self.list.delete_wanted.connect(lambda key: self._tasks.run(self._delete(key)))
        self.list.share_wanted.connect(lambda key, share: self._tasks.run(self._change(key, share=share)))
        self.list.save_wanted.connect(self.ask_name)

    def _shares(self) -> tuple[Share, ...]:
        return tuple(share for share in (Share.MINE, Share.DEPARTMENT, Share.OFFICE) if self._saved.can_share(share))

    # reading

    def read(self, chosen: Filter) -> None:
        """Read and count all filters; the row of the one in force is on."""
        self._tasks.run(self._read(chosen), latest="read", quiet=True)

    def read_again(self) -> None:
        """Something has changed: the same row stays on."""
        self._tasks.run(self._read(None), latest="read", quiet=True)

    def stop(self) -> None:
        """Nobody looks any more."""
        self._tasks.cancel("read")

    async def _read(self, chosen: Filter | None) -> None:
        offered = await self._saved.offered(self._section)
        self._filters = {one.key: one for one in offered}
        self.list.offer(offered)
        if chosen is not None:
            self.list.choose(self.key_of(chosen))
        self.known.emit()
        for one in offered:
            count = await self._context.services.lists.count(self._section, one.filter)
            if one.key in self.list.rows:
                self.list.rows[one.key].show_count(count)

    def key_of(self, chosen: Filter) -> str | None:
        """The saved filter that asks the same, pressed counters and typed words aside."""
        exact = next((key for key, one in self._filters.items() if one.filter == chosen), None)
        asked = replace(chosen, text="", urgency=())
        return exact or next((key for key, one in self._filters.items() if one.filter == asked), None)

    def may_save(self, chosen: Filter) -> bool:
        """Whether the row that is on can take over what is asked now."""
        named = self._filters.get(self.list.value() or "")
        return named is not None and named.can_change and named.filter != chosen

    # acting

    def choose_start(self) -> None:
        """Back to the filter that the list begins with."""
        key = next((key for key, one in self._filters.items() if one.starts), None)
        if key is not None:
            self.list.choose(key)
            self._choose(key)

    def _choose(self, key: str) -> None:
        self.chosen.emit(self._filters[key].filter)
        self.known.emit()

    def _pin(self, key: str) -> None:
        usual = self._context.services.lists.default_preset(self._section)
        start = None if self._filters[key].starts or key == usual else key
        self._tasks.run(self._set_start(start))

    async def _set_start(self, key: str | None) -> None:
        await self._saved.set_start(self._section, key)
        self.read_again()

    def _arrange(self, keys: tuple[str, ...]) -> None:
        self._tasks.run(self._saved.arrange(self._section, keys), latest="arrange", quiet=True)

    def ask_name(self, named: NamedFilter | None = None) -> None:
        """The small form: of a new filter, or of one to rename."""
        share, name = (Share.MINE, "") if named is None else (named.share, named.name)
        self.naming = naming = NamingPopup(self._shares(), name, share, self._panel)
        naming.submitted.connect(lambda *said: self._submit(named, *said))
        naming.destroyed.connect(self._forget_naming)
        naming.show_under(self.list.save if named is None else self.list.row(named.key))
        naming.name.focus()

    def _forget_naming(self) -> None:
        self.naming = None

    def _submit(self, named: NamedFilter | None, name: str, share: Share) -> None:
        key = None if named is None else named.key
        self._tasks.run(self._name(key, name, share), on_error=self._say_error)

    async def _name(self, key: str | None, name: str, share: Share) -> None:
        chosen = self._current()
        if key is None:
            key = await self._saved.save(self._section, name, chosen, share)
        else:
            await self._saved.change(key, name=name, share=share)
            chosen = self._filters[key].filter
        if self.naming is not None:
            self.naming.close()
        await self._read_on(key)

    async def _read_on(self, key: str) -> None:
        offered = await self._saved.offered(self._section)
        self._filters = {one.key: one for one in offered}
        self.list.offer(offered)
        self.list.choose(key)
        self.known.emit()
        self.read_again()

    def _say_error(self, error: PrichalError) -> None:
        if self.naming is not None:
            self.naming.name.set_error(error_text(error))

    def save_changes(self, chosen: Filter) -> None:
        """The row that is on asks what the panel asks from now on."""
        key = self.list.value()
        if key is not None:
            self._tasks.run(self._change(key, chosen=chosen))

    async def _change(self, key: str, *, chosen: Filter | None = None, share: Share | None = None) -> None:
        await self._saved.change(key, chosen=chosen, share=share)
        await self._read_on(self.list.value() or key)

    async def _delete(self, key: str) -> None:
        named = self._filters[key]
        await self._saved.delete(key)
        words = QCoreApplication.translate("Filter", "The filter “{name}” is deleted").format(name=named.name)
        self._context.navigator.notify(words, lambda: self._tasks.run(self._bring_back(named)))
        self.read_again()

    async def _bring_back(self, named: NamedFilter) -> None:
        """As it was, in its old place."""
        key = await self._saved.save(self._section, named.name, named.filter, named.share)
        order = [key if one == named.key else one for one in self._filters]
        await self._saved.arrange(self._section, [*order, *(() if key in order else (key,))])
        if named.starts:
            await self._saved.set_start(self._section, key)
        self.read_again()
