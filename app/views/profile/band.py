"""The band over a profile: a flat two-tone pattern in the owner's theme, and the disc that lies over its edge."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPolygonF

from app.core.initials import initials
from app.qtbase.theme import theme

HEIGHT: Final = 116
STRIPE: Final = 28
"""Width of a stripe, and of the room beside it half as much again."""

_TONES: Final = {
    "wave": "teal", "harbour": "blue", "forest": "green", "sunset": "orange", "lilac": "violet", "granite": "grey",
}  # fmt: skip
THEMES: Final = tuple(_TONES)


def theme_name(code: str) -> str:
    """A theme's name; an unknown one is the first."""
    names = {
        "wave": QCoreApplication.translate("Profile", "Wave"),
        "harbour": QCoreApplication.translate("Profile", "Harbour"),
        "forest": QCoreApplication.translate("Profile", "Forest"),
        "sunset": QCoreApplication.translate("Profile", "Sunset"),
        "lilac": QCoreApplication.translate("Profile", "Lilac"),
        "granite": QCoreApplication.translate("Profile", "Granite"),
    }
    return names.get(code, names["wave"])


def band_color(code: str) -> QColor:
    """The theme's ground, by the stages' tones: white words are read on each."""
    return theme().tone(_TONES.get(code, _TONES["wave"])).fill


def paint_band(painter: QPainter, rect: QRect, code: str) -> None:
    """Slanted stripes over the ground."""
    ground = band_color(code)
    painter.fillRect(rect, ground)
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground.lighter(118))
    slant, step = rect.height() * 0.62, STRIPE * 2.5
    left = rect.left() - slant
    while left < rect.right():
        low, high = rect.bottom() + 1, rect.top()
        corners = ((left, low), (left + STRIPE, low), (left + STRIPE + slant, high), (left + slant, high))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        left += step
    painter.restore()


def paint_disc(painter: QPainter, rect: QRect, name: str, code: str, photo: QPixmap | None) -> None:
    """The photo or the initials in a circle with a white edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colors.surface)
    painter.drawEllipse(QRectF(rect).adjusted(-4, -4, 4, 4))
    if photo is not None and not photo.isNull():
        circle = QPainterPath()
        circle.addEllipse(QRectF(rect))
        painter.setClipPath(circle)
        painter.drawPixmap(rect, photo)
    else:
        painter.setBrush(band_color(code).darker(135))
        painter.drawEllipse(QRectF(rect))
        font = theme().font("title")
        font.setPixelSize(round(rect.height() * 0.36))
        painter.setFont(font)
        painter.setPen(theme().colors.onfill)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), initials(name))
    painter.restore()
