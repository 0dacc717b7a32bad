"""The two ways in, over either form: by password, by a one-time code."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L
from app.services.people.codes import ALPHABET, GROUP, GROUPS, as_typed
from app.views.widgets.buttons import Segment, SegmentedSwitch

BY_PASSWORD: Final = "password"
BY_CODE: Final = "code"


def entry_switch(chosen: str, parent: QWidget) -> SegmentedSwitch:
    """The switch, with one of the ways on."""
    switch = SegmentedSwitch(
        [
            Segment(BY_PASSWORD, QCoreApplication.translate("SignIn", "By password"), "user"),
            Segment(BY_CODE, QCoreApplication.translate("SignIn", "By invitation"), "key"),
        ],
        stretch=True,
        parent=parent,
    )
    switch.setAccessibleName(QCoreApplication.translate("SignIn", "Way of signing in"))
    switch.set_value(chosen)
    return switch


def is_code(text: str) -> bool:
    """Whether a password looks like a one-time code."""
    parts = as_typed(text).split("-")
    return len(parts) == GROUPS and all(len(part) == GROUP and set(part) <= set(ALPHABET) for part in parts)


def add_form_head(column: QVBoxLayout, title: str, way: str, form: QWidget) -> tuple[QLabel, SegmentedSwitch]:
    """What both ways of coming in begin with: the title, the database's name (to be filled in) and the switch."""
    heading = QLabel(title, form)
    heading.setProperty("role", "title")
    column.addWidget(heading)
    column.addSpacing(2)
    database = QLabel(form)
    database.setProperty("tone", "second")
    database.setTextFormat(Qt.TextFormat.PlainText)
    column.addWidget(database)
    column.addSpacing(GAP_L)
    switch = entry_switch(way, form)
    column.addWidget(switch)
    column.addSpacing(GAP_L - 2)
    return database, switch
