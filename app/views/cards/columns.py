"""The tab General: blocks at the left; actions, the plan, a person's deals and the timeline at the right."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_S
from app.views.cards.actions import ActionBar
from app.views.cards.blocks import BlockColumn
from app.views.cards.files import picture_file
from app.views.cards.open_card import OpenCard
from app.views.cards.person import PersonPanel
from app.views.cards.planned import PlannedPanel
from app.views.cards.timeline import TimelinePanel


class GeneralTab(QWidget):
    """Made once the card was read."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.blocks = BlockColumn(card, self)
        row.addWidget(self.blocks)
        right = QVBoxLayout()
        right.setContentsMargins(GAP_S, GAP_S, GAP_L, GAP_S)
        right.setSpacing(GAP_S)
        self.action_bar = ActionBar(card, self)
        self.planned = PlannedPanel(card, self)
        self.person = PersonPanel(card, self) if card.look.person_table else None
        self.timeline = TimelinePanel(card, self)
        right.addWidget(self.action_bar)
        right.addWidget(self.planned)
        if self.person is not None:
            right.addWidget(self.person)
        right.addWidget(self.timeline, 1)
        row.addLayout(right, 1)
        self.action_bar.comment.picture_pasted.connect(self.attach_picture)

    def refresh(self) -> None:
        """Show what was read last."""
        self.blocks.refresh()
        self.planned.refresh()
        if self.person is not None:
            self.person.refresh()
        self.timeline.refresh()

    def attach_picture(self, image: QImage) -> None:
        """Attach a pasted picture to the record."""
        moment = self._card.now().astimezone(self._card.workplace.zone)
        self.blocks.files.files.attach([picture_file(image, moment)])

    def focus_first(self) -> None:
        """The comment: what a call ends with; where nothing may be changed, the timeline."""
        if self._card.data.card.can_change:
            self.action_bar.comment.focus()
        else:
            self.timeline.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_queued(self) -> None:
        """The planned step, else planning one: letters call, complete and plan while no text has the cursor."""
        self.planned.focus_act()

    def edit(self, code: str) -> None:
        """Edit the block that holds a field, the cursor in it."""
        block = self.blocks.block_with(code)
        if block is not None:
            block.edit(code)
            self.blocks.ensureWidgetVisible(block)

    def save(self) -> bool:
        """Save every block that is being edited; True where there was one."""
        editing = self.blocks.editing()
        for block in editing:
            block.save()
        return bool(editing)

    def leave_editing(self) -> bool:
        """Stop editing, drafts are kept; True where something was being edited."""
        editing = self.blocks.editing()
        for block in editing:
            block.leave()
        return bool(editing)

    def set_narrow(self, narrow: bool) -> None:
        self.blocks.set_narrow(narrow)

    def unsaved_drafts(self) -> dict[str, Mapping[str, object]]:
        """By their places: what was typed and isn't saved."""
        found: dict[str, Mapping[str, object]] = {}
        for block in self.blocks.blocks:
            draft = block.unsaved_draft()
            if draft is not None:
                found[block.place] = draft
        comment = self.action_bar.comment
        if comment.text():
            found[comment.place] = {"text": comment.area.toPlainText()}
        return found
