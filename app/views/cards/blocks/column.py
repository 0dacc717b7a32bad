"""The left column: the section's blocks, payments and files, then the blocks of the source lead."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import CARD_WIDTH, CARD_WIDTH_NARROW, GAP_L, GAP_S
from app.views.cards.blocks.panel import BlockPanel
from app.views.cards.blocks.plan import BlockPlan, plan_blocks
from app.views.cards.files import FilesPanel
from app.views.cards.open_card import OpenCard
from app.views.cards.payments import PaymentsPanel
from app.views.widgets.panel import Panel


class BlockColumn(QScrollArea):
    """Made once the card was read; later readings are shown in place."""

    editing_changed = Signal()

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self._narrow = False
        self._folds: dict[str, bool] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self)
        page.setProperty("role", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(GAP_L, GAP_S, GAP_S, GAP_L)
        self._column.setSpacing(GAP_S)
        self.blocks: list[BlockPanel] = []
        self.payments: PaymentsPanel | None = None
        self._fill(plan_blocks(card.workplace.registry, card.look, card.data))
        self._column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().rangeChanged.connect(self._give_way)
        self.set_narrow(False)

    def _fill(self, plans: Iterable[BlockPlan]) -> None:
        for plan in plans:
            if plan.of_lead and not any(block.plan.of_lead for block in self.blocks):
                self._add_extras()
                self._column.addWidget(self._rule())
            columns = 2 if self.blocks else self._card.look.own_columns
            block = BlockPanel(self._card, plan, columns, self)
            block.editing_changed.connect(self.editing_changed)
            block.folded_changed.connect(lambda folded, key=plan.key: self._folded(key, folded))
            self.blocks.append(block)
            self._column.addWidget(block)
            if plan.of_lead and len([one for one in self.blocks if one.plan.of_lead]) > 1:
                self._fold_first_time(block)
        if not self._card.look.lead_blocks:
            self._add_extras()

    def _add_extras(self) -> None:
        """Payments and files, below the section's own blocks."""
        if self._card.look.payments:
            self.payments = PaymentsPanel(self._card, self)
            self._column.addWidget(self.payments)
        self.files = FilesPanel(self._card, self)
        self._watch(self.files, "files")
        self._column.addWidget(self.files)

    def _watch(self, panel: Panel, key: str) -> None:
        panel.folded_changed.connect(lambda folded: self._folded(key, folded))

    def _rule(self) -> QWidget:
        """ "Из лида № N" with its line."""
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(2, 2, 0, 2)
        row.setSpacing(GAP_S)
        lead_id = self._card.data.card.lead_id
        if lead_id is None:
            words = QCoreApplication.translate("CardBlocks", "About the client")
        else:
            words = QCoreApplication.translate("CardBlocks", "From lead No. {id}").format(id=lead_id)
        label = QLabel(words, holder)
        label.setProperty("role", "label")
        line = QFrame(holder)
        line.setProperty("role", "rule")
        row.addWidget(label)
        row.addWidget(line, 1)
        return holder

    def refresh(self) -> None:
        """Show what was read last; what is being typed stays."""
        plans = {plan.key: plan for plan in plan_blocks(self._card.workplace.registry, self._card.look,
                                                        self._card.data)}
        for block in self.blocks:
            if block.plan.key in plans:
                block.show_plan(plans[block.plan.key])
        self.files.refresh()
        if self.payments is not None:
            self.payments.refresh()

    def block_with(self, code: str) -> BlockPanel | None:
        """The block that edits a field."""
        return next((block for block in self.blocks if code in block.plan.editable), None)

    def editing(self) -> tuple[BlockPanel, ...]:
        """Blocks that are being edited."""
        return tuple(block for block in self.blocks if block.form is not None)

    def set_folds(self, folds: dict[str, bool]) -> None:
        """Fold as it was left last."""
        self._folds = dict(folds)
        for key, folded in folds.items():
            panel = self._panel(key)
            if panel is not None:
                panel.set_folded(folded)

    def set_narrow(self, narrow: bool) -> None:
        """Below 1400 px the column is narrower and one block folds, unless the user decided otherwise."""
        self.setFixedWidth(CARD_WIDTH_NARROW if narrow else CARD_WIDTH)
        if narrow != self._narrow and len(self.blocks) > 2:
            third = self.blocks[2]
            if third.plan.key not in self._folds and third.form is None:
                self._fold_quietly(third, narrow)
        self.blocks[0].set_columns(min(self._card.look.own_columns, 2) if narrow else self._card.look.own_columns)
        self._narrow = narrow

    def _give_way(self, _first: int, last: int) -> None:
        """The scroll bar takes the place of the margin: panels keep their width."""
        self._column.setContentsMargins(GAP_L, GAP_S, 0 if last else GAP_S, GAP_L)

    def _fold_first_time(self, block: BlockPanel) -> None:
        """The lead's later blocks stand folded on a deal until the user opens them."""
        self._fold_quietly(block, True)

    def _fold_quietly(self, panel: Panel, folded: bool) -> None:
        """Fold without remembering it as the user's wish."""
        panel.blockSignals(True)
        panel.set_folded(folded)
        panel.blockSignals(False)

    def _panel(self, key: str) -> Panel | None:
        if key == "files":
            return self.files
        return next((block for block in self.blocks if block.plan.key == key), None)

    def _folded(self, key: str, folded: bool) -> None:
        if self._folds.get(key) == folded:
            return
        self._folds[key] = folded
        setting = self._card.services.preferences.set(f"card.folds.{self._card.ref.section}", dict(self._folds))
        self._card.tasks.run(setting, quiet=True)
