"""A contact's deals and leads: stage, money, next step; each opens by a click."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.core.kinds import StageKind
from app.qtbase import i18n
from app.qtbase.metrics import GAP_CONTROL, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.records.clients import Link
from app.services.records.office import StageRecord
from app.views.cards.lined_row import LinedRow
from app.views.cards.open_card import OpenCard
from app.views.cards.payments import paid_percent
from app.views.cards.planned import day_end, urgency_of
from app.views.cards.sections import record_words
from app.views.widgets.avatar import Avatar
from app.views.widgets.buttons import Button
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel
from app.views.widgets.stage_scale import StageScale

_TITLE, _STAGE, _MONEY, _NEXT = (84, 130), (146, 196), (84, 112), (84, 2000)
"""Least and greatest width of a row's columns: the same in every row, so that they stand one under another."""


class PersonPanel(Panel):
    """Shows the reading of the card."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("CardPerson", "Deals and leads"), parent=parent)
        self._card = card
        self.head.setFixedHeight(theme().metrics.row - 4)
        self.add = Button(QCoreApplication.translate("CardPerson", "Deal"), icon="plus", small=True, parent=self)
        self.add.setAccessibleName(QCoreApplication.translate("CardPerson", "Add a deal"))
        self.add.clicked.connect(lambda: card.navigator.new_deal(card.ref.id))
        self.add_act(self.add)
        self.content.setContentsMargins(1, 0, 1, 1)
        self.content.setSpacing(0)
        self._rows: list[QWidget] = []
        self.refresh()

    def refresh(self) -> None:
        """Show what was read last."""
        links = [link for link in self._card.data.links if link.section in {"deal", "lead"}]
        self.set_count(len(links))
        for row in self._rows:
            self.content.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [LinkedRow(self._card, link, self) for link in links]
        for row in self._rows:
            self.content.addWidget(row)


class LinkedRow(LinedRow):
    """One deal or lead."""

    def __init__(self, card: OpenCard, link: Link, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self._link = link
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 6, GAP_M, 6)
        row.setSpacing(GAP_S)
        row.addWidget(IconLabel("briefcase" if link.section == "deal" else "user", "text2", parent=self))
        for column, (least, most) in (
            (self._title(), _TITLE),
            (self._stage(), _STAGE),
            (self._money(), _MONEY),
            (self._next(), _NEXT),
        ):
            column.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.setMinimumWidth(least)
            column.setMaximumWidth(most)
            row.addWidget(column, least)
        employees = card.workplace.registry.all.employees
        if link.responsible_id in employees:
            who = employees[link.responsible_id]
            row.addWidget(Avatar(who.name, who.id, 20, self))

    def _title(self) -> QWidget:
        open_it = Button(record_words(self._link.section, self._link.record_id), "link", parent=self)
        open_it.setFixedHeight(20)
        open_it.clicked.connect(lambda: self._card.navigator.open_card(self._link.section, self._link.record_id))
        return _two(open_it, _caption(self._link.detail, self))

    def _stage(self) -> QWidget:
        registry = self._card.workplace.registry
        stage = registry.all.stages.get(self._link.stage_id or 0)
        if stage is None:
            return _two(QLabel(self), QLabel(self))
        if stage.kind is not StageKind.WORKING:
            return self._closed(stage)
        name = ElidedLabel(self)
        name.set_text(stage.name)
        return _two(name, _scale(stage, registry.open_stages(stage.section), self))

    def _closed(self, stage: StageRecord) -> QWidget:
        """The name of an end takes the line of the scale, too."""
        failed = stage.kind is StageKind.FAILURE
        icon, role = ("ban", "danger") if failed else ("done", "ok")
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, GAP_S, 0)
        row.setSpacing(GAP_CONTROL)
        words = QLabel(stage.name, holder)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setProperty("tone", role)
        row.addWidget(IconLabel(icon, role, theme().metrics.icon_cell, parent=holder))
        row.addWidget(words, 1)
        return holder

    def _money(self) -> QWidget:
        link = self._link
        amount = i18n.money(link.amount, link.currency) if link.amount is not None and link.currency else ""
        first = QLabel(amount, self)
        first.setProperty("role", "name")
        summary = self._card.data.paid.get(link.record_id) if link.section == "deal" else None
        second = ""
        if summary is not None:
            words = QCoreApplication.translate("CardPerson", "{percent}% paid")
            second = words.format(percent=paid_percent(summary))
        elif amount:
            registry = self._card.workplace.registry
            code = registry.sum_field("lead")
            second = registry.field("lead", code).name.lower() if code and registry.has_field("lead", code) else ""
        return _two(first, _caption(second, self))

    def _next(self) -> QWidget:
        step = self._card.data.next_steps.get((self._link.section, self._link.record_id))
        if step is None:
            none = QLabel(QCoreApplication.translate("CardPerson", "No activities"), self)
            none.setProperty("tone", "second")
            return none
        now, zone = self._card.now(), self._card.workplace.zone
        urgency = urgency_of(step, now, day_end(self._card))
        return _two(
            _marked(step.kind.value, "text2", step.subject, self),
            _marked("overdue" if urgency == "danger" else "clock", urgency or "text3",
                    _when(step.starts_at, now, urgency, i18n.date_words(step.starts_at, now, zone)), self),
        )  # fmt: skip


def _scale(stage: StageRecord, stages: tuple[StageRecord, ...], parent: QWidget) -> StageScale:
    place = [one.id for one in stages].index(stage.id) + 1
    return StageScale(len(stages), place, stage.tone, parent)


def _when(starts_at: datetime, now: datetime, urgency: str, words: str) -> str:
    if urgency != "danger":
        return words
    late = i18n.duration_words(now - starts_at)
    return QCoreApplication.translate("CardPlanned", "Overdue by {duration}").format(duration=late)


def _two(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(second)
    return holder


def _caption(words: str, parent: QWidget) -> QLabel:
    label = ElidedLabel(parent)
    label.set_text(words)
    label.setProperty("role", "caption")
    return label


def _marked(icon: str, role: str, words: str, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP_CONTROL)
    row.addWidget(IconLabel(icon, role, theme().metrics.icon_cell, parent=holder))
    label = ElidedLabel(holder)
    label.set_text(words)
    if role in {"danger", "warn", "ok"}:
        label.setProperty("tone", role)
    row.addWidget(label)
    row.addStretch(1)
    return holder
