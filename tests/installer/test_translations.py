"""Texts are found in the code whatever the number of a plural is written as, and known translations are kept."""

from pathlib import Path

import pytest

from installer.translations import Text, known_translations, texts_of, write

CODE = """
a = QCoreApplication.translate("Card", "Open")
b = QCoreApplication.translate("Card", "%n deal(s)", None, choice.deals)
c = QCoreApplication.translate("Card", "%n file(s)", n=len(files))
d = QCoreApplication.translate("List", "One "
                               "long text")
"""


def test_plurals_are_found_however_their_number_is_written() -> None:
    assert list(texts_of(CODE, "card.py")) == [
        Text("Card", "Open", False),
        Text("Card", "%n deal(s)", True),
        Text("Card", "%n file(s)", True),
        Text("List", "One long text", False),
    ]


def test_text_that_is_no_literal_is_refused() -> None:
    with pytest.raises(ValueError, match=r"card\.py:1"):
        list(texts_of('QCoreApplication.translate("Card", f"{name}")', "card.py"))


def test_known_translations_stay_and_gone_ones_go(tmp_path: Path) -> None:
    path = tmp_path / "ru.ts"
    texts = [Text("Card", "%n deal(s)", True), Text("Card", "Open", False)]
    assert write(path, "ru_RU", 3, texts) == texts
    filled = path.read_text(encoding="utf-8").replace(
        '<source>Open</source>\n            <translation type="unfinished" />',
        "<source>Open</source>\n            <translation>Открыть</translation>",
    )
    path.write_text(filled, encoding="utf-8")
    assert write(path, "ru_RU", 3, texts) == [texts[0]]
    assert known_translations(path) == {("Card", "Open"): ("Открыть",)}
    assert write(path, "ru_RU", 3, []) == []
    assert known_translations(path) == {}
