"""Who else has the card open, in its header: within a moment, and gone with the other window."""

from app.core.clock import FixedClock
from app.services.open_cards import OpenCards
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from tests.support.asynchronous import until
from tests.support.office import ADMIN, NOW, sit_down
from tests.views.cards.conftest import Opener, PictureOffice


async def test_a_colleague_at_the_card_is_shown_until_they_leave(
    open_card: Opener, picture_office: PictureOffice, workplace: Workplace
) -> None:
    card = await open_card("lead", picture_office.lead_id)
    ref = ClientRef("lead", picture_office.lead_id)
    admin = await sit_down(workplace.database, FixedClock(NOW), ADMIN)
    theirs = OpenCards(admin)
    assert not card.header.colleagues.isVisible()
    await until(lambda: card.header.colleagues.is_said)
    await theirs.open(ref)
    await until(card.header.colleagues.isVisible)
    assert card.header.colleagues.accessibleName() == "Also open at: Дымов Андрей"
    assert await theirs.others(ref) == ((workplace.actor.employee_id, "Кравцова Ольга"),)
    await theirs.close(ref)
    await until(lambda: not card.header.colleagues.isVisible())
