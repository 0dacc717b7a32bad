"""Deals: clients under contract, made by conversion or by hand for a repeat purchase.

May import clients, lines, records, registry, rights, db and models.
"""

from app.services.deals.service import Deals

__all__ = ["Deals"]
