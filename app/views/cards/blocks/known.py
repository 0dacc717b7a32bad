"""Says under a phone or email that it is known already, with the way to the known client."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_S
from app.services.records.clients import KnownPerson
from app.services.records.values import ContactPointValue, FieldValue
from app.views.cards.blocks.collisions import put_under
from app.views.cards.open_card import OpenCard
from app.views.cards.sections import record_words
from app.views.field_forms import FieldForm
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel

LOOK_AFTER_MS: Final = 400
"""After the last key."""
_CODES: Final = ("phones", "emails")


class KnownPeople(QObject):
    """Looks people up while phones and emails are typed; says nothing of what was on the card before."""

    def __init__(self, card: OpenCard, form: FieldForm, before: dict[str, FieldValue]) -> None:
        super().__init__(form)
        self._card = card
        self._form = form
        self._before = {code: set(_points(before.get(code))) for code in _CODES}
        self.strips: dict[str, KnownStrip] = {}
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._timer.timeout.connect(lambda: card.tasks.run(self._look(), latest="known", quiet=True))
        for code in _CODES:
            if code in form.frames:
                strip = KnownStrip(card, form)
                put_under(form.frames[code], strip)
                self.strips[code] = strip
        form.changed.connect(self._changed)

    def _changed(self, code: str) -> None:
        if code in self.strips:
            self._timer.start()

    async def _look(self) -> None:
        typed = {code: self._new(code) for code in self.strips}
        data = self._card.data
        lead = self._card.ref.id if self._card.ref.section == "lead" else data.card.lead_id
        contact = self._card.ref.id if self._card.ref.section == "contact" else data.card.contact_id
        leads = self._card.services.leads
        for code, strip in self.strips.items():
            found: Sequence[KnownPerson] = ()
            if typed[code]:
                phones, emails = (typed[code], []) if code == "phones" else ([], typed[code])
                found = await leads.known_people(phones, emails, except_lead=lead, except_contact=contact)
            strip.show_people(found)

    def _new(self, code: str) -> list[str]:
        return [text for text in _points(self._form.value(code)) if text not in self._before[code]]


class KnownStrip(QFrame):
    """One line a person; hidden where nobody is known."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self.setProperty("role", "note")
        self.setProperty("tone", "info")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        self._rows.setSpacing(2)
        self._shown: list[QWidget] = []
        self.hide()

    def show_people(self, people: Sequence[KnownPerson]) -> None:
        """Replace what is said."""
        for widget in self._shown:
            self._rows.removeWidget(widget)
            widget.deleteLater()
        self._shown = [self._line(person) for person in people]
        for widget in self._shown:
            self._rows.addWidget(widget)
        self.setVisible(bool(people))

    def _line(self, person: KnownPerson) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(IconLabel("info", "accent", 14, parent=line), 0, Qt.AlignmentFlag.AlignTop)
        words = QLabel(line)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        record_id = person.record_id
        if record_id is None:
            hidden = QCoreApplication.translate("CardBlocks", "Known: this client is with {name}")
            words.setText(hidden.format(name=person.responsible_name))
        else:
            link = Button(person.name, "link", small=True, parent=line)
            known = QCoreApplication.translate("CardBlocks", "Known: {name}, {record}")
            record = record_words(person.section, record_id)
            link.setText(known.format(name=person.name, record=record))
            link.clicked.connect(lambda: self._card.navigator.open_card(person.section, record_id))
            row.addWidget(link)
            words.setText(" · ".join(part for part in (person.stage_name, person.responsible_name) if part))
        row.addWidget(words, 1)
        return line


def _points(value: FieldValue) -> list[str]:
    if not isinstance(value, tuple):
        return []
    return [one.normal or one.value for one in value if isinstance(one, ContactPointValue)]
