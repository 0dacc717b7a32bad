"""Each window brought to what its picture in the design shows."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Final, Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from app.adapters.keyring_store import MemorySecrets
from app.adapters.known_databases import MemoryDatabases
from app.bootstrap.databases import check_database
from app.bootstrap.outside import make_outside
from app.bootstrap.screenshots.people import write_profiles
from app.bootstrap.screenshots.picture import still_picture, until
from app.bootstrap.screenshots.studio import Studio
from app.qtbase import i18n
from app.services.container import open_services
from app.services.ports import KnownDatabase
from app.services.records.activities import ClientRef
from app.services.records.lists import Filter
from app.services.workplace import Workplace
from app.views.activities.page import ActivitiesPage
from app.views.calendar.hand import Slot, Target
from app.views.calendar.pane import CalendarPane
from app.views.cards import CardWindow
from app.views.cards.conflict import ConflictDialog
from app.views.first_run.desk import FirstRunDesk
from app.views.first_run.window import FirstRunWindow
from app.views.imports.dialog import CHECK, ImportDialog
from app.views.kanban.view import KanbanView
from app.views.records.page import RecordsPage
from app.views.records.spec import PHONE
from app.views.sign_in.desk import SignInDesk
from app.views.sign_in.window import SignInWindow

Scenes = AsyncIterator[tuple[str, QImage]]
TABS: Final[tuple[tuple[Literal["lead", "deal", "contact", "activity"], str], ...]] = (
    ("lead", "leads"), ("deal", "deals"), ("contact", "contacts"), ("activity", "activities"),
)  # fmt: skip
SHOWN: Final = 5
"""Rows chosen for an action on many."""


async def all_scenes(studio: Studio) -> Scenes:
    """By name, one after the other."""
    async for scene in entrances(studio):
        yield scene
    with studio.first_day():
        yield "empty-leads", await still_picture(studio.office.window)
        async for scene in imports(studio):
            yield scene
    studio.office.window.show()
    for part in (pages, profiles, over_pages, kanbans, calendars, cards, dialogs):
        async for scene in part(studio):
            yield scene
    studio.close()


async def entrances(studio: Studio) -> Scenes:
    """The first run's steps, and signing in."""
    outside = make_outside()
    known = MemoryDatabases()
    workplace = studio.offices.manager
    url = workplace.database.url.render_as_string().replace("+aiosqlite", "")
    known.remember(KnownDatabase(url, str(workplace.registry.setting("name")), "admin@primer.test"))

    async def refuse(*_: object) -> Workplace:
        return workplace

    wizard = FirstRunWindow(FirstRunDesk(outside.paths, MemorySecrets(), outside.holidays, refuse))
    wizard.show()
    yield "first-run", await still_picture(wizard)
    for step in ("first-run-preset", "first-run-administrator"):
        wizard.next.click()
        yield step, await still_picture(wizard)
    await studio.closed(wizard)
    desk = SignInDesk(known, MemorySecrets(), check_database, refuse, refuse, "1.0")
    yield "sign-in", await studio.taken(SignInWindow(desk))


async def pages(studio: Studio) -> Scenes:
    """The lists."""
    window = studio.office.window
    for tab, name in TABS:
        chosen = Filter(preset="all_open") if tab == "deal" else Filter() if tab == "contact" else None
        window.show_tab(tab, chosen)
        yield name, await still_picture(window)


async def profiles(studio: Studio) -> Scenes:
    """A colleague's profile as a visitor sees it, and one's own."""
    window, (mine, theirs) = studio.office.window, (studio.offices.manager, studio.offices.beside)
    await write_profiles(mine, theirs)
    for name, workplace in (("profile-colleague", theirs), ("profile", mine)):
        window.show_profile(workplace.actor.employee_id)
        yield name, await still_picture(window)
    window.show_tab("activity")


async def over_pages(studio: Studio) -> Scenes:
    """What floats over lists, and an action on many rows."""
    window = studio.office.window
    page = window.page()
    assert isinstance(page, ActivitiesPage), "the last of the lists"
    await until(page.record, "an activity")
    page.complete_current()
    await until(page.panel.form, "the question about an activity")
    yield "completion", await still_picture(window)
    page.panel.close_panel()
    window.show_tab("lead")
    leads = _records(studio)
    leads.open_panel()
    yield "filter-panel", await studio.taken_over(await studio.appeared())
    cell = leads.table.visualRect(leads.model.index(1, 4))
    place = QRect(leads.table.viewport().mapToGlobal(cell.topLeft()), cell.size())
    window.navigator.plan_activity(ClientRef("lead", await studio.on_stage("new")), place)
    yield "quick-activity", await studio.taken_over(await studio.appeared())
    window.open_bell()
    yield "notifications", await studio.taken_over(await studio.appeared())
    for row in range(SHOWN):
        leads.model.toggle(leads.model.index(row, 0))
    yield "bulk-action", await still_picture(window)
    leads.model.check_all(False)


async def kanbans(studio: Studio) -> Scenes:
    """The kanban, and one of its cards carried to the next stage but two; the page goes back to its list."""
    window = studio.office.window
    for tab, name in TABS[:2]:
        window.show_tab(tab, Filter(preset="all_open"))
        page = _records(studio)
        page.show_view("kanban")
        yield f"{name}-kanban", await still_picture(window)
        if isinstance(page.stack.front, KanbanView):
            page.stack.front.show_carrying(0, 3)
            yield f"{name}-kanban-drag", await still_picture(window)
            page.stack.front.carrying.land()
        page.show_view("list")


async def calendars(studio: Studio) -> Scenes:
    """My week with an activity on its way to another day, a colleague's day beside, and the month of leads."""
    window = studio.office.window
    window.show_tab("activity")
    page = window.page()
    assert isinstance(page, ActivitiesPage)
    page.show_calendar("calendar")
    pane = page.calendar.pane
    yield "activities-calendar", await still_picture(window)
    _carry_to_friday(pane)
    yield "activities-calendar-drag", await still_picture(window)
    pane.surface.land()
    pane.show_span("day")
    yield "activities-calendar-day", await still_picture(window)
    pane.show_span("month")
    yield "activities-calendar-month", await still_picture(window)
    pane.show_span("week")
    page.show_calendar("agenda")
    window.show_tab("lead", Filter(preset="all_open"))
    leads = _records(studio)
    leads.show_view("calendar")
    yield "leads-calendar-month", await still_picture(window)
    leads.show_view("list")


def _carry_to_friday(pane: CalendarPane) -> None:
    """The first item that can be moved, held at an hour later in the week."""
    item = next((one for one in pane.model.items if one.movable), None)
    if item is not None:
        friday = pane.days()[0] + timedelta(days=4)
        pane.show_carrying(item, Target(Slot(friday, 15 * 60, item.responsible_id), item.minutes))


async def cards(studio: Studio) -> Scenes:
    """Cards with their tabs, one whose block is edited, and one that a colleague changed meanwhile."""
    for section in ("lead", "deal", "contact"):
        card = await studio.card(section, await studio.touched_last(section))
        yield f"{section}-card", await still_picture(card)
        for number, tab in ((1, "links"), (2, "history")):
            card.tabs.choose(number)
            yield f"{section}-card-{tab}", await still_picture(card)
        await studio.closed(card)
    card = await studio.card("lead", await studio.on_stage("thinking"))
    card.edit_name()
    yield "lead-card-editing", await still_picture(card)
    card.escape()
    yield "conflict", await _conflict(studio, card)
    await studio.closed(card)


async def _conflict(studio: Studio, card: CardWindow) -> QImage:
    """Both write a comment and a city."""
    assert card.general is not None
    colleague, record = open_services(studio.offices.beside).leads, card.card.ref.id
    for code, mine in (("comment", "+ 1"), ("city", "+ 2")):
        block = card.general.blocks.block_with(code)
        assert block is not None
        block.edit(code)
        assert block.form is not None
        block.form.form.set_value(code, mine)
        read = await colleague.card(record)
        await colleague.edit(record, read.version, {code: "+ 3"}, read.values)
        block.save()
    await until(lambda: isinstance(studio.app.activeModalWidget(), ConflictDialog), "two edits")
    dialog = studio.app.activeModalWidget()
    assert dialog is not None
    return await studio.taken(dialog)


async def dialogs(studio: Studio) -> Scenes:
    """Forms over the list of leads."""
    window = studio.office.window
    navigator, registry = window.navigator, studio.offices.manager.registry
    lead_id, ready_id = await studio.on_stage("new"), await studio.on_stage("partial_payment")
    meeting = registry.stage_by_code("lead", "meeting_set").id
    window.show_tab("lead")
    openings: tuple[tuple[str, Callable[[], None]], ...] = (
        ("new-lead", navigator.new_lead),
        ("new-deal", navigator.new_deal),
        ("new-contact", navigator.new_contact),
        ("stage-dialog", lambda: navigator.move_stage(ClientRef("lead", lead_id), meeting)),
        ("conversion", lambda: navigator.convert(ready_id)),
        ("activity-form", lambda: navigator.plan_activity(ClientRef("lead", lead_id))),
        ("log-call", lambda: navigator.log_call(ClientRef("lead", lead_id))),
        ("shortcuts", window.show_shortcuts),
    )
    for name, open_it in openings:
        open_it()
        yield name, await studio.taken(await studio.appeared())
    leads = _records(studio)
    await until(lambda: leads.model.value(leads.model.index(0, 0), PHONE), "the phone of a lead")
    navigator.open_palette(i18n.phone(str(leads.model.value(leads.model.index(0, 0), PHONE)))[-5:])
    yield "palette", await studio.taken_over(await studio.appeared())


async def imports(studio: Studio) -> Scenes:
    """The import of a file with what offices really have in theirs."""
    studio.office.window.navigator.open_import()
    wizard = await studio.appeared()
    assert isinstance(wizard, ImportDialog)
    yield "import", await still_picture(wizard)
    file = studio.folder / "leads.csv"
    file.write_text(IMPORTED, encoding="utf-8")
    wizard.file.chosen.emit(file)
    await until(lambda: wizard.step() != 0, "the columns of a file")
    yield "import-columns", await still_picture(wizard)
    wizard.next_wanted.emit()
    await until(lambda: wizard.step() == CHECK, "the check of a file")
    yield "import-check", await studio.taken(wizard)


IMPORTED: Final = """Фамилия;Имя;Телефон;Стадия;Источник;Ответственный
Гаврилова;Нина;8 916 000-41-27;Новый лид;Сайт;Игорь Рябцев
Остапенко;Роман;+7 903 000-18-64;Перезвонить летом;Радио «Маяк»;Игорь Рябцев
Гаврилова;Нина;79160004127;Новый лид;Сайт;Отдел продаж
Лаптева;Светлана;не знает;Думает;По рекомендации;Отдел продаж
;;;Новый лид;Сайт;
Лишняя;колонка;в;этой;строке;шестая;седьмая
"""


def _records(studio: Studio) -> RecordsPage:
    page = studio.office.window.page()
    assert isinstance(page, RecordsPage)
    return page
