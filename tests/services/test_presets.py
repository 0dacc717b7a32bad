from pathlib import Path

import pytest

from app.core.fieldkinds import FieldType
from app.core.kinds import ActivityKind, Kind, Right, Scope, StageKind
from app.core.text import normalise
from app.services.presets import Preset, PresetError, available_presets, load_preset
from app.services.presets.loading import read_preset
from resources import resource_path

LEGAL = load_preset("legal", "ru")
ALL = [load_preset(code, language) for code in ("legal", "general") for language in ("ru", "en")]


def requirements(preset: Preset, section: Kind, code: str) -> set[str]:
    """Everything that a stage asks for, earlier working stages' included."""
    stages = preset.stages_of(section)
    here = next(stage for stage in stages if stage.code == code)
    needs = {need.field for need in here.requirements}
    if here.stage_kind is not StageKind.FAILURE:
        for stage in stages[: stages.index(here)]:
            if stage.stage_kind is StageKind.WORKING:
                needs |= {need.field for need in stage.requirements if need.inherited}
    return needs


def test_the_legal_office_comes_first_in_the_wizard() -> None:
    assert [preset.code for preset in available_presets("ru")] == ["legal", "general"]
    assert [preset.name for preset in available_presets("en")] == ["Legal office", "General sales"]


@pytest.mark.parametrize("code", ["", "../legal", "nothing"])
def test_an_unknown_preset_is_no_file(code: str) -> None:
    with pytest.raises(KeyError):
        load_preset(code, "ru")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        load_preset("legal", "de")


def test_stages_of_the_legal_office_are_those_of_the_specification() -> None:
    assert [(stage.code, stage.name) for stage in LEGAL.stages_of(Kind.LEAD)] == [
        ("new", "Новый лид"),
        ("no_answer", "Не удалось связаться"),
        ("scheduling", "Назначение встречи"),
        ("meeting_set", "Встреча назначена (точное время)"),
        ("thinking", "Надо подумать"),
        ("partial_payment", "Частичная оплата"),
        ("converted", "Завершить обработку лида (перевод в сделку)"),
        ("not_target", "Нецелевой"),
        ("unreachable", "Не вышел на связь"),
        ("refused", "Отказ клиента"),
        ("competitor", "Ушёл к другим"),
        ("duplicate", "Дубль"),
    ]
    deal_stages = [stage.code for stage in LEGAL.stages_of(Kind.DEAL)]
    assert deal_stages == [
        "signed", "collecting", "ready", "drafting", "filed", "hearing", "procedure", "won", "lost",
    ]  # fmt: skip


def test_deal_stages_take_the_lead_palette_in_order() -> None:
    palette = [stage.tone for stage in LEGAL.stages_of(Kind.LEAD) if stage.stage_kind is StageKind.WORKING]
    deals = [stage.tone for stage in LEGAL.stages_of(Kind.DEAL) if stage.stage_kind is StageKind.WORKING]
    assert deals == [palette[number % len(palette)] for number in range(len(deals))]


def test_work_goes_in_the_guides_order() -> None:
    ranks = {stage.code: stage.queue_rank for stage in LEGAL.stages_of(Kind.LEAD)}
    order = ["new", "partial_payment", "meeting_set", "scheduling", "no_answer"]
    assert [ranks[code] for code in order] == [1, 2, 3, 4, 5]
    assert ranks["thinking"] == ranks["partial_payment"]


def test_requirements_add_up_to_the_fourteen_of_the_card() -> None:
    assert requirements(LEGAL, Kind.LEAD, "new") == {"source"}
    scheduling = {"source", "phones", "total_debt", "creditor_count", "city"}
    assert requirements(LEGAL, Kind.LEAD, "scheduling") == scheduling
    assert requirements(LEGAL, Kind.LEAD, "meeting_set") == scheduling | {"meeting_at", "place"}
    thinking = requirements(LEGAL, Kind.LEAD, "thinking")
    assert len(thinking) == 14
    assert "meeting_at" not in thinking
    assert requirements(LEGAL, Kind.LEAD, "partial_payment") == thinking
    assert requirements(LEGAL, Kind.LEAD, "converted") == thinking | {"first_payment", "deal_type", "amount"}
    assert requirements(LEGAL, Kind.LEAD, "refused") == set()


def test_failure_stages_and_no_others_take_a_reason() -> None:
    assert {stage.code for stage in LEGAL.stages if stage.reason_required} == {
        "not_target", "unreachable", "refused", "competitor", "duplicate", "lost",
    }  # fmt: skip


def test_blocks_hold_every_field_of_the_specification() -> None:
    blocks = {block.code: [one.code for one in block.fields] for block in LEGAL.blocks if block.section is Kind.LEAD}
    assert list(blocks) == ["about", "loans", "client", "questionnaire", "meeting"]
    assert blocks["loans"] == [
        "total_debt", "creditor_count", "creditors", "monthly_payment", "payments_overdue", "overdue_since",
        "mortgage", "car_loan", "microloans", "enforcement",
    ]  # fmt: skip
    assert blocks["client"] == [
        "birth_date", "region", "city", "marital_status", "dependants", "official_income", "employment", "property",
        "sole_dwelling", "property_transactions", "earlier_bankruptcy",
    ]  # fmt: skip
    assert blocks["questionnaire"] == ["questionnaire"]
    assert [block.code for block in LEGAL.blocks if block.technical] == ["meeting"]


def test_information_fields_take_the_client_does_not_know() -> None:
    for block in LEGAL.blocks:
        expected = block.code in ("loans", "client")
        if block.section is Kind.LEAD:
            assert {one.unknown_allowed for one in block.fields} == {expected}


@pytest.mark.parametrize("preset", ALL, ids=lambda preset: f"{preset.code}-{preset.language}")
def test_every_preset_can_be_worked_with(preset: Preset) -> None:
    assert {role.code for role in preset.roles} == {"manager", "supervisor", "administrator"}
    assert {activity.kind for activity in preset.activities} == set(ActivityKind)
    assert all(len(stage.hint) > 40 for stage in preset.stages)
    assert {rule.code: rule.numbers for rule in preset.rules}["contact_interval"] == {"working_days": 5}
    no_answer = next(result for result in preset.activities[0].results if result.code == "no_answer")
    assert not no_answer.needs_comment
    assert any(department.executing for department in preset.departments)
    for subject in (text for activity in preset.activities for text in activity.subjects):
        assert len(subject.split()) > 1


@pytest.mark.parametrize("preset", ALL, ids=lambda preset: f"{preset.code}-{preset.language}")
def test_the_languages_differ_in_words_alone(preset: Preset) -> None:
    other = load_preset(preset.code, "en" if preset.language == "ru" else "ru")
    assert [stage.code for stage in preset.stages] == [stage.code for stage in other.stages]
    assert [stage.synonyms for stage in preset.stages] == [stage.synonyms for stage in other.stages]
    assert [stage.name for stage in preset.stages] != [stage.name for stage in other.stages]
    cyrillic = any("а" <= letter <= "я" for letter in "".join(stage.hint for stage in preset.stages))
    assert cyrillic is (preset.language == "ru")


def test_a_manager_works_on_own_clients_and_reads_the_own_history() -> None:
    manager = {(right.kind, right.right): right.scope for right in LEGAL.roles[0].rights}
    assert manager["lead", Right.READ] is Scope.OWN
    assert manager["lead", Right.EXPORT] is Scope.NONE
    assert manager["history", Right.READ] is Scope.OWN
    assert manager["settings", Right.CHANGE] is Scope.NONE
    assert {right.scope for right in LEGAL.roles[2].rights} == {Scope.ALL}


SOURCES_OF_AN_EXPORT = [
    "CRM-форма", "Реклама", "WhatsApp", "По рекомендации", "Звонок", "Существующий клиент", "Веб-сайт", "Другое",
    "Telegram", "Обратный звонок",
]  # fmt: skip


@pytest.mark.parametrize("preset", ALL, ids=lambda preset: f"{preset.code}-{preset.language}")
def test_headings_and_sources_of_an_export_are_known_in_both_languages(preset: Preset) -> None:
    own = {one.code: one.headings for one in preset.fields_of(Kind.LEAD) if not one.builtin}
    assert own
    for language in ("ru", "en"):
        names = {one.code: one.name for one in load_preset(preset.code, language).fields_of(Kind.LEAD)}
        assert [code for code, headings in own.items() if normalise(names[code]) not in headings] == []
    sources = {word for source in preset.sources for word in source.synonyms}
    assert {normalise(source) for source in SOURCES_OF_AN_EXPORT} <= sources


BROKEN = {
    "unknown key": ('zone = "Europe/Moscow"', 'zone = "Europe/Moscow"\ncolour = "red"', "colour"),
    "missing language": ('name = { ru = "Ипотека", en = "Mortgage" }', 'name = { ru = "Ипотека" }', "languages"),
    "empty text": ('name = { ru = "Ипотека", en = "Mortgage" }', 'name = { ru = "Ипотека", en = " " }', "empty"),
    "slot twice": ('slot = "n06"', 'slot = "n07"', "n07 stands twice"),
    "slot of another kind": ('slot = "n06"', 'slot = "t06"', "t06"),
    "no such slot": ('slot = "n06"', 'slot = "n17"', "n17"),
    "code twice": ('code = "mortgage"', 'code = "car_loan"', "car_loan stands twice"),
    "unknown requirement": ('requires = ["source"]', 'requires = ["moon"]', "moon"),
    "requirement twice": ('requires = ["source"]', 'requires = ["source", "city"]', "city stands twice"),
    "unknown tone": ('tone = "olive"', 'tone = "pink"', "pink"),
    "unknown kind": ('kind = "success"', 'kind = "almost"', "almost"),
    "wrong type": ("queue_rank = 1", 'queue_rank = "1"', "queue_rank"),
    "unknown zone": ('zone = "Europe/Moscow"', 'zone = "Europe/Prichal"', "Europe/Prichal"),
    "unknown mode": ('mode = "mark"', 'mode = "shout"', "shout"),
    "unknown scope": ('read = "own"', 'read = "mine"', "mine"),
    "unknown field in a template": ("{first_name}, ждём", "{debt}, ждём", "debt"),
    "sum of no money": ('lead = "total_debt"', 'lead = "city"', "city"),
    "heading twice": ('headings = ["Число кредиторов",', 'headings = ["Город",', "город stands twice"),
    "heading of what every office has": (
        'column = "last_name"',
        'column = "last_name"\nheadings = ["Surname"]',
        "headings",
    ),
    "no TOML": ("[[places]]", "[[places", "legal.toml"),
}


@pytest.mark.parametrize(("written", "broken", "told"), BROKEN.values(), ids=BROKEN.keys())
def test_a_preset_that_contradicts_itself_is_refused(tmp_path: Path, written: str, broken: str, told: str) -> None:
    text = resource_path("presets", "legal.toml").read_text(encoding="utf-8")
    assert written in text
    path = tmp_path / "legal.toml"
    path.write_text(text.replace(written, broken), encoding="utf-8")
    with pytest.raises(PresetError, match=told):
        read_preset(path, "ru")


def test_the_summed_fields_are_the_debt_of_leads_and_the_price_of_deals() -> None:
    assert LEGAL.sums == {Kind.LEAD: "total_debt", Kind.DEAL: "amount"}
    price = next(one for one in LEGAL.fields_of(Kind.DEAL) if one.code == "amount")
    assert (price.field_type, price.builtin, price.name) == (FieldType.MONEY, True, "Полная цена")
