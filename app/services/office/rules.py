"""The rules of the office as an administrator sets them: modes by role, numbers by section and stage."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, delete, select

from app.core.errors import UserError
from app.models import Role, Rule
from app.services.office.base import OfficePage, require_seen
from app.services.records.office import RuleRecord
from app.services.rules.settings import DEFAULTS, INHERITED, RuleCode, limits_of, modes_of
from app.services.upserts import upsert

Rules = tuple[RuleRecord, ...]


class OfficeRules(OfficePage):
    """A row without role, section and stage holds for everybody; narrower ones stand above it."""

    def stored(self) -> Rules:
        """The office's rows over the program's defaults, one for everybody of each rule, in a steady order."""
        return in_order(self._workplace.registry.all.rules)

    async def roles(self) -> tuple[tuple[str, str], ...]:
        """Code and name of each role, in their order."""
        async with self._workplace.database.read() as session:
            rows = await session.execute(select(Role.code, Role.name).order_by(Role.position, Role.id))
            return tuple((row.code, row.name) for row in rows)

    async def save(self, seen: Rules, wanted: Iterable[RuleRecord]) -> None:
        """Store all rules anew.

        Raises UserError: "not_allowed", "rule_mode_unsuitable", "rule_number_unsuitable" (least, most);
        Conflict("settings_changed").
        """
        rows = in_order(wanted)
        for row in rows:
            _check(row)
        async with self._changing("rules") as (unit, stored):
            before = in_order(stored.rules)
            require_seen(seen, before)
            kept = {_key(row) for row in rows}
            for row in before:
                if _key(row) not in kept:
                    await unit.session.execute(delete(Rule).where(_is(row)))
            for row in rows:
                if row not in stored.rules and row not in DEFAULTS:
                    key = {
                        "code": row.code, "role_code": row.role_code, "section": row.section,
                        "stage_code": row.stage_code,
                    }  # fmt: skip
                    values = {"mode": row.mode, "numbers": dict(row.numbers)}
                    await unit.session.execute(upsert(self._workplace.database, Rule, key, values))
                elif row not in stored.rules:
                    await unit.session.execute(delete(Rule).where(_is(row)))  # the default holds again


def in_order(rules: Iterable[RuleRecord]) -> Rules:
    """Rows of rules that the program keeps, the defaults among them where the office says nothing."""
    known = {code.value for code in RuleCode}
    rows = {_key(row): row for row in DEFAULTS}
    for row in rules:
        if row.code in known:
            default = rows.get(_key(row))
            numbers = {**(default.numbers if default else {}), **row.numbers}
            rows[_key(row)] = RuleRecord(row.code, row.role_code, row.section, row.stage_code, row.mode, numbers)
    return tuple(rows[key] for key in sorted(rows))


def _check(row: RuleRecord) -> None:
    code = RuleCode(row.code)
    whole = not (row.role_code or row.section or row.stage_code)
    if row.mode == INHERITED and not whole:
        pass
    elif row.mode not in {mode.value for mode in modes_of(code)}:
        raise UserError("rule_mode_unsuitable", rule=row.code, mode=row.mode)
    for name, number in row.numbers.items():
        least, most = limits_of(code, name)
        if not least <= number <= most:
            raise UserError("rule_number_unsuitable", rule=row.code, number=name, least=least, most=most)


def _key(row: RuleRecord) -> tuple[str, str, str, str]:
    return (row.code, row.role_code, row.section, row.stage_code)


def _is(row: RuleRecord) -> ColumnElement[bool]:
    return and_(
        Rule.code == row.code, Rule.role_code == row.role_code, Rule.section == row.section,
        Rule.stage_code == row.stage_code,
    )  # fmt: skip
