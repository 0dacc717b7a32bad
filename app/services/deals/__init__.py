"""Deals: clients under contract."""

from app.services.deals.service import Deals

__all__ = ["Deals"]
