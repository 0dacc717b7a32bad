"""Cells in usual writings take a short way; it ends where the long one does."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from app.core.text import clean_text
from app.services import contact_points
from app.services.importing import columns
from app.services.importing.columns import CellReader, Column, Draft, cell_reader
from app.services.importing.points import emails_of
from tests.services.importing.making import MOSCOW

_EMAILS = st.text(alphabet="aZя0._+-@ <>,;:\"'", max_size=20) | st.from_regex(
    r"[a-z0-9_+.-]{1,8}@([a-z0-9-]{1,5}\.){1,3}[a-z0-9]{1,4}[.;, ]?", fullmatch=True
)
_PHONES = st.text(alphabet="+789 ()-01а\t", max_size=20) | st.from_regex(
    r"[ -]?(\+7|[78])?[ -]?\(?9\d\d\)?[ -]?\d{3}[ -]?\d\d[ -]?\d\d[ ,]?", fullmatch=True
)


def _long_way(text: str) -> list[tuple[str, str | None]]:
    with (
        patch.object(contact_points, "is_plain_email", lambda _text: False),
        patch("app.services.importing.points.is_plain_email", lambda _text: False),
    ):
        return [(one.value, one.normal) for one in emails_of(clean_text(text), "work")]


@given(_EMAILS)
def test_a_plain_email_is_read_as_the_long_way_reads_it(text: str) -> None:
    if contact_points.is_plain_email(text):
        assert _long_way(text) == [(text, text)]


def _read(read: CellReader, cell: str) -> Draft:
    draft = Draft("RUB")
    read(draft, cell)
    return draft


def _reader(target: str) -> CellReader:
    found = cell_reader(Column(0, "Столбец", target), {}, MOSCOW)
    assert found is not None
    return found


@given(_PHONES | _EMAILS)
def test_a_cell_with_one_plain_number_or_address_is_read_as_any_other(cell: str) -> None:
    for target in ("phone:work", "email:home"):
        reader = _reader(target)
        quick = _read(reader, cell)
        with patch.object(columns._Points, "_plainly_one", lambda *_: False):
            assert quick == _read(reader, cell)


@given(st.text(max_size=40) | st.text(alphabet="абвёЁй \t", max_size=300))
def test_a_line_within_every_limit_is_set_as_any_other(cell: str) -> None:
    for target in ("title", "first_name", "source_details"):
        reader = _reader(target)
        quick = _read(reader, cell)
        with patch.object(columns, "_SHORTEST_LIMIT", -1):
            assert quick == _read(reader, cell)
