"""The last step: the import runs, how it ended, and the first calls of its leads."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.services.importing.outcomes import Counts, ImportProgress, ImportResult, UndoResult
from app.views.imports.first_calls.panel import FirstCallsPanel, ReadDay
from app.views.widgets.banner import Note
from app.views.widgets.buttons import Button

WIDTH = 720


class RunPage(QWidget):
    """Progress with a stop; afterwards the numbers, the way to the leads and the undo."""

    stop_wanted = Signal()
    undo_wanted = Signal()
    resume_wanted = Signal()
    save_wanted = Signal()
    """The rejected rows, as a file to mend."""
    undo_plan_wanted = Signal()
    """The first calls planned last."""

    def __init__(self, read_day: ReadDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        around = self._scrolled_column()
        self._panel = panel = QFrame(self)
        panel.setProperty("role", "panel")
        panel.setFixedWidth(WIDTH)
        self.calls = FirstCallsPanel(read_day, self)
        self.calls.setFixedWidth(WIDTH)
        self.calls.hide()
        around.addStretch(1)
        around.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addWidget(self.calls, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(2)
        column = QVBoxLayout(panel)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "heading")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.heading.setBuddy(self.bar)
        self.words = QLabel(self)
        self.words.setProperty("tone", "second")
        self.words.setWordWrap(True)
        self.note = Note("danger", "", parent=self)
        self.note.hide()
        for widget in (self.heading, self.bar, self.words, self.note):
            column.addWidget(widget)
        column.addLayout(self._make_acts())

    def _scrolled_column(self) -> QVBoxLayout:
        """A column that scrolls where the window is low."""
        page = QWidget()
        page.setProperty("role", "page")
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        around = QVBoxLayout(page)
        around.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        around.setSpacing(GAP_M)
        return around

    def _make_acts(self) -> QHBoxLayout:
        acts = QHBoxLayout()
        acts.setSpacing(GAP_S)
        self.stop = Button(QCoreApplication.translate("Imports", "Stop"), parent=self)
        self.stop.clicked.connect(self.stop_wanted)
        self.resume = Button(QCoreApplication.translate("Imports", "Continue"), "primary", parent=self)
        self.resume.clicked.connect(self.resume_wanted)
        self.undo = Button(QCoreApplication.translate("Imports", "Undo the whole import"), icon="undo", parent=self)
        self.undo.clicked.connect(self.undo_wanted)
        self.save = Button(QCoreApplication.translate("Imports", "Save for mending"), icon="download", parent=self)
        self.save.clicked.connect(self.save_wanted)
        self.undo_plan = Button(QCoreApplication.translate("Imports", "Take the plan back"), icon="undo", parent=self)
        self.undo_plan.clicked.connect(self.undo_plan_wanted)
        for button in (self.stop, self.resume, self.save, self.undo_plan, self.undo):
            acts.addWidget(button)
        acts.addStretch(1)
        return acts

    def begin(self, *, undoing: bool = False) -> None:
        """An import or an undo begins; an undo isn't stopped, it goes on where it was."""
        self.heading.setText(
            QCoreApplication.translate("Imports", "Undoing the import…")
            if undoing
            else QCoreApplication.translate("Imports", "Importing…")
        )
        self.bar.setRange(0, 0)
        self.words.setText("")
        self.note.hide()
        self._show(stop=not undoing)

    def show_progress(self, progress: ImportProgress) -> None:
        done = progress.counts.rows
        if progress.total:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(done)
        rate = i18n.number(round(progress.rate))
        words = QCoreApplication.translate("Imports", "{done} rows done, {rate} a second")
        self.words.setText(words.format(done=i18n.number(done), rate=rate))

    def show_result(self, result: ImportResult) -> None:
        """The end, or the stop."""
        self.bar.setRange(0, 1)
        self.bar.setValue(1 if result.finished else 0)
        if result.finished:
            self.heading.setText(QCoreApplication.translate("Imports", "The import is done"))
        else:
            self.heading.setText(QCoreApplication.translate("Imports", "The import was stopped"))
        self.words.setText(count_words(result.counts))
        self._show(resume=not result.finished, undo=True, save=result.counts.rejected > 0)

    def show_undone(self, result: UndoResult) -> None:
        """What the undo did and left."""
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        self.heading.setText(QCoreApplication.translate("Imports", "The import is undone"))
        removed = result.removed
        lines = [QCoreApplication.translate("Imports", "%n lead(s) went to the bin.", None, removed)]
        if result.restored:
            restored = result.restored
            lines.append(QCoreApplication.translate("Imports", "%n lead(s) are as they were before.", None, restored))
        if result.left:
            left = result.left
            lines.append(
                QCoreApplication.translate("Imports", "%n record(s) changed since are left as they are:", None, left)
            )
            lines += [record.name for record in result.left_records]
        self.words.setText("\n".join(lines))
        self._show()

    def show_error(self, words: str) -> None:
        self.note.set_note("danger", words)
        self.note.show()
        self.bar.setRange(0, 1)
        self._show(undo=self.undo.isVisible(), undo_plan=self.undo_plan.isVisible())
        self._panel.show()

    def clear(self) -> None:
        """Nothing has run: an earlier import's calls are planned."""
        self.heading.setText("")
        self.words.setText("")
        self.note.hide()
        self._show()

    def begin_plan(self, heading: str, *, can_stop: bool) -> None:
        """A plan of first calls, or its undo, begins."""
        self.heading.setText(heading)
        self.bar.setRange(0, 0)
        self.words.setText("")
        self.note.hide()
        self._show(stop=can_stop)

    def show_plan_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        words = QCoreApplication.translate("Imports", "{done} of {total}")
        self.words.setText(words.format(done=i18n.number(done), total=i18n.number(total)))

    def show_plan(self, heading: str, words: str, *, undo: bool) -> None:
        """What became of it."""
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        self.heading.setText(heading)
        self.words.setText(words)
        self._show(undo_plan=undo)

    def _show(
        self,
        *,
        stop: bool = False,
        resume: bool = False,
        undo: bool = False,
        save: bool = False,
        undo_plan: bool = False,
    ) -> None:
        shown = ((self.save, save), (self.stop, stop), (self.resume, resume), (self.undo, undo))
        for button, on in (*shown, (self.undo_plan, undo_plan)):
            button.setVisible(on)
        self._panel.setVisible(bool(self.heading.text()))


def count_words(counts: Counts) -> str:
    """What became of the rows; the numbers add up."""
    words = QCoreApplication.translate(
        "Imports", "Rows {rows}: added {added}, updated {updated}, skipped {skipped}, not taken in {rejected}"
    )
    return words.format(
        rows=i18n.number(counts.rows),
        added=i18n.number(counts.added),
        updated=i18n.number(counts.updated),
        skipped=i18n.number(counts.skipped),
        rejected=i18n.number(counts.rejected),
    )
