"""Says under a phone or email, while it is typed, that the person is known already, with the way to the client."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_S
from app.qtbase.tasks import Tasks
from app.services.records.clients import KnownPerson
from app.services.records.values import ContactPointValue, FieldValue, Values
from app.views.field_forms.form import FieldForm
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel

LOOK_AFTER_MS: Final = 400
"""After the last key."""
_CODES: Final = ("phones", "emails")

Look: TypeAlias = Callable[[Sequence[str], Sequence[str]], Awaitable[Sequence[KnownPerson]]]
"""Who is known by these phones, and by these emails."""


class KnownPeople(QObject):
    """Looks people up while phones and emails are typed; says nothing of what stood there `before`."""

    opened = Signal(str, int)
    """Section and number of the record to open."""
    compare_wanted = Signal(str, int)
    """The same, to be laid beside the record of the form."""

    def __init__(
        self, form: FieldForm, tasks: Tasks, look: Look, before: Values, *, compares: bool = False
    ) -> None:  # fmt: skip
        """`compares`: the form's own record is there already, and can be compared."""
        super().__init__(form)
        self._compares = compares
        self._form = form
        self._ask = look
        self._before = {code: set(_points(before.get(code))) for code in _CODES}
        self.notes: dict[str, KnownPeopleNote] = {}
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._timer.timeout.connect(lambda: tasks.run(self._look(), latest="known", quiet=True))
        for code in _CODES:
            if code in form.frames:
                self.notes[code] = self._make_note(code)
        form.changed.connect(self._changed)

    def _make_note(self, code: str) -> "KnownPeopleNote":
        frame = self._form.frames[code]
        note = KnownPeopleNote(frame, compares=self._compares)
        note.opened.connect(self.opened)
        note.compare_wanted.connect(self.compare_wanted)
        layout = frame.layout()
        assert isinstance(layout, QBoxLayout), "a frame is a column"
        layout.insertWidget(layout.count() - 1, note)
        return note

    def look(self) -> None:
        """Look up what stands in the fields now: they were filled from elsewhere."""
        self._timer.start(0)

    def _changed(self, code: str) -> None:
        if code in self.notes:
            self._timer.start(LOOK_AFTER_MS)

    async def _look(self) -> None:
        for code, note in self.notes.items():
            typed = [text for text in _points(self._form.value(code)) if text not in self._before[code]]
            phones, emails = (typed, []) if code == "phones" else ([], typed)
            note.show_people(await self._ask(phones, emails) if typed else ())


class KnownPeopleNote(QFrame):
    """One row a person: who it is, whose client, and a button that opens the card; hidden while nobody is known."""

    opened = Signal(str, int)
    compare_wanted = Signal(str, int)

    def __init__(self, parent: QWidget, *, compares: bool = False) -> None:
        super().__init__(parent)
        self._compares = compares
        self.setProperty("role", "note")
        self.setProperty("tone", "warn")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        self._column.setSpacing(GAP_S)
        self._rows: list[QWidget] = []
        self.hide()

    def show_people(self, people: Sequence[KnownPerson]) -> None:
        """Show who is known; nobody hides the note."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._make_row(person) for person in people]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(people))

    def _make_row(self, person: KnownPerson) -> QWidget:
        row = QWidget(self)
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_S)
        grid.setColumnStretch(1, 1)
        grid.addWidget(IconLabel("alert", "warn", parent=row), 0, 0, Qt.AlignmentFlag.AlignTop)
        words = QLabel(known_words(person), row)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        grid.addWidget(words, 0, 1)
        record_id = person.record_id
        if record_id is not None:
            button = Button(QCoreApplication.translate("FieldForms", "Open"), small=True, parent=row)
            name = QCoreApplication.translate("FieldForms", "Open {name}").format(name=person.name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda: self.opened.emit(person.section, record_id))
            grid.addWidget(button, 0, 2, Qt.AlignmentFlag.AlignTop)
        if record_id is not None and self._compares:
            compare = Button(QCoreApplication.translate("FieldForms", "Compare"), small=True, parent=row)
            question = QCoreApplication.translate("FieldForms", "Compare with {name}: one person?")
            compare.setAccessibleName(question.format(name=person.name))
            compare.setToolTip(compare.accessibleName())
            compare.clicked.connect(lambda: self.compare_wanted.emit(person.section, record_id))
            grid.addWidget(compare, 0, 3, Qt.AlignmentFlag.AlignTop)
        return row


def known_words(person: KnownPerson) -> str:
    """Who is known, or just with which colleague."""
    if person.section == "hidden":
        hidden = QCoreApplication.translate("FieldForms", "This client is already with a colleague: {colleague}")
        return hidden.format(colleague=person.responsible_name)
    phone = i18n.phone(person.phone) if person.phone and person.match != "phone" else ""
    parts = (person.name, phone, person.stage_name, person.responsible_name)
    known = {
        "phone": QCoreApplication.translate("FieldForms", "This phone is known: {person}"),
        "email": QCoreApplication.translate("FieldForms", "This email is known: {person}"),
    }
    pattern = known.get(person.match, QCoreApplication.translate("FieldForms", "This person is known: {person}"))
    return pattern.format(person=" · ".join(part for part in parts if part))


def _points(value: FieldValue) -> list[str]:
    if not isinstance(value, tuple):
        return []
    return [one.normal or one.value for one in value if isinstance(one, ContactPointValue)]
