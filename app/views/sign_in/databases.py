"""The left side of the sign-in window: the databases of this workstation with their state."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import PrichalError
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_CONTROL, GAP_L, GAP_S
from app.qtbase.theme import theme
from app.services.ports import KnownDatabase
from app.views.sign_in.desk import place_of
from app.views.widgets.brand import BrandMark
from app.views.widgets.buttons import Button
from app.views.widgets.choice_card import ChoiceCard, ChoiceGroup
from app.views.widgets.marks import draw_dot
from app.views.widgets.painting import draw_line, draw_text, line_height, text_width

WIDTH = 272


class StateLine(QWidget):
    """A dot and a word: ready, checking, no connection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = "text3"
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_state(self, words: str, role: str, full: str = "") -> None:
        """`full` is said at length in the tool tip."""
        self._words, self._role = words, role
        self.setToolTip(full)
        self.setAccessibleName(full or words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._words, "caption_strong") + 20, line_height("caption_strong") + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_dot(painter, QPointF(4, self.height() / 2), self._role)
        rest = QRect(14, 0, self.width() - 14, self.height())
        draw_text(painter, rest, self._words, "caption_strong", self._role)


class DatabaseList(QFrame):
    """Cards of the known databases; below them the door to further ones."""

    chosen = Signal(object)
    """KnownDatabase"""
    file_wanted = Signal()
    server_wanted = Signal()
    new_wanted = Signal()
    forget_wanted = Signal(object)
    """KnownDatabase"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("DatabaseList")
        self.setFixedWidth(WIDTH)
        self._cards: dict[str, tuple[ChoiceCard, StateLine]] = {}
        self._group = ChoiceGroup((), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L + 3, GAP_L + 8, GAP_L + 3, GAP_L)
        column.setSpacing(0)
        column.addLayout(self._brand())
        column.addSpacing(GAP_L)
        caption = QLabel(QCoreApplication.translate("SignIn", "Database"), self)
        caption.setProperty("role", "label")
        column.addWidget(caption)
        column.addSpacing(GAP_CONTROL)
        column.addWidget(self._scroll(), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme().colors
        painter.fillRect(self.rect(), colors.surface2)
        edge = self.width() - 0.5
        draw_line(painter, QPointF(edge, 0), QPointF(edge, self.height()), colors.line)

    def _brand(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(BrandMark(32, self))
        words = QVBoxLayout()
        words.setSpacing(0)
        name = QLabel(QCoreApplication.translate("SignIn", "Prichal"), self)
        name.setProperty("role", "heading")
        words.addWidget(name)
        line = QLabel(QCoreApplication.translate("SignIn", "Clients and deals"), self)
        line.setProperty("role", "caption")
        words.addWidget(line)
        row.addLayout(words, 1)
        return row

    def _scroll(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "page")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_S)
        self._column.addWidget(self._connect_button(), 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def _connect_button(self) -> Button:
        button = Button(QCoreApplication.translate("SignIn", "Connect a database"), "link", icon="plus", parent=self)
        menu = QMenu(button)
        menu.addAction(QCoreApplication.translate("SignIn", "Database file…"), self.file_wanted.emit)
        menu.addAction(QCoreApplication.translate("SignIn", "Office server…"), self.server_wanted.emit)
        menu.addSeparator()
        menu.addAction(QCoreApplication.translate("SignIn", "New database…"), self.new_wanted.emit)
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(QPoint(0, button.height()))))
        self.connect_menu = menu
        return button

    def show_databases(self, databases: Sequence[KnownDatabase]) -> None:
        """Lay the cards out anew; nothing is chosen yet."""
        for card, _state in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards.clear()
        for number, database in enumerate(databases):
            self._column.insertWidget(number, self._card(database))
        self._group = ChoiceGroup([card for card, _state in self._cards.values()], self)

    def _card(self, database: KnownDatabase) -> ChoiceCard:
        place = place_of(database)
        if place.file:
            line = QCoreApplication.translate("SignIn", "File on this computer")
        else:
            line = QCoreApplication.translate("SignIn", "Office server · {host}").format(host=place.detail)
        card = ChoiceCard(place.name, line, parent=self)
        card.setToolTip(place.detail)
        state = StateLine(card)
        card.column.addWidget(state)
        card.chosen.connect(partial(self.chosen.emit, database))
        card.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        words = QCoreApplication.translate("SignIn", "Take off the list")
        card.addAction(words).triggered.connect(partial(self.forget_wanted.emit, database))
        self._cards[database.url] = (card, state)
        self.show_checking(database.url)
        return card

    def choose(self, url: str) -> None:
        """Choose a card as a click does."""
        self._cards[url][0].set_on(True)

    def state_words(self, url: str) -> str:
        """What the card's state says."""
        return self._cards[url][1].words()

    def show_checking(self, url: str) -> None:
        self._say(url, QCoreApplication.translate("SignIn", "Checking…"), "text3")

    def show_ready(self, database: KnownDatabase) -> None:
        if place_of(database).file:
            self._say(database.url, QCoreApplication.translate("SignIn", "Ready"), "ok")
        else:
            self._say(database.url, QCoreApplication.translate("SignIn", "Online"), "ok")

    def show_trouble(self, url: str, error: PrichalError) -> None:
        """A short word on the card, the whole sentence in its tool tip."""
        self._say(url, _trouble(error.code), "danger", error_text(error))

    def _say(self, url: str, words: str, role: str, full: str = "") -> None:
        if url in self._cards:
            self._cards[url][1].set_state(words, role, full)


def _trouble(code: str) -> str:
    match code:
        case "database_missing":
            return QCoreApplication.translate("SignIn", "File not found")
        case "no_connection" | "database_unreachable":
            return QCoreApplication.translate("SignIn", "No connection")
        case "database_locked":
            return QCoreApplication.translate("SignIn", "Busy")
        case "database_newer" | "database_older":
            return QCoreApplication.translate("SignIn", "Another version")
        case "database_read_only":
            return QCoreApplication.translate("SignIn", "Read only")
    return QCoreApplication.translate("SignIn", "Can't be opened")
