"""Form fields: a frame with label, star, error and hint around an editor of each type of value.

Editors answer `value()` in Python types and know no services; parsing of dates is handed in. Imports qtbase and core.
"""

from app.views.widgets.fields.base import Editor
from app.views.widgets.fields.choices import Choice, OneOfEditor, SeveralOfEditor, YesNoEditor
from app.views.widgets.fields.dates import DateEditor, DateTimeEditor
from app.views.widgets.fields.files import FileEditor
from app.views.widgets.fields.frame import FieldFrame, HintTone
from app.views.widgets.fields.lists import EmailListEditor, ListEditor, PhoneListEditor
from app.views.widgets.fields.numbers import MoneyEditor, NumberEditor
from app.views.widgets.fields.texts import LongTextEditor, PasswordEditor, TextEditor

__all__ = [
    "Choice",
    "DateEditor",
    "DateTimeEditor",
    "Editor",
    "EmailListEditor",
    "FieldFrame",
    "FileEditor",
    "HintTone",
    "ListEditor",
    "LongTextEditor",
    "MoneyEditor",
    "NumberEditor",
    "OneOfEditor",
    "PasswordEditor",
    "PhoneListEditor",
    "SeveralOfEditor",
    "TextEditor",
    "YesNoEditor",
]
