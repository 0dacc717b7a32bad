"""The form that the calendar opens: the time pointed at stands in it, and what is taken is said before it is sent."""

from PySide6.QtWidgets import QWidget

from app.core.kinds import ActivityKind
from app.views.activities.form import ActivityForm
from app.views.activities.hosts import FormHost
from app.views.activities.planning import plan_activity
from app.views.navigator import Beginning
from tests.support.asynchronous import until
from tests.support.office import ADMIN
from tests.views.activities.desk import Desk, moscow, shown, start


async def test_the_time_pointed_at_stands_in_the_form(desk: Desk, parent: QWidget) -> None:
    begin = Beginning(moscow(20, 16), 45)
    task = start(plan_activity(desk.context, parent, desk.ref, None, ActivityKind.MEETING, begin))
    form = (await shown(FormHost)).findChild(ActivityForm)
    assert form is not None
    draft = form.draft()
    assert (draft.starts_at, draft.minutes, draft.kind) == (moscow(20, 16), 45, ActivityKind.MEETING)
    form.left.emit()
    await task


async def test_a_meeting_beside_another_and_a_room_taken_are_said_beforehand(desk: Desk, parent: QWidget) -> None:
    room = next(iter(desk.workplace.registry.all.places))
    await desk.plan(kind=ActivityKind.MEETING, subject="Подписать договор", minutes=60, starts_at=moscow(20, 16))
    colleague = await desk.beside(ADMIN)
    taken = {"kind": ActivityKind.MEETING, "subject": "Принять бумаги", "minutes": 60, "place_id": room}
    await colleague.plan(**taken, starts_at=moscow(20, 16, 30))
    begin = Beginning(moscow(20, 16, 30), 30, None, room)
    task = start(plan_activity(desk.context, parent, desk.ref, None, ActivityKind.MEETING, begin))
    form = (await shown(FormHost)).findChild(ActivityForm)
    assert form is not None
    await until(lambda: "Кравцова О. has a meeting at 16:00 already." in form.when.read_back.text())
    await until(lambda: "is taken: Дымов А. has a meeting there at 16:30." in (form.place.frame.error() or ""))
    form.left.emit()
    await task
