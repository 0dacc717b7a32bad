"""One's own password: changed at work, and work goes on with it."""

from app.services.container import Services, open_services
from tests.services.people.test_people import PASSWORD, come_in, invite, leave, refused, services

__all__ = ["services"]

NEWER = "newest-harbour-8"


async def test_new_connections_are_made_with_the_password_that_was_just_set(
    services: Services,
) -> None:
    workplace = await come_in(services, await invite(services))
    people = open_services(workplace).people
    login = await people.my_login()
    assert login == "Rita@Primer.test"
    await people.change_password(login, PASSWORD, NEWER)
    await workplace.database.reconnect()
    assert await people.my_login() == login
    await leave(workplace, services)
    assert await refused(services, login, PASSWORD) == "sign_in_refused"
