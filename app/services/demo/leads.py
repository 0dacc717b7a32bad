"""The story of one lead: from the request over the stages to where it stands today."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from app.core.fieldkinds import FieldType
from app.core.kinds import ActivityKind, ContactPointKind, HistoryOp, StageKind, TimelineKind
from app.models import Attachment, Base, ContactPoint, Lead, OptionLink
from app.services.clients.sections import LEAD
from app.services.demo.book import Row, table_of
from app.services.demo.bulk import written_columns
from app.services.demo.persons import Person, email, invent_person, phone, written
from app.services.demo.threads import Thread
from app.services.demo.world import World
from app.services.lines import Clients
from app.services.records.office import StageRecord
from app.services.records.values import ContactPointValue, FieldValue

BREAKS: Final = ("overdue", "without", "too_late", "field", "subject")
"""In which ways a record breaks the rules."""

MOST_OPTIONAL: Final = 6


@dataclass(slots=True)
class LeadPlan:
    """What is decided before a lead's rows are made."""

    target: StageRecord
    path: tuple[StageRecord, ...]
    moments: tuple[datetime, ...]
    """When each stage of the path was entered."""
    manager: int
    breaks: str = ""


@dataclass(slots=True)
class ToldLead:
    """A lead whose rows are made but for what depends on its deal."""

    id: int
    row: Row
    values: dict[str, FieldValue]
    thread: Thread
    person: Person
    plan: LeadPlan


class LeadTeller:
    """Makes the rows of leads."""

    def __init__(self, world: World) -> None:
        self._world = world
        fields = world.registry.fields(LEAD.name)
        self._files = tuple(field for field in fields if field.type is FieldType.FILE)
        self._template: Row = dict.fromkeys(columns_of(Lead)) | {
            "title": "", "source_details": "", "referrer": "", "repeat": False, "comment": "", "custom": {},
            "last_name": "", "first_name": "", "middle_name": "", "version": 1,
        }  # fmt: skip

    def tell(self, number: int, plan: LeadPlan) -> ToldLead:
        """Everything about a lead that was not converted, or up to its conversion."""
        world = self._world
        person = invent_person(world.rng, world.material)
        lead_id = world.book.number(Lead)
        thread = Thread(world, Clients(lead_id=lead_id), "lead", lead_id)
        values = self._values(number, person, plan)
        self._happenings(thread, plan, values)
        row = self._row(lead_id, plan, values)
        told = ToldLead(lead_id, row, values, thread, person, plan)
        self._questionnaire(told)
        return told

    def close(self, told: ToldLead) -> None:
        """Put the lead itself into the book, with its copies as they are now."""
        world = self._world
        updated = told.thread.last_at or told.plan.moments[0]
        world.book.add(Lead, {**told.row, **told.thread.copies, "updated_at": updated})
        add_options(world, LEAD.name, told.id, told.values)
        if told.row["contact_id"] is None:
            add_points(world, "lead_id", told.id, told.values)

    def _values(self, number: int, person: Person, plan: LeadPlan) -> dict[str, FieldValue]:
        world, rng = self._world, self._world.rng
        wanted = [code for code in self._required(plan) if code in world.custom]
        spare = [code for code in world.custom if code not in wanted]
        wanted += rng.sample(spare, min(rng.randrange(MOST_OPTIONAL), len(spare)))
        if plan.breaks == "field":
            wanted = wanted[len(wanted) // 2 :]
        values = world.values.make(world.custom[code] for code in wanted)
        values.update(last_name=person.last, first_name=person.first, middle_name=person.middle)
        values["phones"] = self._phones(number)
        if rng.random() < 0.4:
            address = email(person, number)
            values["emails"] = (ContactPointValue(address, address),)
        values["source"] = rng.choice(world.sources)
        values["title"] = self._title(person)
        if rng.random() < 0.3:
            values["comment"] = rng.choice(world.material.notes)
        if rng.random() < 0.06:
            values["referrer"] = rng.choice(world.material.referrers)
        if "meeting_at" in plan.target.required and plan.breaks != "without":
            values["meeting_at"] = world.moments.next_step(plan.moments[-1])
            values["place"] = rng.choice(world.places)
        return values

    def _required(self, plan: LeadPlan) -> tuple[str, ...]:
        """Of the deepest stage the lead has been on."""
        deepest = next((one for one in reversed(plan.path) if one.kind is not StageKind.FAILURE), plan.path[0])
        return self._world.required[deepest.id]

    def _phones(self, number: int) -> tuple[ContactPointValue, ...]:
        """Most have one phone of their own; some share one with an earlier lead, some have two, some none."""
        world, rng = self._world, self._world.rng
        chance = rng.random()
        if chance < 0.01:
            return (ContactPointValue(world.material.unknown_phone),)
        own = phone(2 * (number if chance > 0.04 or number == 0 else rng.randrange(number)))
        points = [ContactPointValue(written(rng, own), own)]
        if rng.random() < 0.08:
            second = phone(2 * number + 1)
            points.append(ContactPointValue(written(rng, second), second))
        return tuple(points)

    def _title(self, person: Person) -> str:
        rng = self._world.rng
        if rng.random() < 0.2:
            return rng.choice(self._world.material.lead_titles)
        return person.whole_name

    def _happenings(self, thread: Thread, plan: LeadPlan, values: dict[str, FieldValue]) -> None:
        """The timeline and history from the request to today, and the next step."""
        world, who = self._world, plan.manager
        first, at = plan.path[0], plan.moments[0]
        thread.line(at, TimelineKind.CREATED, None, params={"source": values["source"]})
        thread.noted(
            at, None, HistoryOp.CREATE, who, title=(None, values["title"]), stage_id=(None, first.id),
            source_id=(None, values["source"]), responsible_id=(None, who),
        )
        before = first
        for stage, entered in zip(plan.path[1:], plan.moments[1:], strict=True):
            step_to_stage(world, thread, entered, before, stage, who)
            before = stage
        if world.rng.random() < 0.3:
            body = world.material.comment(world.rng, "lead", plan.target.code)
            thread.line(_within(world, plan), TimelineKind.COMMENT, who, body)
        if plan.target.kind is StageKind.WORKING:
            self._next_step(thread, plan, values)

    def _next_step(self, thread: Thread, plan: LeadPlan, values: dict[str, FieldValue]) -> None:
        world, who = self._world, plan.manager
        meeting = values.get("meeting_at")
        if isinstance(meeting, datetime):
            place = values.get("place")
            thread.planned(meeting, ActivityKind.MEETING, who, place_id=place if isinstance(place, int) else None)
            return
        plan_next(world, thread, plan.breaks, who, plan.moments[-1])

    def _row(self, lead_id: int, plan: LeadPlan, values: dict[str, FieldValue]) -> Row:
        world, writer = self._world, self._world.writers[LEAD.name]
        currency = world.currency
        closed = plan.target.kind is not StageKind.WORKING
        return {
            **self._template,
            **writer.columns({**values, "responsible": plan.manager}, currency, {}),
            **writer.copies(values, lead_id, currency),
            "id": lead_id, "stage_id": plan.target.id, "stage_since": plan.moments[-1], "currency": currency,
            "created_at": plan.moments[0], "closed_at": plan.moments[-1] if closed else None,
            "updated_by": plan.manager,
        }  # fmt: skip

    def _questionnaire(self, told: ToldLead) -> None:
        """Filled in at the meeting: at whoever has been on a stage that requires it."""
        world = self._world
        codes = self._required(told.plan)
        for field in self._files:
            if field.code in codes and told.plan.breaks != "field":
                world.book.add(
                    Attachment,
                    {
                        "id": world.book.number(Attachment), "file_id": world.file_id,
                        "name": world.material.questionnaire.format(surname=told.person.last), "lead_id": told.id,
                        "deal_id": None, "contact_id": None, "field_id": field.id, "author_id": told.plan.manager,
                        "created_at": told.plan.moments[-1], "deleted_at": None,
                    },
                )  # fmt: skip


def step_to_stage(
    world: World, thread: Thread, at: datetime, before: StageRecord, stage: StageRecord, who: int
) -> None:
    """What was done with the client, and the stage it led to."""
    rng, failed = world.rng, stage.kind is StageKind.FAILURE
    reached = stage.code not in ("no_answer", "unreachable")
    kind = ActivityKind.MEETING if "meeting_at" in before.required else ActivityKind.CALL
    reason = world.material.reason(rng, stage.code) if failed else ""
    comment = reason or world.material.comment(rng, stage.section, stage.code)
    thread.done(at, kind, who, comment, reached=reached)
    moved = at + timedelta(minutes=61 if kind is ActivityKind.MEETING else 16)
    thread.line(moved, TimelineKind.STAGE, who, reason, params={"before": before.id, "after": stage.id})
    thread.noted(moved, who, HistoryOp.CHANGE, who, stage_id=(before.id, stage.id))


def plan_next(world: World, thread: Thread, breaks: str, who: int, since: datetime) -> None:
    """The next activity of an open record, or what its manager did instead."""
    kind = world.rng.choice((ActivityKind.CALL, ActivityKind.CALL, ActivityKind.CALL, ActivityKind.MESSAGE))
    contact = thread.copies["last_contact_at"] or since
    match breaks:
        case "without":
            return
        case "overdue":
            thread.planned(world.moments.missed(), kind, who)
        case "too_late":
            thread.planned(world.moments.too_late(contact), kind, who)
        case "subject":
            thread.planned(world.moments.next_step(contact), kind, who, subject=kind.value)
        case _:
            thread.planned(world.moments.next_step(contact), kind, who)


def add_points(world: World, owner: str, owner_id: int, values: dict[str, FieldValue]) -> None:
    """Phones and emails of a lead or contact, as written."""
    for code, kind in (("phones", ContactPointKind.PHONE), ("emails", ContactPointKind.EMAIL)):
        points = values.get(code)
        for position, point in enumerate(points if isinstance(points, tuple) else ()):
            if isinstance(point, ContactPointValue):
                world.book.add(
                    ContactPoint,
                    {
                        "id": world.book.number(ContactPoint), "lead_id": None, "contact_id": None, owner: owner_id,
                        "point_kind": kind, "value": point.value, "normal": point.normal, "label": "",
                        "position": position,
                    },
                )  # fmt: skip


def add_options(world: World, section: str, record_id: int, values: dict[str, FieldValue]) -> None:
    """Chosen options of several-of fields."""
    for field_id, options in world.writers[section].several(values).items():
        for option in options:
            row = {"section": section, "field_id": field_id, "option_id": option, "record_id": record_id}
            world.book.add(OptionLink, row)


def _within(world: World, plan: LeadPlan) -> datetime:
    """Some moment after the first of the story and before its last."""
    span = min(plan.moments[-1] + timedelta(days=1), world.now) - plan.moments[0]
    return plan.moments[0] + span * world.rng.random()


def columns_of(entity: type[Base]) -> list[str]:
    """The columns that a row of a table is written with: all but those the database reckons itself."""
    return [column.name for column in written_columns(table_of(entity))]
