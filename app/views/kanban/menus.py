"""Menus of the kanban: of a card, of the stages it can go to, and of what can be arranged."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.core.kinds import StageKind
from app.qtbase import icons
from app.qtbase.shortcuts import native
from app.services.records.boards import CardOrder
from app.services.records.office import StageRecord

_STAGE_ICONS = {StageKind.WORKING: "flag", StageKind.SUCCESS: "success", StageKind.FAILURE: "ban"}


@dataclass(frozen=True, slots=True)
class Act:
    """A line of a menu; `keys` are shown beside it, they work without the menu."""

    icon: str
    text: str
    keys: str
    do: Callable[[], object]


def show_menu(menu: QMenu, place: QPoint) -> None:
    """Open a menu that goes when it is closed."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)


def add_acts(menu: QMenu, acts: Iterable[Act]) -> None:
    for act in acts:
        words = f"{act.text}\t{native(act.keys)}" if act.keys else act.text
        menu.addAction(icons.icon(act.icon, "text2"), words).triggered.connect(lambda _=False, do=act.do: do())


def fill_stages(
    menu: QMenu, stages: Iterable[StageRecord], now: int | None, choose: Callable[[int], object]
) -> None:  # fmt: skip
    """The stages in their order, closing ones behind a line; where the card stands now is checked."""
    before = StageKind.WORKING
    for stage in stages:
        if stage.kind is not before and before is StageKind.WORKING:
            menu.addSeparator()
        before = stage.kind
        icon = icons.icon("check" if stage.id == now else _STAGE_ICONS[stage.kind], f"tone:{stage.tone}")
        action = menu.addAction(icon, stage.name)
        action.setEnabled(stage.id != now)
        action.triggered.connect(lambda _=False, chosen=stage.id: choose(chosen))


def options_menu(
    parent: QWidget, order: CardOrder, choose: Callable[[CardOrder], object], unfold: Callable[[], object] | None
) -> QMenu:
    """What the gear offers: the order within a column, and all folded columns back."""
    menu = QMenu(parent)
    menu.addSection(QCoreApplication.translate("Board", "Order of the cards"))
    group = QActionGroup(menu)
    for code, words in _orders():
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(code == order)
        action.triggered.connect(lambda _=False, chosen=code: choose(chosen))
        group.addAction(action)
        menu.addAction(action)
    menu.addSeparator()
    back = menu.addAction(QCoreApplication.translate("Board", "Unfold all columns"))
    back.setEnabled(unfold is not None)
    if unfold is not None:
        back.triggered.connect(lambda _=False: unfold())
    return menu


def _orders() -> tuple[tuple[CardOrder, str], ...]:
    return (
        ("activity", QCoreApplication.translate("Board", "By activity: what presses first")),
        ("date", QCoreApplication.translate("Board", "By date: the newest first")),
        ("hand", QCoreApplication.translate("Board", "By hand: as I lay them")),
    )
