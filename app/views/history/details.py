"""The details of a line: when, who, what, and field by field what was and what became; values are put back here."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S, GAP_XS
from app.qtmodels.history_model import person_cell
from app.qtmodels.history_office import about_words, act_words, exact_words
from app.qtmodels.history_words import ToldChange, told_changes
from app.services.history import OfficeLine
from app.services.workplace import Workplace
from app.views.widgets.buttons import Button
from app.views.widgets.side_panel import SidePanel

WIDTH = 320


class LineDetails(SidePanel):
    """Beside the table; `restore_wanted` names a field of the line on show."""

    restore_wanted = Signal(object, object)
    """OfficeLine and ToldChange."""
    card_wanted = Signal(object)
    """OfficeLine."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(WIDTH, motion=False, parent=parent)
        self._workplace = workplace
        self._line: OfficeLine | None = None
        self._body: QWidget | None = None
        self.set_title(QCoreApplication.translate("HistoryTab", "Details"))
        self.open_card = Button(QCoreApplication.translate("HistoryTab", "Open the card"), icon="open", parent=self)
        self.open_card.clicked.connect(lambda: self.card_wanted.emit(self._line))
        self.footer.addWidget(self.open_card)
        self.footer.addStretch(1)

    def show_line(self, line: OfficeLine) -> None:
        """Show another line."""
        self._line = line
        if self._body is not None:
            self.content.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = self._make_body(line)
        self.content.addWidget(self._body)
        self.open_card.setVisible(line.client is not None)

    def _make_body(self, line: OfficeLine) -> QWidget:
        office = self._workplace
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        facts = QFormLayout()
        facts.setHorizontalSpacing(GAP_M)
        local = line.at.astimezone(office.zone)
        person = person_cell(line).name
        for name, words in (
            (QCoreApplication.translate("HistoryTab", "When"), f"{i18n.day_full(local.date())}, {local:%H:%M:%S}"),
            (QCoreApplication.translate("HistoryTab", "Who"), person),
            (QCoreApplication.translate("HistoryTab", "Act"), act_words(line)),
            (QCoreApplication.translate("HistoryTab", "With what"), about_words(line, office.registry)),
        ):
            facts.addRow(_label(name, body, "muted"), _label(words, body))
        column.addLayout(facts)
        told = told_changes(line, office.registry, office.zone)
        for change in told:
            column.addWidget(self._make_change(line, change, body))
        exact = "" if told else exact_words(line, office.registry, office.zone)
        if exact:
            column.addWidget(_label(exact, body))
        column.addStretch(1)
        return body

    def _make_change(self, line: OfficeLine, change: ToldChange, parent: QWidget) -> QFrame:
        frame = QFrame(parent)
        frame.setProperty("role", "panel")
        column = QVBoxLayout(frame)
        column.setContentsMargins(GAP_S, GAP_S, GAP_S, GAP_S)
        column.setSpacing(GAP_XS)
        head = QHBoxLayout()
        head.addWidget(_label(change.field, frame, "second"), 1)
        if change.code in line.restorable:
            restore = Button(QCoreApplication.translate("HistoryTab", "Restore"), "link", small=True, parent=frame)
            restore.setAccessibleName(
                QCoreApplication.translate("HistoryTab", "Restore: {field}").format(field=change.field)
            )
            restore.clicked.connect(lambda: self.restore_wanted.emit(line, change))
            head.addWidget(restore)
        column.addLayout(head)
        for sign, words, tone in (("−", change.old, "danger"), ("+", change.new, "ok")):
            if words:
                column.addWidget(_tinted(f"{sign} {words}", tone, frame))
        return frame


def _tinted(words: str, tone: str, parent: QWidget) -> QFrame:
    note = QFrame(parent)
    note.setProperty("role", "note")
    note.setProperty("tone", tone)
    row = QHBoxLayout(note)
    row.setContentsMargins(GAP_S, 2, GAP_S, 2)
    row.addWidget(_label(words, note, tone))
    return note


def _label(words: str, parent: QWidget, tone: str = "") -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    return label
