"""F1: what the keys do, by where they do it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.qtbase.shortcuts import Command, native
from app.qtbase.window_state import size_within
from app.views.widgets.buttons import Button
from app.views.widgets.key_hint import KeyHint


class ShortcutList(QDialog):
    """Groups side by side in the order of their first command; short ones
    share a column. Esc closes."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Shell", "Keyboard shortcuts"))
        self.setProperty("role", "form")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        page = self._page([one for one in commands if one.keys])
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(area, 1)
        foot = self._foot()
        column.addWidget(foot)
        wanted = page.sizeHint()
        self.resize(size_within(self, wanted.width() + GAP_XL, wanted.height() + foot.sizeHint().height() + GAP_XL))

    def _page(self, commands: Sequence[Command]) -> QWidget:
        """Fewer and longer columns where the screen is narrow: lists are scrolled downwards."""
        by_group: dict[str, list[Command]] = {}
        for command in commands:
            by_group.setdefault(command.group, []).append(command)
        longest = max(len(members) for members in by_group.values())
        page = _columns(by_group, longest)
        room = self.screen().availableSize().width() - GAP_XL
        while longest < len(commands) and page.sizeHint().width() > room:
            page.deleteLater()
            longest = min(longest + longest // 2 + 1, len(commands))
            page = _columns(by_group, longest)
        return page

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_XL, GAP_M, GAP_XL, GAP_M)
        row.addStretch(1)
        close = Button(QCoreApplication.translate("Shell", "Close"), parent=foot)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return foot


def _columns(by_group: Mapping[str, list[Command]], longest: int) -> QWidget:
    """Groups one under another as long as a column stays within `longest` commands."""
    page = QWidget()
    page.setProperty("role", "page")
    row = QHBoxLayout(page)
    row.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
    row.setSpacing(GAP_XL * 2)
    sides: list[QVBoxLayout] = []
    room = 0
    for title, members in by_group.items():
        if len(members) > room:
            sides.append(QVBoxLayout())
            sides[-1].setSpacing(GAP_XL)
            room = longest
        room -= len(members)
        sides[-1].addLayout(_group(title, members))
    for side in sides:
        side.addStretch(1)
        row.addLayout(side)
    return page


def _group(title: str, commands: Sequence[Command]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GAP_S)
    heading = QLabel(title)
    heading.setProperty("role", "name")
    column.addWidget(heading)
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP_L)
    grid.setVerticalSpacing(GAP_S)
    for number, command in enumerate(commands):
        grid.addWidget(KeyHint(native(command.keys)), number, 0)
        grid.addWidget(QLabel(command.text), number, 1)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    return column
