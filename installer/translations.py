"""Brings the texts of the code into resources/i18n/*.ts: `python installer/translations.py`; what is missing is listed.

pyside6-lupdate can't be used: it takes a text for a plural only where the number is written as a literal, and
loses the text altogether where the number is a call or an attribute (seen with PySide6 6.11.3).
"""

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
LANGUAGES = {"ru": ("ru_RU", 3), "en": ("en_US", 2)}
"""Language, its locale and its plural forms; the code is English, so English needs the plurals alone."""


@dataclass(frozen=True, order=True)
class Text:
    """One text of the code."""

    context: str
    source: str
    plural: bool


def texts_of(source: str, name: str) -> Iterator[Text]:
    """The texts of one module. Raises ValueError where a text or context is no literal: nobody could translate it."""
    for node in ast.walk(ast.parse(source, name)):
        if not isinstance(node, ast.Call) or ast.unparse(node.func) != "QCoreApplication.translate":
            continue
        words = [argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant)]
        if len(words) != 2 or not all(isinstance(word, str) for word in words):
            raise ValueError(f"{name}:{node.lineno}: translate() takes a literal context and a literal text")
        plural = len(node.args) > 3 or any(keyword.arg == "n" for keyword in node.keywords)
        yield Text(str(words[0]), str(words[1]), plural)


def all_texts(folder: Path) -> list[Text]:
    """The texts of all modules below a folder, each once, in order."""
    found: set[Text] = set()
    for path in sorted(folder.rglob("*.py")):
        found.update(texts_of(path.read_text(encoding="utf-8"), str(path)))
    return sorted(found)


def known_translations(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """What a .ts file translates already, by context and source; plurals have several forms."""
    if not path.exists():
        return {}
    known: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of our own tree
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            if any(forms):
                known[context.findtext("name", ""), message.findtext("source", "")] = tuple(forms)
    return known


def write(path: Path, locale: str, forms: int, texts: list[Text]) -> list[Text]:
    """Write the .ts file of a language with what is known of it; returns the texts that are not translated."""
    known = known_translations(path)
    root = ET.Element("TS", version="2.1", language=locale, sourcelanguage="en_US")
    missing: list[Text] = []
    contexts: dict[str, ET.Element] = {}
    for text in texts:
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        message = ET.SubElement(contexts[text.context], "message", {"numerus": "yes"} if text.plural else {})
        ET.SubElement(message, "source").text = text.source
        translated = known.get((text.context, text.source), ())
        complete = len(translated) == (forms if text.plural else 1) and all(translated)
        translation = ET.SubElement(message, "translation", {} if complete else {"type": "unfinished"})
        if not complete:
            missing.append(text)
        elif text.plural:
            for form in translated:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = translated[0]
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return missing


def main() -> int:
    """Update all languages; 1 where something is left to translate."""
    texts = all_texts(ROOT / "app")
    left = 0
    for language, (locale, forms) in LANGUAGES.items():
        wanted = [text for text in texts if text.plural] if language == "en" else texts
        for text in write(I18N / f"prichal_{language}.ts", locale, forms, wanted):
            left += 1
            print(f"{language} {text.context}: {text.source}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
