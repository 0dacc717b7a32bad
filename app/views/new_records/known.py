"""Points out, while a phone or email is typed, that the person is known already."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S
from app.services.records.clients import KnownPerson
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel


class KnownPeopleNote(QFrame):
    """One line a person: who it is, whose client, and a button that opens the card; hidden while nobody is known."""

    opened = Signal(str, int)
    """Section and number of the record to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self.setProperty("tone", "warn")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        self._lines.setSpacing(GAP_S)
        self._rows: list[QWidget] = []
        self.hide()

    def show_people(self, people: Sequence[KnownPerson]) -> None:
        """Show who is known; nobody hides the note."""
        for row in self._rows:
            self._lines.removeWidget(row)
            row.deleteLater()
        self._rows = [self._make_row(person) for person in people]
        for row in self._rows:
            self._lines.addWidget(row)
        self.setVisible(bool(people))

    def _make_row(self, person: KnownPerson) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_S)
        line.addWidget(IconLabel("alert", "warn", parent=row))
        words = QLabel(known_words(person), row)
        words.setWordWrap(True)
        line.addWidget(words, 1)
        if person.record_id is not None:
            name = QCoreApplication.translate("NewRecords", "Open {name}").format(name=person.name)
            button = Button(QCoreApplication.translate("NewRecords", "Open"), small=True, parent=row)
            button.setAccessibleName(name)
            button.clicked.connect(
                lambda _=False, known=person: self.opened.emit(known.section, known.record_id or 0)
            )
            line.addWidget(button)
        return row


def known_words(person: KnownPerson) -> str:
    """Who is known, or just with which colleague."""
    if person.section == "hidden":
        return QCoreApplication.translate(
            "NewRecords", "This client is already with a colleague: {colleague}"
        ).format(colleague=person.responsible_name)
    parts = [person.name]
    if person.phone:
        parts.append(i18n.phone(person.phone))
    if person.stage_name:
        parts.append(person.stage_name)
    parts.append(person.responsible_name)
    known = {
        "phone": QCoreApplication.translate("NewRecords", "This phone is known: {person}"),
        "email": QCoreApplication.translate("NewRecords", "This email is known: {person}"),
    }
    pattern = known.get(person.match, QCoreApplication.translate("NewRecords", "This person is known: {person}"))
    return pattern.format(person=" · ".join(parts))
