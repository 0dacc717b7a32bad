"""Every pair of text and ground of both themes can be read (design language, section 9)."""

import pytest
from PySide6.QtGui import QColor

from app.qtbase.tokens import TONES, ThemeName, load_tokens

GROUNDS = ("win", "surface", "surface2", "hover", "sel", "tint")
PAIRS = [
    *((text, ground) for text in ("text", "text2", "text3", "accent") for ground in GROUNDS),
    *((text, ground) for text in ("text", "text2") for ground in ("sunken", "track", "dangert", "warnt", "okt")),
    *((text, ground) for text in ("danger", "warn", "ok") for ground in ("surface", "surface2", "hover", "sel")),
    *(("text3", ground) for ground in ("sunken", "track", "dangert", "warnt", "okt")),
    ("danger", "dangert"), ("warn", "warnt"), ("ok", "okt"), ("danger", "win"), ("warn", "win"), ("ok", "win"),
    ("onfill", "fill"), ("onfill", "fillhover"), ("onfill", "dangerfill"), ("onfill", "dangerhover"),
    ("onbar", "bar"), ("onbar", "bar2"), ("bartx", "bar"), ("bartx", "bar2"),
]  # fmt: skip
EDGES = [("ctl", ground) for ground in ("surface", "surface2", "win", "sel", "hover")]
EDGES += [("accent", "surface"), ("accent", "win"), ("baracc", "bar"), ("danger", "surface"), ("fill", "surface")]


def _luminance(color: QColor) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.1 contrast of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast(QColor("#000"), QColor("#FFF")) == pytest.approx(21)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(name: ThemeName, text: str, ground: str) -> None:
    colors = load_tokens(name).colors
    assert contrast(getattr(colors, text), getattr(colors, ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edge_can_be_seen(name: ThemeName, edge: str, ground: str) -> None:
    colors = load_tokens(name).colors
    assert contrast(getattr(colors, edge), getattr(colors, ground)) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("tone", TONES)
def test_stage_can_be_read_filled_and_tinted(name: ThemeName, tone: str) -> None:
    tokens = load_tokens(name)
    colors = tokens.tones[tone]
    assert contrast(tokens.colors.onfill, colors.fill) >= 4.5
    assert contrast(colors.text, colors.tint) >= 4.5
    assert contrast(colors.segment, tokens.colors.surface) >= 3
