"""The top of a profile: band, disc, name and state, what can be done, tabs."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, RADIUS_CONTROL
from app.qtbase.theme import restyle, theme
from app.services.records.profiles import ProfileRecord
from app.services.workplace import Workplace
from app.views.profile.band import HEIGHT, band_color, paint_band, paint_disc, theme_name
from app.views.widgets.buttons import Button
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.painting import draw_icon_at, draw_text, fill_round, text_width
from app.views.widgets.tags import Counter, Tag

DISC: Final = 108
LEFT: Final = 108
"""Of the disc."""

NAMES: Final = LEFT + DISC + 34
PROFILE, ACTIVITIES, CALENDAR = range(3)


class ProfileHead(QFrame):
    """`chosen` carries the tab's place."""

    chosen = Signal(int)
    call_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._record: ProfileRecord | None = None
        self._photo: QPixmap | None = None
        self.setProperty("role", "head")
        column = QVBoxLayout(self)
        column.setContentsMargins(NAMES, HEIGHT + GAP_M, GAP_L, 0)
        column.setSpacing(GAP_S)
        column.addLayout(self._names())
        column.addLayout(self._tabs())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _names(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        words = QVBoxLayout()
        words.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(GAP_S)
        self.name = ElidedLabel(self)
        self.name.setProperty("role", "title")
        self.state = QLabel(self)
        restyle(self.state, role="caption", tone="ok")
        first.addWidget(self.name)
        first.addWidget(self.state)
        first.addStretch(1)
        self.line = ElidedLabel(self)
        self.line.setProperty("tone", "second")
        words.addLayout(first)
        words.addWidget(self.line)
        row.addLayout(words, 1)
        self.away = Tag("", "olive", icon="calendar", parent=self)
        self.call = Button(QCoreApplication.translate("Profile", "Call"), icon="call", parent=self)
        self.call.clicked.connect(self.call_wanted)
        self.edit = Button(QCoreApplication.translate("Profile", "Edit the profile"), icon="pencil", parent=self)
        self.edit.clicked.connect(self.edit_wanted)
        for widget in (self.away, self.call, self.edit):
            row.addWidget(widget)
        return row

    def _tabs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, GAP_S, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.count = Counter(parent=self)
        self.tabs: list[QToolButton] = []
        for number, words in enumerate(
            (
                QCoreApplication.translate("Profile", "Profile"),
                QCoreApplication.translate("Profile", "Activities"),
                QCoreApplication.translate("Profile", "Calendar"),
            )
        ):
            tab = QToolButton(self)
            tab.setText(words)
            tab.setCheckable(True)
            tab.setProperty("tab", True)
            tab.setFixedHeight(38)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            tab.setChecked(number == PROFILE)
            tab.clicked.connect(lambda _=False, place=number: self.chosen.emit(place))
            self._group.addButton(tab)
            self.tabs.append(tab)
            row.addWidget(tab)
            if number == ACTIVITIES:
                row.addWidget(self.count)
                row.addSpacing(GAP_S)
        row.addStretch(1)
        return row

    def show_record(self, record: ProfileRecord, *, may_see_work: bool) -> None:
        """Show what was read."""
        self._record = record
        self._photo = None
        if record.photo:
            photo = QPixmap()
            photo.loadFromData(record.photo)
            self._photo = photo
        self.name.set_text(record.name)
        self.line.set_text(" · ".join(part for part in (record.text.job_title, record.department) if part))
        away = away_words(record, self._workplace)
        here = record.active and not self._is_away(record)
        self.state.setText("●  " + QCoreApplication.translate("Profile", "at work") if here else "")
        if not record.active:
            self.state.setText(QCoreApplication.translate("Profile", "has left"))
            restyle(self.state, tone="muted")
        self._place_tag(self.away, away)
        self.call.setVisible(not record.own and bool(first_phone(record)))
        self.edit.setVisible(record.own)
        for tab in self.tabs[ACTIVITIES:]:
            tab.setVisible(may_see_work)
        self.update()

    def _is_away(self, record: ProfileRecord) -> bool:
        today = self._workplace.today()
        since, until = record.absent_from, record.absent_until
        return since is not None and since <= today and (until is None or until >= today)

    def _place_tag(self, tag: Tag, words: str) -> None:
        tag.set_text(words)
        tag.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        code = self._record.text.theme if self._record is not None else ""
        paint_band(painter, QRect(0, 0, self.width(), HEIGHT), code)
        if self._record is not None:
            disc = QRect(LEFT, HEIGHT - 42, DISC, DISC)
            paint_disc(painter, disc, self._record.name, code, self._photo)
            self._paint_theme(painter, code)

    def _paint_theme(self, painter: QPainter, code: str) -> None:
        """Its name in the corner of the band."""
        words = QCoreApplication.translate("Profile", "Theme: {theme}").format(theme=theme_name(code))
        side = theme().metrics.icon_cell
        width = text_width(words, "control") + side + 3 * GAP_S + 2
        place = QRect(self.width() - width - GAP_L, GAP_M, width, 26)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_round(painter, QRectF(place), RADIUS_CONTROL, band_color(code).darker(140))
        draw_icon_at(painter, "sun", "onfill", place.left() + GAP_S, place.center().y() + 1, side)
        left = place.left() + side + 2 * GAP_S
        draw_text(painter, QRect(left, place.top(), width, place.height()), words, "control", "onfill")


def away_words(record: ProfileRecord, workplace: Workplace) -> str:
    """The absence that is or comes, with who stands in; "" where there is none."""
    since, until = record.absent_from, record.absent_until
    today = workplace.today()
    if since is None or (until is not None and until < today):
        return ""
    if until is None:
        span = QCoreApplication.translate("Profile", "Away from {day}").format(day=i18n.day_short(since, today))
    else:
        span = QCoreApplication.translate("Profile", "Away {since} – {until}").format(
            since=i18n.day_short(since, today), until=i18n.day_short(until, today)
        )
    if not record.stand_in:
        return span
    return QCoreApplication.translate("Profile", "{absence}, {name} stands in").format(
        absence=span, name=record.stand_in
    )


def first_phone(record: ProfileRecord) -> str:
    """The number that is called: the mobile one first."""
    return record.text.mobile_phone or record.text.work_phone
