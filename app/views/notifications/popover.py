"""The list under the bell: filtered by group, today's first, a click opens the place and makes it read."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.tasks import Tasks
from app.services.records.notifications import NotificationGroup, NotificationRecord, Unread
from app.views.notifications.inbox import Inbox
from app.views.notifications.lines import group_words
from app.views.notifications.row import NotificationRow
from app.views.notifications.settings import open_settings
from app.views.widgets.buttons import Button, IconButton, Segment, SegmentedSwitch
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.popup import Popup
from app.views.widgets.tags import Counter

WIDTH: Final = 450
HEIGHT: Final = 510
PAGE: Final = 50
ALL: Final = "all"


class NotificationPopover(Popup):
    """Reads anew whenever the inbox counts."""

    closed = Signal()

    def __init__(self, inbox: Inbox, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAccessibleName(QCoreApplication.translate("Bell", "Notifications"))
        self._inbox = inbox
        self._context = inbox.context
        self._notifications = inbox.context.services.notifications
        self._window = parent
        self._limit = PAGE
        self._tasks = Tasks(self, inbox.context.navigator.report)
        self.rows: list[NotificationRow] = []
        self.content.addLayout(self._head())
        self._filters = QHBoxLayout()
        self._filters.setContentsMargins(GAP_M + 2, 0, GAP_M, GAP_S + 2)
        self.content.addLayout(self._filters)
        self.switch: SegmentedSwitch | None = None
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content.addWidget(self._area, 1)
        self.content.addWidget(self._foot())
        inbox.counted.connect(self._counted)
        self._counted(inbox.unread)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GAP_M + 2, GAP_S + 2, GAP_S, GAP_S)
        row.setSpacing(GAP_S)
        title = QLabel(QCoreApplication.translate("Bell", "Notifications"), self)
        title.setProperty("role", "heading")
        row.addWidget(title)
        self.counter = Counter(0, red=True, parent=self)
        row.addWidget(self.counter)
        row.addStretch(1)
        self.read_all = Button(QCoreApplication.translate("Bell", "Mark all read"), "link", icon="check", parent=self)
        self.read_all.clicked.connect(lambda: self._tasks.run(self._notifications.read_all()))
        row.addWidget(self.read_all)
        gear = IconButton("gear", QCoreApplication.translate("Bell", "Notification settings"), parent=self)
        gear.clicked.connect(self._settings)
        row.addWidget(gear)
        return row

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_M, GAP_S - 2, GAP_M, GAP_S - 2)
        self.older = Button(QCoreApplication.translate("Bell", "Show earlier ones"), "link", parent=foot)
        self.older.clicked.connect(self._show_more)
        row.addStretch(1)
        row.addWidget(self.older)
        row.addStretch(1)
        return foot

    def _counted(self, unread: Unread) -> None:
        self.counter.set_count(unread.total)
        self.read_all.setVisible(unread.total > 0)
        chosen = self.switch.value() if self.switch is not None else ALL
        segments = [Segment(ALL, group_words(None))]
        for group in NotificationGroup:
            count = unread.groups.get(group, 0)
            segments.append(Segment(group.value, f"{group_words(group)} {count}" if count else group_words(group)))
        focused = self.switch is not None and any(self.switch.button(one.id).hasFocus() for one in segments)
        if self.switch is not None:
            self._filters.removeWidget(self.switch)
            self.switch.deleteLater()
        self.switch = SegmentedSwitch(segments, small=True, parent=self)
        self.switch.set_value(chosen)
        self.switch.changed.connect(lambda _: self.refresh())
        self._filters.insertWidget(0, self.switch)
        if self._filters.count() == 1:
            self._filters.addStretch(1)
        if focused:
            self.switch.button(chosen).setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew."""
        self._tasks.run(self._read(), latest="read", quiet=True)

    async def _read(self) -> None:
        chosen = self.switch.value() if self.switch is not None else ALL
        group = None if chosen == ALL else NotificationGroup(chosen)
        found = await self._notifications.page(group, limit=self._limit)
        self.older.setEnabled(len(found) == self._limit)
        self._show(found)

    def _show(self, found: Sequence[NotificationRecord]) -> None:
        focused = next((row.record.id for row in self.rows if row.hasFocus()), None)
        place = self._area.verticalScrollBar().value()
        page = QWidget()
        page.setProperty("role", "surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = []
        workplace = self._context.services.workplace
        today, earlier = workplace.today(), False
        for record in found:
            if not earlier and record.at.astimezone(workplace.zone).date() < today:
                earlier = True
                column.addWidget(self._heading(page))
            row = NotificationRow(record, workplace, page)
            row.clicked.connect(lambda _=False, one=record: self._open(one))
            column.addWidget(row)
            self.rows.append(row)
        if not found:
            words = QCoreApplication.translate("Bell", "Nothing here yet")
            column.addWidget(EmptyState("bell", words, parent=page))
        else:
            column.addStretch(1)
        self._area.setWidget(page)
        self._area.verticalScrollBar().setValue(place)
        for row in self.rows:
            if row.record.id == focused:
                row.setFocus()

    def _heading(self, page: QWidget) -> QFrame:
        frame = QFrame(page)
        frame.setProperty("role", "foot")
        row = QHBoxLayout(frame)
        row.setContentsMargins(GAP_M, 5, GAP_M, 5)
        label = QLabel(QCoreApplication.translate("Bell", "Earlier"), frame)
        label.setProperty("role", "label")
        row.addWidget(label)
        return frame

    def _open(self, record: NotificationRecord) -> None:
        """Read it, and go where it is about."""
        self._inbox.settle(record)
        self.close()

    def _show_more(self) -> None:
        self._limit += PAGE
        self.refresh()

    def _settings(self) -> None:
        self.close()
        open_settings(self._context, self._window, self._inbox.autostart)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self.rows:
            current = next((number for number, row in enumerate(self.rows) if row.hasFocus()), None)
            number = 0 if current is None else min(max(current + step, 0), len(self.rows) - 1)
            self.rows[number].setFocus()
            self._area.ensureWidgetVisible(self.rows[number])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and any(row.hasFocus() for row in self.rows):
            next(row for row in self.rows if row.hasFocus()).click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
