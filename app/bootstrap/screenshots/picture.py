"""One picture of a window, taken once nothing in it changes any more."""

import asyncio
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from app.views.cards import CardWindow

STILL_S: Final = 0.12
LONGEST_S: Final = 8.0
FILLING_S = 60.0
"""A card that is still empty by then can't be drawn; a busy machine fills one within seconds."""
SAME_PICTURES: Final = 3


class NotDrawn(Exception):
    """A card stayed empty, or what a scene waits for never came: its picture would be blank."""


async def until(came: Callable[[], object], what: str) -> None:
    """Wait for what a scene shows. Raises `NotDrawn`."""
    for _ in range(round(FILLING_S / STILL_S)):
        if came():
            return
        await asyncio.sleep(STILL_S)
    raise NotDrawn(what)


async def still_picture(window: QWidget) -> QImage:
    """The window's picture once it stands still: what is loaded late has come."""
    if isinstance(window, CardWindow):
        await until(lambda: window.is_filled, window.windowTitle())
    last, same = QImage(), 0
    for _ in range(round(LONGEST_S / STILL_S)):
        await asyncio.sleep(STILL_S)
        image = window.grab().toImage()
        same = same + 1 if image == last else 0
        last = image
        if same >= SAME_PICTURES:
            break
    return last


async def picture_over(window: QWidget, popup: QWidget) -> QImage:
    """A popup where it stands over its window, as the screen shows both."""
    above = await still_picture(popup)
    image = window.grab().toImage()
    place = QRect(popup.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0)), popup.size())
    painter = QPainter(image)
    painter.drawImage(place, above)
    painter.end()
    return image
