"""Both languages are complete: every text of the code is translated, no translation lost a plural or a placeholder."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

import pytest

from installer import translations
from tests.architecture.tree import ROOT, name

I18N = ROOT / "resources" / "i18n"
PLURALS = {"ru": 3, "en": 2}
PLACEHOLDER = re.compile(r"%n|%L?\d+|\{[^{}]*\}")

FILES = {language: I18N / f"prichal_{language}.ts" for language in PLURALS}


@dataclass(frozen=True)
class Message:
    """One text of a .ts file; a plural has several translations."""

    context: str
    source: str
    comment: str
    plural: bool
    state: str
    translations: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


def messages(path: Path) -> list[Message]:
    return [
        _message(context.findtext("name", ""), element)
        for context in ET.parse(path).getroot().iter("context")
        for element in context.iter("message")
    ]


def _message(context: str, element: ET.Element) -> Message:
    translation = element.find("translation")
    plural = element.get("numerus") == "yes"
    texts: tuple[str, ...] = ()
    if translation is not None:
        forms = translation.findall("numerusform")
        texts = tuple(form.text or "" for form in forms) if plural else (translation.text or "",)
    state = "unfinished" if translation is None else translation.get("type", "finished")
    return Message(context, element.findtext("source", ""), element.findtext("comment", ""), plural, state, texts)


@pytest.fixture(scope="module")
def in_code() -> list[Message]:
    """The texts in the code today."""
    texts = translations.all_texts(ROOT / "app")
    return [Message(text.context, text.source, "", text.plural, "finished", ()) for text in texts]


def complaints(message: Message, plurals: int) -> list[str]:
    """What is wrong with one finished translation."""
    wrong = [] if message.state == "finished" else [message.state]
    if message.plural and len(message.translations) != plurals:
        wrong.append(f"{len(message.translations)} plural forms, not {plurals}")
    if not all(text.strip() for text in message.translations):
        wrong.append("empty")
    expected = sorted(PLACEHOLDER.findall(message.source))
    wrong += [
        f"placeholders {expected} became {sorted(PLACEHOLDER.findall(text))}"
        for text in message.translations
        if text.strip() and sorted(PLACEHOLDER.findall(text)) != expected
    ]
    return wrong


@pytest.mark.parametrize("language", PLURALS)
def test_every_translation_is_finished_and_whole(language: str) -> None:
    found = {message.key: complaints(message, PLURALS[language]) for message in messages(FILES[language])}
    assert {key: wrong for key, wrong in found.items() if wrong} == {}


def test_every_text_of_the_code_has_its_russian(in_code: list[Message]) -> None:
    translated = {message.key for message in messages(FILES["ru"])}
    assert [message.key for message in in_code if message.key not in translated] == []


def test_no_translation_is_left_of_a_text_that_is_gone(in_code: list[Message]) -> None:
    used = {message.key for message in in_code}
    gone = [
        (name(path), message.key) for path in FILES.values() for message in messages(path) if message.key not in used
    ]
    assert gone == []


def test_every_plural_of_the_code_has_its_english_forms(in_code: list[Message]) -> None:
    """The source text says "%n lead(s)"; only a translation says "1 lead"."""
    known = {message.key for message in messages(FILES["en"])}
    assert [message.key for message in in_code if message.plural and message.key not in known] == []
