"""The conversion of a lead into a deal with a contact.

May import widgets, field_forms, qtbase and the records of services; other features are reached by the Navigator.
"""

from app.views.conversion.flow import convert

__all__ = ["convert"]
