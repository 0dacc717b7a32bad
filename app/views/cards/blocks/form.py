"""A block while it is edited: its fields, what others saved meanwhile, Save and Cancel."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.fieldkinds import FieldType
from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S
from app.services.records.clients import ClientCard
from app.services.records.values import FieldValue
from app.views.cards.blocks.collisions import CollisionStrip, put_under
from app.views.cards.blocks.known import known_people
from app.views.cards.blocks.plan import BlockPlan
from app.views.cards.conflict.versions import Collision, Meeting, Settled, joined
from app.views.cards.open_card import OpenCard
from app.views.cards.sections import lowered, record_words
from app.views.field_forms import FieldForm, FieldWorld, value_words
from app.views.field_forms.form import same_value
from app.views.widgets.buttons import Button
from app.views.widgets.key_hint import KeyHint

Draft = Mapping[str, object]


class BlockForm(QWidget):
    """Filled once; a later reading lays itself under what was typed (three-way, by field)."""

    save_asked = Signal()
    cancel_asked = Signal()
    changed = Signal()

    def __init__(self, card: OpenCard, plan: BlockPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self._plan = plan
        world = replace(FieldWorld.of(card.workplace), currency=card.data.currency)
        fields = [one for one in plan.fields if one.code in plan.editable and one.type is not FieldType.FILE]
        # "the client doesn't know" beside a label takes the width of two columns
        columns = 1 if any(one.unknown_allowed for one in fields) else 2
        self.form = FieldForm(fields, world, required=plan.kept, columns=columns, parent=self)
        self.version = card.data.card.version
        self.base: dict[str, FieldValue] = {code: card.data.card.values.get(code) for code in self.form.codes()}
        self._opened = card.data.card
        self._theirs: dict[str, FieldValue] = {}
        """Of the undecided fields: what stands in the database now."""
        self._taken: list[str] = []
        """Fields that others changed and nobody here did."""
        self._strips: dict[str, CollisionStrip] = {}
        self.form.set_values(self.base)
        self._hint_needs()
        self._known = known_people(card, self.form, self.base)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self.form)
        column.addLayout(self._buttons())
        self.form.changed.connect(lambda _code: self.changed.emit())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        self.save = Button(QCoreApplication.translate("CardBlocks", "Save"), "primary", parent=self)
        self.cancel = Button(QCoreApplication.translate("CardBlocks", "Cancel"), parent=self)
        hint = KeyHint("Ctrl+Enter", self)
        self.save.clicked.connect(self.save_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        for widget in (self.save, self.cancel, hint):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._card.context.connection.changed.connect(self._name_save)
        self._name_save()
        return row

    def _name_save(self) -> None:
        if self._card.context.connection.online:
            self.save.setText(QCoreApplication.translate("CardBlocks", "Save"))
        else:
            self.save.setText(QCoreApplication.translate("CardBlocks", "Save when connected"))

    def focus(self, code: str | None = None) -> None:
        """Put the cursor into a field, the first where none is told."""
        codes = self.form.codes()
        if codes:
            self.form.frames[code if code in codes else codes[0]].focus()

    def changed_values(self) -> dict[str, FieldValue]:
        """What differs from what was read."""
        return self.form.changed_values(self.base)

    def is_dirty(self) -> bool:
        return bool(self.changed_values()) or bool(self.form.unreadable())

    def undecided(self) -> tuple[str, ...]:
        """Fields that others saved, too, and nobody has decided about."""
        return tuple(self._strips)

    def rebase(self, card: ClientCard) -> None:
        """Take over what others saved; where both changed a field, ask under it and keep what was typed."""
        unreadable = self.form.unreadable()
        for code in self.form.codes():
            theirs, mine = card.values.get(code), self.form.value(code)
            if same_value(theirs, self.base.get(code)):
                continue
            if not self.form.differs(code, self.base.get(code)) and code not in unreadable:
                self._take(code, theirs)
                self._taken = [*(one for one in self._taken if one != code), code]
            elif same_value(mine, theirs):
                self._settle(code, theirs)
            else:
                self._ask(code, theirs, card)
        self.version = card.version

    def meeting(self, card: ClientCard) -> Meeting:
        """The two edits of this block, for the dialog that has them decided."""
        employees = self._card.workplace.registry.all.employees
        mine = [code for code in self.changed_values() if code not in self._strips]
        settled = [self._settled(code, by_me=False) for code in self._taken if code not in mine]
        return Meeting(
            record=f"{card.name}, {lowered(record_words(card.section, card.id))}",
            other=employees.get(card.updated_by or 0),
            me=employees.get(self._card.workplace.actor.employee_id),
            was_at=_clock(self._card, self._opened.updated_at),
            saved_at=_clock(self._card, card.updated_at),
            collisions=[self._collision(code) for code in self._strips],
            settled=[*settled, *(self._settled(code, by_me=True) for code in mine)],
        )

    def decide(self, collisions: Sequence[Collision], decisions: Mapping[str, FieldValue]) -> None:
        """Take what was chosen; a field that was changed once more meanwhile stays undecided."""
        for one in collisions:
            code = one.field.code
            if code not in self._theirs or not same_value(self._theirs[code], one.theirs):
                continue
            if not same_value(decisions[code], self.form.value(code)):
                self.form.set_value(code, decisions[code])
            self._settle(code, one.theirs)

    def _collision(self, code: str) -> Collision:
        field, before, theirs, mine = self.form.field(code), self.base.get(code), self._theirs[code], self.form.value(
            code)
        line = self.form.frames[code].editor.input()
        unread = line.text() if code in self.form.unreadable() and isinstance(line, QLineEdit) else ""
        both = joined(field, before, theirs, mine)
        return Collision(
            field, theirs, mine, self._words(code, before), self._words(code, theirs),
            unread or self._words(code, mine), both, self._words(code, both),
        )  # fmt: skip

    def _settled(self, code: str, *, by_me: bool) -> Settled:
        before = self._opened.values.get(code)
        return Settled(
            self.form.field(code).name, self._words(code, before), self._words(code, self.form.value(code)), by_me
        )

    def _words(self, code: str, value: FieldValue) -> str:
        return value_words(self.form.field(code), value, self.form.world, self.form.world.currency)

    def draft(self) -> dict[str, object]:
        """All that was typed, and what it was typed over."""
        unreadable = self.form.unreadable()
        typed = {code: value for code, value in self.changed_values().items() if code not in unreadable}
        raw: dict[str, str] = {}
        for code in unreadable:
            line = self.form.frames[code].editor.input()
            if isinstance(line, QLineEdit):
                raw[code] = line.text()
        return {"values": typed, "base": {code: self.base.get(code) for code in (*typed, *raw)}, "raw": raw}

    def restore(self, draft: Draft, card: ClientCard) -> None:
        """Show a draft; what changed since it was typed is asked about."""
        codes = set(self.form.codes())
        for code, value in _known(draft.get("base"), codes).items():
            self.base[code] = value  # type: ignore[assignment]  # drafts give back the values they were given
        self.form.set_values({**self.base, **_known(draft.get("values"), codes)})  # type: ignore[dict-item]  # likewise
        for code, text in _known(draft.get("raw"), codes).items():
            line = self.form.frames[code].editor.input()
            if isinstance(line, QLineEdit):
                line.setText(str(text))
        self.rebase(card)

    def _hint_needs(self) -> None:
        for code, stage in self._plan.needed_for.items():
            if code in self.form.frames and self.base.get(code) in (None, "", ()):
                words = QCoreApplication.translate("CardBlocks", "needed for “{stage}”").format(stage=stage)
                self.form.frames[code].set_hint(words, "muted")

    def _take(self, code: str, theirs: FieldValue) -> None:
        self.form.set_value(code, theirs)
        self._settle(code, theirs)

    def _settle(self, code: str, theirs: FieldValue) -> None:
        self.base[code] = theirs
        _ = self._theirs.pop(code, None)
        strip = self._strips.pop(code, None)
        if strip is not None:
            strip.hide()
            strip.deleteLater()
        self.changed.emit()

    def _ask(self, code: str, theirs: FieldValue, card: ClientCard) -> None:
        field = self.form.field(code)
        employees = self._card.workplace.registry.all.employees
        who = employees[card.updated_by].short_name if card.updated_by in employees else ""
        words = self._words(code, theirs)
        self._theirs[code] = theirs
        earlier = self._strips.pop(code, None)
        if earlier is not None:
            earlier.hide()
            earlier.deleteLater()
        strip = CollisionStrip(field.name, who, words, self.form.frames[code])
        put_under(self.form.frames[code], strip)
        strip.theirs_taken.connect(lambda: self._take(code, theirs))
        strip.mine_kept.connect(lambda: self._settle(code, theirs))
        self._strips[code] = strip


def _clock(card: OpenCard, moment: datetime) -> str:
    """The time alone today, with the day before that."""
    zone, today = card.workplace.zone, card.today()
    return i18n.clock(moment, zone) if moment.astimezone(zone).date() == today else i18n.stamp(moment, zone)


def _known(part: object, codes: set[str]) -> dict[str, object]:
    return {code: value for code, value in part.items() if code in codes} if isinstance(part, dict) else {}
