"""Nine days at a glance: the load of each, days off, the latest allowed day, and what is too late."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_XS, RADIUS_CONTROL
from app.qtbase.theme import theme
from app.services.records.activities import DayLoad
from app.views.activities.wording import day_words
from app.views.widgets.painting import fill_round, line_height, text_width
from app.views.widgets.tabbing import tab_here

_HEIGHT_OVER_TEXT = 20


class DayStrip(QWidget):
    """Buttons of days; arrows walk, Enter or Space takes one. Tab stops once."""

    picked = Signal(object)
    """datetime.date"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP_XS)
        self._days: list[DayButton] = []
        self._chosen: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_height())

    def set_days(self, strip: Sequence[DayLoad], latest: date | None, today: date) -> None:
        """Show these days; later ones than `latest` can't be taken."""
        while len(self._days) < len(strip):
            button = DayButton(self)
            button.clicked.connect(lambda _=False, of=button: self.picked.emit(of.day()))
            button.installEventFilter(self)
            self._days.append(button)
            self._row.addWidget(button, 1)
            tab_here(self, self._days)
        for button, load in zip(self._days, strip, strict=True):
            button.show_day(load, is_latest=load.day == latest, today=today)
        self._mark()

    def set_chosen(self, day: date | None) -> None:
        self._chosen = day
        self._mark()

    def days(self) -> Sequence["DayButton"]:
        return tuple(self._days)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Buttons would take arrows for Tab."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        allowed = [button for button in self._days if button.isEnabled()]
        focused = next((number for number, button in enumerate(allowed) if button.hasFocus()), 0)
        if step is not None:
            allowed[(focused + step) % len(allowed)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            allowed[focused].click()
        else:
            return False
        return True

    def _mark(self) -> None:
        stop = next((button for button in self._days if button.day() == self._chosen and button.isEnabled()), None)
        stop = stop or next((button for button in self._days if button.isEnabled()), None)
        for button in self._days:
            button.setChecked(button.day() == self._chosen)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


class DayButton(QAbstractButton):
    """One day: its number and weekday over how full it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._load: DayLoad | None = None
        self._latest = False
        self._words = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def day(self) -> date | None:
        return self._load.day if self._load is not None else None

    def show_day(self, load: DayLoad, *, is_latest: bool, today: date) -> None:
        self._load, self._latest = load, is_latest
        self.setEnabled(load.allowed)
        self._words = self._state(load, today)
        count = QCoreApplication.translate("Activities", "%n activity(s)", None, load.count)
        spoken = (day_words(load.day), self._words, count)
        self.setAccessibleName(", ".join(dict.fromkeys(part for part in spoken if part)))
        self.setToolTip(f"{day_words(load.day)}: {count}")
        self.update()

    def _state(self, load: DayLoad, today: date) -> str:
        if not load.allowed:
            return QCoreApplication.translate("Activities", "too late")
        if self._latest:
            return QCoreApplication.translate("Activities", "last day")
        if load.day == today:
            return QCoreApplication.translate("Activities", "today")
        if not load.working and not load.count:
            return QCoreApplication.translate("Activities", "day off")
        return QCoreApplication.translate("Activities", "%n item(s)", None, load.count)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._words, "caption") + 8, _height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._load is None:
            return
        painter = QPainter(self)
        number_role, words_role = self._ground(painter)
        upper = QRect(0, 7, self.width(), line_height("name"))
        self._draw_day(painter, upper, self._load.day, number_role, words_role)
        lower = QRect(0, upper.bottom() + 3, self.width(), line_height("caption"))
        painter.setFont(theme().font("caption_strong" if self._latest or self.isChecked() else "caption"))
        painter.setPen(theme().color(words_role))
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignCenter), self._words)

    def _ground(self, painter: QPainter) -> tuple[str, str]:
        """Paint the box; the colour roles of the number and of the words."""
        colors = theme().colors
        rect = QRectF(self.rect())
        fill, edge, roles = self._look()
        if self.isChecked() or self.hasFocus():
            fill_round(painter, rect, RADIUS_CONTROL, colors.accent)
            fill_round(painter, rect.adjusted(2, 2, -2, -2), RADIUS_CONTROL - 2, fill)
        else:
            fill_round(painter, rect, RADIUS_CONTROL, fill, edge)
        return roles

    def _look(self) -> tuple[QColor, QColor | None, tuple[str, str]]:
        colors = theme().colors
        load = self._load
        if not self.isEnabled() or load is None:
            return colors.sunken, None, ("text3", "text3")
        if self._latest:
            return colors.warnt, colors.warnl, ("warn", "warn")
        if self.isChecked():
            return colors.tint, None, ("accent", "accent")
        if not load.working:
            return colors.sunken, None, ("text2", "text3")
        return (colors.hover if self.underMouse() else colors.surface), colors.line2, ("text", "text3")

    def _draw_day(self, painter: QPainter, rect: QRect, day: date, number_role: str, weekday_role: str) -> None:
        number, weekday = str(day.day), i18n.weekday_short(day)
        gap = 3
        width = text_width(number, "name") + gap + text_width(weekday, "caption")
        left = rect.left() + (rect.width() - width) // 2
        font = QFont(theme().font("name"))
        font.setStrikeOut(not self.isEnabled())
        painter.setFont(font)
        painter.setPen(theme().color(number_role))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(rect.adjusted(left, 0, 0, 0), flags, number)
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().color(weekday_role))
        painter.drawText(rect.adjusted(left + text_width(number, "name") + gap, 0, 0, 0), flags, weekday)


def _height() -> int:
    return line_height("name") + line_height("caption") + _HEIGHT_OVER_TEXT
