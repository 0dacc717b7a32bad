"""The main window: a frame of tabs, pages, banner and status bar, and the `Navigator` that knows all features.

May import every feature folder, widgets, qtmodels, qtbase, services and core.
"""
