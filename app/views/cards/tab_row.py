"""The tabs of a card, what to do on this stage, and how far it is: required fields, payments, a person's deals."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import restyle
from app.services.records.clients import FieldProgress, PaymentSummary
from app.views.cards.open_card import OpenCard
from app.views.cards.payments import paid_share, paid_words
from app.views.cards.stage_hint import StageHint
from app.views.widgets.payments_bar import PaymentsBar
from app.views.widgets.tags import Counter

_HEIGHT = 38
_BAR_WIDTH = 120


class TabRow(QFrame):
    """`chosen` carries the tab's place."""

    chosen = Signal(int)

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self.setProperty("role", "head")
        self.setFixedHeight(_HEIGHT)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GAP_L, 0, GAP_L, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.links_count = Counter(parent=self)
        self.tabs: list[QToolButton] = []
        for words in (
            QCoreApplication.translate("Card", "General"),
            QCoreApplication.translate("Card", "Links"),
            QCoreApplication.translate("Card", "History"),
        ):
            self._add_tab(words)
        self._row.insertWidget(2, self.links_count)
        self._row.insertSpacing(3, GAP_S)
        self._row.addSpacing(GAP_L)
        self._row.addStretch(1)
        self.hint = StageHint(self)
        self._row.addWidget(self.hint)
        self._row.addSpacing(GAP_L)
        self.progress = self._make_progress()
        self._row.addWidget(self.progress)

    def _add_tab(self, words: str) -> None:
        tab = QToolButton(self)
        tab.setText(words)
        tab.setCheckable(True)
        tab.setProperty("tab", True)
        tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tab.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        number = len(self.tabs)
        tab.setChecked(number == 0)
        tab.clicked.connect(lambda: self.chosen.emit(number))
        self._group.addButton(tab)
        self.tabs.append(tab)
        self._row.addWidget(tab)

    def _make_progress(self) -> "Progress":
        match self._card.ref.section:
            case "deal":
                return PaidProgress(self)
            case "contact":
                return PersonSums(self)
        return FieldsProgress(self)

    def choose(self, number: int) -> None:
        """Bring a tab to the front."""
        self.tabs[number].setChecked(True)
        self.chosen.emit(number)

    def refresh(self) -> None:
        """Show what was read last."""
        data = self._card.data
        count = len(data.links)
        self.links_count.set_count(count)
        self.tabs[1].setAccessibleName(f"{self.tabs[1].text()} {count}")
        stage_id = data.card.stage_id
        self.hint.set_hint(self._card.workplace.registry.stage(stage_id).hint if stage_id is not None else "")
        self.progress.refresh(self._card)


class Progress(QWidget):
    """Words and a bar at the right end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GAP_S)

    def add_label(self, *, strong: bool = False) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "label")
        label.setProperty("strong", strong)
        self.row.addWidget(label)
        return label

    def refresh(self, card: OpenCard) -> None:
        """Show what was read last."""


class FieldsProgress(Progress):
    """ "Обязательные поля: 13 из 14"; the tool tip names the missing ones."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.add_label().setText(QCoreApplication.translate("Card", "Required fields:"))
        self.words = self.add_label(strong=True)
        self.bar = QProgressBar(self)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.row.addWidget(self.bar)

    def refresh(self, card: OpenCard) -> None:
        progress = card.data.progress
        self.setVisible(progress is not None and progress.total > 0)
        if progress is None:
            return
        tone = "warn" if progress.missing else "ok"
        restyle(self.words, tone=tone)
        restyle(self.bar, tone=tone)
        pattern = QCoreApplication.translate("Card", "{filled} of {total}")
        self.words.setText(pattern.format(filled=progress.filled, total=progress.total))
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.filled)
        told = missing_words(progress)
        for widget in (self, self.words, self.bar):
            widget.setToolTip(told)
        self.bar.setAccessibleName(told)


class PaidProgress(Progress):
    """ "Оплачено: 33 %"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = self.add_label(strong=True)
        self.bar = PaymentsBar(6, self)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.row.addWidget(self.bar)

    def refresh(self, card: OpenCard) -> None:
        summary = card.data.payments
        self.setVisible(summary is not None and summary.price > 0)
        if summary is not None:
            self.words.setText(paid_words(summary))
            self.bar.set_shares(*paid_share(summary), paid_words(summary))


class PersonSums(Progress):
    """How many deals a person has, for how much, and what of it is overdue."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.row.setSpacing(GAP_M)
        self.words = self.add_label()
        self.overdue = self.add_label(strong=True)
        self.overdue.setProperty("tone", "danger")

    def refresh(self, card: OpenCard) -> None:
        deals = [link for link in card.data.links if link.section == "deal"]
        self.setVisible(bool(deals))
        count = len(deals)
        words = QCoreApplication.translate("Card", "%n deal(s)", None, count)
        sums = _sums([(link.amount, link.currency) for link in deals])
        if sums:
            words += " " + QCoreApplication.translate("Card", "for {sum}").format(sum=sums)
        self.words.setText(words)
        overdue = _overdue(list(card.data.paid.values()))
        self.overdue.setText(QCoreApplication.translate("Card", "overdue {sum}").format(sum=overdue))
        self.overdue.setVisible(bool(overdue))


def missing_words(progress: FieldProgress) -> str:
    """What is still missing on the way to success."""
    if not progress.missing:
        return QCoreApplication.translate("Card", "Everything required is filled in")
    names = ", ".join(field.name for field in progress.missing)
    return QCoreApplication.translate("Card", "Still missing: {fields}").format(fields=names)


def _sums(amounts: Sequence[tuple[Decimal | None, str | None]]) -> str:
    """Sums by currency: different ones are never added up."""
    totals: dict[str, Decimal] = {}
    for amount, currency in amounts:
        if amount is not None and currency is not None:
            totals[currency] = totals.get(currency, Decimal(0)) + amount
    return ", ".join(i18n.money(total, currency) for currency, total in totals.items())


def _overdue(summaries: list[PaymentSummary]) -> str:
    return _sums([(one.overdue, one.currency) for one in summaries if one.overdue > 0])
