"""Qt glue that knows no word of the CRM: theme, icons, tasks, dialogs, translations, shortcuts, crash route.

May import core, errors of services and resources; never models, db or anything above. Icons are drawn with
qtawesome's font, so this package may draw on QtWidgets.
"""
