"""Two edits of one card: what both changed is chosen field by field, what one changed is listed as settled.

May import the card's shared parts, field_forms, widgets, qtbase and the records of services; knows no other feature.
"""

from app.views.cards.conflict.dialog import ConflictDialog
from app.views.cards.conflict.versions import Collision, Meeting, Settled

__all__ = ["Collision", "ConflictDialog", "Meeting", "Settled"]
