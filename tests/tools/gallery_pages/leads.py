"""The list of leads as in the design picture."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.qtmodels.roles import (
    ActivityCell,
    Cell,
    CheckCell,
    Mark,
    MoneyCell,
    NameCell,
    PhoneCell,
    QueueCell,
    Role,
    StageCell,
    State,
    TextCell,
)
from app.views.widgets.table_view import QuickAction, TableView

Row = tuple[Cell, ...]
HEADERS = ("", "Очередь", "Лид", "Стадия", "Дело", "Телефон", "Долг", "Последний контакт", "Создан")
WIDTHS = (40, 78, 214, 172, 262, 150, 124, 284, 116)
KINDS = (CheckCell, QueueCell, NameCell, StageCell, ActivityCell, PhoneCell, MoneyCell, TextCell, TextCell)


def _row(
    rank: int, names: tuple[str, str], stage: tuple[str, str, int], activity: ActivityCell,
    numbers: tuple[str, str, str], last: tuple[str, str], *, checked: bool = False,
) -> Row:  # fmt: skip
    stage_name, tone, place = stage
    phone, debt, created = numbers
    return (
        CheckCell(checked),
        QueueCell(rank),
        NameCell(*names),
        StageCell(stage_name, tone, place, 6, failed=place == 0),
        activity,
        PhoneCell(phone),
        MoneyCell(debt or "не указан", missing=not debt),
        TextCell(*last),
        TextCell(created, mark=Mark.MUTED, right=True),
    )


NEW, PART, THINK = ("Новый лид", "blue", 1), ("Частичная оплата", "green", 6), ("Надо подумать", "orange", 5)
SET, PLAN = ("Встреча назначена", "teal", 4), ("Назначение встречи", "violet", 3)
NONE = ActivityCell("Дела нет", State.NONE, "Запланировать")

ROWS: tuple[Row, ...] = (
    _row(
        1,
        ("Гаврилова Нина", "Сайт · заявка"),
        NEW,
        ActivityCell("Первый звонок по заявке", State.TODAY, "Сегодня 11:45 · через 3 мин", "call"),
        ("+7 (916) 000-41-27", "640 000 ₽", "18.11 11:38"),
        ("Заявка: кредиты в трёх банках", "сегодня, 11:38"),
    ),
    _row(
        1,
        ("Остапенко Роман", "WhatsApp"),
        NEW,
        NONE,
        ("+7 (903) 000-18-64", "", "18.11 11:20"),
        ("«Здравствуйте, нужна консультация»", "сегодня, 11:20"),
    ),
    _row(
        2,
        ("Белоусов Артём Игоревич", "Рекомендация"),
        PART,
        ActivityCell("Остаток первого платежа", State.OVERDUE, "Просрочено · вчера 16:00", "call"),
        ("+7 (985) 000-26-90", "1 280 000 ₽", "29.10 17:05"),
        ("Внёс 15 000, остальное с зарплаты", "14.11"),
        checked=True,
    ),
    _row(
        2,
        ("Мироненко Олег Викторович", "Яндекс.Директ"),
        THINK,
        ActivityCell("Узнать решение после встречи", State.TODAY, "Сегодня 17:30", "call"),
        ("+7 (962) 000-80-11", "2 150 000 ₽", "27.10 09:40"),
        ("Советуется с супругой, есть ипотека", "14.11"),
        checked=True,
    ),
    _row(
        3,
        ("Тарасова Юлия", "Сайт · заявка"),
        SET,
        ActivityCell("Подтвердить встречу", State.TODAY, "Сегодня 13:00 · через 1 ч 18 мин", "call"),
        ("+7 (915) 000-34-72", "530 000 ₽", "13.11 18:02"),
        ("Встреча 19.11 в 16:00, ждёт адрес", "вчера"),
    ),
    _row(
        3,
        ("Ибрагимов Рустам", "Рекомендация"),
        SET,
        ActivityCell("Встреча в офисе", State.LATER, "Завтра, 19.11 · 11:00", "meeting"),
        ("+7 (999) 000-62-45", "1 870 000 ₽", "12.11 10:15"),
        ("Подтвердил, придёт с супругой", "вчера"),
    ),
    _row(
        4,
        ("Фомин Денис", "WhatsApp"),
        PLAN,
        NONE,
        ("+7 (977) 000-90-34", "820 000 ₽", "13.11 09:58"),
        ("Прислал список кредитов", "вчера"),
    ),
    _row(
        0,
        ("Орлов Пётр", "2ГИС"),
        ("Обратился к другим", "failure", 0),
        ActivityCell("Очень длинное название дела, которое не помещается", State.LATER, "Чт, 20.11 · 10:00", "message"),
        ("+7 (964) 000-12-88", "600 000 ₽", "13.11 14:09"),
        ("Не отвечает, 2 попытки", "вчера"),
    ),
)


class LeadsModel(QAbstractTableModel):
    """The rows above."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(ROWS)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(HEADERS)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = ROWS[index.row()]
        if role == Role.CELL:
            return row[index.column()]
        if role == Role.CHECKED:
            return isinstance(row[0], CheckCell) and row[0].checked
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (6, 8):
            return Qt.AlignmentFlag.AlignRight
        return HEADERS[section] if role == Qt.ItemDataRole.DisplayRole else None


def leads_table() -> TableView:
    table = TableView()
    table.setModel(LeadsModel(table))
    table.set_cells(KINDS)
    for column, width in enumerate(WIDTHS):
        table.setColumnWidth(column, width)
    table.set_quick_actions(
        (QuickAction("call", "call", "Позвонить"), QuickAction("whatsapp", "whatsapp", "Написать в WhatsApp"),
         QuickAction("sms", "sms", "Написать SMS"), QuickAction("plan", "plus", "Запланировать дело", "Дело"))
    )  # fmt: skip
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    table.setCurrentIndex(table.model().index(3, 2))
    table._hover(4)
    return table


def leads_page() -> QWidget:
    page = QWidget()
    page.resize(1440, 520)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(leads_table())
    return page
