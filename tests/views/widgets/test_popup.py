"""Floating frames."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase.theme import theme
from app.views.widgets.popup import Popup


def test_popup_has_ground_and_edge_in_both_themes(qapp: QApplication, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    popup = Popup(owner)
    popup.content.addWidget(QLabel(""))
    popup.resize(120, 60)
    for mode in ("dark", "light"):
        theme().apply(qapp, "dark" if mode == "dark" else "light")
        image = popup.grab().toImage()
        assert image.pixelColor(0, 30) == theme().colors.line2
        assert image.pixelColor(10, 30) == theme().colors.surface


def test_popup_stays_on_the_screen_and_gives_the_focus_back(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    line = QLineEdit(owner)
    with qtbot.waitActive(owner):
        owner.show()
        owner.activateWindow()
    line.setFocus()
    room = owner.screen().availableGeometry()
    owner.move(room.right() - 40, room.bottom() - 30)
    popup = Popup(owner)
    popup.content.addWidget(QLineEdit(popup))
    popup.resize(300, 200)
    popup.show_under(line)
    assert room.contains(popup.geometry())
    popup.close()
    assert line.hasFocus()
