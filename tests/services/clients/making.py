"""Leads, deals and contacts for tests, made through the services as a user makes them."""

from datetime import date, timedelta
from decimal import Decimal

from app.core.fieldkinds import UNKNOWN, FieldType
from app.core.kinds import Kind
from app.models import Attachment, File
from app.services.activities import Planner
from app.services.contacts import Contacts
from app.services.deals import Deals
from app.services.leads import Leads, Meetings
from app.services.records.clients import Conversion, PlannedPayment
from app.services.records.values import ContactPointValue, FieldValue, Values
from app.services.workplace import Workplace


class SeenViews:
    """Notes which cards were opened, in place of the history."""

    def __init__(self) -> None:
        self.seen: list[tuple[Kind, int]] = []

    async def note_view(self, kind: Kind, ref: int) -> None:
        self.seen.append((kind, ref))


def leads_of(workplace: Workplace) -> Leads:
    planner = Planner(workplace)
    return Leads(workplace, SeenViews(), Meetings(workplace, planner), planner)


def deals_of(workplace: Workplace) -> Deals:
    return Deals(workplace, SeenViews(), Meetings(workplace, Planner(workplace)))


def contacts_of(workplace: Workplace) -> Contacts:
    return Contacts(workplace, SeenViews())


def phones(*written: str) -> tuple[ContactPointValue, ...]:
    return tuple(ContactPointValue(one) for one in written)


def stage_id(workplace: Workplace, code: str, section: str = "lead") -> int:
    return workplace.registry.stage_by_code(section, code).id


def new_lead(workplace: Workplace, **values: FieldValue) -> dict[str, FieldValue]:
    """What a manager types into a new lead's form."""
    source = next(iter(workplace.registry.all.sources))
    filled: dict[str, FieldValue] = {
        "last_name": "Гаврилова",
        "first_name": "Нина",
        "phones": phones("8 (916) 000-41-27"),
        "source": source,
    }
    return {**filled, **values}


def some_value(workplace: Workplace, code: str) -> FieldValue:
    """A value that fits a field of the lead."""
    field = workplace.registry.field("lead", code)
    if field.unknown_allowed:
        return UNKNOWN
    by_type: dict[FieldType, FieldValue] = {
        FieldType.TEXT: "Балашиха",
        FieldType.LONG_TEXT: "Балашиха",
        FieldType.NUMBER: Decimal(3),
        FieldType.MONEY: Decimal("640000.00"),
        FieldType.DATE: date(1981, 6, 4),
        FieldType.YES_NO: False,
    }
    if field.type is FieldType.ONE_OF:
        return field.options[0].id
    if field.type is FieldType.SEVERAL_OF:
        return (field.options[0].id,)
    return by_type[field.type]


async def attach_questionnaire(workplace: Workplace, lead_id: int) -> None:
    """A questionnaire at the lead, by plain rows: the files have tests of their own."""
    async with workplace.database.write(workplace.order("file.attach")) as unit:
        file = File(size=3, complete=True, sha256="0", created_at=unit.at)
        unit.session.add(file)
        await unit.session.flush()
        field = workplace.registry.field("lead", "questionnaire")
        unit.session.add(
            Attachment(
                file_id=file.id, name="Анкета.pdf", lead_id=lead_id, field_id=field.id, created_at=unit.at,
                author_id=workplace.actor.employee_id,
            )
        )


async def ready_lead(workplace: Workplace, **values: FieldValue) -> int:
    """A lead with everything that conversion requires of the lead itself."""
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace, **values))
    await attach_questionnaire(workplace, lead_id)
    needs = await leads.needs(lead_id, stage_id(workplace, "thinking"))
    filled: Values = {field.code: some_value(workplace, field.code) for field in needs.missing}
    await leads.move(lead_id, stage_id(workplace, "thinking"), filled)
    return lead_id


def conversion(workplace: Workplace, **changed: object) -> Conversion:
    """What the conversion dialog sends: 25,000 of 180,000 paid, the rest in five payments."""
    today = workplace.today()
    schedule = tuple(
        PlannedPayment(today + timedelta(days=30 * number), Decimal(31_000)) for number in range(1, 6)
    )
    chosen: dict[str, object] = {
        "deal_type_id": next(iter(workplace.registry.all.deal_types)),
        "full_price": Decimal(180_000),
        "first_payment": Decimal(25_000),
        "paid_on": today,
        "method": "cash",
        "schedule": schedule,
    }
    return Conversion(**{**chosen, **changed})  # type: ignore[arg-type]  # a test's own names
