"""The editor of several entries: tags with crosses in a field, check boxes in a list under it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from app.qtbase import icons
from app.qtbase.metrics import FOCUS_EDGE, GAP_M, GAP_S, GAP_XS, RADIUS_CONTROL, RADIUS_TAG
from app.qtbase.theme import theme
from app.services.records.lists import FilterChoice
from app.views.records.filter.names import choice_words, gone_words
from app.views.widgets.painting import draw_icon_at, draw_text, fill_round, text_width
from app.views.widgets.popup import Popup

SEARCH_FROM = 9
ROWS = 10
CROSS = 10
_CHOICE = Qt.ItemDataRole.UserRole

Chosen = tuple[int | str, ...]


class ChoiceList(Popup):
    """Entries to tick, searched by typing where there are many."""

    ticked = Signal(object)
    """The ids that are on, in the list's order."""

    def __init__(self, choices: Sequence[FilterChoice], chosen: Chosen, parent: QWidget) -> None:
        super().__init__(parent, margin=GAP_S)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(QCoreApplication.translate("Filter", "Find in the list"))
        self.search.setAccessibleName(self.search.placeholderText())
        theme().fix_height(self.search, "control")
        self.search.textEdited.connect(self._narrow)
        self.search.setVisible(len(choices) >= SEARCH_FROM)
        self.list = QListWidget(self)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setAccessibleName(QCoreApplication.translate("Filter", "Choices"))
        for choice in choices:
            item = QListWidgetItem(choice_words(choice), self.list)
            item.setData(_CHOICE, choice.id)
            item.setSizeHint(QSize(0, theme().metrics.control_small))
            item.setCheckState(Qt.CheckState.Checked if choice.id in chosen else Qt.CheckState.Unchecked)
        self.list.itemChanged.connect(self._tell)
        self.list.itemClicked.connect(self._clicked)
        self.content.addWidget(self.search)
        self.content.addSpacing(GAP_XS)
        self.content.addWidget(self.list)
        row = max(self.list.sizeHintForRow(0), 1)
        self.list.setFixedHeight(row * min(len(choices), ROWS) + 4)

    def start(self) -> None:
        """Put the cursor where typing helps most."""
        if self.search.isVisibleTo(self):
            self.search.setFocus()
        else:
            self.list.setFocus()
            self.list.setCurrentRow(0)

    def _clicked(self, item: QListWidgetItem) -> None:
        """A click on the words ticks as one on the box does."""
        place = self.list.viewport().mapFromGlobal(self.cursor().pos())
        if place.x() > theme().metrics.icon + GAP_M:
            self._flip(item)

    def _flip(self, item: QListWidgetItem) -> None:
        on = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _items(self) -> Iterator[QListWidgetItem]:
        return (self.list.item(row) for row in range(self.list.count()))

    def _narrow(self, text: str) -> None:
        shown = [item for item in self._items() if text.strip().casefold() in item.text().casefold()]
        for item in self._items():
            item.setHidden(item not in shown)
        if shown:
            self.list.setCurrentItem(shown[0])

    def _tell(self) -> None:
        self.ticked.emit(
            tuple(item.data(_CHOICE) for item in self._items() if item.checkState() is Qt.CheckState.Checked)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.search.hasFocus() and self.list.currentItem() is not None:
                self._flip(self.list.currentItem())
            else:
                self.close()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)


class TagsEditor(QAbstractButton):
    """What is chosen as tags; a click or Space opens the list, a cross or Backspace takes a tag away."""

    changed = Signal()

    def __init__(self, choices: Sequence[FilterChoice], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = {choice.id: choice for choice in choices}
        self._name = name
        self._chosen: Chosen = ()
        self._crosses: list[tuple[QRect, int | str]] = []
        self.popup: ChoiceList | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        theme().fix_height(self, "control")
        self.clicked.connect(self.open_list)
        self._tell_words()

    def value(self) -> Chosen:
        """The ids in the order of the choices, those that are gone behind."""
        return self._chosen

    def set_value(self, chosen: Sequence[object]) -> None:
        """Show without `changed`; entries that are gone are kept and shown struck."""
        known = tuple(one for one in self._choices if one in chosen)
        gone = tuple(one for one in chosen if isinstance(one, int | str) and one not in self._choices)
        self._chosen = (*known, *gone)
        self._tell_words()

    def words(self) -> str:
        """All that is chosen, for screen readers and the tool tip."""
        return ", ".join(self._words(one) for one in self._chosen)

    def open_list(self) -> None:
        """The check boxes under the field: entries that are gone only where they are chosen."""
        offered = [one for one in self._choices.values() if not one.gone or one.id in self._chosen]
        self.popup = ChoiceList(offered, self._chosen, self)
        self.popup.setMinimumWidth(self.width())
        self.popup.ticked.connect(self._tick)
        self.popup.destroyed.connect(self._forget)
        self.popup.show_under(self, QPoint(0, 4))
        self.popup.start()

    def _forget(self) -> None:
        self.popup = None

    def _tick(self, chosen: Chosen) -> None:
        gone = tuple(one for one in self._chosen if one not in self._choices)
        self.set_value((*chosen, *gone))
        self.changed.emit()

    def _drop(self, gone: int | str) -> None:
        self.set_value(tuple(one for one in self._chosen if one != gone))
        self.changed.emit()

    def _words(self, one: int | str) -> str:
        return choice_words(self._choices[one]) if one in self._choices else gone_words()

    def _tell_words(self) -> None:
        words = self.words()
        self.setToolTip(words)
        self.setAccessibleName(f"{self._name}: {words}" if words else f"{self._name}: {_any()}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_F4:
                self.open_list()
            case Qt.Key.Key_Backspace | Qt.Key.Key_Delete if self._chosen:
                self._drop(self._chosen[-1])
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, one in self._crosses:
            if place.contains(event.position().toPoint()):
                self._drop(one)
                return
        super().mousePressEvent(event)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme().colors
        fill_round(painter, self.rect().toRectF(), RADIUS_CONTROL, colors.surface, colors.ctl)
        if self.hasFocus():
            fill_round(painter, self.rect().toRectF(), RADIUS_CONTROL, colors.accent)
            edge = self.rect().adjusted(FOCUS_EDGE, FOCUS_EDGE, -FOCUS_EDGE, -FOCUS_EDGE).toRectF()
            fill_round(painter, edge, RADIUS_CONTROL - 1, colors.surface)
        side = theme().metrics.icon_cell
        draw_icon_at(painter, "down", "text2", self.width() - side - GAP_S, self.height() // 2, side)
        self._crosses = []
        room = QRect(GAP_XS + 1, 0, self.width() - side - 2 * GAP_S - GAP_XS, self.height())
        if not self._chosen:
            draw_text(painter, room.adjusted(GAP_XS, 0, 0, 0), _any(), "body", "text3")
            return
        left = room.left()
        shown = sorted(self._chosen, key=lambda one: one in self._choices)  # what is gone is seen first
        for number, one in enumerate(shown):
            rest = len(shown) - number
            reserve = 0 if rest == 1 else text_width(_more(rest), "caption_strong") + 4 * GAP_XS
            width = self._tag_width(one)
            if left + width + reserve > room.right() and number:
                self._draw_more(painter, left, rest)
                return
            left += self._draw_tag(painter, left, one, min(width, room.right() - left)) + GAP_XS

    def _tag_width(self, one: int | str) -> int:
        return text_width(self._words(one), "caption_strong") + CROSS + 4 * GAP_XS

    def _draw_tag(self, painter: QPainter, left: int, one: int | str, width: int) -> int:
        choice = self._choices.get(one)
        tone = theme().tone(choice.tone if choice is not None and choice.tone else "grey")
        gone = choice is None or choice.gone
        height = theme().metrics.tag + 1
        tag = QRect(left, (self.height() - height) // 2, width, height)
        colors = theme().colors
        fill_round(painter, tag.toRectF(), RADIUS_TAG, colors.dangert if gone else tone.tint)
        words = tag.adjusted(GAP_XS + 2, 0, -CROSS - 2 * GAP_XS, 0)
        role = colors.danger if gone else tone.text
        taken = draw_text(painter, words, self._words(one), "caption_strong", role)
        if gone:
            middle = words.center().y()
            painter.drawLine(words.left(), middle, words.left() + taken, middle)
        cross = QRect(tag.right() - CROSS - GAP_XS, tag.center().y() - CROSS // 2, CROSS, CROSS)
        icons.draw_icon(painter, "close", "text2", cross)
        self._crosses.append((cross.adjusted(-GAP_XS, -GAP_XS, GAP_XS, GAP_XS), one))
        return width

    def _draw_more(self, painter: QPainter, left: int, rest: int) -> None:
        width = text_width(_more(rest), "caption_strong") + 4 * GAP_XS
        height = theme().metrics.tag - 2
        pill = QRect(left, (self.height() - height) // 2, width, height)
        fill_round(painter, pill.toRectF(), height / 2, theme().colors.track)
        draw_text(painter, pill.adjusted(2 * GAP_XS, 0, 0, 0), _more(rest), "caption_strong", "text2")


def _any() -> str:
    return QCoreApplication.translate("Filter", "Any")


def _more(count: int) -> str:
    return QCoreApplication.translate("Filter", "%n more", None, count)
