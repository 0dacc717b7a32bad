"""Forms made from field definitions: the same editors in cards, new-record forms and the stage dialog.

Shared by the view features; imports widgets, qtbase and the records of services.
"""

from app.views.field_forms.drafts import from_draft, to_draft
from app.views.field_forms.form import FieldForm
from app.views.field_forms.making import FieldWorld, make_editor
from app.views.field_forms.wording import value_words

__all__ = ["FieldForm", "FieldWorld", "from_draft", "make_editor", "to_draft", "value_words"]
