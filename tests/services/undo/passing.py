"""A clock for operations that have to come one after another."""

from datetime import datetime, timedelta

from app.core.clock import FixedClock


class PassingTime(FixedClock):
    """Goes on a second with every look, so that no two operations are of one moment."""

    def now(self) -> datetime:
        self.move_to(super().now() + timedelta(seconds=1))
        return super().now()
