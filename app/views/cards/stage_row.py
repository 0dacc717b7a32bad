"""The stage bar with the menu that finishes the work."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.core.kinds import StageKind
from app.qtbase import icons
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.services.records.office import StageRecord
from app.views.cards.open_card import OpenCard
from app.views.widgets.buttons import Button
from app.views.widgets.stage_bar import BarStage, StageBar

_MOST_NAMED = 3


class StageRow(QWidget):
    """A click asks the navigator, which asks for what is missing."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, 0, GAP_L, GAP_M - 2)
        row.setSpacing(GAP_S)
        self.bar = StageBar(self)
        self.bar.stage_clicked.connect(self.move_to)
        self.finish = Button(QCoreApplication.translate("Card", "Finish"), icon="flag", parent=self)
        self.finish.set_menu(QMenu(self.finish))
        row.addWidget(self.bar, 1)
        row.addWidget(self.finish)

    def refresh(self) -> None:
        """Show what was read last."""
        registry, data = self._card.workplace.registry, self._card.data
        stage = registry.stage(data.card.stage_id) if data.card.stage_id is not None else None
        stages = registry.stages(self._card.ref.section)
        working = [BarStage(one.id, one.name, one.tone) for one in stages if one.kind is StageKind.WORKING]
        ended = None if stage is None or stage.kind is StageKind.WORKING else stage.kind.value
        self.bar.set_stages(working, data.card.stage_id, ended)
        self.finish.setText(QCoreApplication.translate("Card", "Finish") if ended is None else _name(stage))
        self.finish.setEnabled(data.card.can_change)
        self.bar.setEnabled(data.card.can_change)
        self._fill([one for one in stages if one.kind is not StageKind.WORKING], stage)

    def move_to(self, stage_id: int) -> None:
        """Ask for a move."""
        if self._card.data.card.can_change and stage_id != self._card.data.card.stage_id:
            self._card.navigator.move_stage(self._card.ref, stage_id)

    def focus_current(self) -> None:
        """Put the focus on the current stage; arrows go on from there."""
        registry = self._card.workplace.registry
        ids = [one.id for one in registry.open_stages(self._card.ref.section)]
        here = self._card.data.card.stage_id
        self.bar.focus_stage(ids.index(here) if here in ids else 0)

    def _fill(self, stages: list[StageRecord], current: StageRecord | None) -> None:
        menu = self.finish.menu()
        menu.clear()
        for stage in stages:
            if stage.kind is StageKind.SUCCESS:
                self._add(menu, stage, "done", "ok", current)
                self._add_needs(menu)
        failures = [one for one in stages if one.kind is StageKind.FAILURE]
        if failures:
            menu.addSeparator()
            menu.addAction(QCoreApplication.translate("Card", "Failed stages")).setEnabled(False)
        for stage in failures:
            self._add(menu, stage, "ban", "danger", current)

    def _add(self, menu: QMenu, stage: StageRecord, icon: str, role: str, current: StageRecord | None) -> None:
        action = menu.addAction(icons.icon(icon, role), stage.name)
        action.setEnabled(current is None or stage.id != current.id)
        action.triggered.connect(lambda _=False, chosen=stage.id: self.move_to(chosen))

    def _add_needs(self, menu: QMenu) -> None:
        """What success still needs, said before it is pressed."""
        progress = self._card.data.progress
        if progress is None or not progress.missing:
            return
        names = [field.name for field in progress.missing]
        shown = ", ".join(names[:_MOST_NAMED])
        words = QCoreApplication.translate("Card", "Needed: {fields}").format(fields=shown)
        rest = len(names) - _MOST_NAMED
        if rest > 0:
            words += QCoreApplication.translate("Card", " and %n more", None, rest)
        menu.addAction(words).setEnabled(False)


def _name(stage: StageRecord | None) -> str:
    return "" if stage is None else stage.name
