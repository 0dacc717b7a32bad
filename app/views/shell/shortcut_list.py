"""F1: what the keys do, by where they do it."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.qtbase.shortcuts import Command, native
from app.views.widgets.buttons import Button
from app.views.widgets.key_hint import KeyHint


class ShortcutList(QDialog):
    """Two columns of groups; Esc closes."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Shell", "Keyboard shortcuts"))
        self.setProperty("role", "form")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(GAP_XL, GAP_L, GAP_XL, GAP_L)
        column.addLayout(body)
        groups = QHBoxLayout()
        groups.setSpacing(GAP_XL * 2)
        body.addLayout(groups)
        with_keys = sorted((one for one in commands if one.keys), key=lambda one: one.group)
        for title, members in groupby(with_keys, key=lambda one: one.group):
            groups.addLayout(_group(title, list(members)))
        column.addWidget(self._foot())

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
    column.addStretch(1)
    return column
