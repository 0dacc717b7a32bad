"""The strip at the bottom that appears while a card is carried: where it is dropped to be closed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.kinds import StageKind
from app.qtbase.metrics import GAP_CONTROL, GAP_M, GAP_S, RADIUS_PANEL
from app.qtbase.theme import theme
from app.services.records.office import StageRecord
from app.views.kanban.card import draw_edge
from app.views.widgets.painting import draw_icon_at, draw_line, fill_round, text_width

HEIGHT = 58
_LOOKS = {StageKind.SUCCESS: ("success", "success", "ok"), StageKind.FAILURE: ("failure", "ban", "danger")}
"""Tone, icon, and colour of edge and words."""


class ClosingZone(QWidget):
    """Lies over the foot of the board, so that no column moves; its keyboard twin is the stage menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._board = parent
        self._stages: tuple[StageRecord, ...] = ()
        self._target: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(QCoreApplication.translate("Board", "Close"))
        self.hide()

    def show_stages(self, stages: Sequence[StageRecord]) -> None:
        """Appear with these stages: success first."""
        self._stages = tuple(sorted(stages, key=lambda one: one.kind is not StageKind.SUCCESS))
        self._target = None
        if self._stages:
            self.lie_at_foot()
            self.show()
            self.raise_()

    def lie_at_foot(self) -> None:
        """Take the foot of the board."""
        self.setGeometry(0, self._board.height() - HEIGHT, self._board.width(), HEIGHT)

    def stage_at(self, place: QPoint) -> StageRecord | None:
        """The stage under a place of the screen; None beside all of them."""
        inside = self.mapFromGlobal(place)
        if self.isHidden():
            return None
        return next((stage for stage, rect in self._places() if rect.contains(inside)), None)

    def covers(self, place: QPoint) -> bool:
        """Whether the strip is there."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(place))

    def stage_rect(self, stage_id: int) -> QRect:
        """Where a stage's zone stands on the screen; empty for one that has none."""
        for stage, rect in self._places():
            if stage.id == stage_id:
                return QRect(self.mapToGlobal(rect.topLeft()), rect.size())
        return QRect()

    def show_target(self, stage_id: int | None) -> None:
        if stage_id != self._target:
            self._target = stage_id
            self.update()

    def _places(self) -> list[tuple[StageRecord, QRect]]:
        """Room for its longest word for each, the rest shared by the length of their names."""
        if not self._stages:
            return []
        left = float(GAP_M + text_width(_heading(), "control") + GAP_M)
        room = self.width() - left - GAP_M - GAP_S * (len(self._stages) - 1)
        beside = theme().metrics.icon + GAP_CONTROL + 2 * GAP_S
        least = [max(text_width(word, "control") for word in one.name.split()) + beside for one in self._stages]
        lengths = [text_width(stage.name, "control") for stage in self._stages]
        spare = max(room - sum(least), 0) / sum(lengths)
        places = []
        for stage, narrow, length in zip(self._stages, least, lengths, strict=True):
            width = narrow + spare * length
            places.append((stage, QRect(round(left), GAP_S, round(width), self.height() - 2 * GAP_S)))
            left += width + GAP_S
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme().colors
        painter.fillRect(self.rect(), colors.surface)
        draw_line(painter, QRectF(self.rect()).topLeft(), QRectF(self.rect()).topRight(), colors.line)
        painter.setFont(theme().font("control"))
        painter.setPen(colors.text2)
        painter.drawText(self.rect().adjusted(GAP_M, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), _heading())
        for stage, rect in self._places():
            self._paint_zone(painter, stage, rect)

    def _paint_zone(self, painter: QPainter, stage: StageRecord, rect: QRect) -> None:
        tone, icon, role = _LOOKS.get(stage.kind, _LOOKS[StageKind.FAILURE])
        target, color = stage.id == self._target, theme().color(role)
        fill_round(painter, QRectF(rect), RADIUS_PANEL, theme().tone(tone).tint)
        draw_edge(painter, rect, color, 2 if target else 1, dashed=not target)
        side = theme().metrics.icon
        room = rect.width() - side - GAP_CONTROL - 2 * GAP_S
        width = min(text_width(stage.name, "control"), room)
        left = rect.center().x() - (width + side + GAP_CONTROL) // 2
        draw_icon_at(painter, icon, role, left, rect.center().y() + 1, side)
        words = QRect(left + side + GAP_CONTROL, rect.top(), width + 1, rect.height())
        painter.setFont(theme().font("control"))
        painter.setPen(color)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), stage.name)


def _heading() -> str:
    return QCoreApplication.translate("Board", "Close:")
