"""Reads what a desktop program tells a screen reader: the AT-SPI tree, by plain D-Bus messages.

Questions about many objects are sent together and their answers collected afterwards, so a whole window costs little
more than one object. What isn't shown is left out; of a table only the cells in sight are asked for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ANSWER_S = 10.0
BATCH = 200
"""Questions on their way at once: more could fill the pipes both ways."""

WHOLE = 300
"""A table with more children than this is read by its cells in sight."""
PROBE = 6
"""Pixels between the points where such a table is asked what lies there: less than any row is high."""

NOBODY = "/org/a11y/atspi/null"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
TABLE = "org.a11y.atspi.Table"
TEXT = "org.a11y.atspi.Text"
ON_SCREEN = 0
LABEL_FOR = 1

STATES = {
    1: "active",
    3: "busy",
    4: "checked",
    7: "editable",
    8: "enabled",
    9: "expandable",
    10: "expanded",
    11: "focusable",
    12: "focused",
    16: "modal",
    20: "pressed",
    23: "selected",
    25: "showing",
    30: "visible",
    41: "checkable",
    43: "read only",
}

TABLES = frozenset({"table", "tree table", "list", "list box", "tree"})

Ref = tuple[str, str]
"""An accessible object: the name of its program on the bus, and its path."""


class Box(NamedTuple):
    """A rectangle in the pixels of the program, which at another scale are not those of the screen."""

    x: int
    y: int
    width: int
    height: int

    def meet(self, other: "Box") -> "Box":
        """What two rectangles have in common; without width or height where that is nothing."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right = min(self.x + self.width, other.x + other.width)
        bottom = min(self.y + self.height, other.y + other.height)
        return Box(x, y, max(0, right - x), max(0, bottom - y))

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True)
class Node:
    """One object in sight, as it was when the tree was read; `above` are its ancestors, the window first."""

    ref: Ref
    role: str
    name: str
    states: frozenset[str]
    box: Box
    above: tuple["Node", ...] = ()

    @property
    def window(self) -> "Node":
        return self.above[0] if self.above else self

    def matches(self, role: str | None, name: str | re.Pattern[str] | None) -> bool:
        if role is not None and self.role != role:
            return False
        if isinstance(name, re.Pattern):
            return bool(name.search(self.name))
        return name is None or self.name == name

    def __str__(self) -> str:
        states = ", ".join(sorted(self.states - {"showing", "visible", "enabled", "focusable"}))
        off = "" if "enabled" in self.states else " (disabled)"
        return f"{self.role} {self.name!r} {tuple(self.box)} {states}{off}"


def _states(words: Sequence[int]) -> frozenset[str]:
    bits = words[0] | words[1] << 32
    return frozenset(name for bit, name in STATES.items() if bits >> bit & 1)


def _call(ref: Ref, interface: str, method: str, signature: str | None = None, *body: object) -> Message:
    return new_method_call(DBusAddress(ref[1], ref[0], interface), method, signature, body)


def _get(ref: Ref, interface: str, name: str) -> Message:
    return _call(ref, "org.freedesktop.DBus.Properties", "Get", "ss", interface, name)


class Accessibility:
    """A connection to the accessibility bus of one screen."""

    def __init__(self, session_bus: str) -> None:
        address = self._address(session_bus)
        self._connection = open_dbus_connection(address)
        self._events = open_dbus_connection(address)
        self._listen()
        self._popups: dict[Ref, None] = {}

    def close(self) -> None:
        self._connection.close()
        self._events.close()

    @staticmethod
    def _address(session_bus: str) -> str:
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        with open_dbus_connection(session_bus) as session:
            answer = session.send_and_get_reply(new_method_call(launcher, "GetAddress"), timeout=ANSWER_S)
        return str(answer.body[0])

    def _listen(self) -> None:
        """Popups are in no list of windows: they only announce that they show."""
        registry = DBusAddress("/org/a11y/atspi/registry", ROOT[0], "org.a11y.atspi.Registry")
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="StateChanged")
        rule.add_arg_condition(0, "showing")
        questions = [
            new_method_call(registry, "RegisterEvent", "sass", ("object:state-changed:showing", [], "")),
            message_bus.AddMatch(rule),
        ]
        for question in questions:
            self._events.send_and_get_reply(question, timeout=ANSWER_S)

    def _hear(self) -> None:
        """Takes in the events that have come since."""
        while True:
            try:
                event = self._events.receive(timeout=0)
            except TimeoutError:
                return
            if event.header.fields.get(HeaderFields.member) == "StateChanged":
                ref = (event.header.fields[HeaderFields.sender], event.header.fields[HeaderFields.path])
                self._popups.pop(ref, None)
                if event.body[1]:
                    self._popups[ref] = None

    def ask(self, questions: Sequence[Message]) -> list[Any]:
        """The first value of each answer; None for what is no longer there."""
        answers: list[Any] = []
        for start in range(0, len(questions), BATCH):
            answers += _exchange(self._connection, questions[start : start + BATCH])
        return answers

    def nodes(self) -> list[Node]:
        """Everything in sight, in the order of the tree: windows and popups, and what they hold."""
        self._hear()
        programs = self._children([ROOT])[0]
        windows = [ref for refs in self._children(programs) for ref in refs]
        popups = [ref for ref in self._popups if ref not in windows]
        parents = self.ask([_get(ref, ACCESSIBLE, "Parent") for ref in popups])
        windows += [ref for ref, parent in zip(popups, parents, strict=True) if parent and parent[1] in programs]
        level = self._describe([(ref, ()) for ref in windows])
        found = {node.ref: node for node in level}
        while level:
            below = self._below(level)
            level = self._describe([(ref, above) for ref, above in below if ref not in found])
            found.update((node.ref, node) for node in level)
        return _in_order(found)

    def _children(self, refs: Sequence[Ref]) -> list[list[Ref]]:
        answers = self.ask([_call(ref, ACCESSIBLE, "GetChildren") for ref in refs])
        return [[child for child in answer or [] if child[1] != NOBODY] for answer in answers]

    def _describe(self, places: Sequence[tuple[Ref, tuple[Node, ...]]]) -> list[Node]:
        """Asks what stands at the places; leaves out what is gone or not in sight."""
        questions = [
            question
            for ref, _above in places
            for question in (
                _call(ref, ACCESSIBLE, "GetState"),
                _call(ref, ACCESSIBLE, "GetRoleName"),
                _get(ref, ACCESSIBLE, "Name"),
                _call(ref, COMPONENT, "GetExtents", "u", ON_SCREEN),
            )
        ]
        answers = iter(self.ask(questions))
        nodes = []
        for (ref, above), state, role, name, extents in zip(places, *[answers] * 4, strict=True):
            if state and role and name and extents and "showing" in (states := _states(state)):
                nodes.append(Node(ref, role, name[1], states, Box(*extents), above))
        return nodes

    def _below(self, level: Sequence[Node]) -> list[tuple[Ref, tuple[Node, ...]]]:
        counts = self.ask([_get(node.ref, ACCESSIBLE, "ChildCount") for node in level])
        large = [node for node, count in zip(level, counts, strict=True) if count and count[1] > WHOLE]
        whole = [node for node in level if node not in large]
        lists = dict(zip((node.ref for node in whole), self._children([node.ref for node in whole]), strict=True))
        lists |= {node.ref: self._cells_in_sight(node) for node in large if node.role in TABLES}
        return [(ref, (*node.above, node)) for node in level for ref in lists.get(node.ref, [])]

    def _cells_in_sight(self, table: Node) -> list[Ref]:
        """Column headers and cells of the part of a large table that can be seen."""
        xs = range(table.box.x + 2, table.box.x + table.box.width, PROBE)
        ys = range(table.box.y + 2, table.box.y + table.box.height, PROBE)
        middle = [table.box.y + table.box.height // 2, table.box.y + table.box.height // 4]
        left = [table.box.x + table.box.width // 3, table.box.x + table.box.width // 8]
        points = [(x, y) for x in left for y in ys] + [(x, y) for y in middle for x in xs]
        hits = self.ask([_call(table.ref, COMPONENT, "GetAccessibleAtPoint", "iiu", *at, ON_SCREEN) for at in points])
        cells = {tuple(hit) for hit in hits if hit and hit[1] != NOBODY}
        places = self.ask([_get(cell, "org.a11y.atspi.TableCell", "Position") for cell in cells])
        rows = sorted({place[1][0] for place in places if place})
        columns = sorted({place[1][1] for place in places if place})
        if not rows:
            return []
        across = range(columns[0], columns[-1] + 1)
        questions = [_call(table.ref, TABLE, "GetColumnHeader", "i", column) for column in across]
        for row in range(rows[0], rows[-1] + 1):
            questions += [_call(table.ref, TABLE, "GetAccessibleAt", "ii", row, column) for column in across]
        return [tuple(ref) for ref in self.ask(questions) if ref and ref[1] != NOBODY]

    def box(self, ref: Ref) -> Box | None:
        """Where an object is now; None where it is gone or not in sight."""
        return self.boxes([ref])[0]

    def boxes(self, refs: Sequence[Ref]) -> list[Box | None]:
        """The same for several at once."""
        questions = [
            q for ref in refs for q in (_call(ref, ACCESSIBLE, "GetState"), _call(ref, COMPONENT, "GetExtents", "u", 0))
        ]
        answers = iter(self.ask(questions))
        return [
            Box(*extents) if state and extents and "showing" in _states(state) else None
            for state, extents in zip(answers, answers, strict=True)
        ]

    def text(self, ref: Ref) -> str:
        """What a field or document holds; "" for what has no text."""
        return str(self.ask([_call(ref, TEXT, "GetText", "ii", 0, -1)])[0] or "")

    def description(self, ref: Ref) -> str:
        """The placeholder or tool tip of an object."""
        answer = self.ask([_get(ref, ACCESSIBLE, "Description")])[0]
        return str(answer[1]) if answer else ""

    def labelled(self, label: Ref) -> list[Ref]:
        """What a label is the buddy of."""
        relations = self.ask([_call(label, ACCESSIBLE, "GetRelationSet")])[0] or []
        return [tuple(target) for kind, targets in relations if kind == LABEL_FOR for target in targets]


def _exchange(connection: DBusConnection, questions: Iterable[Message]) -> list[Any]:
    waiting: dict[int, int] = {}
    for position, question in enumerate(questions):
        serial = next(connection.outgoing_serial)
        connection.send(question, serial=serial)
        waiting[serial] = position
    answers: list[Any] = [None] * len(waiting)
    while waiting:
        answer = connection.receive(timeout=ANSWER_S)
        position = waiting.pop(answer.header.fields.get(HeaderFields.reply_serial, -1), -1)
        if position >= 0 and answer.header.message_type is MessageType.method_return and answer.body:
            answers[position] = answer.body[0]
    return answers


def _in_order(found: dict[Ref, Node]) -> list[Node]:
    """Depth first, as the tree is read aloud."""
    below: dict[Ref | None, list[Node]] = {}
    for node in found.values():
        below.setdefault(node.above[-1].ref if node.above else None, []).append(node)
    order: list[Node] = []
    waiting = below.get(None, [])[::-1]
    while waiting:
        node = waiting.pop()
        order.append(node)
        waiting += below.get(node.ref, [])[::-1]
    return order
