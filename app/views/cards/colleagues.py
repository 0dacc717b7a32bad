"""Who else has the card open just now: their discs and a word, in the card's header."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.core.changes import Changes
from app.core.errors import Offline
from app.core.initials import short_name
from app.qtbase.metrics import GAP_S
from app.qtbase.tasks import Tasks
from app.qtbase.theme import theme
from app.services.open_cards import AGAIN_S, OPEN_CARDS, OpenCards
from app.services.records.activities import ClientRef
from app.views.cards.open_card import OpenCard, run_detached
from app.views.widgets.avatar import draw_avatar
from app.views.widgets.painting import draw_text, text_width

_DISC: Final = 24
_STEP: Final = 18
"""Discs overlap."""

_MOST: Final = 3


class Colleagues(QAbstractButton):
    """Says that this card is open, again and again while it is, and shows who else says so."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self._tasks = Tasks(self, card.failed.emit)
        self._people: tuple[tuple[int, str], ...] = ()
        self.is_said = False
        self._opened = asyncio.Event()
        self._again = QTimer(self, interval=int(AGAIN_S * 1000))
        self._again.timeout.connect(self._say_again)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open_first)
        card.context.changes.changed.connect(self._changed)
        self.hide()

    def begin(self) -> None:
        """The card was read: from now on others see that it is open here."""
        if not self.is_said:
            self.is_said = True
            self._again.start()
            self._opened = asyncio.Event()
            cards, ref = self._card.services.open_cards, self._card.ref
            run_detached(self._card.context, _say(cards, ref, self._opened))  # a write is never broken off
            self._run(self._read_then(self._opened))

    def end(self) -> None:
        """The card closes."""
        if self.is_said:
            self.is_said = False
            self._again.stop()
            run_detached(self._card.context, _close(self._card.services.open_cards, self._card.ref, self._opened))

    def words(self) -> str:
        """As it is read out."""
        names = ", ".join(name for _, name in self._people)
        return QCoreApplication.translate("Card", "Also open at: {names}").format(names=names)

    def sizeHint(self) -> QSize:
        return QSize(self._discs() + GAP_S + text_width(self._shown(), "caption") + 4, _DISC + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - _DISC) // 2
        for place, (number, name) in enumerate(self._people[:_MOST]):
            draw_avatar(painter, QRect(place * _STEP, top, _DISC, _DISC), name, number)
        left = self._discs() + GAP_S
        draw_text(painter, QRect(left, 0, self.width() - left, self.height()), self._shown(), "caption", "warn")
        if self.hasFocus():
            painter.setPen(QPen(theme().colors.accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _open_first(self) -> None:
        if self._people:
            self._card.navigator.open_profile(self._people[0][0])

    def _discs(self) -> int:
        return _DISC + _STEP * (min(len(self._people), _MOST) - 1)

    def _shown(self) -> str:
        if len(self._people) == 1:
            words = QCoreApplication.translate("Card", "{name} is here, too")
            return words.format(name=short_name(self._people[0][1]))
        return QCoreApplication.translate("Card", "%n colleague(s) are here, too", None, len(self._people))

    def _changed(self, changes: Changes) -> None:
        if changes.kind == OPEN_CARDS and self.is_said:
            self._run(self._read())

    def _say_again(self) -> None:
        run_detached(self._card.context, _say_again(self._card.services.open_cards))
        self._run(self._read())

    def _run(self, work: Coroutine[object, object, object]) -> None:
        self._tasks.run(work, quiet=True)

    async def _read_then(self, opened: asyncio.Event) -> None:
        await opened.wait()
        await self._read()

    async def _read(self) -> None:
        with suppress(Offline):
            self._people = await self._card.services.open_cards.others(self._card.ref)
        self.setVisible(bool(self._people))
        self.setAccessibleName(self.words())
        self.setToolTip(self.words())
        self.updateGeometry()
        self.update()


async def _say(cards: OpenCards, ref: ClientRef, opened: asyncio.Event) -> None:
    try:
        with suppress(Offline):  # said again with the next turn
            await cards.open(ref)
    finally:
        opened.set()


async def _say_again(cards: OpenCards) -> None:
    with suppress(Offline):
        await cards.say_again()


async def _close(cards: OpenCards, ref: ClientRef, opened: asyncio.Event) -> None:
    await opened.wait()
    with suppress(Offline):  # the line grows old by itself
        await cards.close(ref)
