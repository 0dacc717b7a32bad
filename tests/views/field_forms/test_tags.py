"""Tags are chosen and made in the field itself."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.tags import Tags
from app.services.workplace import Workplace
from app.views.field_forms import FieldWorld
from app.views.field_forms.making import make_editor
from app.views.field_forms.tags import TagsEditor
from tests.support.asynchronous import until
from tests.support.settling import settled


async def test_a_new_tag_is_made_chosen_and_there_for_everybody(
    qtbot: QtBot, qapp: QApplication, workplace: Workplace
) -> None:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    window = QWidget()
    qtbot.addWidget(window)
    (known,) = await Tags(workplace).ensure("lead", ["VIP"])
    editor = make_editor(workplace.registry.field("lead", "tags"), FieldWorld.of(workplace))
    assert isinstance(editor, TagsEditor)
    editor.setParent(window)
    window.show()
    editor.set_value((known,))
    editor.open_list()
    assert editor.line is not None
    editor.line.setText("Повторный")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    await until(lambda: len(editor.value() or ()) == 2)
    assert editor.opener.text() == "VIP, Повторный"
    assert [option.name for option in Tags(workplace).all("deal")] == ["VIP", "Повторный"]
    window.close()
    await settled()
