"""What the palette offers to do: with the chosen client, with what was typed, and the commands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.core.phones import looks_like_phone
from app.core.text import normalise
from app.qtbase import i18n
from app.qtbase.shortcuts import Command, native
from app.services.records.activities import ClientRef
from app.services.records.lists import Filter, SearchHit
from app.services.records.values import ContactPointValue
from app.views.navigator import ViewContext
from app.views.palette.rows import ActionRow

BoundCommand = tuple[Command, Callable[[], object]]
_COMMAND_ICONS = {
    "queue.next": "play",
    "lead.new": "plus", "deal.new": "plus", "contact.new": "plus", "import": "upload", "theme": "moon",
    "sign_out": "sign_out", "activity.new": "task", "add": "plus", "filter": "funnel", "refresh": "refresh",
    "shortcuts": "key", "tab.lead": "user", "tab.deal": "briefcase", "tab.contact": "users", "tab.activity": "task",
}  # fmt: skip
_SHOWN_COMMANDS = 4
"""How many commands stand below clients that were found; all of them after ">"."""


def client_actions(
    hit: SearchHit, phone: str, context: ViewContext, choose_stage: Callable[[SearchHit], None]
) -> Iterator[ActionRow]:
    """Alt+1 to Alt+4 of the chosen client; `phone` is the one that was searched."""
    navigator, ref = context.navigator, ClientRef(hit.section, hit.id)
    acts: list[tuple[str, str, str, Callable[[], object], bool]] = []
    if phone:
        words = QCoreApplication.translate("Palette", "Call")
        acts.append(("call", words, i18n.phone(phone), lambda: navigator.call(phone, ref), False))
    words = QCoreApplication.translate("Palette", "New activity")
    acts.append(("task", words, "", lambda: navigator.plan_activity(ref), False))
    if hit.stage_id is not None:
        words = QCoreApplication.translate("Palette", "Change the stage")
        acts.append(("flag", words, "", lambda: choose_stage(hit), True))
    words = QCoreApplication.translate("Palette", "Log a call already held")
    acts.append(("comment", words, "", lambda: navigator.log_call(ref), False))
    for number, (icon, text, detail, act, stays) in enumerate(acts, 1):
        yield ActionRow(icon, text, act, detail, native(f"Alt+{number}"), stays)


def stage_actions(hit: SearchHit, context: ViewContext) -> Iterator[ActionRow]:
    """The stages that the chosen client can be moved to."""
    ref = ClientRef(hit.section, hit.id)
    for stage in context.services.workplace.registry.stages(hit.section):
        if stage.id != hit.stage_id:
            icon = "ban" if stage.kind.value == "failure" else "flag"
            yield ActionRow(icon, stage.name, partial(context.navigator.move_stage, ref, stage.id))


def query_actions(query: str, context: ViewContext) -> Iterator[ActionRow]:
    """Add a lead with what was typed; show it in the list of leads."""
    navigator = context.navigator
    if looks_like_phone(query):
        text = QCoreApplication.translate("Palette", "Add a lead with this phone")
        yield ActionRow("plus", text, lambda: navigator.new_lead({"phones": (ContactPointValue(query),)}))
    else:
        text = QCoreApplication.translate("Palette", "Add a lead named “{name}”").format(name=query)
        yield ActionRow("plus", text, lambda: navigator.new_lead(_named(query)))
    words = QCoreApplication.translate("Palette", "Show all with “{text}” in the list of leads")
    yield ActionRow("funnel", words.format(text=query), lambda: navigator.show_list("lead", Filter(text=query)))


def commands(query: str, bound: Sequence[BoundCommand], *, all_of_them: bool) -> Iterator[ActionRow]:
    """Commands whose words hold every word typed, in any order."""
    wanted = normalise(query).split()
    found = (pair for pair in bound if all(word in normalise(pair[0].text) for word in wanted))
    for number, (command, act) in enumerate(found):
        if number >= _SHOWN_COMMANDS and not all_of_them:
            return
        icon = _COMMAND_ICONS.get(command.id, "right")
        yield ActionRow(icon, command.text, act, "", native(command.keys) if command.keys else "")


def _named(query: str) -> dict[str, str]:
    """Last, first and middle name, as they are written in Russian."""
    names: Iterable[str] = query.split(maxsplit=2)
    return dict(zip(("last_name", "first_name", "middle_name"), names, strict=False))
