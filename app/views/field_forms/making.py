"""Which editor a field gets, and how values travel between editor and service."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.core.clock import Clock
from app.core.errors import UserError
from app.core.fieldkinds import UNKNOWN, FieldType
from app.core.whens import parse_when
from app.core.workdays import WorkCalendar
from app.qtbase import i18n
from app.qtmodels.point_words import point_label
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue, FieldValue
from app.views.field_forms.tags import TAGS, TagsEditor
from app.views.widgets.fields import (
    Choice,
    DateEditor,
    DateTimeEditor,
    Editor,
    EmailListEditor,
    FileEditor,
    ListEditor,
    LongTextEditor,
    MoneyEditor,
    NumberEditor,
    OneOfEditor,
    PhoneListEditor,
    SeveralOfEditor,
    TextEditor,
    YesNoEditor,
)
from app.views.widgets.fields.frame import FieldFrame

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.registry import Registry
    from app.services.workplace import Workplace

CURRENCIES = ("RUB", "USD", "EUR", "KZT", "BYN")


LONGEST_TYPED: Final = 32_767
"""As much as Qt's own lines take: a longer text than its field holds is refused in words, never cut in silence."""


AddTag = Callable[[str, str], Awaitable[int]]
"""Section and word; the tag's number."""


@dataclass(frozen=True, slots=True)
class FieldWorld:
    """What editors need to know of the office: its choices, its clock, zone, days off and currency."""

    registry: "Registry"
    clock: Clock
    zone: ZoneInfo
    calendar: WorkCalendar
    currency: str
    add_tag: AddTag | None = None
    """Makes a tag of a word; None where no office is open."""

    @classmethod
    def of(cls, workplace: "Workplace") -> "FieldWorld":
        async def add_tag(section: str, name: str) -> int:
            from app.services.tags import Tags  # brings SQLAlchemy: not before the first window is painted

            (tag,) = await Tags(workplace).ensure(section, [name])
            return tag

        return cls(
            workplace.registry, workplace.clock, workplace.zone, workplace.calendar, workplace.currency, add_tag
        )

    def now(self) -> datetime:
        """The present moment on the office's clock."""
        return self.clock.now().astimezone(self.zone)

    def parse_day(self, text: str) -> date | None:
        """A day as people type it, None where it can't be read."""
        try:
            return parse_when(text, self.now(), self.calendar).date
        except UserError:  # the editor says that it can't be read
            return None

    def parse_moment(self, text: str) -> datetime | None:
        """A moment as people type it, None where it can't be read or names no time."""
        try:
            when = parse_when(text, self.now(), self.calendar)
        except UserError:  # likewise
            return None
        return None if when.time is None else when.moment(self.zone)

    def moment_words(self, moment: datetime) -> str:
        local = moment.astimezone(self.zone)
        return f"{i18n.day_with_weekday(local.date())} {i18n.clock(moment, self.zone)}"


def make_editor(field: FieldRecord, world: FieldWorld) -> Editor:
    """The editor of a field's kind."""
    if field.code == TAGS and not field.builtin and world.add_tag is not None:
        return TagsEditor(field, world.add_tag)
    builtin = _builtin_editor(field, world)
    if builtin is not None:
        return builtin
    return _MAKERS[field.type](field, world)


_MAKERS: dict[FieldType, Callable[[FieldRecord, FieldWorld], Editor]] = {
    FieldType.TEXT: lambda _field, _world: TextEditor(max_length=LONGEST_TYPED),
    FieldType.PHONE: lambda _field, _world: TextEditor(max_length=LONGEST_TYPED),
    FieldType.EMAIL: lambda _field, _world: TextEditor(max_length=LONGEST_TYPED),
    FieldType.LONG_TEXT: lambda _field, _world: LongTextEditor(),
    FieldType.NUMBER: lambda field, _world: NumberEditor(whole=field.scale == 0),
    FieldType.MONEY: lambda _field, _world: MoneyEditor(),
    FieldType.DATE: lambda _field, world: DateEditor(world.parse_day),
    FieldType.DATETIME: lambda _field, world: DateTimeEditor(world.parse_moment, world.moment_words, at=time(10, 0)),
    FieldType.YES_NO: lambda _field, _world: YesNoEditor(),
    FieldType.ONE_OF: lambda field, _world: OneOfEditor([Choice(one.id, one.name) for one in field.options]),
    FieldType.SEVERAL_OF: lambda field, _world: SeveralOfEditor([Choice(one.id, one.name) for one in field.options]),
    FieldType.FILE: lambda _field, _world: FileEditor(),
}


def _builtin_editor(field: FieldRecord, world: FieldWorld) -> Editor | None:
    """Editors of the built-in fields that are more than their type says."""
    match field.code:
        case "phones":
            return PhoneListEditor()
        case "emails":
            return EmailListEditor()
        case "messengers":
            return ListEditor(QCoreApplication.translate("FieldForms", "One more messenger"))
        case "currency":
            return OneOfEditor([Choice(code, i18n.currency_symbol(code) or code) for code in CURRENCIES])
    choices = reference_choices(field.code, world.registry)
    return None if choices is None else OneOfEditor(choices)


def reference_choices(code: str, registry: "Registry") -> Sequence[Choice] | None:
    """The choices of a field that names a source, employee, place or deal type; None for any other."""
    match code:
        case "source":
            return [Choice(one.id, one.name) for one in registry.all.sources.values()]
        case "responsible":
            return [Choice(one.id, one.name) for one in registry.employees()]
        case "place":
            return [
                Choice(one.id, ", ".join(part for part in (one.name, one.room) if part))
                for one in registry.all.places.values()
            ]
        case "deal_type":
            return [Choice(one.id, one.name) for one in registry.all.deal_types.values()]
    return None


def payment_methods(registry: "Registry") -> list[Choice]:
    """The office's ways of paying, by their codes; the preset fills them."""
    known = registry.setting("payment_methods", [])
    return [Choice(str(one["code"]), str(one["name"])) for one in known] if isinstance(known, list) else []


def read_frame(field: FieldRecord, frame: FieldFrame) -> FieldValue:
    """The frame's value as the service takes it."""
    if frame.is_unknown():
        return UNKNOWN
    value = frame.editor.value()
    if field.code in {"phones", "emails", "messengers"}:
        lines = value if isinstance(value, tuple) else ()
        labels = frame.editor.notes() if isinstance(frame.editor, ListEditor) else ("",) * len(lines)
        return tuple(ContactPointValue(str(line), None, label) for line, label in zip(lines, labels, strict=True))
    if value is None or isinstance(value, str | int | bool | Decimal | date | datetime):
        return value
    if isinstance(value, tuple):
        return tuple(one for one in value if isinstance(one, int))
    return None


def fill_frame(frame: FieldFrame, value: FieldValue) -> None:
    """Show a service's value."""
    frame.set_unknown(value is UNKNOWN)
    if isinstance(value, tuple) and any(isinstance(one, ContactPointValue) for one in value):
        points = [one for one in value if isinstance(one, ContactPointValue)]
        frame.set_value(tuple(one.value for one in points))
        if isinstance(frame.editor, ListEditor):
            frame.editor.set_notes([(one.label, point_label(one.label)) for one in points])
    else:
        frame.set_value(None if value is UNKNOWN else value)
