"""What the user asks an import to do, as it is kept with the operation: a killed import goes on by it."""

from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from app.services.importing.headings import Mapping, mapping_from_json
from app.services.importing.known import Choice, ChoiceKind
from app.services.importing.layout import Reason


class DuplicatePolicy(StrEnum):
    """What becomes of a row whose valid phone or email is already known."""

    SKIP = "skip"
    UPDATE = "update"
    """Empty fields of the known record are filled; what is filled in the office stays."""
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user decided about names that the office doesn't have, by the key of the name (`UnknownName.key`).

    A name without an entry gets the safe default: employees and sources are added, stages become the first one.
    """

    stages: Mapped[str, Choice] = field(default_factory=dict)
    sources: Mapped[str, Choice] = field(default_factory=dict)
    employees: Mapped[str, Choice] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """The form that is kept."""
        return {
            kind: {key: [choice.kind.value, choice.id] for key, choice in choices.items()}
            for kind, choices in (("stages", self.stages), ("sources", self.sources), ("employees", self.employees))
        }


@dataclass(frozen=True, slots=True)
class RejectTexts:
    """The words of the file of rejected rows in the reader's language, as data: processes without Qt write it."""

    heading: str
    """Of the column of reasons; one of the headings that a later import knows as such."""
    reasons: Mapped[str, str]
    """By the code of the reason, with its parameters in braces."""

    def words(self, reason: Reason) -> str:
        """Why a row was rejected; the code itself where it has no words."""
        return self.reasons.get(reason.code, reason.code).format_map(_Params(reason.params))

    def to_json(self) -> dict[str, object]:
        """The form that is kept."""
        return {"heading": self.heading, "reasons": dict(self.reasons)}


class _Params(dict[str, object]):
    """Parameters of a reason; one that is missing stands as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


PLAIN_TEXTS = RejectTexts("Why not imported", {})
"""For callers without a language of their own: the codes of the reasons."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """One import of one file."""

    path: Path
    mapping: Mapping | None = None
    """None: as remembered for these headings, else as recognised."""
    choices: Choices = Choices()
    duplicates: DuplicatePolicy = DuplicatePolicy.UPDATE
    strict: bool = False
    """Whether rows that lack what their stage requires are rejected."""
    rejects: Path | None = None
    """Where rejected rows go; None: they are only counted."""
    texts: RejectTexts = PLAIN_TEXTS
    total: int | None = None
    """Rows of the file, where a preview has counted them."""

    def to_json(self) -> dict[str, object]:
        """The form that is kept with the operation."""
        return {
            "path": str(self.path.absolute()),
            "mapping": self.mapping.to_json() if self.mapping else None,
            "choices": self.choices.to_json(),
            "duplicates": self.duplicates.value,
            "strict": self.strict,
            "rejects": str(self.rejects.absolute()) if self.rejects else None,
            "texts": self.texts.to_json(),
            "total": self.total,
        }


def request_from_json(stored: object) -> ImportRequest:
    """The request that `ImportRequest.to_json` wrote. Raises ValueError for anything else."""
    match stored:
        case {
            "path": str(path),
            "mapping": mapping,
            "choices": dict(choices),
            "duplicates": str(duplicates),
            "strict": bool(strict),
            "rejects": rejects,
            "texts": {"heading": str(heading), "reasons": dict(reasons)},
            "total": total,
        }:
            return ImportRequest(
                path=Path(path),
                mapping=mapping_from_json(mapping) if isinstance(mapping, dict) else None,
                choices=Choices(**{kind: _choices(choices.get(kind)) for kind in ("stages", "sources", "employees")}),
                duplicates=DuplicatePolicy(duplicates),
                strict=strict,
                rejects=Path(rejects) if isinstance(rejects, str) else None,
                texts=RejectTexts(heading, {str(code): str(text) for code, text in reasons.items()}),
                total=total if isinstance(total, int) else None,
            )
    raise ValueError("this is no stored request")


def _choices(stored: object) -> dict[str, Choice]:
    pairs = stored.items() if isinstance(stored, dict) else ()
    return {str(key): Choice(ChoiceKind(kind), number) for key, (kind, number) in pairs}
