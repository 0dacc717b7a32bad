"""Field values of an invented client: believable for the fields known here, fitting for any other."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from app.core.fieldkinds import UNKNOWN, FieldType
from app.services.demo.material import Material
from app.services.records.office import FieldRecord
from app.services.records.values import FieldValue

UNKNOWN_SHARE: Final = 0.04
"""How often the client doesn't know."""


class ValueMaker:
    """Makes values of custom fields, and of the person's birth date."""

    def __init__(self, rng: Random, material: Material, today: date) -> None:
        self._rng = rng
        self._material = material
        self._today = today
        self._known: dict[str, Callable[[], FieldValue]] = {
            "total_debt": lambda: Decimal(rng.randrange(25, 320) * 10_000),
            "creditor_count": lambda: Decimal(rng.randrange(1, 9)),
            "creditors": self._creditors,
            "monthly_payment": lambda: Decimal(rng.randrange(8, 95) * 1_000),
            "payments_overdue": lambda: rng.random() < 0.7,
            "overdue_since": lambda: today - timedelta(days=rng.randrange(20, 900)),
            "official_income": lambda: Decimal(rng.choice((0, *range(25, 140, 5))) * 1_000),
            "dependants": lambda: Decimal(rng.choice((0, 0, 0, 1, 1, 2, 2, 3))),
            "sole_dwelling": lambda: rng.random() < 0.6,
            "mortgage": lambda: rng.random() < 0.2,
            "earlier_bankruptcy": lambda: rng.random() < 0.03,
            "birth_date": lambda: date(rng.randrange(today.year - 72, today.year - 21), 1, 1)
            + timedelta(days=rng.randrange(365)),
        }

    def make(self, fields: Iterable[FieldRecord]) -> dict[str, FieldValue]:
        """A value for each of the fields; city and region belong together."""
        rng = self._rng
        city, region = rng.choice(self._material.cities)
        made: dict[str, FieldValue] = {}
        for field in fields:
            if field.unknown_allowed and rng.random() < UNKNOWN_SHARE:
                made[field.code] = UNKNOWN
            elif field.code in ("city", "region"):
                made[field.code] = city if field.code == "city" else region
            else:
                made[field.code] = self._known[field.code]() if field.code in self._known else self._any(field)
        # of tags there are none yet: people make them as they go
        return {code: value for code, value in made.items() if value != ()}

    def _creditors(self) -> FieldValue:
        return ", ".join(self._rng.sample(self._material.banks, self._rng.randrange(1, 4)))

    def _any(self, field: FieldRecord) -> FieldValue:
        rng = self._rng
        match field.type:
            case FieldType.ONE_OF:
                return rng.choice(field.options).id
            case FieldType.SEVERAL_OF:
                chosen = rng.sample(field.options, min(rng.choice((1, 1, 2)), len(field.options)))
                return tuple(sorted(option.id for option in chosen))
            case FieldType.YES_NO:
                return rng.random() < 0.3
            case FieldType.MONEY:
                return Decimal(rng.randrange(1, 500) * 1_000)
            case FieldType.NUMBER:
                return Decimal(rng.randrange(1, 20))
            case FieldType.DATE:
                return self._today - timedelta(days=rng.randrange(1, 700))
        return rng.choice(self._material.notes)
