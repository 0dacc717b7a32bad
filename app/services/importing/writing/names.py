"""Ids of the stages, sources and employees that a file names; those the office lacks are added as chosen."""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import func, insert, select, update

from app.core.kinds import Kind
from app.core.text import display_name, sort_key
from app.db.unit import Unit
from app.models import Employee, Login, Role, Source
from app.services.importing.headings import Mapping
from app.services.importing.known import Choice, ChoiceKind, Known, name_key, person_key
from app.services.importing.layout import Cell, Layout, Row
from app.services.importing.names import split_name
from app.services.importing.request import Choices
from app.services.importing.values import Office

MANAGER: Final = "manager"
_TARGETS: Final = ("stage", "source", "responsible")


@dataclass(slots=True)
class FileNames:
    """The names in a file, by what their writings have in common; each as first written."""

    stages: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    employees: dict[str, str] = field(default_factory=dict)


def names_in(layout: Layout, mapping: Mapping, office: Office) -> FileNames:
    """One quick pass over the file, for its names alone."""
    # here: a start of the window only asks how imports stand, it has no need of what reads cells and files
    from app.services.importing.columns import Column, Draft, cell_reader
    from app.services.importing.reading import read_rows

    readers = [
        (index, reader)
        for index, target in enumerate(mapping.targets)
        if target in _TARGETS
        and (reader := cell_reader(Column(index, mapping.headings[index], target), {}, office)) is not None
    ]
    met: dict[str, set[str]] = {target: set() for target in _TARGETS}
    for cells in _different(read_rows(layout), [index for index, _ in readers]) if readers else ():
        draft = Draft(office.currency)
        for cell, (_, read) in zip(cells, readers, strict=True):
            read(draft, cell)
        for target, name in draft.names.items():
            met[target].add(name)
    return FileNames(
        _by_key(met["stage"], name_key), _by_key(met["source"], name_key), _by_key(met["responsible"], person_key)
    )


def _different(rows: Iterable[Row], columns: list[int]) -> set[tuple[Cell, ...]]:
    """What stands side by side in these columns: few things, in however many rows."""
    return {tuple([row.cells[column] for column in columns]) for row in rows if row.fault is None}


def _by_key(names: set[str], key: Callable[[str], str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in sorted(names):
        found.setdefault(key(name) or name, name)
    return found


@dataclass(slots=True)
class NameIds:
    """What each name of a file stands for."""

    stages: dict[str, int]
    sources: dict[str, int]
    employees: dict[str, int]
    foreign_stages: frozenset[str]
    """Keys of the stages that this office doesn't have: their names are kept beside the leads."""
    first_stage: int
    default_employee: int
    added_sources: tuple[int, ...] = ()
    added_employees: tuple[int, ...] = ()
    _keys: dict[tuple[bool, str], str] = field(default_factory=dict, repr=False)

    def stage(self, name: str) -> tuple[int, str | None]:
        """The stage of a row, and the name to be kept where it is no stage of ours."""
        if not name:
            return self.first_stage, None
        key = self._key(name)
        return self.stages.get(key, self.first_stage), name if key in self.foreign_stages else None

    def source(self, name: str) -> int | None:
        """The source of a row; None where it names none."""
        return self.sources.get(self._key(name)) if name else None

    def employee(self, name: str) -> int:
        """The responsible of a row; whoever began the import where it names nobody."""
        return (
            self.employees.get(self._key(name, person=True), self.default_employee) if name else (self.default_employee)
        )

    def _key(self, name: str, *, person: bool = False) -> str:
        found = self._keys.get((person, name))
        if found is None:
            found = self._keys[person, name] = (person_key(name) if person else name_key(name)) or name
        return found

    def to_json(self) -> dict[str, object]:
        """The form that is kept with the operation."""
        return {
            "stages": self.stages,
            "sources": self.sources,
            "employees": self.employees,
            "foreign_stages": sorted(self.foreign_stages),
            "first_stage": self.first_stage,
            "default_employee": self.default_employee,
            "added_sources": list(self.added_sources),
            "added_employees": list(self.added_employees),
        }


def names_from_json(stored: object) -> NameIds:
    """What `NameIds.to_json` wrote. Raises ValueError for anything else."""
    match stored:
        case {
            "stages": dict(stages),
            "sources": dict(sources),
            "employees": dict(employees),
            "foreign_stages": list(foreign),
            "first_stage": int(first),
            "default_employee": int(default),
            "added_sources": list(added_sources),
            "added_employees": list(added_employees),
        }:
            return NameIds(
                stages, sources, employees, frozenset(foreign), first, default,
                tuple(added_sources), tuple(added_employees),
            )  # fmt: skip
    raise ValueError("these are no stored names")


def stage_ids(names: FileNames, known: Known, choices: Choices, first_stage: int) -> dict[str, int]:
    """The stage of each name: the office's own, the one chosen, else the first."""
    found: dict[str, int] = {}
    for key in names.stages:
        choice = choices.stages.get(key)
        chosen = choice.id if choice is not None and choice.kind is ChoiceKind.USE else None
        found[key] = known.stages.get(key) or chosen or first_stage
    return found


async def make_known(unit: Unit, names: FileNames, known: Known, choices: Choices, first_stage: int) -> NameIds:
    """Ids for all names of a file; sources and employees that the office lacks are added in this unit."""
    sources, added_sources = await _resolved(names.sources, known.sources, choices.sources, _AddSource(unit))
    adding = _AddEmployee(unit)
    employees, added_employees = await _resolved(names.employees, known.employees, choices.employees, adding)
    assert unit.order.actor_id is not None, "an import is begun by somebody"
    return NameIds(
        stages=stage_ids(names, known, choices, first_stage),
        sources=sources,
        employees=employees,
        foreign_stages=frozenset(names.stages.keys() - known.stages.keys()),
        first_stage=first_stage,
        default_employee=unit.order.actor_id,
        added_sources=added_sources,
        added_employees=added_employees,
    )


def names_told(names: NameIds) -> list[tuple[str, int | None]]:
    """What the change feed says of sources and employees that came or went: pairs of kind and responsible."""
    came = ((Kind.SETTINGS, names.added_sources), (Kind.EMPLOYEE, names.added_employees))
    return [(kind.value, None) for kind, ids in came if ids]


class _AddSource:
    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def __call__(self, name: str) -> int:
        last = await self._unit.session.scalar(select(func.max(Source.position)))
        added = await self._unit.session.execute(
            insert(Source)
            .values(name=name, sort_key=sort_key(name), position=0 if last is None else last + 1)
            .returning(Source.id)
        )
        return int(added.scalar_one())


class _AddEmployee:
    """Adds employees who are not invited; one whom an undone import had added works again."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._idle: dict[str, int] | None = None
        self._role: int | None = None

    async def __call__(self, name: str) -> int:
        session = self._unit.session
        if self._idle is None:
            has_login = select(Login.id).where(Login.employee_id == Employee.id).exists()
            rows = await session.execute(
                select(Employee.id, Employee.last_name, Employee.first_name, Employee.middle_name).where(
                    ~Employee.active, ~has_login
                )
            )
            self._idle = {person_key(display_name(*row[1:])): row.id for row in rows}
            roles = await session.execute(select(Role.id).order_by(Role.code != MANAGER, Role.position))
            self._role = roles.scalars().first()
        idle = self._idle.get(person_key(name))
        if idle is not None:
            await session.execute(update(Employee).where(Employee.id == idle).values(active=True))
            return idle
        parts = split_name(name)
        shown = display_name(parts.last, parts.first, "") or name
        added = await session.execute(
            insert(Employee)
            .values(
                last_name=parts.last, first_name=parts.first, middle_name=parts.middle, name=shown,
                sort_key=sort_key(shown), role_id=self._role, created_at=self._unit.at,
            )
            .returning(Employee.id)
        )  # fmt: skip
        return int(added.scalar_one())


async def _resolved(
    names: Mapped[str, str], known: Mapped[str, int], choices: Mapped[str, Choice], add: _AddSource | _AddEmployee
) -> tuple[dict[str, int], tuple[int, ...]]:
    """Ids by key, and which of them were added."""
    ids: dict[str, int] = {}
    added: list[int] = []
    for key, name in names.items():
        choice = choices.get(key)
        if key in known:
            ids[key] = known[key]
        elif choice is not None and choice.kind is ChoiceKind.USE and choice.id is not None:
            ids[key] = choice.id
        else:
            ids[key] = await add(name)
            added.append(ids[key])
    return ids, tuple(added)
