"""What the pages of leads, deals and contacts have in common: one page, described by a section's `SectionSpec`.

Shared by those three folders. May import widgets, the navigator, qtmodels, qtbase, services and core.
"""
