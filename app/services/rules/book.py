"""The engine: asks the checks that hold for a role and place, and decides what comes of their objections."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from app.core.errors import UserError
from app.services.registry import Registry
from app.services.rules.checks import COMPLETING, PLANNING, Completing, Numbers, Objection, Planning
from app.services.rules.settings import Mode, Place, RuleCode, RuleSetting, setting_for

OVERRIDING_ROLES: Final = ("supervisor", "administrator")
"""Roles that may override a block with a reason, unless the setting "rules.overriding_roles" names others."""

Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that objects: what comes of it, why, and in `params` what would satisfy it."""

    rule: RuleCode
    mode: Mode
    code: str
    params: Mapping[str, object]
    overridable: bool
    """Whether this employee may go on with a reason."""

    def error(self) -> UserError:
        return UserError(self.code, rule=self.rule.value, overridable=self.overridable, **self.params)


class RuleBook:
    """The office's rules as they hold for one role; always read from the registry's newest state."""

    def __init__(self, registry: Registry, role_code: str) -> None:
        self._registry = registry
        self._role_code = role_code

    @property
    def may_override(self) -> bool:
        roles = self._registry.setting("rules.overriding_roles", OVERRIDING_ROLES)
        return isinstance(roles, list | tuple) and self._role_code in roles

    def setting(self, code: RuleCode, place: Place) -> RuleSetting:
        """A rule's mode and numbers at a place."""
        return setting_for(self._registry.all.rules, code, self._role_code, place)

    def planning(
        self, facts: Planning, place: Place, only: Iterable[RuleCode] = tuple(PLANNING)
    ) -> tuple[Finding, ...]:
        """What the rules say of an activity to be planned; `only` those that a change concerns."""
        return tuple(self._ask({code: PLANNING[code] for code in PLANNING if code in set(only)}, facts, place))

    def completing(
        self, facts: Completing, place: Place, only: Iterable[RuleCode] = tuple(COMPLETING)
    ) -> tuple[Finding, ...]:
        """What the rules say of a completion."""
        return tuple(self._ask({code: COMPLETING[code] for code in COMPLETING if code in set(only)}, facts, place))

    def enforce(self, findings: Iterable[Finding], override_reason: str | None) -> tuple[Finding, ...]:
        """Raise the first block as UserError, unless a supervisor's reason overrides it; the overridden ones."""
        blocks = tuple(finding for finding in findings if finding.mode is Mode.BLOCK)
        if blocks and not (self.may_override and (override_reason or "").strip()):
            raise blocks[0].error()
        return blocks

    def _ask(
        self, checks: Mapping[RuleCode, Callable[[Facts, Numbers], Objection | None]], facts: Facts, place: Place
    ) -> Iterator[Finding]:
        for code, check in checks.items():
            setting = self.setting(code, place)
            if setting.mode not in (Mode.BLOCK, Mode.WARN):
                continue
            objection = check(facts, setting.numbers)
            if objection is not None:
                yield Finding(code, setting.mode, objection.code, objection.params, self.may_override)
