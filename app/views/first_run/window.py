"""The first-run wizard: three steps, and nothing is created before the last button."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import PrichalError
from app.qtbase import i18n, icons
from app.qtbase.metrics import GAP_M, GAP_S, GAP_XL
from app.qtbase.tasks import Tasks
from app.qtbase.window_state import size_within
from app.views.first_run.desk import Answers, FirstRunDesk
from app.views.first_run.place import PlaceStep
from app.views.first_run.step import STEPS, Step
from app.views.widgets.brand import mark_icon
from app.views.widgets.buttons import Button

WIDTH, HEIGHT = 448, 664
LOWEST = 360
"""The steps scroll where the screen is lower than the window, as at 150 %; its buttons stay in sight."""


class FirstRunWindow(QMainWindow):
    """Asks in the system's language; the first step changes it at once."""

    created = Signal(object)
    """The `Workplace` of the new administrator."""
    existing_wanted = Signal()
    """The sign-in window, please: there is a database already."""
    closed = Signal()

    def __init__(self, desk: FirstRunDesk) -> None:
        super().__init__()
        self._desk = desk
        self._keyring = False
        self._tasks = Tasks(self, self._show_error)
        self.answers = Answers(i18n.current())
        self.setWindowIcon(mark_icon())
        self.setMinimumSize(WIDTH, LOWEST)
        self.resize(size_within(self, WIDTH, HEIGHT))
        central = QWidget(self)
        self.setCentralWidget(central)
        self._column = QVBoxLayout(central)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body: QWidget | None = None
        self._build(0)
        self._tasks.run(self._ask_keyring(), quiet=True)

    def _build(self, step: int) -> None:
        """Lay everything out in the language in force; what was entered stays."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self.setWindowTitle(QCoreApplication.translate("FirstRun", "Prichal — first run"))
        self._name_file()
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.pages = QStackedWidget(self._body)
        self.place = PlaceStep(self.answers)
        self._steps: list[Step] = [self.place]
        self.pages.addWidget(_scrolled(self.place))
        column.addWidget(self.pages, 1)
        column.addWidget(self._foot())
        self._column.addWidget(self._body)
        self.place.language_chosen.connect(self._switch_language)
        self.place.existing_wanted.connect(self.existing_wanted)
        self.place.browse_wanted.connect(lambda: self._tasks.run(self.place.choose_path()))
        self._show_step(step)

    def _make_next(self) -> None:
        """Steps are made when they are come to: presets and countries take time that the first paint has not, their
        imports too.
        """
        from app.views.first_run.administrator import AdministratorStep  # see above
        from app.views.first_run.preset import PresetStep  # see above

        if len(self._steps) == 1:
            self.preset = PresetStep(self.answers, self._desk.holidays.countries())
            self._steps.append(self.preset)
        else:
            self.administrator = AdministratorStep(self.answers, self._keyring)
            self._steps.append(self.administrator)
        self.pages.addWidget(_scrolled(self._steps[-1]))

    def _foot(self) -> QFrame:
        foot = QFrame(self._body)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_XL, GAP_M, GAP_XL, GAP_M)
        row.setSpacing(GAP_S)
        self.back = Button(QCoreApplication.translate("FirstRun", "Back"), icon="left", parent=foot)
        self.back.clicked.connect(lambda: self._show_step(self.pages.currentIndex() - 1))
        self.cancel = Button(QCoreApplication.translate("FirstRun", "Cancel"), parent=foot)
        self.cancel.clicked.connect(self.close)
        self.next = Button("", "primary", parent=foot)
        self.next.setDefault(True)
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the word
        self.next.clicked.connect(self._go_on)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.next)
        return foot

    def _show_step(self, step: int) -> None:
        while step >= len(self._steps):
            self._make_next()
        self.pages.setCurrentIndex(step)
        self.back.setVisible(step > 0)
        self.cancel.setVisible(step == 0)
        last = step == STEPS - 1
        create_words = QCoreApplication.translate("FirstRun", "Create the database")
        self.next.setIcon(QIcon() if last else icons.icon("right", "onfill"))
        self.next.setText(create_words if last else QCoreApplication.translate("FirstRun", "Next"))
        self._steps[step].focus_first()

    def _name_file(self) -> None:
        """Offer a file among the person's documents, named in the language chosen."""
        if not self.answers.path_chosen:
            name = QCoreApplication.translate("FirstRun", "Main")
            self.answers.path = _short(self._desk.paths.documents / f"{name}.db")

    def _switch_language(self, language: str) -> None:
        app = QApplication.instance()
        if app is not None:
            self.answers.language = i18n.install(app, "ru" if language == "ru" else "en")
            self._build(0)
            self.place.language.setFocus()

    async def _ask_keyring(self) -> None:
        self._keyring = await self._desk.secrets.lasts()
        self.answers.remember = self._keyring
        if len(self._steps) == STEPS:
            self.administrator.show_keyring(self._keyring)

    def _go_on(self) -> None:
        step = self.pages.currentIndex()
        if not self._steps[step].check():
            return
        if step < STEPS - 1:
            self._show_step(step + 1)
            return
        self._set_busy(True)
        self._tasks.run(self._create(), latest="create")

    async def _create(self) -> None:
        try:
            workplace = await self._desk.create(self.answers)
        finally:
            self._set_busy(False)
        self.created.emit(workplace)

    def _set_busy(self, busy: bool) -> None:
        self.pages.setEnabled(not busy)
        self.back.setEnabled(not busy)
        self.next.setEnabled(not busy)
        creating = QCoreApplication.translate("FirstRun", "Creating…")
        self.next.setText(creating if busy else QCoreApplication.translate("FirstRun", "Create the database"))

    def _show_error(self, error: PrichalError) -> None:
        """At the field that is to blame, on its step."""
        for number, step in enumerate(self._steps):
            if step.show_error(error):
                self._show_step(number)
                step.show_error(error)  # showing the step moved the cursor to its first field
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), QLineEdit):
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape and self.pages.currentIndex() > 0:
            self._show_step(self.pages.currentIndex() - 1)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


def _short(path: Path) -> str:
    """The path with "~" for the home folder, as people read it; `Answers.url` takes it back."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def _scrolled(page: QWidget) -> QScrollArea:
    """At large type a step may be higher than the window."""
    scroll = QScrollArea()
    scroll.setWidget(page)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
