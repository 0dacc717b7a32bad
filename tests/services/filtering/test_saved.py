"""Saved filters outlive versions: what can't be read is left out with a warning."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.filtering.saved import dump_filter, load_filter
from app.services.records.lists import AnyOf, Condition, Filter, FilterWarning


def test_a_filter_comes_back_as_it_was() -> None:
    chosen = Filter(
        preset="all_open",
        text="нина",
        conditions=(
            Condition("responsible", "any_of", ("me", 5)),
            AnyOf((Condition("created", "period", ("last_days", 7)), Condition("source", "empty"))),
        ),
        urgency=("overdue", "none"),
    )
    assert load_filter(dump_filter(chosen)) == (chosen, ())


def test_amounts_and_days_become_what_json_holds() -> None:
    chosen = Filter(conditions=(Condition("sum", "between", (Decimal("1.50"), None)),
                                Condition("created", "after", (date(2025, 11, 1),))))  # fmt: skip
    loaded, warnings = load_filter(dump_filter(chosen))
    assert [one.values for one in loaded.conditions if isinstance(one, Condition)] == [("1.50", None), ("2025-11-01",)]
    assert warnings == ()


@pytest.mark.parametrize(
    "document",
    [None, 5, [], "x", {"preset": 3}, {"text": []}, {"conditions": {}}, {"conditions": [1]}, {"urgency": "x"},
     {"conditions": [{"field": "a"}]}, {"conditions": [{"any_of": 1}]}],
)  # fmt: skip
def test_what_is_broken_is_left_out_with_a_warning(document: object) -> None:
    _chosen, warnings = load_filter(document)
    assert warnings
    assert set(warnings) == {FilterWarning("malformed")}


KEYS = st.sampled_from(["preset", "text", "urgency", "conditions", "field", "operator", "values", "any_of"])


@given(
    st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner))
)
def test_no_document_is_an_error(document: object) -> None:
    chosen, _ = load_filter(document)
    assert isinstance(chosen, Filter)
