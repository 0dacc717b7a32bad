"""An icon that stands still: follows the theme and the screen's scale by itself."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.qtbase import icons
from app.qtbase.theme import theme


class IconLabel(QWidget):
    """An icon of a role; `name` is for screen readers where the icon says more than the words beside it."""

    def __init__(
        self, icon: str, role: str = "text2", size: int | None = None, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.icon = icon
        self._role = role
        self._side = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, role: str | None = None) -> None:
        self.icon = icon
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        side = self._side or theme().metrics.icon
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = min(self.width(), self.height())
        drawn = icons.pixmap(self.icon, self._role, side, self.devicePixelRatioF())
        painter.drawPixmap(0, (self.height() - side) // 2, drawn)
