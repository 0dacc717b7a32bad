"""A colleague's profile: who it is, how to reach them, what they tell of themselves, what they have planned.

`band` paints the theme that visitors see, `panels` what is told, `interests` the tags that go over by a click, `rows`
the planned activities, `edit_dialog` one's own profile being written. May import calendar, widgets, the navigator,
qtmodels, qtbase, services and core.
"""

from app.views.profile.page import profile_page

__all__ = ["profile_page"]
