"""Contacts: the people behind leads and deals, made at conversion or by hand.

May import clients, lines, records, registry, rights, db and models.
"""

from app.services.contacts.service import Contacts

__all__ = ["Contacts"]
