"""The sign-in window: which database, who, the password; and the door to other databases and the first run.

May import widgets, qtbase and core. What it needs of the outside stands in `desk`; bootstrap gives it.
"""
