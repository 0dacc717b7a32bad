"""Activities: planned next steps with a client, from the plan through reminders to the result and the next step.

`Planner` plans inside an open unit of work (other services use it, too), `ManyPlans` the same with many clients,
`Activities` is the whole service. The rules
come from `services.rules`; the stage that a completion moves to belongs to whoever stands behind `StageMover`.
"""

from app.services.activities.many import ManyPlans, soonest_limit
from app.services.activities.planner import Planner
from app.services.activities.service import Activities, StageMover

__all__ = ["Activities", "ManyPlans", "Planner", "StageMover", "soonest_limit"]
