"""The forms of new leads, deals and contacts.

May import widgets, field_forms, qtbase and the records of services; other features are reached by the Navigator.
"""

from app.views.new_records.flow import new_contact, new_deal, new_lead

__all__ = ["new_contact", "new_deal", "new_lead"]
