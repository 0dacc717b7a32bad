"""One theme for the whole program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import icons
from app.qtbase.metrics import METRICS, Density
from app.qtbase.theme import restyle, theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme().apply(qapp, "light", Density.DEFAULT)
    yield
    theme().apply(qapp, "light", Density.DEFAULT)


class Paints(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_switch_repaints_windows_and_tells(qapp: QApplication, qtbot: QtBot) -> None:
    window, paints = QWidget(), Paints()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qapp.processEvents()
    window.installEventFilter(paints)
    with qtbot.waitSignal(theme().changed):
        theme().apply(qapp, "dark")
    qtbot.waitUntil(lambda: paints.count > 0)
    assert theme().is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme().colors.win
    assert window.grab().toImage().pixelColor(2, 2) == theme().colors.win


def test_icons_follow_the_theme_by_themselves(qapp: QApplication) -> None:
    icon = icons.icon("call", "text")

    def darkest() -> int:
        image = icon.pixmap(QSize(32, 32), 1.0).toImage()
        shown = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
        return min(color.lightness() for color in shown if color.alpha() > 200)

    before = darkest()
    theme().apply(qapp, "dark")
    assert before < 80
    assert darkest() > 180


@pytest.mark.parametrize("name", sorted(icons.GLYPHS))
def test_every_icon_has_a_glyph(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(name, "text", 16).toImage()
    assert any(image.pixelColor(x, y).alpha() > 100 for x in range(16) for y in range(16))


def test_unknown_icon_is_refused_at_once(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.icon("no such thing")


@pytest.mark.parametrize("dpr", [1.0, 1.25, 1.5, 2.0])
def test_icon_is_drawn_at_the_screens_pixels(qapp: QApplication, dpr: float) -> None:
    drawn = icons.icon("bell").pixmap(QSize(16, 16), dpr, QIcon.Mode.Normal, QIcon.State.Off)
    assert drawn.size() == QSize(round(16 * dpr), round(16 * dpr))


@pytest.mark.parametrize("density", list(Density))
def test_heights_follow_the_density(qapp: QApplication, qtbot: QtBot, density: Density) -> None:
    line, button = QLineEdit(), QPushButton("x")
    for widget in (line, button):
        qtbot.addWidget(widget)
        theme().fix_height(widget, "control")
    theme().apply(qapp, "light", density)
    assert line.height() == button.height() == METRICS[density].control


def test_two_line_row_fits_its_text_at_every_density(qapp: QApplication) -> None:
    for density in Density:
        theme().apply(qapp, "light", density)
        lines = sum(QFontMetrics(theme().font(role)).height() for role in ("body", "caption"))
        assert lines + 2 <= theme().metrics.row


def test_selector_sees_a_changed_property(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.resize(80, 32)
    restyle(line, state="error")
    assert line.grab().toImage().pixelColor(40, 0) == theme().colors.danger


def test_system_scheme_is_followed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme().apply(qapp, "system")
    expected = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme().is_dark is expected
    assert theme().mode == "system"
