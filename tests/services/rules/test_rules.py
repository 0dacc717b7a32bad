"""Each rule of the office: what it objects to, and what its modes make of that."""

from datetime import date

import pytest

from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.services.rules import Completing, Mode, Place, Planning, RuleBook, RuleCode
from tests.services.rules.making import TUESDAY, book, completing, planning, registry_of, rule

LEAD = Place("lead", "new")

BROKEN: dict[RuleCode, tuple[Planning | Completing, str]] = {
    RuleCode.SUBJECT: (planning(subject="Звонок"), "subject_is_kind"),
    RuleCode.CALL_LENGTH: (planning(minutes=16), "too_long"),
    RuleCode.MEETING_LENGTH: (planning(kind=ActivityKind.MEETING, minutes=61), "too_long"),
    RuleCode.FUTURE_START: (planning(is_past=True), "past_time"),
    RuleCode.CONTACT_INTERVAL: (planning(starts_on=date(2025, 11, 26)), "too_late"),
    RuleCode.COMPLETION_COMMENT: (completing(comment=""), "comment_missing"),
    RuleCode.VISIT_RECORDING: (completing(recorded=False), "recording_reason_missing"),
    RuleCode.NEXT_ACTIVITY: (completing(has_next=False), "next_activity_missing"),
}
"""Facts that break just this rule."""


def findings(rules: RuleBook, facts: Planning | Completing) -> list[tuple[RuleCode, Mode, str]]:
    found = rules.planning(facts, LEAD) if isinstance(facts, Planning) else rules.completing(facts, LEAD)
    return [(one.rule, one.mode, one.code) for one in found]


@pytest.mark.parametrize("code", BROKEN)
@pytest.mark.parametrize("mode", [Mode.BLOCK, Mode.WARN])
def test_a_broken_rule_is_found_with_its_mode(code: RuleCode, mode: Mode) -> None:
    facts, error = BROKEN[code]
    assert findings(book(rule(code, mode)), facts) == [(code, mode, error)]


@pytest.mark.parametrize("code", BROKEN)
@pytest.mark.parametrize("mode", [Mode.OFF, Mode.MARK])
def test_a_rule_that_is_off_or_only_marks_says_nothing(code: RuleCode, mode: Mode) -> None:
    facts, _ = BROKEN[code]
    assert findings(book(rule(code, mode)), facts) == []


@pytest.mark.parametrize("code", BROKEN)
def test_a_block_refuses_and_a_warning_lets_go_on(code: RuleCode) -> None:
    facts, error = BROKEN[code]
    for mode in (Mode.BLOCK, Mode.WARN):
        rules = book(rule(code, mode))
        found = rules.planning(facts, LEAD) if isinstance(facts, Planning) else rules.completing(facts, LEAD)
        if mode is Mode.WARN:
            assert rules.enforce(found, None) == ()
            continue
        with pytest.raises(UserError, match=error) as caught:
            rules.enforce(found, None)
        assert (caught.value.params["rule"], caught.value.params["overridable"]) == (code.value, False)


def test_nothing_is_objected_to_what_keeps_the_rules() -> None:
    assert findings(book(), planning()) == []
    assert findings(book(), completing()) == []


def test_the_defaults_block_and_warn_as_the_office_guide_says() -> None:
    modes = {code: book().setting(code, LEAD).mode for code in BROKEN}
    warned = {code for code, mode in modes.items() if mode is Mode.WARN}
    assert warned == {RuleCode.VISIT_RECORDING, RuleCode.NEXT_ACTIVITY}
    assert set(modes.values()) == {Mode.BLOCK, Mode.WARN}


@pytest.mark.parametrize(
    "subject", ["звонок", "ЗВОНОК!", " Call ", "встреча.", "Meeting…", "Дело", "«Письмо»", "message", "other", "Визит"]
)
def test_the_kind_alone_is_no_subject_in_either_language(subject: str) -> None:
    assert findings(book(), planning(subject=subject)) == [(RuleCode.SUBJECT, Mode.BLOCK, "subject_is_kind")]


@pytest.mark.parametrize("subject", ["Звонок жене клиента", "Call about the loan", "Подписать договор"])
def test_a_subject_that_says_the_next_step_is_taken(subject: str) -> None:
    assert findings(book(), planning(subject=subject)) == []


@pytest.mark.parametrize("kind", [ActivityKind.OTHER, ActivityKind.MESSAGE, ActivityKind.LETTER])
def test_hearings_and_other_kinds_may_last_any_time(kind: ActivityKind) -> None:
    assert findings(book(), planning(kind=kind, minutes=480)) == []


def test_a_limit_says_what_would_satisfy_it() -> None:
    (long,) = book().planning(planning(minutes=40), LEAD)
    assert long.params == {"kind": "call", "limit": 15}
    (late,) = book().planning(planning(starts_on=date(2025, 12, 1)), LEAD)
    assert late.params == {"latest": date(2025, 11, 25), "working_days": 5, "last_contact": TUESDAY}


def test_a_further_activity_may_lie_later_and_a_client_not_in_progress_anywhere() -> None:
    later = date(2025, 12, 20)
    assert findings(book(), planning(starts_on=later, earliest_other=date(2025, 11, 25))) == []
    assert findings(book(), planning(starts_on=later, earliest_other=date(2025, 11, 10))) == []
    assert findings(book(), planning(starts_on=later, last_contact=None)) == []


def test_an_earlier_activity_that_is_itself_too_late_is_no_excuse() -> None:
    late = planning(starts_on=date(2025, 12, 20), earliest_other=date(2025, 12, 1))
    assert findings(book(), late) == [(RuleCode.CONTACT_INTERVAL, Mode.BLOCK, "too_late")]


def test_no_answer_is_its_own_comment_and_a_missed_meeting_needs_no_recording() -> None:
    unanswered = completing(kind=ActivityKind.CALL, comment="", result_needs_comment=False, held=False)
    assert findings(book(), unanswered) == []
    assert findings(book(), completing(held=False, recorded=False)) == []


@pytest.mark.parametrize("kind", [ActivityKind.MESSAGE, ActivityKind.LETTER, ActivityKind.OTHER])
def test_only_talks_take_a_comment(kind: ActivityKind) -> None:
    assert findings(book(), completing(kind=kind, comment="", recorded=False)) == []


def test_refusing_the_recording_is_a_reason() -> None:
    assert findings(book(), completing(recorded=False, no_recording_reason="клиент отказался")) == []


def test_a_closed_client_needs_no_next_activity() -> None:
    assert findings(book(), completing(in_progress=False, has_next=False)) == []


def test_the_mode_is_set_by_role() -> None:
    rules = (rule(RuleCode.SUBJECT, Mode.BLOCK), rule(RuleCode.SUBJECT, Mode.OFF, role="supervisor"))
    assert findings(book(*rules, role="supervisor"), planning(subject="Звонок")) == []
    assert findings(book(*rules, role="manager"), planning(subject="Звонок")) != []


def test_numbers_are_set_by_section_and_stage_the_narrowest_counts() -> None:
    rules = book(
        rule(RuleCode.CONTACT_INTERVAL, Mode.BLOCK, working_days=4),
        rule(RuleCode.CONTACT_INTERVAL, Mode.BLOCK, section="deal", working_days=10),
        rule(RuleCode.CONTACT_INTERVAL, Mode.BLOCK, section="deal", stage="hearing", working_days=30),
        rule(RuleCode.CONTACT_INTERVAL, Mode.WARN, role="supervisor"),
        role="supervisor",
    )
    asked = {place: rules.setting(RuleCode.CONTACT_INTERVAL, place) for place in (
        LEAD, Place("deal", "signed"), Place("deal", "hearing"), Place()
    )}
    assert [setting.numbers["working_days"] for setting in asked.values()] == [4, 10, 30, 4]
    assert {setting.mode for setting in asked.values()} == {Mode.WARN}


def test_a_rule_can_be_off_on_one_stage_alone() -> None:
    rules = book(rule(RuleCode.CONTACT_INTERVAL, Mode.OFF, section="deal", stage="hearing"))
    late = planning(starts_on=date(2026, 3, 1))
    assert rules.planning(late, Place("deal", "hearing")) == ()
    assert rules.planning(late, Place("deal", "filed")) != ()


def test_a_change_asks_only_the_rules_it_concerns() -> None:
    broken = planning(subject="Звонок", minutes=99)
    found = book().planning(broken, LEAD, [RuleCode.CALL_LENGTH])
    assert [one.rule for one in found] == [RuleCode.CALL_LENGTH]


@pytest.mark.parametrize("role", ["supervisor", "administrator"])
def test_a_supervisor_overrides_a_block_with_a_reason(role: str) -> None:
    rules = book(role=role)
    found = rules.planning(planning(starts_on=date(2026, 1, 20)), LEAD)
    assert [one.rule for one in rules.enforce(found, "клиент в отпуске")] == [RuleCode.CONTACT_INTERVAL]
    for reason in (None, "", "   "):
        with pytest.raises(UserError, match="too_late") as caught:
            rules.enforce(found, reason)
        assert caught.value.params["overridable"] is True


def test_a_manager_overrides_nothing() -> None:
    found = book().planning(planning(minutes=60), LEAD)
    with pytest.raises(UserError, match="too_long"):
        book().enforce(found, "очень надо")


def test_who_overrides_is_a_setting() -> None:
    registry = registry_of(**{"rules.overriding_roles": ["lead_lawyer"]})
    assert RuleBook(registry, "lead_lawyer").may_override
    assert not RuleBook(registry, "supervisor").may_override
