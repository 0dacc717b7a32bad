"""The dialog of two edits of one card (design/conflict-dialog.png)."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.services.records.values import FieldValue
from app.views.cards.conflict.rows import CollisionRow, HeadingRow, PickerRow, SectionRow, SettledRow
from app.views.cards.conflict.versions import Meeting
from app.views.widgets.buttons import Button
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.form_dialog import FormDialog

WIDTH: Final = 1080
HEIGHT: Final = 640
HEAD_AND_FOOT: Final = 150
_COLUMNS: Final = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class ConflictDialog(FormDialog):
    """Nothing is chosen beforehand; `submitted` comes, and `is_decided` points at what is still open."""

    def __init__(self, meeting: Meeting, parent: QWidget) -> None:
        title = QCoreApplication.translate("Conflict", "Two edits of one card")
        super().__init__(title, QCoreApplication.translate("Conflict", "Save what is chosen"), parent)
        self._meeting = meeting
        self.cancel.setText(QCoreApplication.translate("Conflict", "Back to editing"))
        self._add_copy()
        self._fill_head()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.rows = [CollisionRow(one, self) for one in meeting.collisions]
        self._fill_body()
        self._fit(parent.window().size())
        self._show_left()
        if self.rows:
            self.rows[0].focus()

    def decisions(self) -> dict[str, FieldValue]:
        """The chosen value of every field that both changed."""
        return {row.collision.field.code: row.value() for row in self.rows}

    def is_decided(self) -> bool:
        """Whether all is chosen; the focus goes to the first field that isn't."""
        still = [row for row in self.rows if row.choice() is None]
        if still:
            still[0].focus()
        return not still

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 3 choose a column, J and K go to the next and the previous field, in any layout."""
        row = self._current()
        if row is not None and event.key() in _COLUMNS:
            row.choose(_COLUMNS[Qt.Key(event.key())])
        elif row is not None and event.text().lower() in {"j", "о", "k", "л"}:
            step = 1 if event.text().lower() in {"j", "о"} else -1
            self.rows[(self.rows.index(row) + step) % len(self.rows)].focus()
        else:
            super().keyPressEvent(event)

    def _current(self) -> CollisionRow | None:
        return next((row for row in self.rows if any(cell.radio.hasFocus() for cell in row.cells)), None)

    def _add_copy(self) -> None:
        copy = Button(QCoreApplication.translate("Conflict", "Copy mine"), "quiet", parent=self)
        copy.clicked.connect(self._copy_mine)
        foot = self.cancel.parentWidget()
        layout = foot.layout() if foot is not None else None
        assert isinstance(layout, QHBoxLayout), "the foot is a row"
        layout.insertWidget(layout.indexOf(self.cancel), copy)

    def _copy_mine(self) -> None:
        lines = [f"{one.field.name}: {one.mine_words}" for one in self._meeting.collisions]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _fill_head(self) -> None:
        other = self._meeting.other
        name = other.name if other is not None else QCoreApplication.translate("Conflict", "the program")
        words = QCoreApplication.translate("Conflict", "While you were writing, the card was changed by {name}")
        heading = QLabel(words.format(name=name), self)
        heading.setProperty("role", "heading")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        count = len(self._meeting.collisions)
        what = QCoreApplication.translate(
            "Conflict", "Your text is whole: choose what to save in %n field(s), the rest has settled.", None, count
        )
        line = ElidedLabel(self)
        line.set_text(f"{self._meeting.record}. {what}")
        line.setProperty("tone", "second")
        self.head.setSpacing(2)
        self.head.addWidget(heading)
        self.head.addWidget(line)

    def _fill_body(self) -> None:
        meeting = self._meeting
        was = QCoreApplication.translate("Conflict", "Was at {time}").format(time=meeting.was_at)
        saved = QCoreApplication.translate("Conflict", "saved at {time}").format(time=meeting.saved_at)
        unsaved = QCoreApplication.translate("Conflict", "not saved yet")
        heading = HeadingRow(was, (meeting.other, meeting.me), (saved, unsaved), self)
        heading.taken.connect(self._take_all)
        self.body.addWidget(heading)
        both = QCoreApplication.translate("Conflict", "Changed by both")
        self.body.addWidget(SectionRow("swap", "warn", both, len(self.rows), self))
        for row in self.rows:
            row.decided.connect(self._show_left)
            self.body.addWidget(row)
        if meeting.settled:
            settled = QCoreApplication.translate("Conflict", "Settled by itself")
            self.body.addWidget(SectionRow("done", "ok", settled, len(meeting.settled), self))
        who = meeting.other.short_name if meeting.other is not None else ""
        for one in meeting.settled:
            self.body.addWidget(SettledRow(one, who, self))
        self.body.addStretch(1)

    def _fit(self, room: QSize) -> None:
        """As high as the rows, within the card's window; more of them scroll."""
        self.resize(min(WIDTH, room.width() - 40), HEIGHT)
        rows = sum(row.sizeHint().height() for row in self.findChildren(QFrame) if isinstance(row, PickerRow))
        sections = sum(row.height() for row in self.findChildren(SectionRow))
        self.resize(self.width(), min(rows + sections + HEAD_AND_FOOT, HEIGHT, room.height() - 40))

    def _take_all(self, number: int) -> None:
        for row in self.rows:
            row.choose(number)

    def _show_left(self) -> None:
        names = [row.collision.field.name for row in self.rows if row.choice() is None]
        if names:
            words = QCoreApplication.translate("Conflict", "Still to choose: {fields}")
            self.say(words.format(fields=", ".join(names)))
        else:
            self.say("")
