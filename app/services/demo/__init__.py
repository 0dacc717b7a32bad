"""An invented office for trying things out: people, clients, their stories, and some who break the rules.

The same seed and the same moment give the same office. Rows are written in bulk, past the row triggers, and the
copies that triggers would keep are reckoned here; `bulk` puts the triggers back in the same transaction.
May import db, models, core and the services that say how a record's columns are made.
"""

from app.services.demo.filling import DemoOrder, DemoResult, fill_demo
from app.services.demo.staff import DemoEmployee

__all__ = ["DemoEmployee", "DemoOrder", "DemoResult", "fill_demo"]
