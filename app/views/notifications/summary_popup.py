"""Many reminders at once, as after a week away: one popup that counts them, never one for each."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_CONTROL, GAP_S
from app.services.records.reminders import Reminder
from app.services.workplace import Workplace
from app.views.notifications.popup import ScreenPopup
from app.views.notifications.words import likely_times
from app.views.widgets.buttons import Button

NAMED: Final = 4
"""How many are named; the others are counted."""


class SummaryPopup(ScreenPopup):
    """Takes in more while it stands."""

    list_wanted = Signal()
    """Show my activities."""
    snoozed = Signal(object)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__("bell", parent)
        self._workplace = workplace
        self.reminders: dict[int, Reminder] = {}
        self._lines = QLabel(self)
        self._lines.setTextFormat(Qt.TextFormat.PlainText)
        self._lines.setProperty("tone", "second")
        self._lines.setMinimumWidth(1)
        self.body.addWidget(self._lines)
        self.body.addSpacing(GAP_CONTROL)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        self.list = Button(QCoreApplication.translate("Reminders", "Show my activities"), "primary", parent=self)
        self.list.clicked.connect(self.list_wanted)
        row.addWidget(self.list)
        self.first = self.list
        row.addStretch(1)
        self.seen = Button(QCoreApplication.translate("Reminders", "Seen"), icon="check", parent=self)
        self.seen.clicked.connect(self.closed)
        row.addWidget(self.seen)
        self.body.addLayout(row)
        self._add_snooze()

    def _add_snooze(self) -> None:
        foot = self.add_foot()
        label = QLabel(QCoreApplication.translate("Reminders", "Snooze all:"), self)
        label.setProperty("role", "caption")
        foot.addWidget(label)
        self.snooze_buttons: list[Button] = []
        for number in (1, 2):
            times = likely_times(self._workplace.now(), self._workplace.zone)
            button = Button(times[number].words, small=True, parent=self)
            button.clicked.connect(lambda _=False, chosen=number: self._snooze(chosen))
            foot.addWidget(button)
            self.snooze_buttons.append(button)
        foot.addStretch(1)

    def _snooze(self, chosen: int) -> None:
        self.snoozed.emit(likely_times(self._workplace.now(), self._workplace.zone)[chosen].until)

    def add(self, reminders: Iterable[Reminder]) -> None:
        """Count these, too."""
        self.reminders |= {one.id: one for one in reminders}
        self.refresh()

    def drop(self, ids: Iterable[int]) -> None:
        """These are settled elsewhere."""
        for one in ids:
            self.reminders.pop(one, None)
        self.refresh()

    def refresh(self) -> None:
        count = len(self.reminders)
        self.say(QCoreApplication.translate("Reminders", "%n reminder(s) came meanwhile", None, count), "warn")
        self._lines.setText("\n".join(self._named()))
        self.setWindowTitle(self.heading())
        self.setAccessibleName(f"{self.heading()}: {'; '.join(self._named())}")
        self.adjustSize()

    def _named(self) -> list[str]:
        soonest = sorted(self.reminders.values(), key=lambda one: one.activity.starts_at)
        now, zone = self._workplace.now(), self._workplace.zone
        lines = [
            " · ".join(
                part
                for part in (
                    i18n.date_words(one.activity.starts_at, now, zone),
                    one.activity.client_name,
                    one.activity.subject,
                )
                if part
            )
            for one in soonest[:NAMED]
        ]
        metrics, room = self._lines.fontMetrics(), self.width() - 2 * 16
        lines = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
        if len(soonest) > NAMED:
            lines.append(QCoreApplication.translate("Reminders", "and %n more", None, len(soonest) - NAMED))
        return lines
