"""Qt glue that knows no word of the CRM: theme, icons, tasks, dialogs, translations, shortcuts, crash route.

May import core, errors of services and resources; never models, db or anything above. Icons are drawn with
qtawesome's font, so this package may draw on QtWidgets.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it must have come before what follows

# PySide6 puts a function of its own in the place of Python's import. For the sake of its `__feature__` names, which
# nobody here uses, it reads the source of every module imported afterwards, SQLAlchemy's too, and keeps it in memory.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
