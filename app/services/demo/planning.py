"""Decides, before any row is made, how far each lead has come and when."""

from datetime import datetime, timedelta
from typing import Final

from app.core.kinds import StageKind
from app.services.clients.requirements import CONVERTED
from app.services.clients.sections import LEAD
from app.services.demo.leads import BREAKS, LeadPlan
from app.services.demo.world import RULE_BREAKERS, World
from app.services.records.office import StageRecord

CONVERTED_SHARE: Final = 0.18
OPEN_SHARE: Final = 0.45
OPEN_A_MANAGER: Final = 60
"""Leads that one manager works on at a time, where there are many."""

LEAST_OPEN: Final = 0.12
SKIPPED: Final = 0.45
"""How often a lead passes a stage by."""

LONGEST_AGO: Final = 540
"""Days back to the office's first lead."""


class Planner:
    """Makes plans, one a lead."""

    def __init__(self, world: World, leads: int) -> None:
        self._world = world
        per_person = OPEN_A_MANAGER * len(world.staff.managers) / leads
        self._open_share = max(LEAST_OPEN, min(OPEN_SHARE, per_person))
        self._working = world.stages(LEAD, StageKind.WORKING)
        self._failures = world.stages(LEAD, StageKind.FAILURE)
        goals = world.stages(LEAD, StageKind.SUCCESS)
        self._goal = next((stage for stage in goals if stage.code == CONVERTED), goals[0])

    def plan(self) -> LeadPlan:
        """Where a lead stands, how it came there, and which rule it breaks, if any."""
        rng = self._world.rng
        chance = rng.random()
        if chance < self._open_share:
            target = rng.choice(self._working)
        elif chance < self._open_share + CONVERTED_SHARE:
            target = self._goal
        else:
            target = rng.choice(self._failures)
        path = self._path(target)
        working = target.kind is StageKind.WORKING
        return LeadPlan(
            target,
            path,
            self._moments(len(path), self._since_last(target)),
            rng.choice(self._world.staff.managers),
            rng.choice(BREAKS) if working and rng.random() < RULE_BREAKERS else "",
        )

    def _path(self, target: StageRecord) -> tuple[StageRecord, ...]:
        """From the first stage to the target, some stages between passed by."""
        rng, first = self._world.rng, self._working[0]
        if target.id == first.id:
            return (first,)
        if target.kind is StageKind.WORKING:
            last = target.position
        elif target.kind is StageKind.SUCCESS:
            last = self._working[-1].position + 1
        else:
            last = 1 + int(rng.random() ** 2 * len(self._working))  # most give up early
        between = [one for one in self._working[1:] if one.position < last and rng.random() > SKIPPED]
        if target.kind is StageKind.SUCCESS and not between:
            between = [self._working[-1]]
        return (first, *between, target)

    def _since_last(self, target: StageRecord) -> float:
        """Days since a lead came to where it stands: open ones are fresh, closed ones of any age."""
        rng = self._world.rng
        if target.kind is StageKind.WORKING:
            return rng.triangular(0, 5, 1)
        return min(rng.expovariate(1 / 120), LONGEST_AGO)

    def _moments(self, steps: int, since_last: float) -> tuple[datetime, ...]:
        """When each stage was entered, the last one so many days ago; two hours for the latest talk."""
        moments = self._world.moments
        rng, latest = self._world.rng, self._world.now - timedelta(hours=2)
        ago = since_last
        found = [min(moments.before_now(ago), latest)]
        for _ in range(steps - 1):
            ago += rng.triangular(0.5, 9, 2)
            found.append(min(moments.before_now(ago), found[-1] - timedelta(hours=3)))
        return tuple(reversed(found))
