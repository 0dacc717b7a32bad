"""What stands beside the calendar: a small month, and lists of what to show: kinds or stages, and whose."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.qtbase import i18n, icons
from app.qtbase.metrics import GAP_M, GAP_S, RADIUS_TAG
from app.qtbase.theme import theme
from app.views.calendar.mini_month import MiniMonth
from app.views.calendar.tray import Tray
from app.views.widgets.avatar import draw_avatar
from app.views.widgets.painting import fill_round

WIDTH = 216


@dataclass(frozen=True, slots=True)
class Entry:
    """A line with a check box."""

    id: int | str
    text: str
    mark: Callable[[], QIcon]
    note: str = ""
    """Beside the name: where somebody is away."""


class ElidedCheckBox(QCheckBox):
    """Shortens its words to the room there is; whole they are its name and its tool tip."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.sizeHint().width() + self.fontMetrics().horizontalAdvance(self.text())
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room))


class CheckList(QWidget):
    """A heading, and a check box a line with its count."""

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        heading = QLabel(title, self)
        heading.setProperty("role", "label")
        self._column.addWidget(heading)
        self._entries: tuple[Entry, ...] = ()
        self.boxes: dict[int | str, QCheckBox] = {}
        self._counts: dict[int | str, QLabel] = {}
        theme().changed.connect(self._paint_marks)

    def set_entries(self, entries: Sequence[Entry], checked: Callable[[int | str], bool]) -> None:
        """Make the lines, once."""
        self._entries = tuple(entries)
        for entry in entries:
            row = QHBoxLayout()
            row.setSpacing(GAP_S)
            box = ElidedCheckBox(entry.text, self)
            box.setIconSize(QSize(20, 20))
            box.setChecked(checked(entry.id))
            box.setMinimumHeight(theme().metrics.chip)
            box.toggled.connect(self.changed)
            if entry.note:
                box.setToolTip(f"{entry.text}, {entry.note}")
                box.setAccessibleDescription(entry.note)
            count = QLabel(entry.note, self)
            count.setProperty("role", "caption")
            row.addWidget(box, 1)
            row.addWidget(count)
            self._column.addLayout(row)
            self.boxes[entry.id], self._counts[entry.id] = box, count
        self._paint_marks()

    def show_counts(self, counts: Mapping[int | str, int]) -> None:
        for entry in self._entries:
            count = counts.get(entry.id, 0)
            self._counts[entry.id].setText(i18n.number(count) if count else "")

    def show_only(self, wanted: Callable[[int | str], bool]) -> None:
        """Leave out lines that say nothing here."""
        for code, box in self.boxes.items():
            box.setVisible(wanted(code))
            self._counts[code].setVisible(wanted(code))

    def check(self, wanted: Callable[[int | str], bool]) -> None:
        """Check these and no others, without `changed`."""
        for code, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(wanted(code))

    def checked(self) -> tuple[int | str, ...]:
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def unchecked(self) -> tuple[int | str, ...]:
        return tuple(code for code, box in self.boxes.items() if not box.isChecked())

    def _paint_marks(self) -> None:
        for entry in self._entries:
            self.boxes[entry.id].setIcon(entry.mark())


class SidePanel(QFrame):
    """Scrolls where it is low."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "calendarside")
        self.setFixedWidth(WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(area)
        page = QWidget(area)
        page.setProperty("role", "page")
        area.setWidget(page)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_M)
        self._column.setSpacing(GAP_M)
        self.month = MiniMonth(page)
        self._column.addWidget(self.month)
        self.tray: Tray | None = None
        self._column.addStretch(1)
        self.sorts: CheckList | None = None
        self.people: CheckList | None = None

    def add_tray(self, tones: Callable[[int], tuple[str, str]]) -> Tray:
        """What waits for a plan, above all lists; `tones` names a stage and its tone."""
        self.tray = Tray(tones, self)
        self._column.insertWidget(1, self.tray)
        return self.tray

    def add(self, title: str) -> CheckList:
        """One more list."""
        made = CheckList(title, self)
        self._column.insertWidget(self._column.count() - 1, made)
        return made


def icon_mark(name: str, tone: str) -> Callable[[], QIcon]:
    """A kind of activities."""
    return lambda: icons.icon(name, f"tone:{tone}")


def tone_mark(tone: str) -> Callable[[], QIcon]:
    """A stage: a square in its colour."""

    def make() -> QIcon:
        painted = _empty()
        painter = QPainter(painted)
        fill_round(painter, QRectF(5, 5, 10, 10), RADIUS_TAG, theme().tone(tone).segment)
        painter.end()
        return QIcon(painted)

    return make


def person_mark(name: str, person_id: int) -> Callable[[], QIcon]:
    """A person's disc."""

    def make() -> QIcon:
        painted = _empty()
        painter = QPainter(painted)
        draw_avatar(painter, QRect(0, 0, 20, 20), name, person_id)
        painter.end()
        return QIcon(painted)

    return make


def _empty() -> QPixmap:
    painted = QPixmap(40, 40)
    painted.setDevicePixelRatio(2)
    painted.fill(Qt.GlobalColor.transparent)
    return painted


def show_words() -> str:
    return QCoreApplication.translate("Calendar", "Show")


def stages_words() -> str:
    return QCoreApplication.translate("Calendar", "Stages")


def people_words() -> str:
    return QCoreApplication.translate("Calendar", "Employees")
