"""What a person does with one window after the other; everything is looked for again before it is touched."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.support.accessibility import Node, Ref
from tests.support.desktop import PATIENCE_S, Desktop, NotSeen

Name = str | re.Pattern[str]
Found = TypeVar("Found")

WINDOWS = {"frame", "dialog", "filler", "panel", "alert message"}


class Hand:
    """A person at the screen."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop

    # looking

    def window(self, name: Name, timeout: float = PATIENCE_S) -> Node:
        """Waits for a window of this title that has the keyboard."""
        return self.until(lambda: self._active(name), f"the window {name!r} in front", timeout)

    def _active(self, name: Name) -> Node | None:
        nodes = self.desktop.accessibility.nodes()
        windows = [node for node in nodes if not node.above and node.matches(None, name)]
        return next((node for node in windows if node.role in WINDOWS and "active" in node.states), None)

    def gone(self, name: Name) -> None:
        """Waits until no window of this title is left."""
        self.until(lambda: not self._windows(name), f"no more window {name!r}")

    def _windows(self, name: Name) -> list[Node]:
        nodes = self.desktop.accessibility.nodes()
        return [node for node in nodes if not node.above and node.role in WINDOWS and node.matches(None, name)]

    def see(self, name: Name, role: str | None = None, within: Node | None = None, timeout: float = PATIENCE_S) -> Node:
        """Waits for the first object of this name."""
        found = self.until(lambda: self.desktop.find_all(role, name, within), f"{role or 'object'} {name!r}", timeout)
        return found[0]

    def until(self, look: Callable[[], Found | None], what: str, timeout: float = PATIENCE_S) -> Found:
        return self.desktop.wait_for(look, what, timeout)

    def until_stored(self, look: Callable[[], object], value: object, what: str) -> None:
        """Waits until another program reads this value."""
        self.until(lambda: look() == value, f"{what}: {value!r}, not {look()!r}")

    # doing

    def press(self, *keys: str) -> None:
        self.desktop.press(*keys)

    def type(self, text: str) -> None:
        self.desktop.type(text)

    def push(self, name: Name, within: Node | None = None, role: str = "push button") -> None:
        """Clicks a button once it can be clicked."""

        def look() -> Node | None:
            return next((one for one in self.desktop.find_all(role, name, within) if "enabled" in one.states), None)

        self.desktop.click(self.until(look, f"{role} {name!r} enabled"))

    def fill(self, label: str, text: str) -> None:
        """Puts text into the field of this label."""
        self.desktop.fill(self.desktop.field(label), text)

    def holds(self, label: str) -> str:
        """What the field of this label holds."""
        return self.desktop.text(self.desktop.field(label))

    def choose(self, label: str, choice: str) -> None:
        """Opens the combo box of this label and takes a choice."""
        self.desktop.click(self.desktop.field(label))
        self.desktop.click(self.desktop.find("list item", choice))
        self.until(lambda: self.desktop.field(label).name == choice, f"{choice!r} in {label!r}")

    def tick(self, label: str, choice: str) -> None:
        """One of the buttons beside each other that this label belongs to."""
        self.push(choice, within=self.desktop.field(label), role="check box")

    def secret(self, label: str, text: str) -> None:
        """Types a password, which nobody can read back."""
        field = self.desktop.field(label)
        self.desktop.click(field)
        self.until(lambda: self.desktop.focused(field), f"the focus in {label!r}")
        self.press("ctrl+a", "Delete")
        self.type(text)
        self.until(lambda: len(self.desktop.text(field)) == len(text), f"a password in {label!r}")

    def tab_to(self, label: str, at_most: int = 12) -> None:
        """Goes on with Tab until the field of this label has the keyboard; fails where Tab never comes there."""
        self._tab_until(lambda: {self.desktop.field(label).ref}, label, at_most)

    def tab_into(self, label: str, at_most: int = 12) -> None:
        """The same for a field of several parts: until one of them has the keyboard."""

        def parts() -> set[Ref]:
            return {one.ref for one in self.desktop.find_all(within=self.desktop.field(label))}

        self._tab_until(parts, label, at_most)

    def tab_onto(self, name: Name, role: str = "push button", at_most: int = 40) -> None:
        """The same for what bears a name of its own."""
        self._tab_until(lambda: {one.ref for one in self.desktop.find_all(role, name)}, name, at_most)

    def _tab_until(self, look: Callable[[], set[Ref]], what: Name, at_most: int) -> None:
        for _ in range(at_most):
            before = self._focus()
            if look() & before:
                return
            self.press("Tab")
            self.until(lambda before=before: self._focus() - before, "the focus elsewhere")
        raise NotSeen(f"Tab does not lead to {what!r}\n{self.desktop.record('not-seen')}")

    def enter(self, label: str, text: str) -> None:
        """Goes on with Tab to the field of this label and types; looks that nothing was lost on the way."""
        self.tab_to(label)
        self.type(text)
        field = self.desktop.field(label)
        self.until(lambda: self.desktop.text(field) == text, f"{text!r} in {label!r}, not {self.desktop.text(field)!r}")

    def _focus(self) -> set[Ref]:
        return {node.ref for node in self.desktop.accessibility.nodes() if "focused" in node.states}

    def until_focus(self, name: Name, role: str | None = None) -> Node:
        """Waits until an object of this name has the keyboard."""

        def look() -> list[Node]:
            return [one for one in self.desktop.find_all(role, name) if "focused" in one.states]

        return self.until(look, f"the focus in {role or 'object'} {name!r}")[0]

    def menu(self, button: Name, item: Name, within: Node | None = None) -> None:
        """Opens the menu of a button and takes a line of it."""
        self.push(button, within, role="button menu")
        self.push(item, role="menu item")

    def pick_file(self, file: Path) -> None:
        """Answers the system's file dialog."""
        name = self.desktop.find("text", re.compile("^(Имя файла:|File name:)$"))
        self.until(lambda: self.desktop.focused(name), "the focus in the file's name")
        self.type(str(file))
        self.until(lambda: self.desktop.text(name) == str(file), "the whole name")
        self.press("Return")
        self.until(lambda: not self.desktop.find_all("text", name.name), "the file dialog closed")
