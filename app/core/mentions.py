"""Names behind an "@": which colleagues fit what is typed, and whom a text names."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be named."""

    id: int
    name: str
    """"Кравцова Ольга"."""


def fitting(people: Sequence[Person], begun: str) -> tuple[Person, ...]:
    """Those with a word of their name, or the whole of it, that begins as it was typed; nobody once it is finished."""
    typed = _plain(begun)
    return tuple(one for one in people if _fits(_plain(one.name), typed))


def _fits(name: str, typed: str) -> bool:
    return name.rstrip() != typed.rstrip() and any(
        name[at:].startswith(typed) for at in range(len(name)) if at == 0 or name[at - 1] == " "
    )


def mentioned(text: str, people: Sequence[Person], chosen: Collection[int]) -> tuple[int, ...]:
    """Whose full names stand behind an "@"; of several of one name those chosen, or all where none was."""
    same = Counter(_plain(one.name) for one in people if one.id in chosen)
    left, found = _plain(text), set()
    for one in sorted(people, key=lambda person: -len(person.name)):
        name = _plain(one.name)
        if _names(left, name) and (one.id in chosen or not same[name]):
            found.add(one.id)
    return tuple(sorted(found))


def _names(text: str, name: str) -> bool:
    """Whether "@name" stands in a text and is not the beginning of a longer name."""
    start = text.find(f"@{name}") if name else -1
    while start >= 0:
        end = start + 1 + len(name)
        if end == len(text) or not (text[end].isalnum() or text[end] == "-"):
            return True
        start = text.find(f"@{name}", end)
    return False


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")
