"""A tab of the top bar: a name, a red counter behind it, and a line under the one in front."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from app.qtbase.metrics import GAP_CONTROL
from app.qtbase.theme import theme
from app.views.widgets.painting import draw_text, text_width
from app.views.widgets.tags import counter_width, draw_counter

_PADDING = 13


class TabButton(QToolButton):
    """Exactly one tab is checked; a counter of zero is not drawn."""

    def __init__(self, text: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolTip(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._name()

    def count(self) -> int:
        return self._count

    def set_count(self, count: int) -> None:
        """The red number: overdue, today and without activities together."""
        if count != self._count:
            self._count = count
            self._name()
            self.updateGeometry()
            self.update()

    def _name(self) -> None:
        if self._count:
            words = QCoreApplication.translate("Shell", "{tab}, {count} need attention")
            self.setAccessibleName(words.format(tab=self.text(), count=self._count))
        else:
            self.setAccessibleName(self.text())

    def sizeHint(self) -> QSize:
        width = 2 * _PADDING + text_width(self.text(), "control")
        if self._count:
            width += GAP_CONTROL + counter_width(self._count)
        return QSize(width, theme().metrics.top_bar)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        bright = self.isChecked() or self.underMouse()
        room = QRect(_PADDING, 0, self.width() - 2 * _PADDING, self.height())
        width = draw_text(painter, room, self.text(), "control", "onbar" if bright else "bartx", elide=False)
        place = QPoint(_PADDING + width + GAP_CONTROL, self.height() // 2)
        draw_counter(painter, place, self._count)
