"""Strict reading of TOML tables: every key is asked for once, of the type expected, and none is left over."""

from collections.abc import Callable
from enum import StrEnum
from types import TracebackType
from typing import Self, TypeVar

from app.core.text import normalise
from app.services.presets.records import PresetError

LANGUAGES = ("ru", "en")

_T = TypeVar("_T", str, int, bool)
_E = TypeVar("_E", bound=StrEnum)
_R = TypeVar("_R")


class Table:
    """One table of a preset file; leaving it as a context complains of keys nobody asked for."""

    def __init__(self, content: object, place: str, language: str) -> None:
        if not isinstance(content, dict):
            raise PresetError(f"{place}: a table is expected")
        self._left: dict[str, object] = dict(content)
        self.place = place
        self.language = language

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None and self._left:
            raise PresetError(f"{self.place}: unknown keys {', '.join(sorted(self._left))}")

    def take(self, key: str, kind: type[_T], default: _T | None = None) -> _T:
        """A value that must be there unless a default is given."""
        value = self._left.pop(key, default)
        if type(value) is not kind:
            raise PresetError(f"{self.place}: {key} must be of type {kind.__name__}, got {value!r}")
        return value

    def take_optional(self, key: str) -> str | None:
        return self.take(key, str) if key in self._left else None

    def take_enum(self, key: str, enum: type[_E]) -> _E:
        return self.one_of(enum, self.take(key, str))

    def one_of(self, enum: type[_E], word: str) -> _E:
        """The enum's member of this value, or a complaint that says the place."""
        try:
            return enum(word)
        except ValueError:
            raise PresetError(f"{self.place}: {word!r} is no {enum.__name__}") from None

    def take_text(self, key: str) -> str:
        """A text in the language asked for; both languages must be there and not empty."""
        return self.take_both(key)[self.language]

    def take_both(self, key: str) -> dict[str, str]:
        texts = self._left.pop(key, None)
        return self._both(texts, key)

    def _both(self, texts: object, key: str) -> dict[str, str]:
        if not isinstance(texts, dict) or set(texts) != set(LANGUAGES):
            raise PresetError(f"{self.place}: {key} needs exactly the languages {', '.join(LANGUAGES)}")
        if not all(isinstance(text, str) and text.strip() for text in texts.values()):
            raise PresetError(f"{self.place}: {key} is empty in a language")
        return {language: str(texts[language]) for language in LANGUAGES}

    def take_texts(self, key: str) -> tuple[str, ...]:
        return tuple(self._both(one, key)[self.language] for one in self._take_list(key))

    def take_all(self, key: str, kind: type[_T]) -> tuple[_T, ...]:
        """A list of values of one type; an absent key is an empty list."""
        values = self._take_list(key)
        found = tuple(value for value in values if isinstance(value, kind))
        if len(found) < len(values):
            raise PresetError(f"{self.place}: {key} must hold values of type {kind.__name__}")
        return found

    def take_synonyms(self, key: str, own_names: dict[str, str]) -> tuple[str, ...]:
        """The search forms of a thing's own names in both languages and of its further words, each once."""
        return tuple(dict.fromkeys(map(normalise, (*own_names.values(), *self.take_all(key, str)))))

    def take_table(self, key: str) -> "Table":
        return Table(self._left.pop(key, {}), f"{self.place}.{key}", self.language)

    def take_tables(self, key: str, read: Callable[["Table"], _R]) -> tuple[_R, ...]:
        """A list of tables, each read whole by `read`."""
        records = []
        for number, content in enumerate(self._take_list(key), start=1):
            code = content.get("code", content.get("kind", number)) if isinstance(content, dict) else number
            with Table(content, f"{self.place}.{key}[{code}]", self.language) as table:
                records.append(read(table))
        return tuple(records)

    def keys_left(self) -> tuple[str, ...]:
        return tuple(self._left)

    def _take_list(self, key: str) -> list[object]:
        values = self._left.pop(key, [])
        if not isinstance(values, list):
            raise PresetError(f"{self.place}: {key} must be a list")
        return values
