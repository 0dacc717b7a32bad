"""The dark bar at the top: mark, tabs with their counters, search, the user."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from app.qtbase.metrics import GAP_M, GAP_S, GAP_XL
from app.qtbase.shortcuts import native
from app.qtbase.theme import theme
from app.views.navigator import Tab
from app.views.shell.tab_button import TabButton
from app.views.shell.user_button import UserButton
from app.views.widgets.brand import BrandMark
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.key_hint import KeyHint
from app.views.widgets.tabbing import tab_here

SEARCH_WIDTH, LEAST_SEARCH_WIDTH = 300, 96
ICON_MARGIN, HINT_MARGIN = 24, 60


@dataclass(frozen=True, slots=True)
class TabName:
    """A tab of the bar."""

    tab: Tab
    text: str
    keys: str


class SearchField(QLineEdit):
    """Looks like a field and opens the palette, with what was typed, where the search really is."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST_SEARCH_WIDTH)
        self.setMaximumWidth(SEARCH_WIDTH)
        self.setPlaceholderText(QCoreApplication.translate("Shell", "Name, phone, contract"))
        self.setAccessibleName(QCoreApplication.translate("Shell", "Search in everything"))
        theme().fix_height(self, "control")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M - 2, 0, GAP_S, 0)
        row.addWidget(IconLabel("search", "bartx", parent=self))
        row.addStretch(1)
        self._hint = KeyHint(native("Ctrl+K"), self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._hint)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(lambda: self.wanted.emit(""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Between many tabs in a narrow window the key gives way to the words."""
        super().resizeEvent(event)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        roomy = self.width() >= ICON_MARGIN + words + HINT_MARGIN + GAP_M
        self._hint.setVisible(roomy)
        self.setTextMargins(ICON_MARGIN, 0, HINT_MARGIN if roomy else 0, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit("")

    def _typed(self, text: str) -> None:
        self.clear()
        self.wanted.emit(text)


class TopBar(QFrame):
    """Knows no pages: it says which tab was pressed."""

    tab_chosen = Signal(str)

    def __init__(self, tabs: Sequence[TabName], user: UserButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TopBar")
        theme().fix_height(self, "top_bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(BrandMark(22, self))
        row.addSpacing(GAP_S)
        brand = QLabel(QCoreApplication.translate("Shell", "Prichal"), self)
        brand.setProperty("role", "brand")
        row.addWidget(brand)
        row.addSpacing(GAP_XL - 4)
        self._tabs: dict[str, TabButton] = {}
        for name in tabs:
            button = TabButton(name.text, native(name.keys), self)
            button.clicked.connect(lambda _=False, chosen=name.tab: self.tab_chosen.emit(chosen))
            button.installEventFilter(self)
            row.addWidget(button)
            self._tabs[name.tab] = button
        row.addStretch(1)
        self.search = SearchField(self)
        row.addWidget(self.search, 1000)  # all the room up to its width, before the gap gets any
        row.addSpacing(GAP_S)
        self.user = user
        user.setParent(self)
        row.addWidget(user)

    def place_bell(self, bell: QWidget) -> None:
        """Put the bell between the search and the user, for Tab as well."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.indexOf(self.user), bell)
        tab_here(self.user, [bell])

    def tab(self, tab: str) -> TabButton:
        """The button of a tab. Raises KeyError for a tab the bar doesn't have."""
        return self._tabs[tab]

    def show_tab(self, tab: str | None) -> None:
        """Mark the tab in front; None where something is over them."""
        if tab is not None:
            self._tabs[tab].setChecked(True)
            return
        for button in self._tabs.values():
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave) and isinstance(watched, TabButton):
            watched.update()
        return super().eventFilter(watched, event)
