"""One row under the tool row that says what went wrong, or right; one at a time (section 4, Error banners)."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, SUCCESS_FADE_MS
from app.qtbase.theme import restyle, theme
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.icon_label import IconLabel

Tone = Literal["danger", "warn", "ok", "info"]
_ICONS: dict[Tone, tuple[str, str]] = {
    "danger": ("alert", "danger"),
    "warn": ("warning", "warn"),
    "ok": ("success", "ok"),
    "info": ("info", "accent"),
}


class BannerArea(QWidget):
    """Place of the banner; takes no room while there is none. Errors stay until closed, successes go after 4 s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_act: Callable[[], None] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._make_row())
        self._timer = QTimer(self, singleShot=True, interval=SUCCESS_FADE_MS)
        self._timer.timeout.connect(self.clear)
        self.hide()

    def _make_row(self) -> QFrame:
        self._frame = QFrame(self)
        self._frame.setProperty("role", "banner")
        theme().fix_height(self._frame, "banner")
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(GAP_L, 0, GAP_S, 0)
        row.setSpacing(GAP_M)
        self._mark = IconLabel("info", parent=self._frame)
        self._words = QLabel(self._frame)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._act = Button("", small=True, parent=self._frame)
        self._act.clicked.connect(self._acted)
        close = IconButton("close", QCoreApplication.translate("Banner", "Close"), small=True, parent=self._frame)
        close.clicked.connect(self.clear)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._act)
        row.addWidget(close)
        return self._frame

    def show_error(self, text: str, act: str = "", on_act: Callable[[], None] | None = None) -> None:
        """What happened and what to do, with one button at most."""
        self.show_banner("danger", text, act, on_act)

    def show_success(self, text: str, act: str = "", on_act: Callable[[], None] | None = None) -> None:
        """What was done; `act` is "Undo" where that can be done."""
        self.show_banner("ok", text, act, on_act)
        self._timer.start()

    def show_banner(self, tone: Tone, text: str, act: str = "", on_act: Callable[[], None] | None = None) -> None:
        """Replace the banner in place by this one."""
        self._timer.stop()
        self._on_act = on_act
        restyle(self._frame, tone=tone)
        self._mark.set_icon(*_ICONS[tone])
        self._words.setText(text)
        self._words.setToolTip(text)
        self._frame.setAccessibleName(text)
        self._act.setText(act)
        self._act.setVisible(bool(act))
        self.show()

    def clear(self) -> None:
        """Take the banner away."""
        self._timer.stop()
        self._on_act = None
        self.hide()

    def text(self) -> str:
        """The words shown now; empty where there are none."""
        return "" if self.isHidden() else self._words.text()

    def _acted(self) -> None:
        on_act = self._on_act
        self.clear()
        if on_act is not None:
            on_act()


class Note(QFrame):
    """Tinted words inside a form: "Не хватает 1 из 6 полей", with a second line."""

    def __init__(self, tone: Tone, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        row.setSpacing(GAP_M)
        self._mark = IconLabel(*_ICONS[tone], parent=self)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = QLabel(self)
        self._title.setProperty("role", "name")
        self._text = QLabel(self)
        self._text.setProperty("role", "caption")
        self._text.setProperty("tone", "second")
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            words.addWidget(label)
        row.addLayout(words, 1)
        self.set_note(tone, title, text)

    def set_note(self, tone: Tone, title: str, text: str = "") -> None:
        restyle(self, tone=tone)
        self._mark.set_icon(*_ICONS[tone])
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))
