"""The settings window: a list of pages at the left, one page at the right, a foot that says what isn't saved.

A page is one module with a `SettingsPage`; `pages` registers it with its name, its group and who sees it.
May import records, services, the navigator, widgets and qtbase; no other feature.
"""

from app.views.settings.window import SettingsWindow, open_settings_window

__all__ = ["SettingsWindow", "open_settings_window"]
