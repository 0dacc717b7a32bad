"""Drives a window as a person does: looks for what is on the screen by role and name, and sends mouse and keys.

It knows nothing of the program but what a screen reader is told, and acts by X events only. Every act waits for its
target to be there, to stand still and not to be covered. After an act, wait for what should be seen, never for time.
"""

import re
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby, takewhile
from pathlib import Path
from typing import TypeVar

import pytest

from tests.support.accessibility import Accessibility, Box, Node
from tests.support.screen import Screen
from tests.support.x11 import X11

PATIENCE_S = 60.0
PAUSE_S = 0.03
"""Between two looks at the screen."""
KEY_MS = 6
"""Between two keys: a quick typist's."""

ENOUGH = 8
"""Pixels of an object that have to be in view before it is clicked."""

LAYOUT = re.compile(r"[ -~А-Яа-яЁё]")
"""What the keyboard layouts us and ru have; any other character gets a key of its own."""
KEYS = {"\n": "Return", "\t": "Tab"}

OPENS_OUTSIDE_ITSELF = frozenset({"combo box", "menu item", "menu bar", "menu"})

Found = TypeVar("Found")


class NotSeen(AssertionError):
    """What was waited for did not appear; the message holds what was there instead."""


class Desktop:
    """The driver of one screen; pictures and trees of failures go to `artefacts`."""

    def __init__(self, screen: Screen, artefacts: Path) -> None:
        self.screen = screen
        self.artefacts = artefacts
        self.accessibility = Accessibility(screen.bus)
        self.x11 = X11(screen.display)

    def close(self) -> None:
        self.accessibility.close()
        self.x11.close()

    # --- looking -----------------------------------------------------------------------------------------------------

    def find_all(
        self, role: str | None = None, name: str | re.Pattern[str] | None = None, within: Node | None = None
    ) -> list[Node]:
        """What is in sight now with this role and name, below `within` if told."""
        nodes = [node for node in self.accessibility.nodes() if node.matches(role, name)]
        if within is None:
            return nodes
        return [node for node in nodes if any(above.ref == within.ref for above in node.above)]

    def find(
        self,
        role: str | None = None,
        name: str | re.Pattern[str] | None = None,
        within: Node | None = None,
        timeout: float = PATIENCE_S,
    ) -> Node:
        """Waits until there is exactly one such object."""
        what = f"one {role or 'object'} {name if name is not None else ''}"
        (node,) = self.wait_for(lambda: self._only(self.find_all(role, name, within)), what, timeout)
        return node

    @staticmethod
    def _only(nodes: list[Node]) -> list[Node]:
        return nodes if len(nodes) == 1 else []

    def field(self, label: str, timeout: float = PATIENCE_S) -> Node:
        """Waits for the control whose buddy is the label of this name: a field, or a combo box, named by its text."""
        return self.wait_for(lambda: self._buddy(label), f"a control labelled {label!r}", timeout)

    def _buddy(self, label: str) -> Node | None:
        nodes = self.accessibility.nodes()
        labels = [node.ref for node in nodes if node.matches("label", label)]
        targets = {target for ref in labels for target in self.accessibility.labelled(ref)}
        return next((node for node in nodes if node.ref in targets), None)

    def text(self, node: Node) -> str:
        """What a field holds now."""
        return self.accessibility.text(node.ref)

    def wait_for(self, look: Callable[[], Found | None], what: str, timeout: float = PATIENCE_S) -> Found:
        """Looks again and again until what it returns is true; fails with a picture and the tree after `timeout` s."""
        end = time.monotonic() + timeout
        while True:
            found = look()
            if found:
                return found
            if time.monotonic() > end:
                raise NotSeen(f"after {timeout} s not seen: {what}\n{self.record('not-seen')}")
            time.sleep(PAUSE_S)

    def wait_gone(self, role: str | None, name: str | re.Pattern[str] | None, timeout: float = PATIENCE_S) -> None:
        """Waits until nothing of this role and name is in sight."""
        self.wait_for(lambda: not self.find_all(role, name), f"no more {role or 'object'} {name}", timeout)

    def dump(self) -> str:
        """The tree as text, one object a line."""
        return "\n".join(f"{'  ' * len(node.above)}{node}" for node in self.accessibility.nodes())

    def screenshot(self, name: str) -> Path:
        """A picture of the screen among the artefacts."""
        path = self.artefacts / f"{name}.png"
        self.x11.screenshot(path)
        return path

    def record(self, name: str) -> str:
        """Keeps picture and tree of this moment; says where, and the tree's first lines."""
        tree = self.dump()
        (self.artefacts / f"{name}.txt").write_text(tree, encoding="utf-8")
        first = "\n".join(tree.splitlines()[:60])
        return f"picture: {self.screenshot(name)}\n{first}"

    # --- mouse -------------------------------------------------------------------------------------------------------

    def _xdotool(self, *arguments: object) -> None:
        command = ["xdotool", *map(str, arguments)]
        subprocess.run(command, env=self.screen.environment, check=True, capture_output=True, timeout=60)

    def _scale(self, window: Box) -> float:
        """Real pixels for one of the program's, measured: a window of the screen that is this one, enlarged."""
        for real in self.x11.windows():
            factor = real.width / max(window.width, 1)
            enlarged = (side * factor for side in window)
            if 0.5 <= factor <= 4 and all(abs(a - b) <= 3 for a, b in zip(real, enlarged, strict=True)):
                return factor
        return 0

    def _around(self, node: Node) -> list[Box]:
        """The scroll areas and other frames around an object as they are now, the nearest first."""
        above = [one for one in reversed(node.above) if one.box.width and one.box.height]
        boxes = self.accessibility.boxes([one.ref for one in above])
        around = takewhile(lambda pair: pair[0].role not in OPENS_OUTSIDE_ITSELF, zip(above, boxes, strict=True))
        return [box for _, box in around if box is not None]

    @staticmethod
    def _in_view(box: Box, around: Iterable[Box]) -> Box:
        """The part of an object that no frame around it cuts off."""
        for frame in around:
            box = box.meet(frame)
        return box

    def _standing(self, node: Node) -> Box | None:
        first = self.accessibility.box(node.ref)
        time.sleep(PAUSE_S)
        return first if first is not None and first == self.accessibility.box(node.ref) else None

    def point(self, node: Node, at: tuple[float, float] = (0.5, 0.5)) -> tuple[int, int]:
        """Waits until an object stands still in view, scrolling to it; returns a place in it in real pixels."""

        def look() -> tuple[int, int] | None:
            box = self._standing(node)
            scale = self._scale(self.accessibility.box(node.window.ref) or node.window.box)
            if box is None or not scale:
                return None
            around = self._around(node)
            visible = self._in_view(box, around)
            if visible.height < min(box.height, ENOUGH) or visible.width < min(box.width, ENOUGH):
                self._scroll_towards(box, around, scale)
                return None
            x, y = visible.x + visible.width * at[0], visible.y + visible.height * at[1]
            return round(x * scale), round(y * scale)

        return self.wait_for(look, f"{node} standing still in view")

    def _scroll_towards(self, box: Box, around: Iterable[Box], scale: float) -> None:
        """One turn of the wheel over the smallest area around an object that cuts it off."""
        area = next((frame for frame in around if box.meet(frame).height < min(box.height, ENOUGH)), None)
        if area is None:
            return
        x, y = area.centre
        self._xdotool("mousemove", round(x * scale), round(y * scale), "click", 5 if box.y > area.y else 4)

    def _move_to(self, node: Node, at: tuple[float, float] = (0.5, 0.5)) -> None:
        """Puts the pointer over an object, once no other window covers it."""

        def look() -> bool:
            self._xdotool("mousemove", *self.point(node, at))
            window = self.accessibility.box(node.window.ref) or node.window.box
            return bool(self._is(self.x11.window_under_pointer(), window) or self._in_popup(node))

        self.wait_for(look, f"{node} not covered by another window")

    def _in_popup(self, node: Node) -> bool:
        """A combo box's list lies in a window of its own, which stands somewhere else in the tree."""
        return any(above.role in OPENS_OUTSIDE_ITSELF for above in node.above)

    def _is(self, real: Box, window: Box) -> bool:
        scale = self._scale(window)
        return all(abs(a - b * scale) <= 3 for a, b in zip(real, window, strict=True))

    def click(
        self, node: Node, button: int = 1, times: int = 1, at: tuple[float, float] = (0.5, 0.5), hold: str = ""
    ) -> None:
        """Clicks an object, with the key `hold` pressed ("ctrl", "shift"); `at` is the place in it, as fractions."""
        self._move_to(node, at)
        down, up = (["keydown", hold], ["keyup", hold]) if hold else ([], [])
        self._xdotool(*down, "click", "--repeat", times, "--delay", 60, button, *up)

    def double_click(self, node: Node) -> None:
        self.click(node, times=2)

    def right_click(self, node: Node) -> None:
        self.click(node, button=3)

    def scroll(self, node: Node, turns: int) -> None:
        """Turns the wheel over an object: down, or up where `turns` is negative."""
        self._move_to(node)
        self._xdotool("click", "--repeat", abs(turns), "--delay", 15, 5 if turns > 0 else 4)

    def drag(
        self, source: Node, target: Node, at: tuple[float, float] = (0.5, 0.5), by: tuple[float, float] = (0.5, 0.5)
    ) -> None:
        """Drags one object onto another, in small steps as a hand does; it is taken up at the place `by` in it."""
        with self.carried(source, target, at, by):
            pass

    @contextmanager
    def carried(
        self, source: Node, target: Node, at: tuple[float, float] = (0.5, 0.5), by: tuple[float, float] = (0.5, 0.5)
    ) -> Iterator[None]:
        """As `drag`; in between the button is held over the target."""
        end_x, end_y = self.point(target, at)
        x, y = self.point(source, by)
        self._move_to(source, by)
        self._xdotool("mousedown", 1)
        steps = 12
        for step in range(1, steps + 1):
            part = step / steps
            self._xdotool("mousemove", "--sync", round(x + (end_x - x) * part), round(y + (end_y - y) * part))
            time.sleep(PAUSE_S)  # a drag begins and goes on by moves that a program has time to see one by one
        try:
            yield
        finally:
            self._xdotool("mouseup", 1)

    # --- keys --------------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Presses keys one after the other, by their X names: "ctrl+k", "Return", "Escape"."""
        self._xdotool("key", "--delay", KEY_MS * 4, *keys)

    def type(self, text: str) -> None:
        """Types into what has the focus."""
        for in_layout, group in groupby(text, lambda character: bool(LAYOUT.match(character))):
            characters = "".join(group)
            if in_layout:
                self._xdotool("type", "--delay", KEY_MS, "--", characters)
            else:
                keys = [KEYS.get(character) or self.x11.keycode(character) for character in characters]
                self._xdotool("key", "--delay", KEY_MS, *keys)

    def fill(self, node: Node, text: str) -> None:
        """Puts the text in place of what a field holds, and waits until the field holds it."""
        self.click(node)
        self.wait_for(lambda: self.focused(node), f"the focus in {node}")
        self.press("ctrl+a", "Delete")
        self.wait_for(lambda: not self.text(node), f"{node} empty")
        self.type(text)
        self.wait_for(lambda: self.text(node) == text, f"{text!r} in {node}, which holds {self.text(node)!r}")

    def focused(self, node: Node) -> bool:
        """Whether an object has the keyboard now."""
        return any(other.ref == node.ref and "focused" in other.states for other in self.accessibility.nodes())


@pytest.fixture
def desktop(screen: Screen, tmp_path: Path) -> Iterator[Desktop]:
    """The driver of this test's screen."""
    desktop = Desktop(screen, tmp_path)
    yield desktop
    desktop.close()
