"""The story of a deal: the contract, its payments, the stages it has passed, and the contact behind it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from app.core.kinds import ActivityKind, HistoryOp, StageKind, TimelineKind
from app.core.money import from_minor, to_minor
from app.models import Contact, Deal, Payment
from app.services.clients.sections import CONTACT, DEAL, fields_of, is_personal
from app.services.demo.book import Row
from app.services.demo.leads import ToldLead, add_options, add_points, columns_of, plan_next, step_to_stage
from app.services.demo.threads import Thread
from app.services.demo.world import RULE_BREAKERS, World
from app.services.lines import Clients
from app.services.records.office import StageRecord
from app.services.records.values import FieldValue

DAYS_A_STAGE: Final = 30
LOST: Final = 0.07
AGAIN: Final = 0.04
"""How many clients come back for another contract."""

BREAKS: Final = ("overdue", "without", "too_late", "payment")


@dataclass(slots=True)
class _Contract:
    """What was agreed."""

    price: int
    """Minor units, as the payments are."""
    paid: int = 0
    next_on: date | None = None


class DealTeller:
    """Makes the rows of deals and contacts."""

    def __init__(self, world: World) -> None:
        self._world = world
        registry = world.registry
        self._carried = frozenset(one.code for one in fields_of(registry, DEAL.name))
        self._templates: dict[str, Row] = {
            DEAL.name: {**dict.fromkeys(columns_of(Deal)), "contract_number": "", "paid": 0},
            CONTACT.name: dict.fromkeys(columns_of(Contact)),
        }
        for template in self._templates.values():
            template.update(
                title="", comment="", custom={}, last_name="", first_name="", middle_name="", version=1
            )

    def tell(self, told: ToldLead) -> int:
        """The deal and the contact that a lead became, perhaps with a second deal; how many deals were made."""
        world = self._world
        at = told.plan.moments[-1] + timedelta(minutes=75)
        contact_id = world.book.number(Contact)
        contact = Thread(world, Clients(contact_id=contact_id), "contact", contact_id)
        executor = world.rng.choice(world.staff.executors)
        deal_id = self._deal(told, contact_id, contact, executor, at, from_lead=True)
        told.thread.line(
            at, TimelineKind.CONVERTED, told.plan.manager, deal_id=deal_id, contact_id=contact_id,
            params={"before": told.plan.path[-2].id, "after": told.plan.target.id},
        )
        told.thread.noted(
            at, told.plan.manager, HistoryOp.CHANGE, told.plan.manager,
            contact_id=(None, contact_id), stage_id=(told.plan.path[-2].id, told.plan.target.id),
        )
        told.row.update(contact_id=contact_id, stage_since=at, closed_at=at)
        deals = 1
        later = world.moments.before_now((world.now - at).days / 2)
        if world.rng.random() < AGAIN and later > at:
            self._deal(told, contact_id, contact, executor, later, from_lead=False)
            deals += 1
        self._contact(told, contact_id, contact, at)
        return deals

    def _contact(self, told: ToldLead, contact_id: int, thread: Thread, at: datetime) -> None:
        world, writer = self._world, self._world.writers[CONTACT.name]
        currency = world.currency
        personal = {code: value for code, value in told.values.items() if is_personal(code)}
        thread.noted(at, told.plan.manager, HistoryOp.CREATE, told.plan.manager, title=(None, told.person.whole_name))
        world.book.add(
            Contact,
            {
                **self._templates[CONTACT.name], **writer.columns(personal, currency, {}),
                **writer.copies(personal, contact_id, currency), **thread.copies, "id": contact_id,
                "responsible_id": told.plan.manager, "created_at": at, "created_by": told.plan.manager,
                "updated_at": thread.last_at or at, "updated_by": told.plan.manager,
            },
        )  # fmt: skip
        add_points(world, "contact_id", contact_id, personal)

    def _deal(
        self, told: ToldLead, contact_id: int, contact: Thread, executor: int, at: datetime, *, from_lead: bool
    ) -> int:
        world, rng = self._world, self._world.rng
        deal_id = world.book.number(Deal)
        thread = Thread(world, Clients(deal_id=deal_id, contact_id=contact_id), "deal", deal_id)
        path, moments = self._path(at)
        closed = path[-1].kind is not StageKind.WORKING
        breaks = rng.choice(BREAKS) if not closed and rng.random() < RULE_BREAKERS else ""
        thread.noted(
            at, told.plan.manager, HistoryOp.CREATE, executor, stage_id=(None, path[0].id),
            responsible_id=(None, executor), contact_id=(None, contact_id),
        )
        if not from_lead:
            thread.line(at, TimelineKind.CREATED, executor)
        contract = self._payments(thread, deal_id, told, at, finished=path[-1].kind is StageKind.SUCCESS, breaks=breaks)
        for before, stage, entered in zip(path, path[1:], moments[1:], strict=False):
            step_to_stage(world, thread, entered, before, stage, executor)
        if len(path) == 1:
            comment = world.material.comment(rng, DEAL.name, path[0].code)
            called = min(at + timedelta(days=1), world.now - timedelta(hours=1))
            thread.done(max(called, at), ActivityKind.CALL, executor, comment)
        if not closed:
            plan_next(world, thread, breaks, executor, at)
        values = self._values(told, contract, at, deal_id, from_lead=from_lead)
        row = self._row(deal_id, told, values, contract, executor, from_lead=from_lead)
        row.update(
            contact_id=contact_id, stage_id=path[-1].id, stage_since=moments[-1],
            closed_at=moments[-1] if closed else None, created_at=at, updated_at=thread.last_at or at, **thread.copies,
        )
        world.book.add(Deal, row)
        add_options(world, DEAL.name, deal_id, values)
        contact.absorb(thread)
        return deal_id

    def _path(self, at: datetime) -> tuple[list[StageRecord], list[datetime]]:
        """The stages passed since the contract, about one a month."""
        world, rng = self._world, self._world.rng
        working = world.stages(DEAL, StageKind.WORKING)
        age = (world.now - at).days
        passed = int(age / DAYS_A_STAGE * rng.uniform(0.6, 1.4))
        path = list(working[: passed + 1])
        if passed >= len(working):
            path.append(world.stages(DEAL, StageKind.SUCCESS)[0])
        elif passed and rng.random() < LOST:
            path.append(rng.choice(world.stages(DEAL, StageKind.FAILURE)))
        step = age / len(path)
        moments = [at]
        for number in range(1, len(path)):
            moment = world.moments.before_now(age - step * (number + 0.6 * rng.random()))
            moments.append(min(max(moment, moments[-1] + timedelta(hours=3)), world.now - timedelta(hours=2)))
        return path, moments

    def _payments(
        self, thread: Thread, deal_id: int, told: ToldLead, at: datetime, *, finished: bool, breaks: str
    ) -> _Contract:
        """The first payment, received at once, and the rest month by month."""
        world, rng = self._world, self._world.rng
        currency = world.currency
        months = rng.randrange(4, 11)
        first, monthly = (to_minor(Decimal(rng.randrange(10, 35) * 1_000), currency) for _ in range(2))
        contract = _Contract(first + months * monthly)
        start, today = world.moments.day_of(at), world.moments.today
        for number in range(months + 1):
            due = start + timedelta(days=30 * number)
            late = breaks == "payment" and due > today - timedelta(days=60)
            received = min(due, today) if finished or number == 0 or (due <= today and not late) else None
            amount = monthly if number else first
            self._payment(thread, deal_id, told, number + 1, due, received, amount, at)
            if received is not None:
                contract.paid += amount
            elif contract.next_on is None:
                contract.next_on = due
        return contract

    def _payment(
        self, thread: Thread, deal_id: int, told: ToldLead, number: int, due: date, received: date | None, amount: int,
        at: datetime,
    ) -> None:
        world = self._world
        method = world.rng.choice(world.methods) if received and world.methods else None
        world.book.add(
            Payment,
            {
                "id": world.book.number(Payment), "deal_id": deal_id, "number": number, "planned_on": due,
                "amount": amount, "received_on": received, "method": method,
                "received_by": told.plan.manager if received else None, "receipt_id": None,
                "remind_days": None if number == 1 else 2, "created_at": at, "version": 1,
            },
        )  # fmt: skip
        if received is not None:
            moment = at if number == 1 else world.moments.at_work(received)
            whole = from_minor(amount, world.currency)
            thread.line(
                min(moment, world.now), TimelineKind.PAYMENT, told.plan.manager,
                params={
                    "amount": str(whole), "currency": world.currency, "received_on": received.isoformat(),
                    "received_by": told.plan.manager, "method": method,
                },
            )  # fmt: skip

    def _values(
        self, told: ToldLead, contract: _Contract, at: datetime, deal_id: int, *, from_lead: bool
    ) -> dict[str, FieldValue]:
        """The deal's own fields over those carried over from the lead."""
        world = self._world
        values = {code: value for code, value in told.values.items() if code in self._carried and code != "comment"}
        signed = world.moments.day_of(at)
        values.update(
            title=told.person.whole_name,
            deal_type=world.rng.choice(world.deal_types) if world.deal_types else None,
            amount=from_minor(contract.price, world.currency),
            currency=world.currency,
            contract_number=f"{signed:%y%m}-{deal_id}",
            contract_date=signed,
        )
        return values

    def _row(
        self, deal_id: int, told: ToldLead, values: dict[str, FieldValue], contract: _Contract, executor: int, *,
        from_lead: bool,
    ) -> Row:
        writer, currency = self._world.writers[DEAL.name], self._world.currency
        return {
            **self._templates[DEAL.name], **writer.columns({**values, "responsible": executor}, currency, {}),
            **writer.copies(values, deal_id, currency), "id": deal_id, "paid": contract.paid,
            "next_payment_on": contract.next_on, "lead_id": told.id if from_lead else None,
            "lead_responsible_id": told.plan.manager if from_lead else None, "created_by": told.plan.manager,
            "updated_by": executor,
        }  # fmt: skip
