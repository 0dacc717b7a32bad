"""What reaches the employee by itself: popups of reminders, the tray icon, the bell with its list, their settings.

May import widgets, qtmodels, qtbase, services and core; opens cards and dialogs through the `Navigator`.
"""
