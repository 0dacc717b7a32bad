"""Links into the program."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UserError
from app.core.links import RecordLink, read_link


@given(st.sampled_from(["lead", "deal", "contact"]), st.integers(1, 2**63 - 1))
def test_a_link_that_is_written_is_read_again(section: str, record_id: int) -> None:
    assert read_link(str(RecordLink(section, record_id))) == (section, record_id)


@pytest.mark.parametrize("text", ["prichal://lead/12", "prichal://lead/12/", " prichal:lead/12\n", "prichal:/lead/12"])
def test_a_browser_s_writing_of_a_link_is_understood(text: str) -> None:
    assert read_link(text) == ("lead", 12)


@pytest.mark.parametrize(
    "text",
    ["", "prichal:", "lead/12", "prichal:lead", "prichal:lead/0", "prichal:lead/-1", "prichal:lead/1.5",
     "prichal:lead/²", "prichal:employee/1", "prichal:lead/1/2", "prichal:lead/99999999999999999999", "http:lead/12",
     "prichal:lead/" + "9" * 9999],
)  # fmt: skip
def test_what_is_no_link_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refused:
        read_link(text)
    assert refused.value.code == "link_unreadable"
