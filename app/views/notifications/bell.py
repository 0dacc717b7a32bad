"""The bell in the top bar: how much is unread, and the list under it."""

from PySide6.QtCore import QCoreApplication, QPoint, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from app.qtbase.metrics import GAP_M, GAP_XS
from app.qtbase.shortcuts import native
from app.qtbase.theme import theme
from app.services.records.notifications import Unread
from app.views.notifications.inbox import Inbox
from app.views.notifications.popover import NotificationPopover
from app.views.widgets.painting import draw_icon_at
from app.views.widgets.tags import counter_width, draw_counter

_WIDTH = 40
KEYS = "Ctrl+Shift+N"


class BellButton(QToolButton):
    """Opens the list; looks pressed while it is open."""

    def __init__(self, inbox: Inbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self._popover: NotificationPopover | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self.open)
        inbox.counted.connect(self.show_unread)
        self.show_unread(inbox.unread)

    def show_unread(self, unread: Unread) -> None:
        """The number."""
        words = QCoreApplication.translate("Bell", "Notifications, %n unread", None, unread.total)
        plain = QCoreApplication.translate("Bell", "Notifications")
        self.setAccessibleName(words if unread.total else plain)
        self.setToolTip(f"{plain} ({native(KEYS)})")
        self.update()

    def open(self) -> None:
        """Show the list under the bell, its right edge near the window's."""
        popover = self._popover = NotificationPopover(self._inbox, self.window())
        popover.closed.connect(self._forget)
        window = self.window()
        right = window.mapToGlobal(QPoint(window.width() - GAP_M, 0)).x()
        popover.show_under(self, QPoint(right - popover.width() - self.mapToGlobal(QPoint(0, 0)).x(), GAP_XS))
        self.update()

    def popover(self) -> NotificationPopover | None:
        """The list, while it is open."""
        return self._popover

    def _forget(self) -> None:
        self._popover = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, theme().metrics.top_bar)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        if self._popover is not None:
            option.state |= QStyle.StateFlag.State_MouseOver
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        side = theme().metrics.icon_bell
        bright = self.underMouse() or self._popover is not None or self.hasFocus()
        left, middle = (self.width() - side) // 2, self.height() // 2
        draw_icon_at(painter, "bell", "onbar" if bright else "bartx", left, middle, side)
        count = self._inbox.unread.total
        place = min(self.width() // 2 + 1, self.width() - counter_width(count))
        draw_counter(painter, QPoint(place, middle - 8), count)
