"""From the first run to a deal that is carried on: the whole story of one client, out of a real export of leads."""

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.journeys.hand import Hand
from tests.journeys.office import PASSWORD, found_office
from tests.journeys.program import Program
from tests.journeys.stored import Stored
from tests.services.importing.making import samples

OFFICE_TIME = ZoneInfo("Europe/Moscow")
CLIENT = "Гончаров Степан Степанович"
FRAGMENT = "(987) 925-60-92"
ORIGIN_ID = "2622"
"""The client's number in the export, where the phone is written 79879256092."""

STAGE = "SELECT stage.code FROM lead JOIN stage ON stage.id = lead.stage_id WHERE lead.origin_id = ?"
CUSTOM = "SELECT custom FROM lead WHERE origin_id = ?"


@dataclass(frozen=True)
class Story:
    """Who acts, and what another program reads."""

    hand: Hand
    stored: Stored
    papers: Path

    def stage(self) -> object:
        return self.stored.value(STAGE, ORIGIN_ID)

    def custom(self) -> dict[str, object]:
        fields: dict[str, object] = json.loads(self.stored.value(CUSTOM, ORIGIN_ID))
        return fields


def test_a_lead_of_the_export_becomes_a_deal_that_is_carried_on(hand: Hand, program: Program, tmp_path: Path) -> None:
    story = Story(hand, Stored(program.home / "Бюро" / "Клиенты.db"), tmp_path)
    program.start()
    found_office(hand, "~/Бюро/Клиенты.db")
    the_office_is_stored(story)
    import_the_export(story)
    find_by_a_piece_of_the_phone(story)
    name_what_the_call_told(story)
    set_the_meeting(story)
    fill_in_the_questionnaire(story)
    plan_the_next_step(story)
    convert(story)
    carry_the_deal_on(story)
    leave(story)
    assert program.exit_code() == 0
    assert program.complaints() == []


def the_office_is_stored(story: Story) -> None:
    settings = dict(story.stored.rows("SELECT key, value FROM setting WHERE key IN ('preset', 'zone', 'currency')"))
    assert settings == {"preset": '"legal"', "zone": '"Europe/Moscow"', "currency": '"RUB"'}
    administrator = "SELECT employee.name, login.normal, employee.password_hash FROM employee JOIN login ON"
    name, login, secret = story.stored.one(f"{administrator} login.employee_id = employee.id")
    assert (name, login) == ("Дымов Андрей", "9160001122")
    assert secret.startswith("$argon2")
    assert PASSWORD not in secret


def import_the_export(story: Story) -> None:
    hand = story.hand
    hand.push("Импорт")
    wizard = hand.window("Импорт лидов")
    hand.push("Выбрать файл", wizard)
    hand.pick_file(samples() / "leads-export-utf8.csv")
    hand.see("распознано 21 из 22", within=wizard)
    hand.push("Дальше", wizard)
    hand.push(re.compile("^Импортировать 5.000 строк$"), wizard)
    hand.see("Импорт завершён", within=wizard)
    words = hand.see(re.compile("^Строк 5.000: "), within=wizard).name
    counts = [int(re.sub(r"\D", "", number)) for number in re.findall(r"\d[\d\s]*", words)]
    rows, added, updated, skipped, rejected = counts
    assert rows == 5000 == added + updated + skipped + rejected
    assert story.stored.value("SELECT count(*) FROM lead") == added
    assert story.stored.value("SELECT state FROM operation WHERE kind = 'lead.import'") == "done"
    hand.push("Позже", wizard)  # first calls can wait
    hand.gone("Импорт лидов")


def find_by_a_piece_of_the_phone(story: Story) -> None:
    hand = story.hand
    hand.press("ctrl+k")
    hand.window("Поиск и команды")
    hand.type(FRAGMENT)
    found = hand.see(re.compile(f"^{CLIENT}, "), "list item")
    assert "+7 (987) 925-60-92" in found.name
    assert "Новый лид" in found.name
    hand.press("Return")
    card = hand.window(re.compile(f"^{CLIENT} — лид № "))
    hand.see("Новый лид, текущая стадия", "push button", card)
    hand.see("Комментарий: Просил перезвонить вечером", within=card)
    views = (
        "SELECT count(*) FROM history JOIN lead ON lead.id = history.ref WHERE history.op = 'view' AND origin_id = ?"
    )
    hand.until_stored(lambda: story.stored.value(views, ORIGIN_ID), 1, "the view in the history")


def ask_for_stage(hand: Hand, stage: str) -> None:
    hand.push(stage, hand.window(re.compile(f"^{CLIENT} — ")))
    hand.window("Перевод на стадию")


def name_what_the_call_told(story: Story) -> None:
    """The dialog asks for what is missing alone, and keeps what was typed when one goes back."""
    hand = story.hand
    ask_for_stage(hand, "Назначение встречи")
    hand.see("Осталось указать: Количество кредиторов, Город")
    hand.fill("Количество кредиторов", "4")
    hand.press("Escape")
    hand.gone("Перевод на стадию")
    assert story.stage() == "new"
    ask_for_stage(hand, "Назначение встречи")
    assert hand.holds("Количество кредиторов") == "4"
    hand.press("ctrl+Return")
    hand.see("Заполните")
    assert story.stage() == "new"
    hand.fill("Город", "Балашиха")
    hand.press("ctrl+Return")
    hand.see("Назначение встречи, текущая стадия")
    assert story.stage() == "scheduling"
    fields = story.custom()
    assert (fields["creditor_count"], fields["city"]) == ("4", "Балашиха")


def set_the_meeting(story: Story) -> None:
    """A meeting lies in the future; it plans its activity."""
    hand = story.hand
    ask_for_stage(hand, "Встреча назначена (точное время)")
    hand.choose("Место встречи", "Ленинский проспект, 45, офис 12")
    hand.fill("Точное время встречи", "вчера 15")
    hand.press("ctrl+Return")
    hand.see("Встреча должна быть в будущем.")
    days = {(datetime.now(OFFICE_TIME) + timedelta(days=1)).date()}
    hand.fill("Точное время встречи", "завтра 15")
    days.add((datetime.now(OFFICE_TIME) + timedelta(days=1)).date())
    hand.press("ctrl+Return")
    hand.see("Встреча назначена (точное время), текущая стадия")
    hand.see("Первая консультация в офисе")
    assert story.stage() == "meeting_set"
    meeting = "SELECT meeting_at, starts_at, minutes FROM lead JOIN activity ON activity.lead_id = lead.id"
    agreed, planned, minutes = story.stored.one(f"{meeting} WHERE origin_id = ?", ORIGIN_ID)
    assert (agreed, minutes) == (planned, 60)
    when = datetime.fromisoformat(f"{agreed}+00:00").astimezone(OFFICE_TIME)
    assert when.hour == 15
    assert when.date() in days


def fill_in_the_questionnaire(story: Story) -> None:
    hand = story.hand
    paper = story.papers / "Анкета Гончарова.pdf"
    paper.write_bytes(b"%PDF-1.4 " + bytes(range(256)) * 2_000)
    ask_for_stage(hand, "Надо подумать")
    hand.fill("Дата рождения", "14.07.1975")
    hand.push("Выбрать…")
    hand.pick_file(paper)
    hand.see(paper.name)
    hand.fill("Кредиторы", "Сбербанк, Тинькофф")
    hand.fill("Ежемесячный платёж", "32 500,50")
    hand.choose("Семейное положение", "В браке")
    hand.tick("Просрочки по платежам", "Да")
    hand.fill("Официальный доход", "65 000")
    hand.desktop.click(hand.desktop.field("Имущество"))
    hand.push("Автомобиль", role="check box")
    hand.press("Escape")
    hand.desktop.wait_gone("check box", "Автомобиль")
    hand.tick("Исполнительные производства", "Нет")
    hand.press("ctrl+Return")
    hand.see("Надо подумать, текущая стадия")
    assert story.stage() == "thinking"
    fields = story.custom()
    assert fields["monthly_payment"] == 3_250_050, "kopecks, exactly"
    assert (fields["payments_overdue"], fields["enforcement"]) == (True, False)
    attached = "SELECT file_id FROM attachment JOIN field ON field.id = field_id WHERE attachment.name = ? AND code = ?"
    file_id = story.stored.value(attached, paper.name, "questionnaire")
    chunks = story.stored.column("SELECT bytes FROM file_chunk WHERE file_id = ? ORDER BY n", file_id)
    assert b"".join(chunks) == paper.read_bytes()


def plan_the_next_step(story: Story) -> None:
    """The one form: a subject says the next step, and the kind's name alone is none."""
    hand = story.hand
    hand.press("ctrl+n")
    hand.window("Новое дело")
    hand.fill("Тема", "Звонок")
    hand.press("Escape")
    hand.fill("Когда", "+1р 11:00")
    hand.press("ctrl+Return")
    hand.see("Назовите следующий шаг: что именно сделать или узнать.")
    hand.fill("Тема", "Узнать решение по рассрочке")
    hand.press("ctrl+Return")
    hand.gone("Новое дело")
    hand.see("Узнать решение по рассрочке", "label")
    planned = "SELECT kind, minutes, state, subject FROM activity ORDER BY id"
    assert story.stored.rows(planned) == [
        ("meeting", 60, "planned", "Первая консультация в офисе"),
        ("call", 15, "planned", "Узнать решение по рассрочке"),
    ]


def convert(story: Story) -> None:
    hand = story.hand
    hand.menu("Завершить", "Завершить обработку лида (перевод в сделку)", hand.window(re.compile(f"^{CLIENT} — лид")))
    hand.window("Перевести в сделку")
    hand.choose("Тип", "Банкротство")
    hand.fill("Полная цена, ₽", "120 000")
    hand.fill("Договор", "Б-118/26")
    hand.fill("Первый платёж, ₽", "0")
    hand.press("ctrl+Return")
    hand.see("Нужна сумма больше нуля")
    hand.fill("Первый платёж, ₽", "30 000")
    hand.push(re.compile("^Остаток 90.000.₽ разложить на$"), role="check box")
    hand.see(re.compile("^по 18.000.₽, с "))
    hand.press("ctrl+Return")
    hand.gone("Перевести в сделку")
    card = hand.window(re.compile(f"^{CLIENT} — сделка № "))
    hand.see("Договор заключён, текущая стадия", "push button", card)
    assert story.stage() == "converted"
    deal = "SELECT deal.amount, paid, contract_number, deal.contact_id, lead.contact_id FROM deal"
    amount, paid, contract, contact, of_lead = story.stored.one(f"{deal} JOIN lead ON lead.id = lead_id")
    assert (amount, paid, contract) == (12_000_000, 3_000_000, "Б-118/26")
    assert contact == of_lead
    assert story.stored.rows("SELECT last_name, phone FROM contact") == [("Гончаров", "+79879256092")]
    assert story.stored.column("SELECT amount FROM payment ORDER BY number") == [3_000_000] + [1_800_000] * 5
    assert story.stored.value("SELECT count(*) FROM activity WHERE deal_id IS NULL AND state = 'planned'") == 0


def carry_the_deal_on(story: Story) -> None:
    hand = story.hand
    card = hand.window(re.compile(f"^{CLIENT} — сделка № "))
    hand.menu("Ещё о платеже: Второй", "Принять…", card)
    hand.window("Платёж получен")
    hand.choose("Способ", "Перевод")
    hand.press("ctrl+Return")
    hand.gone("Платёж получен")
    hand.see("Оплачено: 40%", within=card)
    hand.push("Сбор документов", card)
    hand.see("Сбор документов, текущая стадия", within=card)
    hand.desktop.fill(hand.desktop.find("text", "Комментарий", within=card), "Справки привезёт в четверг")
    hand.push("Записать", card)
    hand.see(re.compile("Справки привезёт в четверг"), "list item", card)
    hand.see(re.compile("Встреча назначена.* → Надо подумать, Лид № "), "list item", card)
    assert story.stored.one("SELECT deal.paid, code FROM deal JOIN stage ON stage.id = stage_id") == (
        4_800_000, "collecting",
    )  # fmt: skip
    assert story.stored.value("SELECT method FROM payment WHERE number = 2") == "transfer"
    comment = "SELECT body FROM timeline WHERE kind = 'comment' AND deal_id IS NOT NULL ORDER BY id DESC LIMIT 1"
    assert story.stored.value(comment) == "Справки привезёт в четверг"
    moves = "SELECT count(*) FROM operation WHERE kind IN ('lead.move', 'lead.convert', 'deal.move')"
    assert story.stored.value(moves) == 5


def leave(story: Story) -> None:
    """Cards close one by one; signing out leads back to the entrance; its end is the program's."""
    hand = story.hand
    for title in (f"^{CLIENT} — сделка", f"^{CLIENT} — лид"):
        hand.window(re.compile(title))
        hand.press("alt+F4")
        hand.gone(re.compile(title))
    main = hand.window("Причал — Лиды")
    hand.push("Дымов Андрей: меню", main)
    hand.push("Выйти", role="menu item")
    hand.window("Причал — вход")
    hand.gone("Причал — Лиды")
    assert story.stored.value("PRAGMA integrity_check") == "ok"
    hand.press("alt+F4")
