"""Takes cards to a stage one after another, each by the way its own card has: rules, dialog, conversion."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.core.errors import Offline, PrichalError, UserError
from app.qtbase.error_texts import error_text
from app.services.records.activities import ClientRef
from app.services.records.clients import StageNeeds
from app.views.navigator import ViewContext

MOST_NAMED = 2
"""Fields that a column's head has room for; of more the first is named and the others are counted."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the cards."""

    moved: tuple[int, ...]
    refused: tuple[tuple[int, PrichalError], ...] = ()
    given_up: bool = False
    """The user went back; this card and those behind it were left."""


async def move_cards(context: ViewContext, section: str, cards: Sequence[int], stage_id: int) -> Outcome:
    """Move each; what is refused is left and told, going back from a dialog leaves the rest.

    Raises Offline.
    """
    moved: list[int] = []
    refused: list[tuple[int, PrichalError]] = []
    for card in cards:
        try:
            if not await context.navigator.moved_to_stage(ClientRef(section, card), stage_id):
                return Outcome(tuple(moved), tuple(refused), given_up=True)
            moved.append(card)
        except Offline:
            raise
        except PrichalError as error:
            refused.append((card, error))
    return Outcome(tuple(moved), tuple(refused))


def refusal(name: str, count: int, outcome: Outcome) -> UserError:
    """What is told of cards that were refused: the first of them, why, and how many of several were moved."""
    reason = error_text(outcome.refused[0][1])
    return UserError("cards_refused", name=name, reason=reason, moved=len(outcome.moved), count=count)


def needs_words(needs: StageNeeds) -> str:
    """What a stage still asks for, in the head of its column; empty where nothing is missing."""
    if needs.converts:
        return QCoreApplication.translate("Board", "Opens the conversion")
    names = [field.name for field in needs.missing]
    if needs.asks_reason:
        names.append(QCoreApplication.translate("Board", "the reason"))
    if not names:
        return ""
    shown = ", ".join(names)
    if len(names) > MOST_NAMED:
        more = QCoreApplication.translate("Board", "{field}, {count} more")
        shown = more.format(field=names[0], count=len(names) - 1)
    return QCoreApplication.translate("Board", "Needed: {fields}").format(fields=shown)
