"""How the activity form is laid out: its fields, from the kind down to the responsible."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.workplace import Workplace
from app.views.activities.chips import ChipRow
from app.views.activities.client_picker import ClientPicker
from app.views.activities.day_strip import DayStrip
from app.views.activities.form_parts import FormFoot, FormHead, Latest
from app.views.activities.place_field import PlaceField
from app.views.activities.reminders import RemindersField
from app.views.activities.responsible import ResponsibleButton
from app.views.activities.subject_field import SubjectField
from app.views.activities.when_field import WhenField
from app.views.activities.wording import kind_segments
from app.views.widgets.buttons import Button, SegmentedSwitch
from app.views.widgets.fields import FieldFrame, LongTextEditor, OneOfEditor, TextEditor

WIDTH = 520
MINUTES_WIDTH, REMINDER_WIDTH = 128, 148


class FormLayout(QWidget):
    """Head, fields and foot; a popup or a dialog holds it."""

    submitted = Signal()
    left = Signal()
    """It is sent, or given up: its host closes."""
    resized = Signal()
    """It needs more or less room."""

    def __init__(
        self, workplace: Workplace, picker: ClientPicker | None, *, title: str, act: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.picker = picker
        self._workplace = workplace
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = FormHead(title, self)
        column.addWidget(self.head)
        column.addWidget(self._make_area(), 1)
        self.foot = FormFoot(act, self)
        column.addWidget(self.foot)
        self.head.close_wanted.connect(self.left)
        self.foot.cancel.clicked.connect(self.left)
        self.foot.main.clicked.connect(self.submitted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submitted)

    def wanted_height(self) -> int:
        """How high it is when nothing has to be scrolled."""
        rows = self._rows
        body = rows.totalHeightForWidth(WIDTH) if rows.hasHeightForWidth() else rows.totalSizeHint().height()
        return self.head.sizeHint().height() + body + self.foot.sizeHint().height()

    def _make_area(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget(area)
        self._body.setProperty("role", "page")
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        self._rows.setSpacing(GAP_S)
        self._fill()
        area.setWidget(self._body)
        return area

    def _fill(self) -> None:
        self.kinds = SegmentedSwitch(kind_segments(), small=True, stretch=True, parent=self._body)
        self.kinds.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for button in self.kinds.findChildren(QToolButton):
            theme().fix_height(button, "control")  # small words, as five share the width, in a control of full height
        self._rows.addWidget(self.kinds)
        if self.picker is not None:
            self._rows.addWidget(self.picker)
        self._add_subject()
        self._add_times()
        self.strip = DayStrip(self._body)
        self.latest = Latest(self._body)
        self.place = PlaceField(self._workplace.registry, self._body)
        self.description = FieldFrame(
            QCoreApplication.translate("Activities", "Description"), LongTextEditor(lines=2), parent=self._body
        )
        self.override = override_field(self._body)
        for widget in (self.strip, self.latest, self.place, self.description, self.override):
            self._rows.addWidget(widget)
        for hidden in (self.place, self.description, self.override):
            hidden.hide()
        self._rows.addLayout(self._last_row())
        self._rows.addStretch(1)

    def _add_subject(self) -> None:
        self.subject = SubjectField(self._body)
        self.chips = ChipRow(QCoreApplication.translate("Activities", "Subjects"), self._body)
        self._rows.addWidget(self.subject)
        self._rows.addWidget(self.chips)

    def _add_times(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        self.when = WhenField(self._workplace, self._body)
        self._minutes = OneOfEditor()
        duration = QCoreApplication.translate("Activities", "Duration")
        self.minutes = FieldFrame(duration, self._minutes, parent=self._body)
        self.minutes.setFixedWidth(MINUTES_WIDTH)
        self.reminders = RemindersField(self._body)
        self.reminders.setFixedWidth(REMINDER_WIDTH)
        row.addWidget(self.when, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.reminders, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(row)
        below = QHBoxLayout()
        self.add_reminder = self._link(QCoreApplication.translate("Activities", "Reminder"), self.reminders.add)
        below.addWidget(self.when.read_back, 1)
        below.addWidget(self.add_reminder)
        self._rows.addLayout(below)
        self._rows.addWidget(self.reminders.more)

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        label = QLabel(QCoreApplication.translate("Activities", "Responsible"), self._body)
        label.setProperty("role", "label")
        me = self._workplace.actor.employee_id
        self.responsible = ResponsibleButton(self._workplace.registry, self._workplace.today(), me, self._body)
        label.setBuddy(self.responsible)
        row.addWidget(label)
        row.addWidget(self.responsible)
        row.addStretch(1)
        self.add_description = self._link(
            QCoreApplication.translate("Activities", "Description"), self.open_description
        )
        self.add_place = self._link(QCoreApplication.translate("Activities", "Place"), self.open_place)
        for link in (self.add_description, self.add_place):
            row.addWidget(link)
        return row

    def _link(self, words: str, act: Callable[[], None]) -> Button:
        link = Button(words, "link", icon="plus", small=True, parent=self._body)
        link.setAccessibleName(QCoreApplication.translate("Activities", "Add: {what}").format(what=words))
        link.clicked.connect(act)
        return link

    def open_description(self) -> None:
        """Show the field, the cursor in it."""
        self.description.show()
        self.add_description.hide()
        self.description.focus()
        self.resized.emit()

    def open_place(self) -> None:
        """Show the field, the cursor in it."""
        self.place.show()
        self.add_place.hide()
        self.place.focus()
        self.resized.emit()

    def show_place(self, shown: bool) -> None:
        self.place.setVisible(shown)
        self.add_place.setVisible(not shown)

    def show_description(self, shown: bool) -> None:
        self.description.setVisible(shown)
        self.add_description.setVisible(not shown)


def override_field(parent: QWidget) -> FieldFrame:
    """Why a supervisor goes on against what blocks."""
    return FieldFrame(
        QCoreApplication.translate("Activities", "Reason to go on against the rule"), TextEditor(), required=True,
        note=QCoreApplication.translate("Activities", "goes into the history"), parent=parent,
    )
