"""The tab Links: contact, source lead, deals, other leads and related people, each opened by a click."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.services.records.clients import Link
from app.views.cards.lined_row import LinedRow
from app.views.cards.open_card import OpenCard
from app.views.cards.sections import record_words
from app.views.widgets.avatar import Avatar
from app.views.widgets.buttons import Button
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel
from app.views.widgets.tags import Tag

_ICONS: Final = {"contact": "contact", "deal": "briefcase", "lead": "user"}
_WIDTH: Final = 900


class LinksTab(QScrollArea):
    """One panel for each relation."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._shown: tuple[Link, ...] | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show what was read last."""
        links = self._card.data.links
        if links == self._shown:
            return
        self._shown = links
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP_L, GAP_S, GAP_L, GAP_L)
        column.setSpacing(GAP_S)
        for relation, title in _titles().items():
            found = [link for link in links if link.relation == relation]
            if found:
                panel = Panel(title(), parent=page)
                panel.setMaximumWidth(_WIDTH)
                panel.set_count(len(found))
                panel.content.setContentsMargins(1, 0, 1, 1)
                panel.content.setSpacing(0)
                for link in found:
                    panel.content.addWidget(LinkRow(self._card, link, panel))
                column.addWidget(panel)
        if links:
            column.addStretch(1)
        else:
            words = QCoreApplication.translate("CardLinks", "Nobody and nothing is linked yet")
            column.addWidget(EmptyState("link", words, parent=page))
        self.setWidget(page)


def _titles() -> dict[str, Callable[[], str]]:
    """Relations in their order."""
    return {
        "contact": lambda: QCoreApplication.translate("CardLinks", "Contact"),
        "source_lead": lambda: QCoreApplication.translate("CardLinks", "Source lead"),
        "deal": lambda: QCoreApplication.translate("CardLinks", "Deals"),
        "other_lead": lambda: QCoreApplication.translate("CardLinks", "Leads of this person"),
        "related": lambda: QCoreApplication.translate("CardLinks", "Related people"),
    }


class LinkRow(LinedRow):
    """Who or what, its stage, its sum, whose it is."""

    def __init__(self, card: OpenCard, link: Link, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 6, GAP_M, 6)
        row.setSpacing(GAP_M)
        row.addWidget(IconLabel(_ICONS[link.section], "text2", parent=self))
        words = QVBoxLayout()
        words.setSpacing(0)
        name = Button(link.name or record_words(link.section, link.record_id), "link", parent=self)
        name.setFixedHeight(22)
        name.clicked.connect(lambda: card.navigator.open_card(link.section, link.record_id))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        detail = _detail(link)
        about = QLabel(" · ".join(part for part in (record_words(link.section, link.record_id), detail) if part), self)
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setProperty("role", "caption")
        words.addWidget(about)
        row.addLayout(words, 1)
        stage = card.workplace.registry.all.stages.get(link.stage_id or 0)
        if stage is not None:
            row.addWidget(Tag(stage.name, stage.tone, parent=self))
        if link.amount is not None and link.currency is not None:
            amount = QLabel(i18n.money(link.amount, link.currency), self)
            amount.setProperty("role", "name")
            row.addWidget(amount)
        employees = card.workplace.registry.all.employees
        if link.responsible_id in employees:
            who = employees[link.responsible_id]
            row.addWidget(Avatar(who.name, who.id, 20, self))


def _detail(link: Link) -> str:
    return i18n.phone(link.detail) if link.detail.startswith("+") else link.detail
