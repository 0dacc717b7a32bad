"""F1: what the keys do, by where they do it."""

from collections.abc import Iterator, Sequence

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
        page = QWidget()
        page.setProperty("role", "page")
        groups = QHBoxLayout(page)
        groups.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        groups.setSpacing(GAP_XL * 2)
        for column_of_groups in _columns([one for one in commands if one.keys]):
            side = QVBoxLayout()
            side.setSpacing(GAP_XL)
            for title, members in column_of_groups:
                side.addLayout(_group(title, members))
            side.addStretch(1)
            groups.addLayout(side)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(area, 1)
        foot = self._foot()
        column.addWidget(foot)
        wanted = page.sizeHint()
        self.resize(size_within(self, wanted.width() + GAP_XL, wanted.height() + foot.sizeHint().height() + GAP_XL))

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


def _columns(commands: Sequence[Command]) -> Iterator[list[tuple[str, list[Command]]]]:
    """Groups one under another as long as the tallest of them leaves room."""
    by_group: dict[str, list[Command]] = {}
    for command in commands:
        by_group.setdefault(command.group, []).append(command)
    tallest = max(len(members) for members in by_group.values())
    column: list[tuple[str, list[Command]]] = []
    for title, members in by_group.items():
        if column and sum(len(before) for _, before in column) + len(members) > tallest:
            yield column
            column = []
        column.append((title, members))
    yield column


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
