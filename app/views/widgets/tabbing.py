"""The way of Tab through what is made in another order than it stands: later chips, forms in a ready frame."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def tab_through(form: QWidget, *then: QWidget) -> None:
    """Go from a form that came later to the buttons that stand below it; the area that scrolls it is no stop."""
    last: QWidget | None = None
    widget = form.nextInFocusChain()
    while widget is not None and widget is not form:
        last = widget if _is_stop(widget) and form.isAncestorOf(widget) else last
        widget = widget.nextInFocusChain()
    for button in then:
        if last is not None:
            QWidget.setTabOrder(last, button)
        last = button
    area = form.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def tab_here(place: QWidget, buttons: Sequence[QWidget]) -> None:
    """Let buttons made just now be reached where their row stands, not at the end."""
    previous = place.previousInFocusChain()
    while previous is not None and previous is not place and (not _is_stop(previous) or previous in buttons):
        previous = previous.previousInFocusChain()
    for button in buttons:
        if previous is not None and previous is not place:
            QWidget.setTabOrder(previous, button)
        previous = button


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab stops there, shown or not: Qt orders nothing else."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
