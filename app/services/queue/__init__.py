"""The work queue: whom to treat next, by the guide's order (SPEC, "Work goes in the guide's order").

May import services (lists, filtering, activities, records), models, db and core.
"""

from app.services.queue.service import WorkQueue

__all__ = ["WorkQueue"]
