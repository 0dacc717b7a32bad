"""Records of the kanban: what stands in each column, and in which order."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.services.records.lists import IdVector

CardOrder = Literal["activity", "date", "hand"]
"""Cards of a column by what presses, the newest first, or as the employee laid them."""

Flags: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class StageColumn:
    """A stage with everything found on it, however many there are."""

    stage_id: int
    ids: IdVector
    planned: Flags
    """Beside each id, whether it has a next activity: cards without one are lower, and that is known unread."""
    sums: tuple[tuple[str, Decimal], ...]
    """By currency."""
