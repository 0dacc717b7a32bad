"""The card of a lead as in the design picture, and the frame's pieces."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtmodels.roles import DayHeading, Mark, Role, TimelineEntry
from app.views.widgets.avatar import Avatar
from app.views.widgets.banner import BannerArea
from app.views.widgets.buttons import Button, IconButton, Segment, SegmentedSwitch
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.filter_field import FilterField
from app.views.widgets.panel import Panel, ValueGrid
from app.views.widgets.payments_bar import PaymentsBar
from app.views.widgets.stage_bar import BarStage, StageBar
from app.views.widgets.status_bar import StatusBar
from app.views.widgets.tags import CounterChip
from app.views.widgets.timeline_view import TimelineView

STAGES = (
    BarStage(1, "Новый лид", "blue"),
    BarStage(2, "Не удалось связаться", "olive"),
    BarStage(3, "Назначение встречи", "violet"),
    BarStage(4, "Встреча назначена", "teal"),
    BarStage(5, "Надо подумать", "orange"),
    BarStage(6, "Частичная оплата", "green"),
)
ENTRIES: tuple[DayHeading | TimelineEntry, ...] = (
    DayHeading("Сегодня, 18 ноября"),
    TimelineEntry(
        1,
        "09:12",
        "comment",
        "Комментарий",
        "Кравцова О.",
        "Прислал выписку по ипотеке. Платёж не пропускал, квартиру хочет сохранить. "
        "Передала юристу на оценку до 16:00.",
        Mark.LINK,
    ),
    DayHeading("Пятница, 14 ноября"),
    TimelineEntry(
        2,
        "12:46",
        "comment",
        "Комментарий",
        "Кравцова О.",
        "Советуется с супругой, попросил расчёт платежа. Перезвонить во вторник после 17:00.",
        Mark.LINK,
    ),
    TimelineEntry(3, "12:40", "call", "Исходящий звонок", "Кравцова О. · 4 мин 12 с", mark=Mark.OK, recording="4:12"),
    DayHeading("Четверг, 13 ноября"),
    TimelineEntry(
        4,
        "19:05",
        "flag",
        "Стадия",
        "Кравцова О.",
        tone="orange",
        tags=(("Встреча назначена", "teal"), ("Надо подумать", "orange")),
        arrow=True,
    ),
    TimelineEntry(5, "18:04", "visit", "Визит", "Запись встречи · 52 мин", recording="52:37"),
    TimelineEntry(
        6,
        "16:02",
        "payment",
        "Платёж получен",
        "перевод · принял Снегирёв П.",
        mark=Mark.OK,
        amount="38 000 ₽",
        link="Чек_14-10.pdf",
    ),
    TimelineEntry(
        7,
        "10:00",
        "sms",
        "SMS отправлено",
        body="«Олег Викторович, ждём вас сегодня в 18:00: Мясницкая, 12, офис 304. Возьмите паспорт.»",
        status="доставлено",
    ),
    TimelineEntry(
        8,
        "09:30",
        "whatsapp",
        "WhatsApp не отправлен",
        mark=Mark.DANGER,
        status="нет такого номера",
        status_mark=Mark.DANGER,
    ),
)


class TimelineModel(QAbstractListModel):
    """The entries above."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(ENTRIES)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = ENTRIES[index.row()]
        if role == Role.ENTRY:
            return entry
        return getattr(entry, "id", -1) if role == Role.ID else None


def _tool_row() -> QWidget:
    holder = QWidget()
    holder.setProperty("role", "surface")
    holder.setFixedHeight(48)
    row = QHBoxLayout(holder)
    row.setContentsMargins(12, 0, 12, 0)
    row.setSpacing(10)
    field = FilterField()
    field.set_preset("Мои лиды в работе")
    views = (Segment("l", "Список", "list"), Segment("k", "Канбан", "kanban"), Segment("c", "Календарь", "calendar"))
    row.addWidget(Button("Добавить лид", "primary", icon="plus"))
    row.addWidget(SegmentedSwitch(views))
    row.addWidget(field, 1)
    chips = (
        CounterChip("Просрочено", "overdue", "danger"),
        CounterChip("На сегодня", "clock", "warn"),
        CounterChip("Без дел", "none"),
    )
    for chip, count in zip(chips, (5, 7, 3), strict=True):
        chip.set_count(count)
        row.addWidget(chip)
    chips[2].setChecked(True)
    row.addWidget(IconButton("gear", "Настройки"))
    return holder


def _left() -> QWidget:
    holder = QWidget()
    holder.setFixedWidth(478)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    about = Panel("О лиде", foldable=True)
    about.set_status("5 из 5", "ok")
    about.add_act(IconButton("pencil", "Изменить", small=True))
    grid = ValueGrid()
    for caption, value in (
        ("Телефон", "+7 (962) 000-80-11"),
        ("Ещё телефон", "+7 (495) 000-31-70"),
        ("Эл. почта", "o.mironenko@primer.test"),
        ("Город", "Балашиха"),
    ):
        grid.add(caption, value)
    grid.add("Комментарий", "Кредиты брал на ремонт и бизнес, ИП закрыто в 2024 году", wide=True)
    about.content.addWidget(grid)
    column.addWidget(about)
    folded = Panel("Встреча / Сделка", foldable=True)
    folded.set_locked("Заполняется системой")
    folded.set_status("Заполняется системой")
    folded.set_folded(True)
    column.addWidget(folded)
    paid = Panel("Платежи")
    paid.set_count(5)
    bar = PaymentsBar()
    bar.set_shares(0.33, 0.22, "Оплачено 33 %")
    paid.content.addWidget(bar)
    column.addWidget(paid)
    column.addWidget(_planned())
    people = QHBoxLayout()
    for number, name in enumerate(("Ольга Кравцова", "Павел Снегирёв", "Тимур Волков")):
        people.addWidget(Avatar(name, number))
    people.addStretch(1)
    column.addLayout(people)
    column.addWidget(EmptyState("search", "По фильтру никого нет", "Сбросить фильтр"), 1)
    return holder


def _planned() -> Panel:
    planned = Panel("Запланировано")
    planned.set_count(1)
    planned.set_urgency("warn")
    planned.content.addWidget(QLabel("Узнать решение после встречи"))
    return planned


def _right() -> QWidget:
    panel = Panel("Лента", ruled=True)
    kinds = (Segment("a", "Всё"), Segment("c", "Звонки"), Segment("m", "Сообщения"), Segment("k", "Комментарии"))
    panel.add_act(SegmentedSwitch(kinds, small=True))
    panel.content.setContentsMargins(1, 0, 1, 1)
    view = TimelineView()
    view.setModel(TimelineModel(view))
    panel.content.addWidget(view)
    return panel


def card_page() -> QWidget:
    page = QWidget()
    page.resize(1440, 900)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(_tool_row())
    banner = BannerArea()
    banner.show_error("Нет связи с базой. Правки сохранятся здесь и уйдут позже.", "Повторить", lambda: None)
    column.addWidget(banner)
    for current, end in ((5, None), (2, None), (None, "failure")):
        bar = StageBar()
        bar.set_stages(STAGES, current, end)
        column.addWidget(bar)
    row = QHBoxLayout()
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(_left())
    row.addWidget(_right(), 1)
    column.addLayout(row, 1)
    status = StatusBar()
    status.set_database("База «Основная — Москва»")
    status.set_live("ok", "На связи · все правки сохранены")
    status.set_totals("Лидов: <b>23</b> на <b>14,9 млн ₽</b>")
    status.set_selection("Выбрано <b>3</b> · долг <b>4 175 000 ₽</b>")
    status.set_hints(("Порядок: очередь работы", "F5 — обновить"))
    column.addWidget(status)
    return page
