"""Clients for the tests and pictures of cards, made through the services as an office makes them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from app.core.clock import FixedClock
from app.core.kinds import ActivityKind
from app.services.container import Services
from app.services.records.activities import ActivityDraft, ClientRef, Completion
from app.services.records.clients import Conversion, PlannedPayment
from app.services.records.values import ContactPointValue, FieldValue
from tests.support.office import NOW

PDF = b"%PDF-1.4\n" + b"questionnaire " * 30_000


def moment(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment of 2025 in Moscow."""
    return datetime(2025, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=3)


def points(*written: str) -> tuple[ContactPointValue, ...]:
    return tuple(ContactPointValue(one) for one in written)


def option(services: Services, code: str, choice: str) -> int:
    field = services.workplace.registry.field("lead", code)
    return next(one.id for one in field.options if one.code == choice)


def source(services: Services, name: str) -> int:
    return next(one.id for one in services.workplace.registry.all.sources.values() if one.name == name)


def stage(services: Services, section: str, code: str) -> int:
    return services.workplace.registry.stage_by_code(section, code).id


def mironenko(services: Services) -> dict[str, FieldValue]:
    """What is known of the lead of the design's pictures."""
    return {
        "last_name": "Мироненко",
        "first_name": "Олег",
        "middle_name": "Викторович",
        "phones": points("+7 (962) 000-80-11", "+7 (495) 000-31-70"),
        "emails": points("o.mironenko@primer.test"),
        "source": source(services, "Яндекс.Директ"),
        "comment": "Кредиты брал на ремонт и бизнес, ИП закрыто в 2024 году",
        "total_debt": Decimal(2_150_000),
        "creditor_count": Decimal(6),
        "creditors": "Банки — 4, МФО — 2",
        "monthly_payment": Decimal(64_300),
        "payments_overdue": True,
        "overdue_since": date(2025, 8, 14),
        "mortgage": True,
        "enforcement": False,
        "birth_date": date(1981, 6, 4),
        "city": "Балашиха",
        "marital_status": option(services, "marital_status", "married"),
        "dependants": Decimal(2),
        "official_income": Decimal(78_000),
        "employment": option(services, "employment", "employed"),
        "property": (option(services, "property", "flat"), option(services, "property", "car")),
    }


async def picture_lead(services: Services, clock: FixedClock) -> int:
    """The lead of design/lead-card.png, worked through its stages; the clock ends at the pictures' moment."""
    clock.move_to(moment(27, 9, 40, month=10))
    lead_id = await services.leads.create(mironenko(services))
    ref = ClientRef("lead", lead_id)
    await _meet(services, clock, ref)
    clock.move_to(moment(14, 12, 46))
    _ = await services.timeline.add_comment(
        ref, "Советуется с супругой, попросил расчёт платежа. Перезвонить во вторник после 17:00."
    )
    _ = await services.activities.plan(
        ActivityDraft(ActivityKind.CALL, "Узнать решение после встречи", moment(18, 17, 30), 15, ref)
    )
    clock.move_to(moment(18, 9, 12))
    _ = await services.timeline.add_comment(
        ref, "Прислал выписку по ипотеке. Платёж не пропускал, квартиру хочет сохранить. "
        "Передала юристу на оценку до 16:00.",
    )
    clock.move_to(NOW)
    return lead_id


async def _meet(services: Services, clock: FixedClock, ref: ClientRef) -> None:
    """From the first call to the stage after the meeting, with the questionnaire."""
    place = next(iter(services.workplace.registry.all.places))
    clock.move_to(moment(10, 12))
    await services.leads.move(ref.id, stage(services, "lead", "scheduling"))
    await services.leads.move(
        ref.id, stage(services, "lead", "meeting_set"), {"meeting_at": moment(13, 18), "place": place}
    )
    clock.move_to(moment(13, 10))
    _ = await services.timeline.log_message(
        ref, "sms", "Олег Викторович, ждём вас сегодня в 18:00: Мясницкая, 12, офис 304. Возьмите паспорт."
    )
    clock.move_to(moment(13, 18, 50))
    _ = await services.files.attach(ref, "Анкета_Мироненко.pdf", PDF, field_code="questionnaire")
    clock.move_to(moment(13, 19, 5))
    needs = await services.leads.needs(ref.id, stage(services, "lead", "thinking"))
    missing: dict[str, FieldValue] = {field.code: False for field in needs.missing}
    await services.leads.move(ref.id, stage(services, "lead", "thinking"), missing)
    (planned,) = await services.activities.of_client(ref)
    codes = {one.code for one in services.workplace.registry.all.call_results
             if one.activity_kind is ActivityKind.MEETING and one.reached}
    result = "held" if "held" in codes else min(codes)
    _ = await services.activities.complete(
        planned.id, planned.version,
        Completion(result, "Рассказали о процедуре, просит время подумать", no_recording_reason="Клиент отказался"),
    )


async def picture_deal(services: Services, clock: FixedClock) -> int:
    """The deal of design/deal-card.png: two payments came, the third is four days late."""
    clock.move_to(moment(22, 14, 10, month=9))
    values = mironenko(services)
    values.update(last_name="Дьякова", first_name="Эльвира", middle_name="Маратовна",
                  phones=points("+7 (925) 000-46-08"), emails=points("e.dyakova@primer.test"),
                  source=source(services, "Рекомендация"), total_debt=Decimal(980_000), birth_date=date(1979, 3, 22))
    lead_id = await services.leads.create(values)
    ref = ClientRef("lead", lead_id)
    clock.move_to(moment(3, 10, 58, month=10))
    _ = await services.files.attach(ref, "Анкета_Дьякова.pdf", PDF, field_code="questionnaire")
    needs = await services.leads.needs(lead_id, stage(services, "lead", "thinking"))
    await services.leads.move(lead_id, stage(services, "lead", "thinking"), {one.code: False for one in needs.missing})
    clock.move_to(moment(3, 12, 40, month=10))
    types = services.workplace.registry.all.deal_types
    bankruptcy = next(one.id for one in types.values() if one.name == "Банкротство")
    made = await services.leads.convert(
        lead_id,
        Conversion(
            deal_type_id=bankruptcy, full_price=Decimal(175_000), first_payment=Decimal(20_000),
            paid_on=date(2025, 10, 3), method="cash", contract_number="617-Б", contract_date=date(2025, 10, 3),
            executor_id=services.workplace.actor.employee_id,
            schedule=(
                PlannedPayment(date(2025, 10, 14), Decimal(38_000)),
                PlannedPayment(date(2025, 11, 14), Decimal(39_000)),
                PlannedPayment(date(2025, 12, 15), Decimal(39_000)),
                PlannedPayment(date(2026, 1, 14), Decimal(39_000)),
            ),
        ),
    )  # fmt: skip
    await _carry_on(services, clock, ClientRef("deal", made.deal_id))
    clock.move_to(NOW)
    return made.deal_id


async def _carry_on(services: Services, clock: FixedClock, ref: ClientRef) -> None:
    clock.move_to(moment(14, 10, 15, month=10))
    await services.deals.move(ref.id, stage(services, "deal", "collecting"))
    clock.move_to(moment(14, 16, 2, month=10))
    second = (await services.payments.summary(ref.id)).payments[1]
    receipt = await services.files.attach(ref, "Чек_14-10.pdf", PDF[:20_000])
    await services.payments.receive(
        second.id, second.version, date(2025, 10, 14), Decimal(38_000), "transfer", receipt.id
    )
    clock.move_to(moment(13, 11, 0))
    _ = await services.activities.plan(
        ActivityDraft(ActivityKind.CALL, "Третий платёж по графику, 39 000 ₽", moment(14, 11), 15, ref)
    )
    clock.move_to(moment(14, 11, 21))
    _ = await services.timeline.log_message(
        ref, "whatsapp", "Эльвира Маратовна, сегодня день платежа по договору. Удобно внести до 18:00?"
    )
