"""The left column of a card: blocks of fields, read and edited as wholes, with their drafts and collisions.

May import the card's own shared parts, field_forms, widgets, qtbase and services; knows no other feature.
"""

from app.views.cards.blocks.column import BlockColumn

__all__ = ["BlockColumn"]
