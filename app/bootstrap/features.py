"""What opens in the window: the one place that names every feature folder.

The list of leads is imported with the window. All else is imported when it is first opened, or before that, piece by
piece, while the window has nothing to do: it would take longer than the first page takes to be read and painted. That
is the reason of every import within a function here; each function imports one feature and hands out what opens it.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Final, ParamSpec, TypeAlias, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from app.core.kinds import ActivityKind
from app.qtbase.window_state import StateStore
from app.services.records.activities import ClientRef
from app.services.records.values import Values
from app.views.leads.page import leads_page
from app.views.navigator import Beginning, Page, ViewContext
from app.views.shell.features import Features, Flow

if TYPE_CHECKING:
    from app.views.cards import CardWindow
    from app.views.duplicates import DuplicatesWindow
    from app.views.settings import SettingsWindow

QUIET_S: Final = 2.0
"""After this the first page is painted, on a slow machine too."""
BREATH_S: Final = 0.1
"""Between two pieces: what somebody does meanwhile comes first."""

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")
_MakePage: TypeAlias = Callable[[ViewContext], Page]
_Open: TypeAlias = Callable[[ViewContext, QWidget], Flow]


def make_features(store: StateStore) -> Features:
    """All features of the window."""

    def card(context: ViewContext, ref: ClientRef, neighbours: Sequence[int]) -> QWidget:
        return _card()(context, ref, neighbours, store)

    return Features(
        pages={
            "lead": leads_page,
            "deal": _later(_deals),
            "contact": _later(_contacts),
            "activity": _later(_activities),
            "history": _later(_history),
            "report": _later(_reports),
        },
        card=card,
        new_lead=_later(_new_lead),
        new_deal=_later(_new_deal),
        new_contact=_later(_new_contact),
        plan_activity=_later(_plan_activity),
        change_activity=_later(_change_activity),
        complete_activity=_later(_complete_activity),
        log_call=_later(_log_call),
        comment=_later(_comment),
        move_stage=_later(_move_stage),
        convert=_later(_convert),
        imports=_later(_imports),
        undo_last=_later(_undo_last),
        last_operations=_later(_last_operations),
        bin=_later(_bin),
        settings=_later(_settings),
        profile=_later(_profile),
        duplicates=_later(_duplicates),
    )


async def import_the_rest() -> None:
    """Import what nobody has opened yet, so that its first opening is as quick as any other."""
    await asyncio.sleep(QUIET_S)
    for piece in PIECES:
        piece()
        await asyncio.sleep(BREATH_S)


def _later(feature: Callable[[], Callable[_Given, _Made]]) -> Callable[_Given, _Made]:
    """What opens a feature, and imports it then."""

    def opened(*given: _Given.args, **named: _Given.kwargs) -> _Made:
        return feature()(*given, **named)

    return opened


def _deals() -> _MakePage:
    from app.views.deals.page import deals_page  # when opened

    return deals_page


def _contacts() -> _MakePage:
    from app.views.contacts.page import contacts_page  # when opened

    return contacts_page


def _activities() -> _MakePage:
    from app.views.activities.page import activities_page  # when opened

    return activities_page


def _history() -> _MakePage:
    from app.views.history import history_page  # when opened

    return history_page


def _reports() -> _MakePage:
    from app.views.reports import reports_page  # when opened

    return reports_page


def _card() -> "type[CardWindow]":
    from app.views.cards import CardWindow  # when opened

    return CardWindow


def _comment() -> Callable[[ViewContext, QWidget, ClientRef], Flow]:
    from app.views.cards.comment_dialog import write_comment  # when opened

    return write_comment


def _new_lead() -> Callable[[ViewContext, QWidget, Values, int | None], Flow]:
    from app.views.new_records import new_lead  # when opened

    return new_lead


def _new_deal() -> Callable[[ViewContext, QWidget, int | None, int | None], Flow]:
    from app.views.new_records import new_deal  # when opened

    return new_deal


def _new_contact() -> Callable[[ViewContext, QWidget, Values], Flow]:
    from app.views.new_records import new_contact  # when opened

    return new_contact


def _plan_activity() -> Callable[
    [ViewContext, QWidget, ClientRef | None, QRect | None, ActivityKind | None, Beginning | None], Flow
]:
    from app.views.activities.planning import plan_activity  # when opened

    return plan_activity


def _change_activity() -> Callable[[ViewContext, QWidget, int, QRect | None], Flow]:
    from app.views.activities.planning import change_activity  # when opened

    return change_activity


def _complete_activity() -> Callable[[ViewContext, QWidget, int], Flow]:
    from app.views.activities.completing import complete_activity  # when opened

    return complete_activity


def _log_call() -> Callable[[ViewContext, QWidget, ClientRef], Flow]:
    from app.views.activities.completing import log_call  # when opened

    return log_call


def _move_stage() -> Callable[[ViewContext, QWidget, ClientRef, int], Coroutine[object, object, bool]]:
    from app.views.stages import move_stage  # when opened

    return move_stage


def _convert() -> Callable[[ViewContext, QWidget, int], Flow]:
    from app.views.conversion import convert  # when opened

    return convert


def _imports() -> Callable[[ViewContext, QWidget, str], Flow]:
    from app.views.imports import open_import  # when opened

    return open_import


def _undo_last() -> _Open:
    from app.views.operations import undo_last  # when opened

    return undo_last


def _last_operations() -> _Open:
    from app.views.operations import last_operations  # when opened

    return last_operations


def _bin() -> _Open:
    from app.views.bin import open_bin  # when opened

    return open_bin


def _settings() -> "Callable[[ViewContext, str], SettingsWindow]":
    from app.views.settings import open_settings_window  # when opened

    return open_settings_window


def _profile() -> Callable[[ViewContext, int], Page]:
    from app.views.profile import profile_page  # when opened

    return profile_page


def _duplicates() -> "type[DuplicatesWindow]":
    from app.views.duplicates import DuplicatesWindow  # when opened

    return DuplicatesWindow


PIECES: Final[tuple[Callable[[], object], ...]] = (
    _card, _plan_activity, _complete_activity, _move_stage, _new_lead, _deals, _contacts, _activities, _convert,
    _imports, _undo_last, _bin, _duplicates, _history, _reports, _settings, _profile,
)  # fmt: skip
"""One for each folder, what is opened most first."""
