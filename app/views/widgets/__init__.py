"""Shared pieces of the window: buttons, fields, bars, lists' delegates.

They know the theme and semantic words (tone, state, icon name) but no services; they import qtbase and the roles of
qtmodels only.
"""
