"""The row above the calendar: today, back and forth, which days these are, by which date, day, week or month."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.shortcuts import native
from app.qtbase.theme import theme
from app.services.records.calendar import DateField
from app.views.calendar.words import field_words
from app.views.widgets.buttons import Button, IconButton, Segment, SegmentedSwitch

SPANS = ("day", "week", "month")
ROOMY = 1100
"""Above this there is room for a hint."""
NARROW = 800
"""Below this buttons have no words."""


class CalendarHeader(QFrame):
    """Says what was pressed."""

    today_wanted = Signal()
    page_wanted = Signal(int)
    span_chosen = Signal(str)
    field_chosen = Signal(str)
    slots_wanted = Signal()

    def __init__(self, fields: Sequence[DateField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._by = ""
        self.setProperty("role", "toolrow")
        theme().fix_height(self, "tool_row")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, GAP_M, 0)
        row.setSpacing(GAP_S)
        self.today = Button(QCoreApplication.translate("Calendar", "Today"), small=True, parent=self)
        self.today.setToolTip(native("Home"))
        self.today.clicked.connect(self.today_wanted)
        row.addWidget(self.today)
        before, after = (
            QCoreApplication.translate("Calendar", "Earlier"), QCoreApplication.translate("Calendar", "Later"),
        )  # fmt: skip
        for icon, name, keys, by in (("left", before, "PgUp", -1), ("right", after, "PgDown", 1)):
            button = IconButton(icon, name, small=True, parent=self)
            button.setToolTip(f"{name} ({native(keys)})")
            button.clicked.connect(lambda _=False, by=by: self.page_wanted.emit(by))
            row.addWidget(button)
        self.title = QLabel(self)
        self.title.setProperty("role", "heading")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.title, 1)
        self.hint = QLabel(QCoreApplication.translate("Calendar", "Drag an activity to move it"), self)
        self.hint.setProperty("role", "caption")
        row.addWidget(self.hint)
        words = QCoreApplication.translate("Calendar", "Free times")
        self.by = Button(words, "quiet", icon="calendar", small=True, parent=self)
        self.by.setVisible(len(self._fields) > 1)
        self.by.clicked.connect(self.choose_field)
        row.addWidget(self.by)
        self.slots = Button(words, "quiet", icon="clock", small=True, parent=self)
        self.slots.setToolTip(QCoreApplication.translate("Calendar", "When a meeting can be held, by office"))
        self.slots.clicked.connect(self.slots_wanted)
        row.addWidget(self.slots)
        self.spans = SegmentedSwitch(_segments(), small=True, parent=self)
        self.spans.changed.connect(self.span_chosen)
        row.addWidget(self.spans)

    def show_title(self, words: str) -> None:
        self.title.setText(words)
        self.title.setToolTip(words)

    def show_field(self, code: str) -> None:
        """By which date items stand."""
        field = next((one for one in self._fields if one.code == code), None)
        if field is not None:
            self._by = QCoreApplication.translate("Calendar", "By: {field}").format(field=field_words(field))
            self._say_by()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.setVisible(self.width() >= ROOMY)
        self._say_by()

    def _say_by(self) -> None:
        """Where there is little room the buttons are icons with their words as names."""
        free = QCoreApplication.translate("Calendar", "Free times")
        for button, words in ((self.by, self._by), (self.slots, free)):
            button.setText(words if self.width() >= NARROW else "")
            button.setAccessibleName(words)
        self.by.setToolTip(self._by)

    def choose_field(self) -> None:
        """The menu of dates; the one in force is checked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for field in self._fields:
            action = menu.addAction(field_words(field))
            action.setCheckable(True)
            name = QCoreApplication.translate("Calendar", "By: {field}").format(field=field_words(field))
            action.setChecked(self._by == name)
            action.triggered.connect(lambda _=False, code=field.code: self.field_chosen.emit(code))
            group.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.by.mapToGlobal(QPoint(0, self.by.height() + 2)))


def _segments() -> tuple[Segment, ...]:
    return (
        Segment("day", QCoreApplication.translate("Calendar", "Day")),
        Segment("week", QCoreApplication.translate("Calendar", "Week")),
        Segment("month", QCoreApplication.translate("Calendar", "Month")),
    )
