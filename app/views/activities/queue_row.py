"""The strip of the work queue on My activities: its places in order, and "Next"."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QActionGroup, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.shortcuts import native
from app.qtbase.tasks import Tasks
from app.services.records.queue import QueuePlace, QueueStrip
from app.views.activities.queue_tile import QueueTile
from app.views.activities.queue_walk import SECTION_KEY, SECTIONS, preferred_section
from app.views.activities.queue_words import nobody_words, place_details, place_tone, place_words
from app.views.navigator import ViewContext
from app.views.widgets.buttons import Button
from app.views.widgets.tabbing import tab_here

NEXT_KEY: Final = "F8"
HEIGHT: Final = 57
SETTLE_MS: Final = 150
_LONGEST_MS: Final = 3_600_000
_MATTERS: Final = frozenset({"lead", "deal", "activity", "payment", "employee", "settings", "stage"})


class QueueRow(QFrame):
    """Counts while it is in sight: after changes, and when time alone changes the numbers."""

    shown = Signal()
    """The numbers were read."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tasks = Tasks(self, context.navigator.report)
        self._section: str | None = None
        """Chosen on this page; else what was chosen before, else the queue with somebody in it."""
        self._strip: QueueStrip | None = None
        self.tiles: list[QueueTile] = []
        self.setProperty("role", "toolrow")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(QCoreApplication.translate("WorkQueue", "Work queue"))
        self._lay_out()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.reload)
        self._boundary = QTimer(self, singleShot=True)
        self._boundary.timeout.connect(self.reload)
        context.changes.changed.connect(self._changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, GAP_M, 0)
        row.setSpacing(GAP_S)
        head = QVBoxLayout()
        head.setSpacing(0)
        title = QLabel(QCoreApplication.translate("WorkQueue", "Work queue"), self)
        title.setProperty("role", "name")
        self.section = Button("", "link", small=True, parent=self)
        self.section.setFixedHeight(22)
        menu = QMenu(self.section)
        menu.aboutToShow.connect(self._fill_menu)
        self.section.set_menu(menu)
        head.addStretch(1)
        head.addWidget(title)
        head.addWidget(self.section)
        head.addStretch(1)
        row.addLayout(head)
        self._stack = QStackedWidget(self)
        self._places = QWidget(self._stack)
        self._places.setProperty("role", "page")
        self._row = QHBoxLayout(self._places)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP_S)
        self.nobody = QLabel(self._stack)
        self.nobody.setProperty("tone", "second")
        self._stack.addWidget(self._places)
        self._stack.addWidget(self.nobody)
        row.addWidget(self._stack, 1)
        self.next = Button(QCoreApplication.translate("WorkQueue", "Next"), "primary", icon="play", parent=self)
        self.next.setAccessibleName(QCoreApplication.translate("WorkQueue", "Next client of the work queue"))
        self.next.setToolTip(f"{self.next.accessibleName()} — {native(NEXT_KEY)}")
        self.next.clicked.connect(self._go_on)
        row.addWidget(self.next)

    @property
    def strip(self) -> QueueStrip | None:
        """What is shown; None before it was read."""
        return self._strip

    def reload(self) -> None:
        """Count anew; out of sight it is put off until the strip is seen again."""
        if self.isVisible():
            self._tasks.run(self._read(), latest="read", quiet=True)
        else:
            self._strip = None

    def choose(self, section: str) -> None:
        """Show the queue of leads or of deals, this time and the next."""
        self._section = section
        self._tasks.run(self._keep(section), latest="read", quiet=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._strip is None:
            self.reload()

    def _changed(self, changes: Changes) -> None:
        if changes.kind in _MATTERS:
            self._settle.start()

    async def _keep(self, section: str) -> None:
        await self._context.services.preferences.set(SECTION_KEY, section)
        await self._read()

    async def _read(self) -> None:
        queue = self._context.services.queue
        section = self._section or await preferred_section(self._context)
        strip = await queue.strip(section or SECTIONS[0])
        if section is None and not strip.waiting + strip.later:
            other = await queue.strip(SECTIONS[1])  # who has deals alone never chose them
            strip = other if other.waiting + other.later else strip
        self._show(strip)

    def _show(self, strip: QueueStrip) -> None:
        before, self._strip = self._strip, strip
        if before is None or not self.tiles or _shape(before) != _shape(strip):
            self._make_tiles(strip)
        workplace = self._context.services.workplace
        first = next((place.rank for place in strip.places if place.waiting), None)
        for tile, place in zip(self.tiles, strip.places, strict=True):
            words = place_words(workplace, strip.section, place)
            tile.show_waiting(place.waiting, place.later, place_details(words, place), first=place.rank == first)
        self.nobody.setText(nobody_words(0, strip.later))
        self._stack.setCurrentWidget(self._places if strip.waiting else self.nobody)
        self.next.setEnabled(bool(strip.waiting))
        self.section.setText(_section_words(strip.section))
        left = (strip.next_boundary - workplace.now()).total_seconds()
        self._boundary.start(int(max(1.0, min(left * 1000 + 50, _LONGEST_MS))))
        self.shown.emit()

    def _make_tiles(self, strip: QueueStrip) -> None:
        for tile in self.tiles:
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        workplace = self._context.services.workplace
        self.tiles = []
        for number, place in enumerate(strip.places, 1):
            words = place_words(workplace, strip.section, place)
            tile = QueueTile(number, words, place_tone(workplace, strip.section, place), self._places)
            tile.clicked.connect(lambda _=False, chosen=place: self._open(strip.section, chosen))
            self._row.addWidget(tile, 1)
            self.tiles.append(tile)
        tab_here(self._places, self.tiles)

    def _go_on(self) -> None:
        self._context.navigator.next_client(self._strip.section if self._strip is not None else None)

    def _open(self, section: str, place: QueuePlace) -> None:
        self._context.navigator.next_client(section, place.rank)

    def _fill_menu(self) -> None:
        menu = self.section.menu()
        menu.clear()
        group = QActionGroup(menu)
        for section in SECTIONS:
            action = menu.addAction(_section_words(section))
            action.setCheckable(True)
            action.setChecked(self._strip is not None and self._strip.section == section)
            action.triggered.connect(lambda _=False, chosen=section: self.choose(chosen))
            group.addAction(action)


def _shape(strip: QueueStrip) -> tuple[str, tuple[tuple[int, tuple[int, ...]], ...]]:
    return strip.section, tuple((one.rank, one.stages) for one in strip.places)


def _section_words(section: str) -> str:
    if section == "deal":
        return QCoreApplication.translate("WorkQueue", "Deals")
    return QCoreApplication.translate("WorkQueue", "Leads")
