"""The change feed: what other programs committed, published here as `Changes` within a moment (DATA.md).

`sqlite` and `postgresql` know where a reader stands in the feed and how it wakes, `lines` what lines mean, `follower`
runs it all. May import db, models and core; knows no use case.
"""

from app.services.feed.follower import Feed

__all__ = ["Feed"]
