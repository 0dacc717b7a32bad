"""The command palette: clients found while typing, what can be done with the chosen one, and commands.

May import widgets, qtbase, services and core; it opens everything through the `Navigator`.
"""
