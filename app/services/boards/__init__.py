"""The kanban of leads and deals: a column a stage, each with the ids of all its cards, count and sums.

Cards themselves are rows of `services.lists`; moving one is `leads.move` or `deals.move`.
May import lists, filtering, preferences, records, registry, db and models.
"""

from app.services.boards.service import Boards

__all__ = ["Boards"]
