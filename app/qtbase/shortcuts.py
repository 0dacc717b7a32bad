"""Commands as data and the keys that start them, the same in every keyboard layout."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_RUSSIAN = dict(zip("QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.", "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ", strict=True))
_UKRAINIAN = {"S": "І", "]": "Ї", "'": "Є"}
"""Where it differs from the Russian layout."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do by a key; `text` is for menus and the list of shortcuts (F1)."""

    id: str
    text: str
    keys: str
    """In Qt's portable writing, "Ctrl+K" or "C". Several are parted by "; "."""
    group: str = ""
    """Heading in the list of shortcuts."""
    repeats: bool = False
    """Goes on while the key is held: moving through rows."""


def by_position(keys: str) -> list[QKeySequence]:
    """The sequences that the same keys of the keyboard give in Latin, Russian and Ukrainian layouts."""
    found: list[QKeySequence] = []
    for sequence in keys.split("; "):
        found.append(QKeySequence.fromString(sequence, QKeySequence.SequenceFormat.PortableText))
        head, _, letter = sequence.rpartition("+")
        for layout in (_RUSSIAN, _UKRAINIAN):
            twin = layout.get(letter.upper())
            if twin is not None:
                found.append(QKeySequence(_combined(head, twin)))
    return found


def _combined(head: str, letter: str) -> int:
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in head.split("+") if head else []:
        modifiers |= {
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
            "Alt": Qt.KeyboardModifier.AltModifier,
            "Meta": Qt.KeyboardModifier.MetaModifier,
        }[name]
    return int(modifiers.value) | ord(letter)


class Shortcuts(QObject):
    """Commands of one scope: a window, or a view whose letters act while it or something in it has the focus.

    Letters never act while a text field has the focus: text fields take printable keys before shortcuts see them.
    """

    def __init__(self, scope: QWidget, *, window: bool = False) -> None:
        super().__init__(scope)
        self._scope = scope
        self._context = Qt.ShortcutContext.WindowShortcut if window else Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._commands: dict[str, Command] = {}
        self._shortcuts: dict[str, QShortcut] = {}

    def add(self, command: Command, act: Callable[[], object]) -> None:
        """Have `act` called by the command's keys. Raises ValueError where another command of the scope has them."""
        taken = {key.toString() for shortcut in self._shortcuts.values() for key in QShortcut.keys(shortcut)}
        keys = by_position(command.keys)
        if taken & {key.toString() for key in keys}:
            raise ValueError(f"{command.keys} of {command.id} is taken")
        shortcut = QShortcut(self._scope)
        shortcut.setKeys(keys)
        shortcut.setContext(self._context)
        shortcut.setAutoRepeat(command.repeats)
        shortcut.activated.connect(act)
        # with two layouts loaded the system offers both letters of one key, which Qt takes for two shortcuts
        shortcut.activatedAmbiguously.connect(act)
        self._commands[command.id] = command
        self._shortcuts[command.id] = shortcut

    def add_all(self, commands: Iterable[tuple[Command, Callable[[], object]]]) -> None:
        for command, act in commands:
            self.add(command, act)

    def set_enabled(self, command_id: str, enabled: bool) -> None:
        self._shortcuts[command_id].setEnabled(enabled)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here, for the list of shortcuts."""
        return tuple(self._commands.values())


def native(keys: str) -> str:
    """The keys as this system writes them, for menus and hints: "Ctrl+K", "⌘K"."""
    first = keys.split("; ", maxsplit=1)[0].replace("Return", "Enter")  # as the key is called
    sequence = QKeySequence.fromString(first, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
