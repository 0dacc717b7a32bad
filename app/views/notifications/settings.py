"""How the program reaches the employee: do not disturb, hours, sound, the tray; each kind of notification."""

from datetime import time

from PySide6.QtCore import QCoreApplication, QLocale, QTime
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QTimeEdit, QWidget

from app.core.errors import PrichalError
from app.qtbase import i18n
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_M, GAP_S, GAP_XL
from app.qtbase.tasks import Tasks
from app.qtbase.theme import theme
from app.services.ports import Autostart
from app.services.records.notifications import NotificationKind, Ways
from app.services.records.reminders import Attention, WorkHours
from app.views.navigator import ViewContext
from app.views.notifications.lines import kind_words
from app.views.widgets.form_dialog import FormDialog


class NotificationSettings(FormDialog):
    """Shows what is in force; `attention` and `ways` say what was chosen."""

    def __init__(self, attention: Attention, ways: dict[NotificationKind, Ways], parent: QWidget | None) -> None:
        title = QCoreApplication.translate("Bell", "Reminders and notifications")
        super().__init__(title, QCoreApplication.translate("Bell", "Save"), parent)
        self.resize(560, 600)
        self._before = attention
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.head.addWidget(heading)
        self._add_attention(attention)
        self.body.addSpacing(GAP_S)
        self._add_kinds(ways)
        self.body.addStretch(1)
        self.cancel.clicked.connect(self.reject)

    def _add_attention(self, attention: Attention) -> None:
        self.quiet = QCheckBox(QCoreApplication.translate("Bell", "Do not disturb: reminders wait"), self)
        self.quiet.setChecked(attention.quiet)
        self.sound = QCheckBox(QCoreApplication.translate("Bell", "Reminders sound"), self)
        self.sound.setChecked(attention.sound)
        self.by_hours = QCheckBox(QCoreApplication.translate("Bell", "Remind only in these hours:"), self)
        self.by_hours.setChecked(attention.hours is not None)
        hours = attention.hours or WorkHours()
        self.start = self._time(hours.start, QCoreApplication.translate("Bell", "Work begins"))
        self.end = self._time(hours.end, QCoreApplication.translate("Bell", "Work ends"))
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self.by_hours)
        row.addWidget(self.start)
        row.addWidget(QLabel("–", self))
        row.addWidget(self.end)
        row.addStretch(1)
        for field in (self.start, self.end):
            field.setEnabled(self.by_hours.isChecked())
            self.by_hours.toggled.connect(field.setEnabled)
        self.body.addWidget(self.quiet)
        self.body.addLayout(row)
        self.body.addLayout(self._weekdays(hours.weekdays))
        self.body.addWidget(self.sound)
        self.with_session = QCheckBox(QCoreApplication.translate("Bell", "Start Prichal with the system"), self)
        self.with_session.setVisible(False)
        self.body.addWidget(self.with_session)

    def _weekdays(self, chosen: frozenset[int]) -> QHBoxLayout:
        """The days on which there is reminding; any may be chosen."""
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        locale = QLocale(i18n.current())
        self.weekdays: list[QCheckBox] = []
        for weekday in range(7):
            box = QCheckBox(locale.standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat), self)
            box.setAccessibleName(locale.standaloneDayName(weekday + 1))
            box.setChecked(weekday in chosen)
            box.setEnabled(self.by_hours.isChecked())
            self.by_hours.toggled.connect(box.setEnabled)
            row.addWidget(box)
            self.weekdays.append(box)
        row.addStretch(1)
        return row

    def _time(self, value: time, name: str) -> QTimeEdit:
        field = QTimeEdit(QTime(value.hour, value.minute), self)
        field.setDisplayFormat("HH:mm")
        field.setAccessibleName(name)
        theme().fix_height(field, "control")
        return field

    def _add_kinds(self, ways: dict[NotificationKind, Ways]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_XL)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(0, 1)
        heads = (
            QCoreApplication.translate("Bell", "Popup"),
            QCoreApplication.translate("Bell", "Bell"),
            QCoreApplication.translate("Bell", "Sound"),
        )
        for column, words in enumerate(heads):
            label = QLabel(words, self)
            label.setProperty("role", "label")
            grid.addWidget(label, 0, column + 1)
        self.boxes: dict[NotificationKind, tuple[QCheckBox, QCheckBox, QCheckBox]] = {}
        for number, kind in enumerate(NotificationKind, 1):
            grid.addWidget(QLabel(kind_words(kind), self), number, 0)
            one = ways[kind]
            boxes = tuple(
                self._box(kind, head, on) for head, on in zip(heads, (one.popup, one.bell, one.sound), strict=True)
            )
            for column, box in enumerate(boxes):
                grid.addWidget(box, number, column + 1)
            self.boxes[kind] = (boxes[0], boxes[1], boxes[2])
        self.body.addLayout(grid)

    def _box(self, kind: NotificationKind, head: str, on: bool) -> QCheckBox:
        box = QCheckBox(self)
        box.setAccessibleName(f"{kind_words(kind)}: {head}")
        box.setChecked(on)
        return box

    def show_autostart(self, on: bool) -> None:
        """Offer what this workstation can do."""
        self.with_session.setChecked(on)
        self.with_session.setVisible(True)

    def attention(self) -> Attention:
        """As chosen; a pause stays as it was."""
        hours = None
        if self.by_hours.isChecked():
            weekdays = frozenset(number for number, box in enumerate(self.weekdays) if box.isChecked())
            hours = WorkHours(_time_of(self.start), _time_of(self.end), weekdays)
        return Attention(self.quiet.isChecked(), self._before.paused_until, hours, self.sound.isChecked())

    def hours_are_wrong(self) -> bool:
        """Work that ends before it begins, or on no day at all."""
        if not self.by_hours.isChecked():
            return False
        return _time_of(self.start) >= _time_of(self.end) or not any(box.isChecked() for box in self.weekdays)

    def ways(self) -> dict[NotificationKind, Ways]:
        """As chosen; nothing checked is off."""
        return {kind: Ways(*(box.isChecked() for box in boxes)) for kind, boxes in self.boxes.items()}


def _time_of(field: QTimeEdit) -> time:
    return time(field.time().hour(), field.time().minute())


def open_settings(context: ViewContext, parent: QWidget, autostart: Autostart | None = None) -> None:
    """Ask, and keep what was chosen."""
    tasks = Tasks(parent, context.navigator.report)
    tasks.run(_ask(context, parent, tasks, autostart))


async def _ask(context: ViewContext, parent: QWidget, tasks: Tasks, autostart: Autostart | None) -> None:
    services = context.services
    dialog = NotificationSettings(
        await services.reminders.attention(), dict(await services.notifications.ways()), parent
    )
    if autostart is not None:
        dialog.show_autostart(autostart.is_on())

    def refused(error: PrichalError) -> None:
        dialog.set_busy(False)
        dialog.say(error_text(error))

    async def save() -> None:
        if autostart is not None and autostart.is_on() != dialog.with_session.isChecked():
            autostart.turn(dialog.with_session.isChecked())
        await services.reminders.set_attention(dialog.attention())
        await services.notifications.set_ways(dialog.ways())
        dialog.accept()

    def submit() -> None:
        if dialog.hours_are_wrong():
            dialog.say(QCoreApplication.translate("Bell", "Choose a day at least; work has to end after it begins."))
            dialog.end.setFocus()
            return
        dialog.set_busy(True)
        tasks.run(save(), on_error=refused)

    dialog.submitted.connect(submit)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
