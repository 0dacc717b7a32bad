"""What floats or frames: top bar, menu, list of a combo box, calendar, question, side panel, tabs."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.qtbase import icons
from app.qtbase.dialogs import Choice, Question
from app.qtbase.theme import theme
from app.views.widgets.buttons import Button
from app.views.widgets.fields import FieldFrame, LongTextEditor
from app.views.widgets.fields.dates import CalendarPopup
from app.views.widgets.list_delegates import LineDelegate
from app.views.widgets.side_panel import SidePanel


def _top_bar() -> QFrame:
    bar = QFrame()
    bar.setObjectName("TopBar")
    theme().fix_height(bar, "top_bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 0, 12, 0)
    row.setSpacing(0)
    brand = QLabel("Причал")
    brand.setProperty("role", "brand")
    row.addWidget(brand)
    row.addSpacing(20)
    for number, name in enumerate(("Лиды", "Сделки", "Контакты", "Мои дела")):
        tab = QToolButton()
        tab.setText(name)
        tab.setCheckable(True)
        tab.setChecked(number == 0)
        theme().fix_height(tab, "top_bar")
        row.addWidget(tab)
    row.addStretch(1)
    search = QLineEdit()
    search.setPlaceholderText("Имя, телефон, договор")
    search.setFixedSize(300, 30)
    row.addWidget(search)
    return bar


def _menu(parent: QWidget) -> QLabel:
    menu = QMenu(parent)
    menu.addAction(icons.icon("success", "ok"), "Сделка заключена")
    menu.addSeparator()
    for name in ("Отказ клиента", "Не подходит под услугу", "Обратился к другим"):
        menu.addAction(icons.icon("ban", "danger"), name)
    checked = QAction("Показывать закрытые", menu)
    checked.setCheckable(True)
    checked.setChecked(True)
    menu.addAction(checked)
    menu.addMenu("Отложить")
    menu.setActiveAction(menu.actions()[2])
    return _picture(menu)


def _picture(widget: QWidget) -> QLabel:
    widget.ensurePolished()
    widget.adjustSize()
    shown = QLabel()
    shown.setPixmap(widget.grab())
    return shown


def _list() -> QListWidget:
    found = QListWidget()
    found.setItemDelegate(LineDelegate(found))
    found.addItems(["Мясницкая, 12", "Тверская, 7", "Ленинский, 30"])
    found.setCurrentRow(1)
    return found


def floating_page() -> QWidget:
    page = QWidget()
    page.resize(1440, 640)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(_top_bar())
    tabs = QTabBar()
    tabs.setExpanding(False)
    for name in ("Общее", "Связи", "История"):
        tabs.addTab(name)
    column.addWidget(tabs)
    row = QHBoxLayout()
    column.addLayout(row, 1)
    left = QVBoxLayout()
    left.addWidget(_menu(page))
    left.addWidget(_list())
    row.addLayout(left)
    calendar = CalendarPopup(page)
    calendar.show_day(date(2025, 11, 20))
    row.addWidget(_picture(calendar), 0, Qt.AlignmentFlag.AlignTop)
    choices = (Choice("no", "Отмена"), Choice("yes", "Удалить", "danger"))
    question = Question(page, "Удалить лид?", "Дела и комментарии останутся в истории.", choices, "danger")
    row.addWidget(_picture(question), 0, Qt.AlignmentFlag.AlignTop)
    panel = SidePanel(motion=False)
    panel.set_title("Завершить звонок", "Хусаинова Дина · +7 (927) 000-73-05", "success", "ok")
    panel.content.addWidget(FieldFrame("Комментарий", LongTextEditor(), required=True))
    panel.content.addStretch(1)
    panel.footer.addWidget(Button("Завершить и запланировать", "primary"))
    panel.footer.addStretch(1)
    panel.open_panel()
    row.addWidget(panel)
    return page
