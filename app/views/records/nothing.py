"""What stands where the list is empty: nothing at all, or nobody by this filter; first steps for administrators."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_XL
from app.services.workplace import Workplace
from app.views.navigator import Section
from app.views.records.first_steps import FirstSteps
from app.views.records.spec import SectionSpec
from app.views.records.tool_row import add_words
from app.views.widgets.empty_state import EmptyState

ADMINISTRATOR = "administrator"


class Nothing(QWidget):
    """One sentence, one button."""

    add_wanted = Signal()
    reset_wanted = Signal()
    import_wanted = Signal()
    steps_hidden = Signal()

    def __init__(self, workplace: Workplace, spec: SectionSpec, table: QAbstractScrollArea, parent: QWidget) -> None:
        """`parent` holds the table, at whatever depth: in a table itself or a stack screen readers don't see this."""
        super().__init__(parent)
        self._table = table
        table.viewport().installEventFilter(self)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workplace = workplace
        self._spec = spec
        self._filtered = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        self._column.setSpacing(GAP_XL)
        self.state = EmptyState(spec.icon, "", "…", "primary", parent=self)
        self.state.pressed.connect(self._pressed)
        self._column.addWidget(self.state, 1)
        self.steps: FirstSteps | None = None
        self.hide()

    def cover(self, typing: QWidget) -> None:
        """Lie over the rows; the button gets the focus unless somebody is `typing` there."""
        self._lie_over_rows()
        self._table.setFocusProxy(self.state.button)  # nobody sees a cursor under this
        self.show()
        self.raise_()
        if not typing.hasFocus() and self._table.isVisible():
            self.state.button.setFocus()

    def put_away(self) -> None:
        """There are rows again."""
        self._table.setFocusProxy(None)  # type: ignore[arg-type]  # none at all: Qt's stubs forget it
        # the window's own: another one, such as a new lead's card, may be in front
        held: QWidget | None = self.window().focusWidget()
        if held is not None and self.isAncestorOf(held):
            self._table.setFocus()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._lie_over_rows()
        return super().eventFilter(watched, event)

    def _lie_over_rows(self) -> None:
        rows, page = self._table.viewport(), self.parentWidget()
        if page is not None:
            self.setGeometry(QRect(rows.mapTo(page, QPoint(0, 0)), rows.size()))

    def show_none(self, *, steps: bool) -> None:
        """There is nothing at all yet; with the first steps unless the administrator has hidden them."""
        self._filtered = False
        self.state.set_state(self._spec.icon, _none_words(self._spec.section), add_words(self._spec.section))
        self.state.button.set_icon("plus")
        self._show_steps(steps and self._spec.first_steps and self._workplace.actor.role_code == ADMINISTRATOR)

    def show_filtered(self) -> None:
        """The filter leaves nobody."""
        self._filtered = True
        sentence = QCoreApplication.translate("Records", "Nobody by this filter")
        self.state.set_state("funnel", sentence, QCoreApplication.translate("Records", "Reset the filter"))
        self.state.button.set_icon("undo")
        self._show_steps(False)

    def _show_steps(self, shown: bool) -> None:
        if shown and self.steps is None:
            self.steps = FirstSteps(self._workplace, self)
            self.steps.import_wanted.connect(self.import_wanted)
            self.steps.hidden.connect(self._hide_steps)
            self._column.addWidget(self.steps, 0, Qt.AlignmentFlag.AlignHCenter)
            self._column.addStretch(1)
        if self.steps is not None:
            self.steps.setVisible(shown)

    def _hide_steps(self) -> None:
        self._show_steps(False)
        self.steps_hidden.emit()

    def _pressed(self) -> None:
        (self.reset_wanted if self._filtered else self.add_wanted).emit()


def _none_words(section: Section) -> str:
    match section:
        case "lead":
            return QCoreApplication.translate("Records", "There are no leads yet")
        case "deal":
            return QCoreApplication.translate("Records", "There are no deals yet")
        case "contact":
            return QCoreApplication.translate("Records", "There are no contacts yet")
