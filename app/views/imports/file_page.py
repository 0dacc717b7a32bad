"""The first step: drop a file or choose one; imports that were interrupted are offered here."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.file_drops import take_files
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.services.importing.first_calls.records import Unplanned
from app.services.importing.outcomes import UnfinishedImport
from app.views.widgets.banner import Note
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel

MOST_UNPLANNED = 3
"""Earlier imports offered for their first calls."""


class FilePage(QWidget):
    """`chosen` comes with a file that was dropped; `asked` wants the file dialog."""

    chosen = Signal(object)
    """pathlib.Path"""
    asked = Signal()
    resume_wanted = Signal(str)
    """Number of the operation."""
    undo_wanted = Signal(str)
    plan_wanted = Signal(str)
    """Number of the import whose first calls are wanted."""
    unpark_wanted = Signal(object)
    """`Unplanned`: its leads are parked no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        self._unfinished = QVBoxLayout()
        self._unfinished.setSpacing(GAP_S)
        column.addLayout(self._unfinished)
        self._unplanned = QVBoxLayout()
        self._unplanned.setSpacing(GAP_S)
        column.addLayout(self._unplanned)
        self.error = Note("danger", "", parent=self)
        self.error.hide()
        column.addWidget(self.error)
        zone = QFrame(self)
        zone.setProperty("role", "choice")
        column.addWidget(zone, 1)
        column = QVBoxLayout(zone)
        column.setSpacing(GAP_M)
        column.addStretch(1)
        column.addWidget(IconLabel("upload", "text3", 32, parent=self), 0, Qt.AlignmentFlag.AlignHCenter)
        words = QLabel(QCoreApplication.translate("Imports", "Drop a file here: CSV or XLSX, with headings"), self)
        words.setProperty("role", "heading")
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        second = QLabel(
            QCoreApplication.translate("Imports", "Exports of other systems are recognised by themselves."), self
        )
        second.setProperty("role", "caption")
        column.addWidget(second, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(QCoreApplication.translate("Imports", "Choose a file"), "primary", parent=self)
        self.button.clicked.connect(self.asked)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.waiting = QLabel(self)
        self.waiting.setProperty("role", "caption")
        column.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say_reading(self, rows: int | None) -> None:
        """How far the file is read; None while nothing is read."""
        words = QCoreApplication.translate("Imports", "Reading the file… %n row(s)", None, rows or 0)
        self.waiting.setText("" if rows is None else words)
        self.button.setEnabled(rows is None)

    def show_error(self, words: str) -> None:
        self.error.set_note("danger", words)
        self.error.setVisible(bool(words))

    def show_unfinished(self, imports: Sequence[UnfinishedImport]) -> None:
        """A panel for each import that was cancelled or killed."""
        while (item := self._unfinished.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for one in imports:
            self._unfinished.addWidget(self._panel(one))

    def show_unplanned(self, imports: Sequence[Unplanned]) -> None:
        """A line for each import whose first calls were left for later, or whose leads are parked."""
        for one in imports[:MOST_UNPLANNED]:
            self._unplanned.addWidget(self._unplanned_line(one))

    def _unplanned_line(self, one: Unplanned) -> QFrame:
        line = QFrame(self)
        line.setProperty("role", "panel")
        row = QHBoxLayout(line)
        row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        row.setSpacing(GAP_S)
        name = QLabel(one.file_name, line)
        name.setProperty("role", "name")
        name.setTextFormat(Qt.TextFormat.PlainText)
        words = QLabel(_unplanned_words(one), line)
        words.setProperty("role", "caption")
        for widget in (name, words):
            row.addWidget(widget)
        row.addStretch(1)
        if one.parked and one.parking_id:
            unpark = Button(QCoreApplication.translate("Imports", "Unpark"), small=True, parent=line)
            unpark.clicked.connect(lambda: self.unpark_wanted.emit(one))
            row.addWidget(unpark)
        if one.waiting:
            plan = Button(QCoreApplication.translate("Imports", "Plan first calls"), small=True, parent=line)
            plan.clicked.connect(lambda: self.plan_wanted.emit(one.import_id))
            row.addWidget(plan)
        return line

    def _panel(self, one: UnfinishedImport) -> Panel:
        panel = Panel(
            QCoreApplication.translate("Imports", "Unfinished: {file}").format(file=one.path.name), parent=self
        )
        row = QHBoxLayout()
        done = i18n.number(one.counts.rows)
        words = QCoreApplication.translate("Imports", "{done} rows are imported.").format(done=done)
        if one.total is not None:
            words = QCoreApplication.translate("Imports", "{done} of {total} rows are imported.").format(
                done=done, total=i18n.number(one.total)
            )
        row.addWidget(QLabel(words, panel), 1)
        go_on = Button(QCoreApplication.translate("Imports", "Continue"), "primary", small=True, parent=panel)
        go_on.clicked.connect(lambda: self.resume_wanted.emit(one.operation_id))
        undo = Button(QCoreApplication.translate("Imports", "Undo"), small=True, parent=panel)
        undo.clicked.connect(lambda: self.undo_wanted.emit(one.operation_id))
        row.addWidget(undo)
        row.addWidget(go_on)
        panel.content.addLayout(row)
        return panel

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        take_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if files := take_files(event):
            self.chosen.emit(files[0])


def _unplanned_words(one: Unplanned) -> str:
    parts = []
    if one.waiting:
        parts.append(QCoreApplication.translate("Imports", "%n lead(s) without a first call", None, one.waiting))
    if one.parked and one.parked_until is not None:
        words = QCoreApplication.translate("Imports", "%n lead(s) parked until {day}", None, one.parked)
        parts.append(words.format(day=i18n.day_full(one.parked_until)))
    return " · ".join(parts)
