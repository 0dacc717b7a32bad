"""The first run in three steps: language and place of the database, the office's preset, the administrator.

May import widgets, qtbase and core. What it needs of the outside stands in `desk`; bootstrap gives it.
"""
