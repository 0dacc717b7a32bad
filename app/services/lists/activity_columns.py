"""The columns of activities: when, what, with whom."""

from sqlalchemy import FromClause, func

from app.core.kinds import ActivityKind, ActivityState
from app.core.text import display_name
from app.models import Contact, Deal, Lead
from app.services.filtering.context import FilterContext
from app.services.listed import Listed
from app.services.lists.orders import ByDictionary, ById, ByValue
from app.services.lists.sources import Expression, Join, Source, as_it_is, dictionary, nullable, plain
from app.services.records.cells import ActivitySubject, ClientName
from app.services.records.lists import Column

_CLIENTS: dict[str, FromClause] = {
    "deal": Deal.__table__.alias("client_deal"),
    "lead": Lead.__table__.alias("client_lead"),
    "contact": Contact.__table__.alias("client_contact"),
}


def activity_sources(section: Listed, context: FilterContext) -> dict[str, Source]:
    """All columns of a list of activities."""
    c = section.table.c
    stage = func.coalesce(_CLIENTS["deal"].c.stage_id, _CLIENTS["lead"].c.stage_id)
    people = ByDictionary(c.responsible_id, dictionary("responsible", context))
    clients = _client_joins(section)
    return {
        "starts": plain("starts", c.starts_at, ByValue(c.starts_at)),
        "subject": Source(
            Column("subject", None, sortable=True),
            (c.kind, c.subject, c.state, c.confirmed_at),
            _subject,
            ByValue(c.subject, c.subject != ""),
        ),
        "client": Source(Column("client", None, sortable=False), _client_parts(), _client, joins=clients),
        "stage": Source(Column("stage", None, sortable=False), (stage,), as_it_is, joins=clients),
        "minutes": plain("minutes", c.minutes, ByValue(c.minutes)),
        "place": plain("place", c.place_id, ByDictionary(c.place_id, dictionary("place", context))),
        "responsible": plain("responsible", c.responsible_id, people),
        "result": plain("result", c.result, nullable(c.result)),
        "comment": plain("comment", c.result_comment, ByValue(c.result_comment, c.result_comment != "")),
        "created": plain("created", c.created_at, ByValue(c.created_at)),
        "completed": plain("completed", c.completed_at, nullable(c.completed_at)),
        "number": plain("number", c.id, ById()),
        "version": plain("version", c.version, None),
    }


def _client_joins(section: Listed) -> tuple[Join, ...]:
    return tuple(Join(table, table.c.id == section.table.c[f"{code}_id"]) for code, table in _CLIENTS.items())


def _client_parts() -> tuple[Expression, ...]:
    return tuple(
        table.c[name]
        for table in _CLIENTS.values()
        for name in ("id", "last_name", "first_name", "middle_name", "title", "phone")
    )


def _subject(kind: str, subject: str, state: str, confirmed_at: object) -> ActivitySubject:
    return ActivitySubject(ActivityKind(kind), subject, ActivityState(state), confirmed_at is not None)


def _client(*values: object) -> ClientName | None:
    """The deal before the lead before the contact: where the work is now."""
    for number, section in enumerate(_CLIENTS):
        client_id, last, first, middle, title, phone = values[number * 6 : number * 6 + 6]
        if client_id is not None:
            name = display_name(str(last), str(first), str(middle)) or str(title)
            return ClientName(section, int(str(client_id)), name, None if phone is None else str(phone))
    return None
