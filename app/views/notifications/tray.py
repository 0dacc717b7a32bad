"""The icon in the system tray: how many wait for an answer, and a menu for what is done without the window."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.qtbase import i18n, icons
from app.qtbase.theme import theme
from app.services.records.reminders import FOREVER
from app.services.workplace import Workplace
from app.views.notifications.words import likely_times
from app.views.widgets.brand import draw_mark
from app.views.widgets.painting import fill_round
from app.views.widgets.tray import Tray

SIDES: Final = (16, 22, 24, 32, 48, 64)
MOST_SHOWN: Final = 99


class TrayIcon(Tray):
    """Says what was chosen; the menu is made anew each time, in the language and the state of the moment."""

    new_activity_wanted = Signal()
    search_wanted = Signal()
    pause_wanted = Signal(object)
    """Until when; FOREVER: do not disturb; None: go on."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(tray_icon(0), parent)
        self._workplace = workplace
        self._count = 0
        self._held: datetime | None = None
        self._by_hand = False
        self.menu.aboutToShow.connect(self._fill)
        self._fill()
        self._say()

    def is_there(self) -> bool:
        """Whether the system has a tray that shows the icon."""
        return self._icon.isVisible() and self.is_available()

    def set_count(self, count: int) -> None:
        """How many reminders and notifications wait."""
        if count != self._count:
            self._count = count
            self._icon.setIcon(tray_icon(count))
            self._say()

    def set_held(self, until: datetime | None, *, by_hand: bool) -> None:
        """Until when reminders stay quiet; `by_hand`: by a pause or do-not-disturb, which can be ended here."""
        self._held = until
        self._by_hand = by_hand
        self._say()

    def _say(self) -> None:
        name = QCoreApplication.translate("Shell", "Prichal")
        waiting = QCoreApplication.translate("Tray", "%n thing(s) to look at", None, self._count) if self._count else ""
        self._icon.setToolTip("\n".join(part for part in (name, waiting, self._held_words()) if part))

    def _held_words(self) -> str:
        if self._held is None:
            return ""
        if self._held == FOREVER:
            return QCoreApplication.translate("Tray", "Do not disturb")
        words = QCoreApplication.translate("Tray", "Reminders wait until {time}")
        now, zone = self._workplace.now(), self._workplace.zone
        return words.format(time=i18n.date_words(self._held, now, zone, inside=True))

    def _fill(self) -> None:
        self.menu.clear()
        self._add("open", QCoreApplication.translate("Tray", "Open Prichal"), self.open_wanted.emit)
        self._add("plus", QCoreApplication.translate("Tray", "New activity"), self.new_activity_wanted.emit)
        self._add("search", QCoreApplication.translate("Tray", "Search"), self.search_wanted.emit)
        self.menu.addSeparator()
        if self._held is not None:
            self.menu.addAction(self._held_words()).setEnabled(False)
        if self._by_hand:
            self._add("bell", QCoreApplication.translate("Tray", "Remind again from now on"), self._go_on)
        else:
            self._add_pauses()
        self.menu.addSeparator()
        self._add("sign_out", QCoreApplication.translate("Tray", "Quit"), self.quit_wanted.emit)

    def _add_pauses(self) -> None:
        part = self.menu.addMenu(icons.icon("bell_off", "text2"), QCoreApplication.translate("Tray", "Pause reminders"))
        now, zone = self._workplace.now(), self._workplace.zone
        times = {
            i18n.duration_words(timedelta(minutes=30)): now + timedelta(minutes=30),
            i18n.duration_words(timedelta(hours=1)): now + timedelta(hours=1),
            QCoreApplication.translate("Tray", "Until tomorrow"): likely_times(now, zone)[-1].until,
            QCoreApplication.translate("Tray", "Do not disturb"): FOREVER,
        }
        for words, until in times.items():
            part.addAction(words).triggered.connect(lambda _=False, chosen=until: self.pause_wanted.emit(chosen))

    def _go_on(self) -> None:
        self.pause_wanted.emit(None)


def tray_icon(count: int) -> QIcon:
    """The mark, with a red disc and the number in it where something waits."""
    icon = QIcon()
    for side in SIDES:
        drawn = QPixmap(side, side)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        draw_mark(painter, QRectF(0, 0, side, side))
        if count:
            _draw_count(painter, side, count)
        painter.end()
        icon.addPixmap(drawn)
    return icon


def _draw_count(painter: QPainter, side: int, count: int) -> None:
    colors = theme().colors
    height = round(side * 0.62)
    text = str(count) if count <= MOST_SHOWN else "99+"
    font = theme().font("small")
    font = type(font)(font)
    font.setPixelSize(max(7, round(height * (0.86 if len(text) == 1 else 0.72 if len(text) == 2 else 0.55))))
    width = min(side, max(height, round(height * 0.55 * len(text)) + 4))
    place = QRect(side - width, side - height, width, height)
    fill_round(painter, QRectF(place), height / 2, colors.dangerfill)
    painter.setFont(font)
    painter.setPen(colors.onfill)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
