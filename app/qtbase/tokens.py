"""Theme files read into colours: what a theme is, before anything is applied to a window."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from string import Template
from typing import Literal

from PySide6.QtGui import QColor

from app.qtbase.metrics import Metrics
from resources import resource_path, resource_text

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Colors:
    """The colour roles of the design language, section 1."""

    win: QColor
    surface: QColor
    surface2: QColor
    sunken: QColor
    track: QColor
    """Unfilled part of a bar or stage scale, a coming stage in the stage bar."""
    line: QColor
    line2: QColor
    ctl: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    fill: QColor
    fillhover: QColor
    onfill: QColor
    tint: QColor
    tintline: QColor
    sel: QColor
    hover: QColor
    danger: QColor
    dangert: QColor
    dangerl: QColor
    dangerfill: QColor
    dangerhover: QColor
    warn: QColor
    warnt: QColor
    warnl: QColor
    ok: QColor
    okt: QColor
    okl: QColor
    bar: QColor
    bar2: QColor
    barline: QColor
    bartx: QColor
    baracc: QColor
    onbar: QColor
    veil: QColor


@dataclass(frozen=True, slots=True)
class Tone:
    """Colours of a stage or tag; records keep the tone's name only."""

    fill: QColor
    tint: QColor
    text: QColor
    segment: QColor
    """Filled part of the stage scale: the fill in the light theme, the tint's text in the dark one."""


TONES = ("blue", "olive", "violet", "teal", "orange", "green", "success", "failure", "grey")
"""Names that a stage, source or tag may store."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme as read from its file."""

    name: ThemeName
    colors: Colors
    tones: dict[str, Tone]


@cache
def load_tokens(name: ThemeName) -> Tokens:
    """Read a theme; raises KeyError where a role or tone is missing from the file."""
    data = tomllib.loads(resource_text("themes", f"{name}.toml"))
    colors = Colors(**{field.name: QColor(data["colors"][field.name]) for field in fields(Colors)})
    tones: dict[str, Tone] = {}
    for tone in TONES:
        parts = {part: QColor(value) for part, value in data["tones"][tone].items()}
        tones[tone] = Tone(segment=parts["fill"] if name == "light" else parts["text"], **parts)
    return Tokens(name, colors, tones)


def _names(tokens: Tokens) -> dict[str, str]:
    return {field.name: getattr(tokens.colors, field.name).name() for field in fields(Colors)}


def style_sheet(tokens: Tokens, metrics: Metrics, images: str) -> str:
    """The one QSS template filled in; `images` is the folder that `theme_images` files were written to."""
    sizes = {
        "px_title": metrics.px_title,
        "px_heading": metrics.px_heading,
        "px_brand": metrics.px_brand,
        "px_caption": metrics.px_caption,
        "px_small": metrics.px_small,
        "h_item": metrics.control - 4,
        "h_control": metrics.control,
    }
    return Template(resource_text("themes", "style.qss")).substitute(
        _names(tokens), images=images, **{key: str(size) for key, size in sizes.items()}
    )


def theme_images(tokens: Tokens) -> dict[str, str]:
    """The small SVG marks that QSS can only take as files, coloured for the theme: file name and text."""
    names = _names(tokens)
    folder = resource_path("themes", "images")
    return {
        path.name: Template(path.read_text(encoding="utf-8")).substitute(names) for path in sorted(folder.glob("*.svg"))
    }
