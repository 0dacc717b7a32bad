"""What a tool row gives up in a narrow window, so that its filter field can be typed in."""

from collections.abc import Iterable

from app.qtbase.metrics import NARROW_ROW
from app.views.widgets.buttons import SegmentedSwitch
from app.views.widgets.tags import CounterChip


def give_way(width: int, switch: SegmentedSwitch, chips: Iterable[CounterChip]) -> None:
    """Show the switch and the counters without words where the row is narrow."""
    brief = width < NARROW_ROW
    switch.set_brief(brief)
    for chip in chips:
        chip.set_brief(brief)
