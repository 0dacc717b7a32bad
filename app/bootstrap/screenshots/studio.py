"""The windows that are drawn: opens what a scene needs, takes its picture and closes it again."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.bootstrap.desk import Office
from app.bootstrap.screenshots.picture import STILL_S, picture_over, still_picture, until
from app.qtbase.window_state import MemoryStateStore
from app.services.records.lists import Condition, Filter, Sort
from app.services.workplace import Workplace
from app.views.cards import CardWindow


@dataclass(frozen=True, slots=True)
class Offices:
    """What is drawn."""

    manager: Workplace
    beside: Workplace
    """A supervisor's, who works at the same time."""
    first_day: Workplace
    """Nobody has come yet."""


class Studio:
    """The main window of a manager, and what opens over it."""

    def __init__(self, app: QApplication, offices: Offices, size: QSize, folder: Path) -> None:
        self.app = app
        self.offices = offices
        self.size = size
        self.folder = folder
        """For files that a scene needs."""
        self.office: Office = self._open(offices.manager)

    def _open(self, workplace: Workplace) -> Office:
        office = Office(self.app, workplace, MemoryStateStore(), "1.0.0")
        office.window.resize(self.size)
        return office

    @contextmanager
    def first_day(self) -> Iterator[None]:
        """The window of an office that nobody has come to yet, in place of the manager's."""
        before, self.office = self.office, self._open(self.offices.first_day)
        self.office.window.show()
        yield
        self.close()
        self.office = before

    def close(self) -> None:
        """No more scenes come of this window."""
        self.office.window.close()
        self.office.window.deleteLater()

    # what scenes need

    async def appeared(self) -> QWidget:
        """The dialog, popup or card over the main window, once it is there. Raises `NotDrawn`."""
        await until(self._in_front, "a window over the main one")
        found = self._in_front()
        assert found is not None, "waited for"
        return found

    def _in_front(self) -> QWidget | None:
        return self.app.activePopupWidget() or next(iter(self._others()), None)

    def _others(self) -> Iterator[QWidget]:
        main = self.office.window
        return (one for one in QApplication.topLevelWidgets() if one is not main and one.isVisible())

    async def taken(self, window: QWidget) -> QImage:
        """The window's picture; it is closed again."""
        window.show()
        image = await still_picture(window)
        await self.closed(window)
        return image

    async def taken_over(self, popup: QWidget) -> QImage:
        """The main window with what floats over it, which is closed again."""
        image = await picture_over(self.office.window, popup)
        await self.closed(popup)
        return image

    async def closed(self, window: QWidget) -> None:
        if isinstance(window, QDialog):
            window.reject()
        else:
            window.close()
        await asyncio.sleep(STILL_S)

    async def card(self, section: str, record_id: int) -> CardWindow:
        """An open card, filled."""
        self.office.window.navigator.open_card(section, record_id)
        card = await self.appeared()
        assert isinstance(card, CardWindow)
        card.resize(self.size)
        await until(lambda: card.is_filled, card.windowTitle())
        return card

    async def touched_last(self, section: str) -> int:
        """The record with the most to show."""
        chosen = Filter(preset="all_open") if section != "contact" else Filter()
        return await self._first(section, chosen, Sort("last_contact", descending=True))

    async def on_stage(self, code: str) -> int:
        """The newest lead of a stage."""
        stage = self.offices.manager.registry.stage_by_code("lead", code)
        chosen = Filter(conditions=(Condition("stage", "any_of", (stage.id,)),))
        return await self._first("lead", chosen, Sort("created", descending=True))

    async def _first(self, section: str, chosen: Filter, sort: Sort) -> int:
        lists = self.office.window.navigator.context.services.lists
        return int((await lists.ids(section, chosen, sort))[0])
