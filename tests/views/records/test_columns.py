"""Columns of one's own: what was kept is taken back, what can't be read is the section's own."""

import pytest

from app.services.records.lists import Filter, Sort
from app.views.contacts.page import CONTACTS
from app.views.leads.page import LEADS
from app.views.records.columns import own_layout, read_layout, shown_columns, write_layout

KNOWN = tuple(code for code, _ in LEADS.columns)
MINE, EVERYBODY = Filter(preset="my_open"), Filter(preset="all_open")


def test_layout_comes_back_as_it_was_kept() -> None:
    layout = own_layout(LEADS).with_width("name", 300).with_sort(Sort("sum", descending=True))
    layout = layout.with_order(("stage", "name"))
    assert read_layout(write_layout(layout), LEADS, KNOWN) == layout


@pytest.mark.parametrize(
    "stored",
    [None, "x", 5, {}, {"codes": "name", "widths": [], "sort": 1}, {"codes": ["gone"], "widths": {"name": "wide"}}],
)
def test_layout_that_cannot_be_read_is_the_sections_own(stored: object) -> None:
    assert read_layout(stored, LEADS, KNOWN) == own_layout(LEADS)


def test_column_of_a_deleted_field_is_left_out() -> None:
    kept = read_layout({"codes": ["name", "old_field", "phone"]}, LEADS, KNOWN)
    assert kept.codes == ("name", "phone")


def test_responsible_gives_way_to_the_last_contact_while_the_filter_is_mine() -> None:
    mine = shown_columns(own_layout(LEADS), LEADS, MINE, narrow=False)
    everybody = shown_columns(own_layout(LEADS), LEADS, EVERYBODY, narrow=False)
    assert ("responsible" in mine, "last_contact" in mine) == (False, True)
    assert ("responsible" in everybody, "last_contact" in everybody) == (True, False)
    assert "last_contact" in shown_columns(own_layout(CONTACTS), CONTACTS, EVERYBODY, narrow=False)


def test_narrow_window_drops_the_creation_date() -> None:
    assert "created" not in shown_columns(own_layout(LEADS), LEADS, MINE, narrow=True)


def test_chosen_columns_keep_what_the_filter_hides_for_now() -> None:
    layout = own_layout(LEADS)
    shown = shown_columns(layout, LEADS, MINE, narrow=False)
    moved = layout.with_order(tuple(reversed(shown)))
    assert set(moved.codes) == set(layout.codes)
    assert shown_columns(moved, LEADS, MINE, narrow=False) == tuple(reversed(shown))


def test_column_never_gets_too_narrow_to_be_grasped() -> None:
    assert own_layout(LEADS).with_width("name", 3).width("name") >= 60
