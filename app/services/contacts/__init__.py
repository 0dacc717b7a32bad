"""Contacts: the people behind leads and deals."""

from app.services.contacts.service import Contacts

__all__ = ["Contacts"]
