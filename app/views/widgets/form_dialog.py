"""The frame of a dialog that asks for something: head, fields, an aside with what is checked, one main button."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.qtbase.shortcuts import native
from app.qtbase.theme import restyle
from app.qtbase.window_state import size_within
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.key_hint import KeyHint

UNBROKEN = 20
"""Values up to this many characters stay in one line of the aside."""
VALUE_WIDTH = 134
"""Wide enough for a phone."""


class FormDialog(QDialog):
    """`submitted` comes with the main button, Ctrl+Enter or Enter; it stays enabled and points at what is wrong."""

    submitted = Signal()

    def __init__(self, title: str, act: str, parent: QWidget | None = None, *, aside_width: int = 0) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setProperty("role", "form")
        self.setModal(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._areas: list[QScrollArea] = []
        self._wanted = 0, 0
        """Width and greatest height, once they are told."""
        self._edges: list[QFrame] = []
        """Head and foot."""
        self.head = self._part(outer, "head", GAP_L)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        outer.addLayout(middle, 1)
        self.body = self._scrolled(middle)
        if aside_width:
            self.aside = self._make_aside(middle, aside_width)
        foot = self._make_foot(act)
        self._edges.append(foot)
        outer.addWidget(foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submitted)

    def say(self, text: str, tone: str = "danger") -> None:
        """Words at the left of the buttons: what is still missing, or what will happen."""
        self._say.setText(text)
        restyle(self._say, tone=tone)
        self._say_mark.set_icon("alert" if tone == "danger" else "info", tone if tone == "danger" else "text3")
        self._say_mark.setVisible(bool(text))

    def set_busy(self, busy: bool) -> None:
        """While the service works nothing can be pressed twice."""
        self.main.setEnabled(not busy)

    def fit_height(self, width: int, highest: int) -> None:
        """As high as what it asks and tells needs; beyond `highest`, or the screen, it scrolls."""
        self._wanted = width, highest
        self._fit_wanted()

    def _fit_wanted(self) -> None:
        width, highest = self._wanted
        aside = sum(area.width() for area in self._areas[1:])
        rooms = (width - aside, aside)
        inner = max(_height_for(area.widget(), room) for area, room in zip(self._areas, rooms, strict=False))
        rest = sum(part.sizeHint().height() for part in self._edges)
        self.resize(size_within(self, width, min(inner + rest, highest)))

    def showEvent(self, event: QShowEvent) -> None:
        """What was still without its fonts is measured anew."""
        if self._wanted[0] and not event.spontaneous():
            self._fit_wanted()
        super().showEvent(event)

    def _part(self, outer: QVBoxLayout, role: str, margin: int) -> QVBoxLayout:
        frame = QFrame(self)
        frame.setProperty("role", role)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(GAP_XL - 4, margin, GAP_XL - 4, margin)
        layout.setSpacing(GAP_S)
        outer.addWidget(frame)
        self._edges.append(frame)
        return layout

    def _scrolled(self, middle: QHBoxLayout) -> QVBoxLayout:
        area = self._area()
        page = QWidget()
        page.setProperty("role", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(GAP_XL - 4, GAP_L, GAP_XL - 4, GAP_L)
        layout.setSpacing(GAP_M)
        area.setWidget(page)
        middle.addWidget(area, 1)
        return layout

    def _make_aside(self, middle: QHBoxLayout, width: int) -> QVBoxLayout:
        """Scrolls by itself: what is asked beside it may be shorter, and the screen low."""
        area = self._area()
        area.setFixedWidth(width)
        aside = QFrame()
        aside.setProperty("role", "aside")
        layout = QVBoxLayout(aside)
        layout.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        layout.setSpacing(GAP_S)
        area.setWidget(aside)
        middle.addWidget(area)
        return layout

    def _area(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll it; Tab goes from field to field
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._areas.append(area)
        return area

    def _make_foot(self, act: str) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_L, GAP_M - 2, GAP_L, GAP_M - 2)
        row.setSpacing(GAP_S)
        self._say_mark = IconLabel("alert", "danger", parent=foot)
        self._say_mark.hide()
        self._say = QLabel(foot)
        self._say.setProperty("role", "caption")
        self._say.setTextFormat(Qt.TextFormat.PlainText)
        self._say.setWordWrap(True)
        self.cancel = Button(QCoreApplication.translate("Dialogs", "Cancel"), parent=foot)
        self.cancel.clicked.connect(self.reject)
        self.main = Button(act, "primary", parent=foot)
        self.main.setDefault(True)
        self.main.clicked.connect(self.submitted)
        hint = KeyHint(native("Ctrl+Enter"), foot)
        row.addWidget(self._say_mark)
        row.addWidget(self._say, 1)
        for widget in (self.cancel, self.main, hint):
            row.addWidget(widget)
        return foot


def _height_for(page: QWidget | None, width: int) -> int:
    """What a page needs at this width, wrapped words included."""
    layout = None if page is None else page.layout()
    if layout is None:
        return 0
    layout.activate()
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()


class CheckRow(QWidget):
    """A line of the aside: a check or an alert, what is asked, what is there.

    Values begin below each other; with `at_end` they end at the right, as numbers do.
    """

    def __init__(
        self, name: str, value: str, *, missing: bool, at_end: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(GAP_S)
        self._mark = IconLabel("alert", "danger", parent=self)
        self._name = QLabel(name, self)
        self._value = QLabel(self)
        for part in (self._name, self._value):
            part.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        row.addWidget(self._mark)
        row.addWidget(self._name, 1)
        row.addWidget(self._value)
        if not at_end:
            self._value.setFixedWidth(VALUE_WIDTH)
        self.show_value(value, missing=missing)

    def show_value(self, value: str, *, missing: bool) -> None:
        """What is there now."""
        self._mark.set_icon("alert" if missing else "check", "danger" if missing else "ok")
        self._value.setText(value)
        self._value.setWordWrap(len(value) > UNBROKEN)  # a phone or a sum is never broken
        restyle(self._name, tone="" if missing else "second")
        restyle(self._value, tone="danger" if missing else "")

    def words(self) -> str:
        """What the line says of the field."""
        return self._value.text()
