"""The encoding of a text file: byte-order marks, then strict UTF-8, then the Russian one-byte encodings by letters."""

import codecs
from pathlib import Path
from typing import Final

from app.services.importing.reading.files import HEAD_BYTES, file_errors

_WIDE_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENOUGH: Final = 48 * 1024
"""Bytes from the beginning, and from where a file stops being UTF-8, that tell its encoding."""

_CYRILLIC: Final = ("cp1251", "koi8-r", "koi8-u", "cp866", "mac-cyrillic", "iso8859-5")
_OTHER: Final = ["cp1252", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "gb18030", "shift_jis", "euc_kr"]
_WEIGHTS: Final = {
    **dict.fromkeys("оеаинтсрвл", 3.0),
    **dict.fromkeys("кмдпуяыьгзбч", 2.0),
    **dict.fromkeys("йхжшюцщэфъё", 1.0),
    **dict.fromkeys("іїєґўқғңөүұһә", 0.5),
}
_FAMILIAR_SIGNS: Final = frozenset("«»—–№…“”„’‘•\u00a0°§")


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32, told by its mark; without one, by one byte of nearly every pair being 0 or 4."""
    for mark, codec in _WIDE_MARKS:
        if head.startswith(mark):
            return codec
    pairs = len(head) // 2
    if pairs < 2 or b"\0" not in head:
        return None
    for codec, place in (("utf-16-le", 1), ("utf-16-be", 0)):
        high, low = head[place : 2 * pairs : 2], head[1 - place : 2 * pairs : 2]
        if high.count(0) + high.count(4) > 0.8 * pairs and low.count(0) < 0.05 * pairs:
            return codec
    return None


def find_encoding(path: Path, head: bytes) -> str:
    """The codec that reads a file that isn't wide; `head` is its beginning."""
    marked = head.startswith(codecs.BOM_UTF8)
    damage = _first_bad_utf8(path)
    if damage is not None and not _is_damaged_utf8(sample := head[:_ENOUGH] + _around(path, damage)) and not marked:
        return _one_byte(sample)
    return "utf-8-sig" if marked else "utf-8"


def _first_bad_utf8(path: Path) -> int | None:
    """Where the file stops being UTF-8, in bytes, or None; read in pieces, whatever the size."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    offset = 0
    with file_errors(path), path.open("rb") as stream:
        while True:
            piece = stream.read(4 * HEAD_BYTES)
            try:
                decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                return max(0, offset + error.start)
            if not piece:
                return None
            offset += len(piece)


def _around(path: Path, offset: int) -> bytes:
    with file_errors(path), path.open("rb") as stream:
        stream.seek(max(0, offset - _ENOUGH // 2))
        return stream.read(_ENOUGH)


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether nearly all of what isn't ASCII reads as UTF-8: a file cut off, or with a bad byte."""
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - bad
    return good > 10 * bad


def _one_byte(sample: bytes) -> str:
    scores = {codec: _likeness(sample.decode(codec, "replace")) for codec in _CYRILLIC}
    best = max(_CYRILLIC, key=scores.__getitem__)
    return best if scores[best] > 0 else _other(sample)


def _likeness(text: str) -> float:
    """How much a text looks like Russian: frequent letters, capitals at the beginning of words, no stray signs."""
    score = 0.0
    before = " "
    for char in text:
        weight = _WEIGHTS.get(char.lower(), 0.0)
        if weight:
            score += weight
            if (before.isascii() and before.isalpha()) or (char.isupper() and before.islower()):
                score -= 6
        elif char in _FAMILIAR_SIGNS:
            score += 0.5
        elif char > "\x7f":
            score -= 4
        elif char.isalpha() and before.lower() in _WEIGHTS:
            score -= 6
        before = char
    return score


def _other(sample: bytes) -> str:
    # Imported here: it takes a while to load and hardly any file needs it.
    from charset_normalizer import from_bytes

    match = from_bytes(sample, cp_isolation=_OTHER).best()
    return match.encoding if match else "cp1252"
