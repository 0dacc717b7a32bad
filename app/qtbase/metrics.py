"""All sizes in one place (design language, sections 2 and 8). Units: device independent pixels."""

from dataclasses import dataclass
from enum import StrEnum

GAP_XS, GAP_S, GAP_M, GAP_L, GAP_XL = 4, 8, 12, 16, 24
GAP_CONTROL = 6
"""Between an icon and its words inside one control."""

RADIUS_TAG, RADIUS_CONTROL, RADIUS_PANEL, RADIUS_POPUP = 3, 4, 6, 8

FOCUS_EDGE = 2
CURRENT_ROW_BAR = 3
PLANNED_EDGE = 4
SEGMENT_HEIGHT, SEGMENT_GAP = 4, 2
STAGE_POINT, STAGE_GAP = 10, 3
NODE = 28
"""Round node of the timeline."""

MOTION_MS = 120
SUCCESS_FADE_MS = 4000

CARD_WIDTH, CARD_WIDTH_NARROW = 500, 430
"""Left column of a card; the narrow one below NARROW_WINDOW."""
NARROW_WINDOW = 1400
NARROW_ROW = 1300
"""Below it a tool row shows its switch and counters without words, as a small screen at 150 % needs."""


class Density(StrEnum):
    """How much air the user wants; saved per user."""

    DEFAULT = "default"
    COMPACT = "compact"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Metrics:
    """Heights and type sizes of one density."""

    top_bar: int = 44
    tool_row: int = 48
    status_bar: int = 26
    header_row: int = 32
    group_row: int = 30
    row: int = 44
    row_agenda: int = 36
    row_line: int = 34
    control: int = 32
    control_small: int = 26
    tag: int = 20
    counter: int = 16
    chip: int = 28
    banner: int = 40
    stage_bar: int = 34
    icon: int = 16
    icon_cell: int = 14
    icon_bell: int = 18
    icon_empty: int = 32
    px_title: int = 20
    px_heading: int = 16
    px_brand: int = 14
    px_body: int = 13
    px_caption: int = 12
    px_small: int = 11


_LARGE = Metrics(
    top_bar=52, tool_row=54, status_bar=30, header_row=38, group_row=36, row=53, row_agenda=43, row_line=41,
    control=36, control_small=30, tag=23, counter=19, chip=32, banner=46, stage_bar=39, icon=18, icon_cell=16,
    icon_bell=21, icon_empty=37, px_title=23, px_heading=18, px_brand=16, px_body=15, px_caption=14, px_small=13,
)  # fmt: skip
_COMPACT = Metrics(row=36, row_agenda=32, row_line=30, group_row=28, control=28, tool_row=44)

METRICS: dict[Density, Metrics] = {Density.DEFAULT: Metrics(), Density.COMPACT: _COMPACT, Density.LARGE: _LARGE}
