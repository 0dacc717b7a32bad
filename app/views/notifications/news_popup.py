"""A notification that comes as a popup: it goes by itself, for it stays under the bell."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.qtbase.metrics import GAP_L
from app.qtbase.theme import theme
from app.services.records.notifications import NotificationRecord
from app.services.workplace import Workplace
from app.views.notifications.lines import line_of
from app.views.notifications.popup import WIDTH, ScreenPopup

STAYS_MS: Final = 8_000


class NewsPopup(ScreenPopup):
    """One notification, or the number of many."""

    pressed = Signal()

    def __init__(
        self, found: tuple[NotificationRecord, ...], workplace: Workplace, parent: QWidget | None = None
    ) -> None:
        super().__init__("bell", parent)
        self.found = found
        line = line_of(found[0], workplace)
        many = QCoreApplication.translate("Bell", "%n new notification(s)", None, len(found))
        self.say(many if len(found) > 1 else line.title, "accent")
        self.cross.set_name(QCoreApplication.translate("Bell", "Close"))
        said = line.title if len(found) > 1 else line.second
        room = WIDTH - 2 * GAP_L
        words = QLabel(theme().font_metrics().elidedText(said, Qt.TextElideMode.ElideRight, room), self)
        words.setToolTip(said)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("tone", "second")
        words.setMinimumWidth(1)
        self.body.addWidget(words)
        self.setAccessibleName(f"{self.heading()}: {said}")
        self.setWindowTitle(self.heading())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        timer.timeout.connect(self.closed)
        timer.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
