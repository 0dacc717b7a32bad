"""One reminder on the screen: what, with whom, how soon; call, open, done, put off."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from app.core.kinds import ActivityKind
from app.qtbase import icons
from app.qtbase.metrics import GAP_CONTROL, GAP_S
from app.qtmodels.agenda_words import kind_name
from app.services.records.reminders import Reminder
from app.services.workplace import Workplace
from app.views.notifications.popup import ScreenPopup
from app.views.notifications.words import Later, about_words, further_times, likely_times, open_words, when_words
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.tags import Tag


class ReminderPopup(ScreenPopup):
    """Says what was pressed; does nothing by itself."""

    call_wanted = Signal()
    open_wanted = Signal()
    done_wanted = Signal()
    snoozed = Signal(object)
    """The moment it is put off to."""
    choose_wanted = Signal()
    """Another moment, which is to be asked for."""

    def __init__(self, reminder: Reminder, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__("bell", parent)
        self.reminder = reminder
        self._workplace = workplace
        activity = reminder.activity
        title = QCoreApplication.translate("Reminders", "Reminder: {subject}")
        self.setWindowTitle(title.format(subject=activity.subject))
        if activity.client_name:
            self.body.addWidget(self._words(activity.client_name, "heading"))
        self.body.addLayout(self._subject())
        self.body.addLayout(self._about())
        self.body.addSpacing(GAP_CONTROL)
        self.body.addLayout(self._acts())
        self._add_snooze()
        self.refresh()

    def refresh(self) -> None:
        """Say how soon it is now."""
        self.say(*when_words(self.reminder.activity, self._workplace.now(), self._workplace.zone))
        activity = self.reminder.activity
        self.setAccessibleName(f"{self.heading()}: {activity.client_name} {activity.subject}")

    def _words(self, text: str, role: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        label.setToolTip(text)
        label.setMinimumWidth(1)
        return label

    def _subject(self) -> QHBoxLayout:
        activity = self.reminder.activity
        row = QHBoxLayout()
        row.setSpacing(GAP_CONTROL)
        row.addWidget(IconLabel(activity.kind.value, "text2", name=kind_name(activity.kind), parent=self))
        subject = self._words(activity.subject)
        subject.setProperty("tone", "second")
        row.addWidget(subject, 1)
        return row

    def _about(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        stage = self._workplace.registry.all.stages.get(self.reminder.activity.stage_id or 0)
        if stage is not None:
            row.addWidget(Tag(stage.name, stage.tone, parent=self))
        about = self._words(about_words(self.reminder), "caption")
        row.addWidget(about, 1)
        return row

    def _acts(self) -> QHBoxLayout:
        activity = self.reminder.activity
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        if activity.client_phone:
            self.call = Button(QCoreApplication.translate("Reminders", "Call"), icon="call", parent=self)
            if activity.kind is ActivityKind.CALL:
                self.call.set_kind("primary")
                self.call.set_icon("call")
            self.call.clicked.connect(self.call_wanted)
            row.addWidget(self.call)
        if activity.client is not None:
            self.open = Button(open_words(activity.client.section), parent=self)
            self.open.clicked.connect(self.open_wanted)
            row.addWidget(self.open)
        row.addStretch(1)
        self.done = Button(QCoreApplication.translate("Reminders", "Done"), icon="check", parent=self)
        self.done.clicked.connect(self.done_wanted)
        row.addWidget(self.done)
        self.first = next(one for one in self.findChildren(Button) if one.isEnabled())
        return row

    def _add_snooze(self) -> None:
        row = self.add_foot()
        label = QLabel(QCoreApplication.translate("Reminders", "Snooze:"), self)
        label.setProperty("role", "caption")
        row.addWidget(label)
        self.snooze_buttons: list[Button] = []
        for number, later in enumerate(self._likely()):
            button = Button(later.words, small=True, parent=self)
            spoken = QCoreApplication.translate("Reminders", "Remind again: {time}")
            button.setAccessibleName(spoken.format(time=later.words))
            button.clicked.connect(lambda _=False, chosen=number: self.snoozed.emit(self._likely()[chosen].until))
            row.addWidget(button)
            self.snooze_buttons.append(button)
        self.more = IconButton(
            "down", QCoreApplication.translate("Reminders", "Other times"), edge=True, small=True, parent=self
        )
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more)
        row.addStretch(1)

    def _likely(self) -> tuple[Later, ...]:
        return likely_times(self._workplace.now(), self._workplace.zone)

    def _open_menu(self) -> None:
        menu = snooze_menu(self, self._workplace, self.reminder.activity.starts_at)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def snooze_menu(popup: ReminderPopup, workplace: Workplace, starts_at: datetime) -> QMenu:
    """Further times to put a reminder off to, and one to be typed."""
    menu = QMenu(popup)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for later in further_times(workplace.now(), workplace.zone, starts_at):
        action = menu.addAction(later.words)
        action.triggered.connect(lambda _=False, until=later.until: popup.snoozed.emit(until))
    menu.addSeparator()
    choose = menu.addAction(
        icons.icon("calendar", "text2"), QCoreApplication.translate("Reminders", "Choose the time…")
    )
    choose.triggered.connect(popup.choose_wanted)
    return menu
