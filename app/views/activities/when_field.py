"""The moment of an activity: typed in words, picked from a calendar, read back at once."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.errors import UserError
from app.core.whens import parse_when
from app.qtbase import i18n
from app.qtbase.metrics import GAP_CONTROL, GAP_XS
from app.qtbase.theme import restyle, theme
from app.services.workplace import Workplace
from app.views.widgets.fields import DateTimeEditor
from app.views.widgets.icon_label import IconLabel

Tone = Literal["ok", "warn", "danger", "muted"]
_MARKS: dict[Tone, tuple[str, str]] = {
    "ok": ("success", "ok"),
    "warn": ("alert", "warn"),
    "danger": ("alert", "danger"),
    "muted": ("info", "text3"),
}
MORNING = time(10)
"""When an activity starts on a day that was named without a time."""


class ReadBack(QWidget):
    """How what was typed is understood, or why it won't do; grey words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_CONTROL)
        self._mark = IconLabel("info", "text3", theme().metrics.icon_cell, parent=self)
        self._words = QLabel(self)
        self._words.setProperty("role", "label")
        self._words.setWordWrap(True)
        self._beside = QLabel(self)
        self._beside.setProperty("role", "caption")
        for label in (self._words, self._beside):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._beside, 1)
        self.setMinimumHeight(self._beside.sizeHint().height() + 2)
        self.say("", "muted")

    def say(self, words: str, tone: Tone, beside: str = "") -> None:
        """Replace the line."""
        self._words.setText(words)
        self._beside.setText(beside)
        self._words.setProperty("role", "caption" if tone == "muted" else "label")
        restyle(self._words, tone="" if tone == "muted" else tone)
        self._mark.set_icon(*_MARKS[tone])
        self._mark.setVisible(bool(words))
        self._beside.setVisible(bool(beside))
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):  # two sentences share the line, one takes all of it
            layout.setStretch(1, 0 if beside else 1)
            self._words.setWordWrap(not beside)

    def text(self) -> str:
        return ", ".join(part for part in (self._words.text(), self._beside.text()) if part)


class WhenField(QWidget):
    """The label, the line and its calendar; what it means stands in `read_back`, which the form places."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.read_back = ReadBack(self)
        placeholder = QCoreApplication.translate("Activities", "tomorrow 15, +3w")
        self.editor = DateTimeEditor(self._read, self._write, placeholder, at=MORNING, parent=self)
        self.line = self.editor.line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        column.addLayout(self._label_row())
        column.addWidget(self.editor)
        self.editor.changed.connect(self.changed)
        self.line.textEdited.connect(self.changed)  # the editor says `changed` before it has read what was typed

    def _label_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_XS)
        label = QLabel(QCoreApplication.translate("Activities", "When"), self)
        label.setProperty("role", "label")
        label.setBuddy(self.line)
        star = QLabel("*", self)
        star.setProperty("role", "label")
        star.setProperty("tone", "danger")
        row.addWidget(label)
        row.addWidget(star)
        row.addStretch(1)
        return row

    def value(self) -> datetime | None:
        """The moment; None while the line is empty or can't be read."""
        moment = self.editor.value()
        return moment.astimezone(UTC) if moment is not None else None

    def set_value(self, moment: datetime | None) -> None:
        """Show a moment, without `changed`."""
        self.editor.set_value(moment.astimezone(self._workplace.zone) if moment is not None else None)

    def take_day(self, day: date) -> None:
        """Go over to another day at the same time."""
        self.set_text(day.isoformat())

    def text(self) -> str:
        """What is typed."""
        return self.editor.text()

    def set_text(self, text: str) -> None:
        """Type for the user: a draft's words that could not be read yet."""
        self.editor.set_value(self._read(text))
        if self.editor.value() is None:
            self.line.setText(text)

    def is_unreadable(self) -> bool:
        return bool(self.text()) and self.editor.value() is None

    def say(self, words: str, tone: Tone, beside: str = "") -> None:
        """Read the date back, or say why it won't do."""
        self.read_back.say(words, tone, beside)
        self.editor.set_state("error" if tone == "danger" else "")
        required = QCoreApplication.translate("Activities", "Required")
        self.line.setAccessibleDescription(". ".join(part for part in (required, self.read_back.text()) if part))

    def focus(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _read(self, text: str) -> datetime | None:
        """A day without a time keeps the time in force; where that is past today, the next half hour."""
        now = self._workplace.now().astimezone(self._workplace.zone)
        try:
            when = parse_when(text, now, self._workplace.calendar)
        except UserError:  # the form says that it can't be read
            return None
        if when.time is not None:
            return when.moment(self._workplace.zone).astimezone(self._workplace.zone)
        before = self.editor.value()
        kept = before.astimezone(self._workplace.zone).time() if before is not None else MORNING
        moment = when.moment(self._workplace.zone, kept).astimezone(self._workplace.zone)
        return _next_half_hour(now) if when.date == now.date() and moment <= now else moment

    def _write(self, moment: datetime) -> str:
        local = moment.astimezone(self._workplace.zone)
        return f"{i18n.day_with_weekday(local.date())} {local:%H:%M}"


def _next_half_hour(now: datetime) -> datetime:
    begun = now.replace(minute=now.minute // 30 * 30, second=0, microsecond=0)
    return begun + timedelta(minutes=30)
