"""A profile in the window: an interest goes over by a click, one's own is written by Save, names open others."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.services.profiles import LARGEST_PHOTO, Profiles
from app.services.records.profiles import ProfileText
from app.services.workplace import Workplace
from app.views.profile.edit_dialog import ProfileDialog, square_picture
from app.views.profile.head import ACTIVITIES, CALENDAR
from app.views.profile.interests import InterestTag
from app.views.profile.page import ProfilePage
from tests.support.asynchronous import until
from tests.support.office import MANAGER, NOW, SUPERVISOR, sit_down
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, view_context

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
async def olga(workplace: Workplace) -> Workplace:
    """The manager, who has told of herself."""
    olga = await sit_down(workplace.database, FixedClock(NOW), MANAGER)
    await Profiles(olga).save(ProfileText("Кравцова", "Ольга", job_title="Менеджер", mobile_phone="8 903 000-61-27"))
    for word in ("Походы", "Шахматы"):
        await Profiles(olga).add_interest(word)
    return olga


async def opened(qtbot: QtBot, visitor: Workplace, employee_id: int) -> tuple[ProfilePage, NotingNavigator]:
    context, navigator = view_context(visitor)
    visitor.database.listen(context.changes.publish)
    page = ProfilePage(context, employee_id)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    await settled()
    return page, navigator


def tags(page: ProfilePage) -> dict[str, InterestTag]:
    return {tag.text(): tag for tag in page.interests.findChildren(InterestTag) if tag.isVisible()}


async def test_a_visitor_takes_an_interest_over_and_gives_it_back(
    qtbot: QtBot, workplace: Workplace, olga: Workplace
) -> None:
    page, navigator = await opened(qtbot, workplace, olga.actor.employee_id)
    assert page.head.name.text() == "Кравцова Ольга"
    assert not page.head.edit.isVisible()
    tags(page)["Походы"].setFocus()
    qtbot.keyClick(tags(page)["Походы"], Qt.Key.Key_Space)
    await until(lambda: "in my profile" in tags(page)["Походы"].accessibleName())
    mine = await Profiles(workplace).of(workplace.actor.employee_id)
    assert [one.word for one in mine.interests] == ["Походы"]
    page.interests.undo.click()
    await until(lambda: "add to my profile" in tags(page)["Походы"].accessibleName())
    assert (await Profiles(workplace).of(workplace.actor.employee_id)).interests == ()
    page.head.call.click()
    page.place.opened.emit(2)
    assert navigator.asked == [("call", "8 903 000-61-27", None), ("open_profile", 2)]
    page.show_part(ACTIVITIES)
    page.show_part(CALENDAR)
    assert page.calendar is not None
    assert page.calendar.people() == (olga.actor.employee_id,)
    await settled()


async def test_one_s_own_profile_is_written_by_save(qtbot: QtBot, olga: Workplace) -> None:
    page, _ = await opened(qtbot, olga, olga.actor.employee_id)
    page.head.edit.click()
    dialog = next(window for window in QApplication.topLevelWidgets() if isinstance(window, ProfileDialog))
    dialog.fields["last_name"].set_value(None)
    dialog.fields["first_name"].set_value(None)
    dialog.submitted.emit()
    await until(dialog.fields["last_name"].error)
    dialog.fields["last_name"].set_value("Кравцова")
    dialog.fields["job_title"].set_value("Ведущий менеджер")
    dialog.fields["theme"].set_value("lilac")
    dialog.submitted.emit()
    await until(lambda: page.record and page.record.text.theme == "lilac")
    assert page.head.line.text().startswith("Ведущий менеджер · ")
    page.interests.input.setText("Кофе")
    qtbot.keyClick(page.interests.input, Qt.Key.Key_Return)
    await until(lambda: "Кофе" in tags(page))
    await settled()


async def test_whose_work_one_may_not_see_shows_none_of_it(qtbot: QtBot, olga: Workplace) -> None:
    supervisor = await sit_down(olga.database, FixedClock(NOW), SUPERVISOR)
    page, _ = await opened(qtbot, olga, supervisor.actor.employee_id)
    assert not page.coming.isVisible()
    assert not page.head.tabs[CALENDAR].isVisible()
    await settled()


def test_a_photo_becomes_a_small_square(qapp: QApplication, tmp_path: Path) -> None:
    image = QImage(1200, 800, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    image.save(str(tmp_path / "me.png"))
    small = QImage.fromData(square_picture(tmp_path / "me.png"))
    assert (small.width(), small.height()) == (256, 256)
    assert len(square_picture(tmp_path / "me.png")) < LARGEST_PHOTO
    (tmp_path / "none.png").write_text("no picture")
    with pytest.raises(UserError, match="photo_too_large"):
        square_picture(tmp_path / "none.png")
