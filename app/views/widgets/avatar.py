"""The disc with a person's initials, in a colour that stays with the person."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.initials import initials
from app.qtbase.theme import theme
from app.views.widgets.painting import draw_picture

_TONES = ("violet", "teal", "green", "orange", "blue", "olive", "grey")


def person_tone(person_id: int) -> str:
    """The tone of a person's disc."""
    return _TONES[person_id % len(_TONES)]


def draw_avatar(painter: QPainter, rect: QRect, name: str, person_id: int, photo: QPixmap | None = None) -> None:
    """Paint the disc into a square: the photo where there is one, else the initials."""
    if photo is None or photo.isNull():
        key = ("avatar", name, person_id)
        draw_picture(painter, rect, key, lambda once, whole: _draw_initials(once, whole, name, person_id))
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = QPainterPath()
    circle.addEllipse(QRectF(rect))
    painter.setClipPath(circle)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(rect, photo)
    painter.restore()


def _draw_initials(painter: QPainter, rect: QRect, name: str, person_id: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().tone(person_tone(person_id)).fill)
    painter.drawEllipse(QRectF(rect))
    font = QFont(theme().font("small"))
    font.setPixelSize(max(8, round(rect.height() * 0.4)))
    painter.setFont(font)
    painter.setPen(theme().colors.onfill)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), initials(name))


class Avatar(QWidget):
    """The disc as a widget."""

    def __init__(self, name: str = "", person_id: int = 0, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._person_id = person_id
        self._photo: QPixmap | None = None
        self._side = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(self, name: str, person_id: int, photo: QPixmap | None = None) -> None:
        self._name = name
        self._person_id = person_id
        self._photo = photo
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        draw_avatar(QPainter(self), place, self._name, self._person_id, self._photo)
