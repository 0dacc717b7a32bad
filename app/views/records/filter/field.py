"""The filter field of a section's tool row: a chip for each part of the filter in force, then what is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.qtbase import icons
from app.qtbase.metrics import GAP_S, GAP_XS, RADIUS_TAG
from app.qtbase.theme import theme
from app.views.records.filter.lines import ChipText
from app.views.widgets.filter_field import FilterField
from app.views.widgets.painting import draw_text, fill_round, text_width
from app.views.widgets.tabbing import tab_here

CROSS = 12
WIDEST = 260
TYPING_ROOM = 140
"""Left for the words that are typed."""


class FilterChip(QAbstractButton):
    """A click opens the panel, the cross or Delete drops the part."""

    dropped = Signal()

    def __init__(self, text: ChipText, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = text
        self._cross = QRect()
        self.setText(text.words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().fix_height(self, "control_small")
        dropping = QCoreApplication.translate("FilterField", "Drop the filter {name}").format(name=text.words)
        self.setAccessibleName(f"{text.words}. {text.problem}" if text.problem else text.words)
        self.setAccessibleDescription(dropping)
        self.setToolTip(f"{text.words}\n{text.problem}" if text.problem else text.words)

    def sizeHint(self) -> QSize:
        extra = 0 if self.chip.key == MORE else CROSS + GAP_S
        width = text_width(self.text(), "control") + 2 * GAP_S + extra
        return QSize(min(width, WIDEST), theme().metrics.control_small)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._cross.contains(event.position().toPoint()):
            self.setDown(False)
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme().colors
        broken = bool(self.chip.problem)
        back, role = (colors.dangert, "danger") if broken else (colors.tint, "accent")
        edge = colors.accent if self.hasFocus() else None
        fill_round(painter, self.rect().toRectF(), RADIUS_TAG, back, edge)
        crossed = self.chip.key != MORE
        room = self.rect().adjusted(GAP_S, 0, -GAP_S - (CROSS + GAP_XS if crossed else 0), 0)
        width = draw_text(painter, room, self.text(), "control", role)
        if broken:
            painter.drawLine(room.left(), room.center().y() + 1, room.left() + width, room.center().y() + 1)
        if crossed:
            cross = QRect(self.width() - CROSS - GAP_S + 2, (self.height() - CROSS) // 2, CROSS, CROSS)
            icons.draw_icon(painter, "close", role, cross)
            self._cross = cross.adjusted(-GAP_XS, -GAP_S, GAP_S, GAP_S)


MORE = "more"


class ChipField(FilterField):
    """As many chips as there is room for; the rest is counted in one."""

    chip_dropped = Signal(str)
    """The chip's key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._texts: tuple[ChipText, ...] = ()
        self.chips: list[FilterChip] = []
        self._more: FilterChip | None = None

    def set_chips(self, texts: Sequence[ChipText]) -> None:
        """Show the parts of the filter in force."""
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        for chip in (*self.chips, *((self._more,) if self._more else ())):
            chip.hide()
            chip.deleteLater()
        self.chips, self._more = [self._make(text) for text in texts], None
        row = self.layout()
        assert isinstance(row, QHBoxLayout), "made by the field itself"
        for number, chip in enumerate(self.chips):
            row.insertWidget(number, chip)
        tab_here(self.line, self.chips)
        self._fit()

    def _make(self, text: ChipText) -> FilterChip:
        chip = FilterChip(text, self)
        chip.clicked.connect(self.filter_asked)
        chip.dropped.connect(lambda: self.chip_dropped.emit(text.key))
        return chip

    def _fit(self) -> None:
        """Chips that leave no room to type give way to one that counts them."""
        room = self.width() - TYPING_ROOM
        used, shown = 0, 0
        for chip in self.chips:
            used += chip.sizeHint().width() + GAP_XS
            if shown and used > room:
                break
            shown += 1
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < shown)
        hidden = len(self.chips) - shown
        if self._more is not None:
            self._more.hide()
            self._more.deleteLater()
            self._more = None
        if hidden:
            words = QCoreApplication.translate("Filter", "%n more", None, hidden)
            self._more = self._make(ChipText(MORE, words))
            row = self.layout()
            assert isinstance(row, QHBoxLayout), "made by the field itself"
            row.insertWidget(len(self.chips), self._more)
            self._more.show()
        self.line.setTextMargins(0 if self.chips else 6, 0, 0, 0)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._texts:
            self.chip_dropped.emit(self._texts[-1].key)
            return True
        return super()._key(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
