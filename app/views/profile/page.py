"""The page of a profile: head, and under it what is told, the planned activities, or the calendar."""

from collections.abc import Coroutine

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.kinds import Kind, Right
from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S, NARROW_WINDOW
from app.qtbase.shortcuts import native
from app.qtbase.tasks import Tasks
from app.services.records.activities import ActivityRecord, ClientRef
from app.services.records.profiles import ProfileRecord, ProfileText
from app.views.calendar.pane import CalendarPane
from app.views.navigator import Page, PageStatus, ViewContext
from app.views.profile.edit_dialog import ProfileDialog
from app.views.profile.head import ACTIVITIES, CALENDAR, ProfileHead, first_phone
from app.views.profile.interests import InterestsPanel
from app.views.profile.panels import AboutPanel, PlacePanel, ReachPanel
from app.views.profile.rows import ActivityRows
from app.views.widgets.buttons import Button
from app.views.widgets.panel import Panel

NEAREST = 5
MOST = 200
LEFT_WIDTH, NARROW_LEFT = 392, 340


def profile_page(context: ViewContext, employee_id: int) -> Page:
    """What the shell shows over its tabs."""
    return ProfilePage(context, employee_id)


class ProfilePage(Page):
    """Reads anew when the person, or what they have planned, changes."""

    def __init__(self, context: ViewContext, employee_id: int) -> None:
        super().__init__()
        self._context = context
        self._id = employee_id
        self._tasks = Tasks(self, context.navigator.report)
        self.record: ProfileRecord | None = None
        self.calendar: CalendarPane | None = None
        workplace = context.services.workplace
        self._may_see_work = workplace.rights.allows(Kind.ACTIVITY, Right.READ, employee_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = ProfileHead(workplace, self)
        self.head.chosen.connect(self.show_part)
        self.head.call_wanted.connect(self._call)
        self.head.edit_wanted.connect(self.edit)
        column.addWidget(self.head)
        self._parts = QStackedWidget(self)
        column.addWidget(self._parts, 1)
        self._parts.addWidget(self._told())
        self._parts.addWidget(self._planned())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        context.changes.changed.connect(self._changed)
        self.refresh()

    def _told(self) -> QWidget:
        area, page = _scrolling(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        row.setSpacing(GAP_M)
        self._left = QWidget(page)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP_M)
        self.reach, self.place = ReachPanel(self._left), PlacePanel(self._left)
        self.place.opened.connect(self._context.navigator.open_profile)
        for panel in (self.reach, self.place):
            left.addWidget(panel)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(GAP_M)
        self.about, self.interests = AboutPanel(page), InterestsPanel(page)
        profiles = self._context.services.profiles
        self.interests.added.connect(lambda word: self._tasks.run(self._then_read(profiles.add_interest(word))))
        self.interests.dropped.connect(lambda word: self._tasks.run(self._then_read(profiles.drop_interest(word))))
        for told in (self.about, self.interests, self._nearest(page)):
            right.addWidget(told)
        right.addStretch(1)
        row.addWidget(self._left)
        row.addLayout(right, 1)
        return area

    def _nearest(self, page: QWidget) -> Panel:
        words = QCoreApplication.translate("Profile", "Coming up")
        self.coming = Panel(words, ruled=True, parent=page)
        self.coming.content.setContentsMargins(0, 0, 0, 0)
        self.rows = self._make_rows(self.coming)
        self.coming.content.addWidget(self.rows)
        self.nothing = QLabel(QCoreApplication.translate("Profile", "Nothing is planned."), self.coming)
        self.nothing.setProperty("tone", "muted")
        self.nothing.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        self.coming.content.addWidget(self.nothing)
        every = Button(QCoreApplication.translate("Profile", "All activities"), "link", small=True, parent=self.coming)
        every.clicked.connect(self.head.tabs[ACTIVITIES].click)
        self.coming.add_act(every)
        self.coming.setVisible(self._may_see_work)
        return self.coming

    def _planned(self) -> QWidget:
        area, page = _scrolling(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        column.setSpacing(GAP_S)
        words = QCoreApplication.translate("Profile", "Planned")
        self.all_planned = Panel(words, ruled=True, parent=page)
        self.all_planned.content.setContentsMargins(0, 0, 0, 0)
        self.all_rows = self._make_rows(self.all_planned)
        self.all_planned.content.addWidget(self.all_rows)
        column.addWidget(self.all_planned)
        column.addStretch(1)
        return area

    def _make_rows(self, parent: QWidget) -> ActivityRows:
        rows = ActivityRows(self._context.services.workplace, parent)
        rows.opened.connect(self._open_client)
        return rows

    def _open_client(self, ref: ClientRef) -> None:
        self._context.navigator.open_card(ref.section, ref.id)

    def show_part(self, part: int) -> None:
        """A tab was chosen; the calendar is made when it is first asked for."""
        if part == CALENDAR and self.calendar is None:
            self.calendar = CalendarPane(self._context, "activity", self)
            if self.calendar.side.people is not None:
                self.calendar.side.people.check(lambda code: code == self._id)
            self._parts.addWidget(self.calendar)
            self.calendar.refresh()
        self._parts.setCurrentIndex(part)
        self.head.tabs[part].setChecked(True)

    def refresh(self) -> None:
        self._tasks.run(self._read(), latest="read", quiet=self.record is not None)

    def status(self) -> PageStatus:
        hint = f"{native('Esc')} — " + QCoreApplication.translate("Profile", "back")
        if self.record is None or self.record.changed_at is None:
            return PageStatus(hints=(hint,))
        zone = self._context.services.workplace.zone
        moment = i18n.stamp(self.record.changed_at, zone)
        words = QCoreApplication.translate("Profile", "The profile was changed {moment}").format(moment=moment)
        return PageStatus(totals=words, hints=(hint,))

    def edit(self) -> None:
        """Write one's own."""
        if self.record is not None and self.record.own:
            dialog = ProfileDialog(self.record, self._save, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    async def _save(self, text: ProfileText, photo: bytes | None, is_other_photo: bool) -> None:
        await self._context.services.profiles.save(text)
        if is_other_photo:
            await self._context.services.profiles.set_photo(photo)
        self.refresh()

    async def _then_read(self, work: Coroutine[object, object, object]) -> None:
        await work
        await self._read()

    async def _read(self) -> None:
        services = self._context.services
        record = await services.profiles.of(self._id)
        planned: tuple[ActivityRecord, ...] = ()
        count = 0
        if self._may_see_work:
            agenda = await services.activities.agenda(self._id)
            ids = [number for group in (agenda.overdue, agenda.today, agenda.tomorrow, agenda.later)
                   for number in group.ids.tolist()]  # fmt: skip
            count = len(ids)
            planned = await services.activities.rows(ids[:MOST])
        self._show(record, planned, count)

    def _show(self, record: ProfileRecord, planned: tuple[ActivityRecord, ...], count: int) -> None:
        self.record = record
        self.head.show_record(record, may_see_work=self._may_see_work)
        self.head.count.set_count(count)
        for panel in (self.reach, self.place, self.about, self.interests):
            panel.show_record(record)
        self.rows.show_records(planned[:NEAREST])
        self.nothing.setVisible(not planned)
        self.all_rows.show_records(planned)
        self.all_planned.set_count(count)
        self.status_changed.emit()

    def _call(self) -> None:
        if self.record is not None:
            self._context.navigator.call(first_phone(self.record))

    def _changed(self, changes: Changes) -> None:
        concerns_person = changes.kind == Kind.EMPLOYEE.value and (not changes.ids or self._id in changes.ids)
        if concerns_person or changes.kind == Kind.ACTIVITY.value:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(NARROW_LEFT if self.width() < NARROW_WINDOW else LEFT_WIDTH)


def _scrolling(parent: QWidget) -> tuple[QScrollArea, QWidget]:
    """An area, and the page that scrolls in it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page = QWidget(area)
    page.setProperty("role", "page")
    area.setWidget(page)
    return area, page
