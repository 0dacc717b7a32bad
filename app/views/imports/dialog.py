"""The frame of the wizard: steps above, pages, and one main button that names its number."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.window_state import size_within
from app.services.importing.outcomes import ImportPreview
from app.services.records.office import FieldRecord
from app.views.imports.check_page import CheckPage
from app.views.imports.columns_page import ColumnsPage
from app.views.imports.file_page import FilePage
from app.views.imports.first_calls.panel import PARK, ReadDay
from app.views.imports.names_panel import Offices
from app.views.imports.run_page import RunPage
from app.views.imports.step_row import StepRow
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel

WIDTH, HEIGHT = 1140, 800
FILE, COLUMNS, CHECK, RUN = range(4)


class ImportDialog(QDialog):
    """Nothing is written before the button of the third step."""

    next_wanted = Signal()
    back_wanted = Signal()
    strict_changed = Signal()

    def __init__(
        self, offices: Offices, fields: tuple[FieldRecord, ...], read_day: ReadDay, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Imports", "Import of leads"))
        self._fields = fields
        self._preview: ImportPreview | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.steps = StepRow(
            (
                QCoreApplication.translate("Imports", "File"),
                QCoreApplication.translate("Imports", "Columns"),
                QCoreApplication.translate("Imports", "Check"),
                QCoreApplication.translate("Imports", "First calls"),
            ),
            self,
        )
        column.addWidget(self._framed_steps())
        self.file = FilePage(self)
        self.columns = ColumnsPage(self)
        self.check = CheckPage(offices, self)
        self.running = RunPage(read_day, self)
        self.pages = QStackedWidget(self)
        for page in (self.file, self.columns, _scrolled(self.check), self.running):
            self.pages.addWidget(page)
        column.addWidget(self.pages, 1)
        column.addWidget(self._make_foot())
        room = size_within(self, WIDTH, HEIGHT)
        self.resize(room if parent is None else room.boundedTo(parent.window().size()))
        self.check.policy_changed.connect(self._name_button)
        self.running.calls.changed.connect(self._name_button)
        self.show_step(FILE)

    def _framed_steps(self) -> QFrame:
        head = QFrame(self)
        head.setProperty("role", "head")
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.steps)
        return head

    def show_step(self, step: int) -> None:
        """Go to a step; the foot offers what it has."""
        self.pages.setCurrentIndex(step)
        self.steps.set_present(step)
        self.back.setVisible(step in (COLUMNS, CHECK))
        self.main.setVisible(step in (COLUMNS, CHECK))
        self.close_button.setVisible(step in (FILE, RUN))
        self.offer_calls(offered=False)
        for widget in (self.strict, self.strict_words, self.undo_icon, self.undo_hint):
            widget.setVisible(step == CHECK)
        self._name_button()
        (self.main if step in (COLUMNS, CHECK) else self.file.button).setFocus()

    def offer_calls(self, *, offered: bool) -> None:
        """Let first calls be planned at the last step; closing the wizard leaves them for later."""
        self.running.calls.setVisible(offered)
        later = QCoreApplication.translate("Imports", "Later")
        self.close_button.setText(later if offered else QCoreApplication.translate("Imports", "Close"))
        if self.step() == RUN:
            self.main.setVisible(offered)
            self._name_button()
            (self.main if offered else self.close_button).setFocus()

    def step(self) -> int:
        return self.pages.currentIndex()

    def show_preview(self, preview: ImportPreview) -> None:
        """Fill the columns and the check."""
        self._preview = preview
        self.columns.show_columns(preview, self._fields)
        self.check.show_preview(preview, self._fields)
        self._name_button()

    def set_busy(self, busy: bool) -> None:
        """While the file is read nothing can be pressed twice."""
        for button in (self.main, self.back):
            button.setEnabled(not busy)

    def _make_foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        row.setSpacing(GAP_S)
        self.strict = QCheckBox(QCoreApplication.translate("Imports", "Strict import"), foot)
        self.strict.toggled.connect(self.strict_changed)
        self.strict_words = QLabel(QCoreApplication.translate("Imports", "check the required fields of stages"), foot)
        self.strict_words.setProperty("role", "caption")
        self.strict.setAccessibleDescription(self.strict_words.text())
        self.undo_icon = IconLabel("undo", "text3", 14, parent=foot)
        self.undo_hint = QLabel(QCoreApplication.translate("Imports", "The import can be undone as a whole"), foot)
        self.undo_hint.setProperty("role", "caption")
        self.back = Button(QCoreApplication.translate("Imports", "Back"), icon="left", parent=foot)
        self.back.clicked.connect(self.back_wanted)
        self.main = Button("", "primary", parent=foot)
        self.main.setDefault(True)
        self.main.clicked.connect(self.next_wanted)
        self.close_button = Button(QCoreApplication.translate("Imports", "Close"), parent=foot)
        self.close_button.clicked.connect(self.reject)
        row.addWidget(self.strict)
        row.addWidget(self.strict_words)
        row.addStretch(1)
        for widget in (self.undo_icon, self.undo_hint, self.close_button, self.back, self.main):
            row.addWidget(widget)
        return foot

    def _name_button(self) -> None:
        if self.step() == RUN:
            parking = self.running.calls.choice() == PARK
            park = QCoreApplication.translate("Imports", "Park")
            self.main.setText(park if parking else QCoreApplication.translate("Imports", "Plan the calls"))
            self.main.setEnabled(parking or bool(self.running.calls.callers.shares()))
            return
        if self.step() != CHECK or self._preview is None:
            self.main.setText(QCoreApplication.translate("Imports", "Next"))
            return
        self.check.recount(self._preview)
        counts = self._preview.counts(self.check.policy())
        number = counts.added + counts.updated
        words = QCoreApplication.translate("Imports", "Import %n row(s)", None, number)
        self.main.setText(words.replace(str(number), i18n.number(number)))
        self.main.setEnabled(number > 0)


def _scrolled(page: QWidget) -> QScrollArea:
    """The check has more to show than a low window, such as one at 150 %."""
    scroll = QScrollArea()
    scroll.setWidget(page)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
