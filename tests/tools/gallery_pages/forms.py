"""Buttons, fields, notes and choice cards."""

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.views.widgets.banner import Note
from app.views.widgets.buttons import Button, IconButton, Segment, SegmentedSwitch
from app.views.widgets.choice_card import ChoiceCard
from app.views.widgets.fields import (
    Choice,
    DateEditor,
    EmailListEditor,
    FieldFrame,
    FileEditor,
    LongTextEditor,
    MoneyEditor,
    OneOfEditor,
    PasswordEditor,
    PhoneListEditor,
    SeveralOfEditor,
    TextEditor,
    YesNoEditor,
)
from app.views.widgets.stage_scale import StageScale, ToneSwatches
from app.views.widgets.tags import Tag

TONES = (
    "blue",
    "olive",
    "violet",
    "teal",
    "orange",
    "green",
    "success",
    "failure",
    "grey",
    "warn",
    "danger",
    "ok",
    "info",
)


def _fields() -> list[FieldFrame]:
    return [
        FieldFrame("Тема", TextEditor("что сделать"), required=True, note="следующий шаг, коротко"),
        FieldFrame("Комментарий", LongTextEditor("Что узнали")),
        FieldFrame("Полная цена, ₽", MoneyEditor(), required=True),
        FieldFrame("Дата", DateEditor(lambda _text: date(2025, 11, 20)), required=True),
        FieldFrame("Залог", YesNoEditor(), can_be_unknown=True),
        FieldFrame("Офис", OneOfEditor([Choice(1, "Мясницкая, 12, офис 304")], icon="flag")),
        FieldFrame("Кредиторы", SeveralOfEditor([Choice(1, "Банки"), Choice(2, "МФО")])),
        FieldFrame("Телефоны", PhoneListEditor()),
        FieldFrame("Эл. почта", EmailListEditor()),
        FieldFrame("Анкета", FileEditor()),
        FieldFrame("Пароль", PasswordEditor()),
        FieldFrame("Точное время", TextEditor("чч:мм"), required=True),
    ]


def _fill(fields: list[FieldFrame]) -> None:
    fields[2].set_value(Decimal(180_000))
    fields[3].set_value(date(2025, 11, 20))
    fields[5].set_value(1)
    fields[6].set_value((1, 2))
    fields[7].set_value(["+79160004127", "+74950003170"])
    fields[10].set_value("secret secret")
    fields[10].set_hint("Надёжный", "ok")
    fields[11].set_error("Укажите время")


def _buttons() -> QLayout:
    row = QHBoxLayout()
    disabled, primary_disabled = Button("Нельзя"), Button("Нельзя", "primary")
    disabled.setEnabled(False)
    primary_disabled.setEnabled(False)
    views = (Segment("l", "Список", "list"), Segment("k", "Канбан", "kanban"), Segment("c", "Календарь", "calendar"))
    kinds = (Segment("a", "Всё"), Segment("c", "Звонки"), Segment("m", "Сообщения"))
    for widget in (
        Button("Добавить лид", "primary", icon="plus"), Button("Отмена"), Button("Удалить", "danger", icon="trash"),
        Button("Тихая", "quiet"), Button("Найти другой", "link", icon="search"),
        Button("Позвонить", icon="call", small=True), IconButton("gear", "Настройки"),
        IconButton("call", "Позвонить", edge=True, small=True), SegmentedSwitch(views),
        SegmentedSwitch(kinds, small=True), disabled, primary_disabled,
    ):  # fmt: skip
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _marks() -> QLayout:
    row = QHBoxLayout()
    on, off, radio, bar = QCheckBox("SMS"), QCheckBox("WhatsApp"), QRadioButton("Свои"), QProgressBar()
    on.setChecked(True)
    radio.setChecked(True)
    bar.setRange(0, 14)
    bar.setValue(13)
    bar.setProperty("tone", "warn")
    for widget in (on, off, radio, QRadioButton("Все"), StageScale(3, 2), ToneSwatches(TONES[:6]), bar):
        row.addWidget(widget)
    return row


def forms_page() -> QWidget:
    page = QWidget()
    page.setProperty("role", "surface")
    page.resize(1440, 760)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    grid = QGridLayout()
    grid.setSpacing(12)
    fields = _fields()
    for number, field in enumerate(fields):
        grid.addWidget(field, number // 3, number % 3)
    _fill(fields)
    column.addLayout(grid)
    column.addLayout(_buttons())
    column.addLayout(_marks())
    tags = QHBoxLayout()
    for tone in TONES:
        tags.addWidget(Tag(tone, tone))
        tags.addWidget(Tag(tone, tone, filled=True))
    column.addLayout(tags)
    column.addWidget(
        Note("warn", "Не хватает 1 из 6 полей: время встречи", "Клиент получит эти данные в SMS и WhatsApp.")
    )
    cards = QHBoxLayout()
    chosen = ChoiceCard("На этом компьютере", "Один файл, настраивать ничего не нужно", icon="computer")
    chosen.set_on(True)
    cards.addWidget(chosen)
    cards.addWidget(ChoiceCard("Сервер офиса", "PostgreSQL: у каждого свой вход и свои права", icon="server"))
    column.addLayout(cards)
    column.addStretch(1)
    return page
