"""What the feature folders give to the shell: how to make each page, window and dialog."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.core.kinds import ActivityKind
from app.services.records.activities import ClientRef
from app.services.records.values import Values
from app.views.navigator import Beginning, Page, Tab, ViewContext

Flow: TypeAlias = Coroutine[object, object, object]
"""A dialog from its opening to its end; it raises what it can't say itself."""


@dataclass(frozen=True, slots=True)
class Features:
    """One entry for everything that opens. The widget in each call is the window that a dialog belongs to."""

    pages: Mapping[Tab, Callable[[ViewContext], Page]]
    """By tab, in their order."""
    card: Callable[[ViewContext, ClientRef, Sequence[int]], QWidget]
    """A window of its own; the ids are its neighbours in the list it is opened from."""
    new_lead: Callable[[ViewContext, QWidget, Values, int | None], Flow]
    """The number is the stage that it goes on to."""
    new_deal: Callable[[ViewContext, QWidget, int | None, int | None], Flow]
    """The contact's id, where it is known, and the stage."""
    new_contact: Callable[[ViewContext, QWidget, Values], Flow]
    plan_activity: Callable[
        [ViewContext, QWidget, ClientRef | None, QRect | None, ActivityKind | None, Beginning | None], Flow
    ]
    """The rectangle is the cell to open under, in global coordinates; kind and time are those chosen beforehand."""
    change_activity: Callable[[ViewContext, QWidget, int, QRect | None], Flow]
    complete_activity: Callable[[ViewContext, QWidget, int], Flow]
    log_call: Callable[[ViewContext, QWidget, ClientRef], Flow]
    """Three fields for a call already held: result, comment, next."""
    comment: Callable[[ViewContext, QWidget, ClientRef], Flow]
    """For the timeline of a client whose card isn't in front."""
    move_stage: Callable[[ViewContext, QWidget, ClientRef, int], Coroutine[object, object, bool]]
    """Asks for what is missing; a converting stage opens the conversion. Whether the record was moved."""
    convert: Callable[[ViewContext, QWidget, int], Flow]
    imports: Callable[[ViewContext, QWidget, str], Flow]
    """The import wizard of a section."""
    undo_last: Callable[[ViewContext, QWidget], Flow]
    """The employee's own newest operation."""
    last_operations: Callable[[ViewContext, QWidget], Flow]
    bin: Callable[[ViewContext, QWidget], Flow]
    settings: Callable[[ViewContext, str], QWidget]
    """A window of its own, with a page in front where one is named."""
    profile: Callable[[ViewContext, int], Page]
    """Of an employee, over the tabs."""
    duplicates: Callable[[ViewContext, QWidget, Sequence[ClientRef]], QWidget]
    """A window of its own; the records are those to lay side by side, none: search for them."""
