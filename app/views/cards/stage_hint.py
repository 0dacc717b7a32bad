"""What to do on the stage a record stands on: as much as fits into the row of tabs, all of it by a click."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from app.qtbase import icons
from app.qtbase.metrics import GAP_CONTROL, GAP_M
from app.qtbase.theme import theme
from app.views.widgets.painting import draw_text, text_width
from app.views.widgets.popup import Popup

POPUP_WIDTH: Final = 420
_SIDE: Final = 14


class StageHint(QAbstractButton):
    """Gives way to what stands beside it; nothing of it is lost, as the popup holds the whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def set_hint(self, hint: str) -> None:
        """Show a stage's hint; nothing where it has none."""
        self._hint = " ".join(hint.split())
        self.setVisible(bool(self._hint))
        self.setAccessibleName(f"{_caption()} {self._hint}")
        self.setToolTip(self._hint)
        self.updateGeometry()
        self.update()

    def hint(self) -> str:
        return self._hint

    def sizeHint(self) -> QSize:
        words = text_width(_caption(), "caption") + text_width(self._hint, "caption_strong")
        return QSize(_SIDE + 3 * GAP_CONTROL + words + 4, theme().metrics.control_small)

    def minimumSizeHint(self) -> QSize:
        return QSize(_SIDE + GAP_M, theme().metrics.control_small)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() // 2
        icons.draw_icon(painter, "info", "text2", QRect(2, middle - _SIDE // 2, _SIDE, _SIDE))
        left = _SIDE + GAP_CONTROL + 2
        rest = QRect(left, 0, self.width() - left - 4, self.height())
        left += draw_text(painter, rest, _caption(), "caption", "text2") + GAP_CONTROL
        rest = QRect(left, 0, self.width() - left - 4, self.height())
        draw_text(painter, rest, self._hint, "caption_strong", "accent" if self.underMouse() else "text")
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colors.accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _open(self) -> None:
        popup = Popup(self, margin=GAP_M)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = QLabel(self._hint, popup)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setFixedWidth(POPUP_WIDTH)
        popup.content.addWidget(words)
        popup.setAccessibleName(self._hint)
        popup.show_under(self)


def _caption() -> str:
    return QCoreApplication.translate("Card", "What to do here:")
