"""What an administrator does first: below the empty list of leads, until hidden."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, SEGMENT_GAP, SEGMENT_HEIGHT
from app.qtbase.theme import theme
from app.services.workplace import Workplace
from app.views.widgets.buttons import Button
from app.views.widgets.painting import draw_icon_at, fill_round

WIDTH = 640
_DONE, _ALL = 2, 3
_DISC, _SEGMENT = 28, 18


class StepsDone(QWidget):
    """A segment for each step, the done ones filled."""

    def __init__(self, done: int, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = done
        self._steps = steps
        self.setFixedSize(steps * (_SEGMENT + SEGMENT_GAP), SEGMENT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme().colors
        for number in range(self._steps):
            place = QRectF(number * (_SEGMENT + SEGMENT_GAP), 0, _SEGMENT, SEGMENT_HEIGHT)
            painter.fillRect(place, colors.fill if number < self._done else colors.track)


class StepDisc(QWidget):
    """The step's icon in a round: green when done."""

    def __init__(self, icon: str, *, done: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._roles = ("okt", "okl", "ok") if done else ("tint", "tintline", "accent")
        self.setFixedSize(_DISC, _DISC)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, role = self._roles
        fill_round(painter, QRectF(self.rect()), _DISC / 2, theme().color(fill), theme().color(edge))
        side = theme().metrics.icon_cell
        draw_icon_at(painter, self._icon, role, (_DISC - side) // 2, _DISC // 2, side)


class FirstSteps(QFrame):
    """Done steps stand there too: it is seen how far one is."""

    import_wanted = Signal()
    hidden = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        name = workplace.registry.setting("name")
        for icon, title, line in _done(str(name), workplace):
            column.addWidget(_rule(self))
            column.addLayout(_step(icon, title, line, done=True))
        column.addWidget(_rule(self))
        bring = _step(
            "upload",
            QCoreApplication.translate("FirstSteps", "Bring your clients over"),
            QCoreApplication.translate("FirstSteps", "A CSV or XLSX file, an export of another CRM"),
            done=False,
        )
        self.bring = Button(QCoreApplication.translate("FirstSteps", "Import"), parent=self)
        self.bring.clicked.connect(self.import_wanted)
        bring.addWidget(self.bring)
        column.addLayout(bring)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        row.setSpacing(GAP_S)
        title = QLabel(QCoreApplication.translate("FirstSteps", "First steps"), self)
        title.setProperty("role", "name")
        row.addWidget(title)
        words = QCoreApplication.translate("FirstSteps", "{done} of {all}").format(done=_DONE, all=_ALL)
        done = QLabel(words, self)
        done.setProperty("role", "caption")
        row.addWidget(done)
        row.addWidget(StepsDone(_DONE, _ALL, self))
        row.addStretch(1)
        hide = Button(QCoreApplication.translate("FirstSteps", "Hide"), "quiet", small=True, parent=self)
        hide.clicked.connect(self.hidden)
        row.addWidget(hide)
        return row


def _done(name: str, workplace: Workplace) -> tuple[tuple[str, str, str], ...]:
    registry = workplace.registry
    leads = QCoreApplication.translate("FirstSteps", "%n stage(s) of leads", None, len(registry.open_stages("lead")))
    deals = QCoreApplication.translate("FirstSteps", "%n stage(s) of deals", None, len(registry.open_stages("deal")))
    return (
        (
            "check",
            QCoreApplication.translate("FirstSteps", "Database and administrator"),
            f"{name}, {workplace.actor.name}",
        ),
        (
            "check",
            QCoreApplication.translate("FirstSteps", "Stages, fields and rules of the preset"),
            f"{leads}, {deals}",
        ),
    )


def _step(icon: str, title: str, line: str, *, done: bool) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(GAP_L, GAP_S, GAP_L, GAP_S)
    row.setSpacing(GAP_M)
    row.addWidget(StepDisc(icon, done=done))
    words = QVBoxLayout()
    words.setSpacing(0)
    heading = QLabel(title)
    heading.setProperty("role", "control")
    heading.setProperty("tone", "second" if done else "")
    words.addWidget(heading)
    second = QLabel(line)
    second.setProperty("role", "caption")
    second.setTextFormat(Qt.TextFormat.PlainText)
    words.addWidget(second)
    row.addLayout(words, 1)
    if done:
        mark = QLabel(QCoreApplication.translate("FirstSteps", "done"))
        mark.setProperty("tone", "ok")
        row.addWidget(mark)
    return row


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("role", "rule")
    return rule
