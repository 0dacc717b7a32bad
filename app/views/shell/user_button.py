"""The signed-in employee at the right end of the top bar, and the menu under the name."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from app.qtbase import icons
from app.qtbase.metrics import GAP_S, Density
from app.qtbase.theme import theme
from app.views.widgets.avatar import Avatar
from app.views.widgets.icon_label import IconLabel

_PADDING = 13
"""At both sides of everything in the bar."""


class UserButton(QToolButton):
    """Disc, name, chevron; opens the menu."""

    theme_chosen = Signal(str)
    density_chosen = Signal(str)
    language_chosen = Signal(str)
    profile_wanted = Signal()
    import_wanted = Signal()
    settings_wanted = Signal()
    password_wanted = Signal()
    shortcuts_wanted = Signal()
    about_wanted = Signal()
    sign_out_wanted = Signal()

    def __init__(self, name: str, short_name: str, employee_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Shell", "{name}: menu").format(name=name))
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PADDING, 0, _PADDING, 0)
        row.setSpacing(GAP_S)
        row.addWidget(Avatar(name, employee_id, 28, self))
        self._name = QLabel(short_name, self)
        self._name.setProperty("role", "user")
        row.addWidget(self._name)
        row.addWidget(IconLabel("down", "bartx", theme().metrics.icon_cell, parent=self))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.menu_shown = self._make_menu()
        self.clicked.connect(self.open_menu)
        theme().changed.connect(self._fit)

    def show_name(self, shown: bool) -> None:
        """In narrow windows the disc has to do."""
        self._name.setVisible(shown)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As wide as what stands in it, in the style sheet's font."""
        self._name.ensurePolished()
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            self.setFixedWidth(layout.sizeHint().width())

    def open_menu(self) -> None:
        """Show the menu under the button, its right edge under the button's."""
        width = self.menu_shown.sizeHint().width()
        self.menu_shown.popup(self.mapToGlobal(QPoint(self.width() - width - 4, self.height() + 2)))

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self._add(menu, "user", QCoreApplication.translate("Shell", "My profile"), self.profile_wanted.emit)
        menu.addSeparator()
        self._add_looks(menu)
        menu.addSeparator()
        self._add(menu, "upload", QCoreApplication.translate("Shell", "Import…"), self.import_wanted.emit)
        self._add(menu, "gear", QCoreApplication.translate("Shell", "Settings…"), self.settings_wanted.emit)
        self._add(menu, "lock", QCoreApplication.translate("Shell", "Change the password…"), self.password_wanted.emit)
        self._add(menu, "key", QCoreApplication.translate("Shell", "Keyboard shortcuts"), self.shortcuts_wanted.emit)
        self._add(menu, "info", QCoreApplication.translate("Shell", "About Prichal"), self.about_wanted.emit)
        menu.addSeparator()
        self._add(menu, "sign_out", QCoreApplication.translate("Shell", "Sign out"), self.sign_out_wanted.emit)
        return menu

    def _add_looks(self, menu: QMenu) -> None:
        self._add_choices(
            menu,
            QCoreApplication.translate("Shell", "Theme"),
            {
                "system": QCoreApplication.translate("Shell", "As the system"),
                "light": QCoreApplication.translate("Shell", "Light"),
                "dark": QCoreApplication.translate("Shell", "Dark"),
            },
            theme().mode,
            self.theme_chosen.emit,
        )
        self._add_choices(
            menu,
            QCoreApplication.translate("Shell", "Density"),
            {
                Density.DEFAULT.value: QCoreApplication.translate("Shell", "Usual"),
                Density.COMPACT.value: QCoreApplication.translate("Shell", "Compact"),
                Density.LARGE.value: QCoreApplication.translate("Shell", "Large"),
            },
            theme().density.value,
            self.density_chosen.emit,
        )
        self._languages = self._add_choices(
            menu,
            QCoreApplication.translate("Shell", "Language"),
            # each language is written in itself
            {"system": QCoreApplication.translate("Shell", "As the system"), "ru": "Русский", "en": "English"},
            "system",
            self.language_chosen.emit,
        )

    def show_language(self, chosen: str) -> None:
        """Mark the language that was chosen; "system" follows the workstation."""
        self._languages[chosen].setChecked(True)

    def _add(self, menu: QMenu, icon: str, words: str, act: Callable[[], None]) -> QAction:
        action = menu.addAction(icons.icon(icon, "text2"), words)
        action.triggered.connect(act)
        return action

    def _add_choices(
        self, menu: QMenu, title: str, choices: dict[str, str], chosen: str, act: Callable[[str], None]
    ) -> dict[str, QAction]:
        part = menu.addMenu(title)
        group = QActionGroup(part)
        actions: dict[str, QAction] = {}
        for code, words in choices.items():
            action = part.addAction(words)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(lambda _=False, picked=code: act(picked))
            group.addAction(action)
            actions[code] = action
        return actions
