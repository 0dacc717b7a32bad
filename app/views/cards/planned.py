"""The planned panel: what comes next with this client, done by its check box, moved by a click."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from app.qtbase import i18n, icons
from app.qtbase.metrics import GAP_CONTROL, GAP_M, GAP_S
from app.qtbase.theme import restyle, theme
from app.services.records.activities import ActivityRecord
from app.views.cards.header import first_phone
from app.views.cards.open_card import OpenCard
from app.views.widgets.buttons import Button
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel, Urgency
from app.views.widgets.rule_reason import despite_rules

_MINUTE_MS = 60_000
NARROW = 620
"""Below it a row shows the icons of its buttons alone."""
SHOWN = 3
"""So many activities are shown at once; a schedule of payments plans dozens."""


def urgency_of(activity: ActivityRecord, now: datetime, today_ends: datetime) -> Urgency:
    """ "danger" from the minute its start passes, "warn" today."""
    if activity.starts_at < now:
        return "danger"
    return "warn" if activity.starts_at < today_ends else ""


class PlannedPanel(Panel):
    """One row an activity; the edge shows the most urgent."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("CardPlanned", "Planned"), parent=parent)
        self._card = card
        self.head.setFixedHeight(28)
        restyle(self.title, role="label")
        self.content.setContentsMargins(GAP_M, 0, GAP_M, GAP_S)
        self.rows: list[PlannedRow] = []
        self._empty = self._make_empty()
        self.content.addWidget(self._empty)
        self._clock = QTimer(self, interval=_MINUTE_MS)
        self._clock.timeout.connect(self._show_times)
        self._clock.start()
        self._shown: tuple[ActivityRecord, ...] | None = None
        self._whole = False
        self.more = Button("", "link", small=True, parent=self)
        self.more.clicked.connect(self._show_all)
        self.content.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def _make_empty(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(GAP_S)
        row.addWidget(IconLabel("none", "text3", parent=holder))
        words = QLabel(QCoreApplication.translate("CardPlanned", "Nothing is planned"), holder)
        words.setProperty("tone", "second")
        self.plan = Button(QCoreApplication.translate("CardPlanned", "Plan"), "link", small=True, parent=holder)
        self.plan.clicked.connect(lambda: self._card.navigator.plan_activity(self._card.ref))
        row.addWidget(words)
        row.addWidget(self.plan)
        row.addStretch(1)
        return holder

    def refresh(self) -> None:
        """Show what was read last."""
        planned = self._card.data.planned
        if planned != self._shown:
            self._shown = planned
            for row in self.rows:
                self.content.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [PlannedRow(self._card, one, self) for one in planned]
            for number, row in enumerate(self.rows):
                self.content.insertWidget(number, row)
        self.set_count(len(planned))
        self._empty.setVisible(not planned)
        self._show_rows()
        self._show_times()

    def _show_rows(self) -> None:
        """The soonest; the rest on request."""
        for number, row in enumerate(self.rows):
            row.setVisible(self._whole or number < SHOWN)
        rest = len(self.rows) - SHOWN
        self.more.setVisible(rest > 0 and not self._whole)
        if rest > 0:
            self.more.setText(QCoreApplication.translate("CardPlanned", "%n more", None, rest))

    def focus_act(self) -> None:
        """The soonest step's check box; where nothing is planned, the button that plans."""
        act = self.rows[0].check if self.rows else self.plan
        act.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_all(self) -> None:
        self._whole = True
        self._show_rows()

    def _show_times(self) -> None:
        now, ends = self._card.now(), day_end(self._card)
        for row in self.rows:
            row.show_time(now, ends)
        self.set_urgency(urgency_of(self.rows[0].activity, now, ends) if self.rows else "none")


class PlannedRow(QWidget):
    """Check box, what and when; call, postpone, done."""

    def __init__(self, card: OpenCard, activity: ActivityRecord, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self.activity = activity
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 4)
        row.setSpacing(GAP_M)
        self.check = QCheckBox(self)
        self.check.setProperty("large", True)
        self.check.setFixedSize(26, 26)
        done = QCoreApplication.translate("CardPlanned", "Complete: {subject}").format(subject=activity.subject)
        self.check.setAccessibleName(done)
        self.check.setToolTip(done)
        self.check.clicked.connect(self._complete)
        row.addWidget(self.check)
        row.addLayout(self._words(), 1)
        self._buttons = [(button, button.text()) for button in self._acts()]
        for button, words in self._buttons:
            button.setAccessibleName(words)
            row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow card the time needs the room of the buttons' words."""
        super().resizeEvent(event)
        brief = self.width() < NARROW
        for button, words in self._buttons:
            button.setText("" if brief else words)
            button.setToolTip(words if brief else "")
        self._rest.setVisible(not brief)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        first = QHBoxLayout()
        first.setSpacing(GAP_S)
        first.addWidget(IconLabel(self.activity.kind.value, "text3", parent=self))
        subject = ElidedLabel(self)
        subject.set_text(self.activity.subject)
        subject.setProperty("role", "name")
        first.addWidget(subject)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(GAP_CONTROL)
        self._mark = IconLabel("clock", "text3", theme().metrics.icon_cell, parent=self)
        self._when = QLabel(self)
        self._when.setProperty("role", "label")
        self._when.setTextFormat(Qt.TextFormat.PlainText)
        self._rest = ElidedLabel(self)
        self._rest.setProperty("role", "caption")
        self._rest.set_text(self._rest_words())
        for widget in (self._mark, self._when, self._rest):
            second.addWidget(widget)
        second.addStretch(1)
        column.addLayout(first)
        column.addLayout(second)
        return column

    def _acts(self) -> list[Button]:
        acts: list[Button] = []
        phone = first_phone(self._card.data.card)
        if phone is not None:
            call = Button(QCoreApplication.translate("CardPlanned", "Call"), icon="call", small=True, parent=self)
            call.clicked.connect(lambda: self._card.navigator.call(phone, self._card.ref))
            acts.append(call)
        if self.activity.can_change:
            postpone = QCoreApplication.translate("CardPlanned", "Postpone")
            self.postpone = Button(postpone, icon="clock", small=True, parent=self)
            self.postpone.set_menu(QMenu(self.postpone))
            self.postpone.menu().aboutToShow.connect(self._offer_times)
            done = Button(QCoreApplication.translate("CardPlanned", "Done"), icon="check", small=True, parent=self)
            done.clicked.connect(self._complete)
            acts += [self.postpone, done]
        return acts

    def show_time(self, now: datetime, today_ends: datetime) -> None:
        """When it is, by what time it is now."""
        urgency = urgency_of(self.activity, now, today_ends)
        role = urgency or "text3"
        zone = self._card.workplace.zone
        start, ends = self.activity.starts_at, self.activity.starts_at + timedelta(minutes=self.activity.minutes)
        local, today = start.astimezone(zone), now.astimezone(zone).date()
        words = i18n.relative_day(local.date(), today) or i18n.weekday_short(local.date())
        words = f"{words}, {i18n.day_short(local.date(), today)} · {i18n.clock(start, zone)}"
        if self.activity.minutes:
            words += f" – {i18n.clock(ends, zone)}"
        if urgency == "danger":
            late = i18n.duration_words(now - start)
            overdue = QCoreApplication.translate("CardPlanned", "Overdue by {duration}").format(duration=late)
            words = f"{overdue} · {words[:1].lower()}{words[1:]}"
        self._when.setText(words)
        self._when.setMinimumWidth(self._when.sizeHint().width())  # a time is never cut
        restyle(self._when, tone=urgency or "second")
        self._mark.set_icon("overdue" if urgency == "danger" else "clock", role)

    def _rest_words(self) -> str:
        parts = []
        if self.activity.confirmed_at is not None:
            parts.append(QCoreApplication.translate("CardPlanned", "confirmed"))
        place = self._card.workplace.registry.all.places.get(self.activity.place_id or 0)
        where = self.activity.place or (place.name if place else "")
        if where:
            parts.append(where)
        if self.activity.reminders:
            span = i18n.duration_words(timedelta(minutes=max(self.activity.reminders)))
            parts.append(QCoreApplication.translate("CardPlanned", "remind {duration} before").format(duration=span))
        if self.activity.responsible_id != self._card.data.card.responsible_id:
            employees = self._card.workplace.registry.all.employees
            if self.activity.responsible_id in employees:
                parts.append(employees[self.activity.responsible_id].short_name)
        return f"· {' · '.join(parts)}" if parts else ""

    def _complete(self) -> None:
        self.check.setChecked(False)
        self._card.navigator.complete_activity(self.activity.id)

    def _offer_times(self) -> None:
        menu = self.postpone.menu()
        menu.clear()
        menu.addAction(QCoreApplication.translate("CardPlanned", "Looking for times…")).setEnabled(False)
        self._card.tasks.run(self._fill_times(menu), latest=f"times:{self.activity.id}", quiet=True)

    async def _fill_times(self, menu: QMenu) -> None:
        ref = self.activity.client or self._card.ref
        times = await self._card.services.activities.likely_times(ref, self.activity.kind)
        menu.clear()
        zone, now = self._card.workplace.zone, self._card.now()
        for moment in times:
            action = menu.addAction(icons.icon("clock", "text2"), i18n.date_words(moment, now, zone))
            action.triggered.connect(lambda _=False, chosen=moment: self._move(chosen))
        menu.addSeparator()
        change = QCoreApplication.translate("CardPlanned", "Another time…")
        menu.addAction(icons.icon("calendar", "text2"), change).triggered.connect(
            lambda: self._card.navigator.change_activity(self.activity.id)
        )
        cancel = QCoreApplication.translate("CardPlanned", "Cancel the activity")
        menu.addAction(icons.icon("close", "text2"), cancel).triggered.connect(
            lambda: self._card.ask(self._cancelled(cancel))
        )
        if menu.isVisible():
            menu.popup(menu.pos())

    def _move(self, moment: datetime) -> None:
        self._card.run(self._moved(moment))

    async def _moved(self, moment: datetime) -> None:
        async def move(reason: str | None) -> None:
            activities, one = self._card.services.activities, self.activity
            await activities.move(one.id, one.version, moment, override_reason=reason)

        if await despite_rules(self.window(), QCoreApplication.translate("CardPlanned", "Postpone"), move):
            self._card.reload()


    async def _cancelled(self, words: str) -> None:
        async def cancel(reason: str | None) -> None:
            activities, one = self._card.services.activities, self.activity
            await activities.cancel(one.id, one.version, override_reason=reason)

        if await despite_rules(self.window(), words, cancel):
            self._card.reload()


def day_end(card: OpenCard) -> datetime:
    """Midnight in the office's zone."""
    zone = card.workplace.zone
    return datetime.combine(card.today() + timedelta(days=1), datetime.min.time(), tzinfo=zone)
