"""What an administrator does first: below the empty list of leads, until hidden."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.services.workplace import Workplace
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel

WIDTH = 640


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
        words = QCoreApplication.translate("FirstSteps", "{done} of {all}").format(done=2, all=3)
        done = QLabel(words, self)
        done.setProperty("role", "caption")
        row.addWidget(done)
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
    row.addWidget(IconLabel(icon, "ok" if done else "accent", 20))
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
