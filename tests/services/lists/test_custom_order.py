"""Lists sort by any field of the office, with a slot or without, though half of the rows lack it."""

import pytest

from app.services.lists.service import Lists
from app.services.records.lists import Filter, Sort
from app.services.workplace import Workplace
from tests.services.filtering.world import CUSTOM, make_world

CODES = sorted({*CUSTOM, "own_one", "own_several"})


@pytest.mark.parametrize("descending", [False, True])
async def test_every_custom_field_sorts_with_its_empties_last(workplace: Workplace, descending: bool) -> None:
    world = await make_world(workplace)
    lists = Lists(workplace)
    columns = {one.code: one for one in lists.columns("lead")}
    known = {lead.id: lead.values for lead in world.known}
    for code in CODES:
        assert columns[code].sortable, code
        found = (await lists.ids("lead", Filter(), Sort(code, descending=descending))).tolist()
        assert sorted(found) == sorted(known), code
        values = [known[one][code] for one in found]
        filled = [value for value in values if value not in (None, "?")]
        assert all(value in (None, "?") for value in values[len(filled) :]), code
        if code not in ("city", "own_text"):  # texts sort by their sort key
            firsts = [value[0] if isinstance(value, tuple) else value for value in filled]
            assert firsts == sorted(firsts, reverse=descending), code
