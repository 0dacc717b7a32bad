"""The page of results: how calls, meetings and other activities can end."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.kinds import ActivityKind
from app.qtbase.metrics import GAP_M, GAP_S
from app.services.office.calls import Results
from app.services.records.office import CallResultRecord
from app.views.navigator import ViewContext
from app.views.settings.page import SettingsPage
from app.views.settings.result_row import ResultRow
from app.views.widgets.buttons import Button, Segment, SegmentedSwitch
from app.views.widgets.panel import Panel

Lists = dict[ActivityKind, Results]


class ResultsPage(SettingsPage):
    """A kind at a time; what stands in the others stays until it is saved."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self._lists: Lists = {}
        self.kinds = SegmentedSwitch([Segment(kind.value, kind_words(kind)) for kind in ActivityKind], parent=self)
        self.kinds.setAccessibleName(QCoreApplication.translate("Settings", "Kind of activity"))
        self.kinds.changed.connect(lambda _kind: self._show_rows())
        self.head.addWidget(self.kinds)
        self.head.addStretch(1)
        self.panel = Panel(QCoreApplication.translate("Settings", "Results"), ruled=True, parent=self)
        self.panel.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        hint = QLabel(
            QCoreApplication.translate(
                "Settings",
                "In the order in which they are offered; the first nine are taken by a digit. A result that doesn't "
                "reach the client is no contact: the working days go on from the one before.",
            ),
            self.panel,
        )
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        self.panel.content.addWidget(hint)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP_S)
        self.panel.content.addLayout(self._lines)
        self.add = Button(
            QCoreApplication.translate("Settings", "Add a result"), "link", icon="plus", parent=self.panel
        )
        self.add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.panel.content.addLayout(foot)
        self.content.addWidget(self.panel)
        self.content.addStretch(1)
        self.rows: list[ResultRow] = []

    async def read(self) -> object:
        results = self.context.services.call_results
        return {kind: results.stored(kind) for kind in ActivityKind}

    async def write(self, seen: object, wanted: object) -> None:
        before, after = _lists(seen), _lists(wanted)
        for kind in ActivityKind:
            if before[kind] != after[kind]:
                await self.context.services.call_results.save(kind, before[kind], after[kind])

    def fill(self, value: object) -> None:
        self._lists = dict(_lists(value))
        self._show_rows()

    def value(self) -> object:
        return dict(self._lists)

    def changes(self) -> int:
        if self.seen is None:
            return 0
        seen = _lists(self.seen)
        return sum(len(set(seen[kind]) ^ set(self._lists[kind])) or seen[kind] != self._lists[kind] for kind in seen)

    def touches(self) -> str:
        return QCoreApplication.translate("Settings", "Everybody is offered them with the next activity that ends.")

    def _kind(self) -> ActivityKind:
        return ActivityKind(self.kinds.value())

    def _show_rows(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for result in self._lists.get(self._kind(), ()):
            self._show_row(result)

    def _show_row(self, result: CallResultRecord) -> ResultRow:
        row = ResultRow(result, self.panel)
        row.changed.connect(self._edited)
        row.removed.connect(lambda: self._remove(row))
        row.shifted.connect(lambda step: self._shift(row, step))
        self._lines.addWidget(row)
        row.show()
        self.rows.append(row)
        return row

    def _edited(self) -> None:
        self._lists[self._kind()] = tuple(row.value() for row in self.rows)
        self.changed.emit()

    def _add(self) -> None:
        row = self._show_row(CallResultRecord("", "", self._kind(), reached=True, needs_comment=True))
        row.name.setFocus()
        self._edited()

    def _remove(self, row: ResultRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._edited()

    def _shift(self, row: ResultRow, step: int) -> None:
        place = self.rows.index(row)
        to = place + step
        if not 0 <= to < len(self.rows):
            return
        self.rows.insert(to, self.rows.pop(place))
        self._lines.removeWidget(row)
        self._lines.insertWidget(to, row)
        row.name.setFocus()
        self._edited()


def kind_words(kind: ActivityKind) -> str:
    """Activities of a kind."""
    match kind:
        case ActivityKind.CALL:
            return QCoreApplication.translate("Settings", "Calls")
        case ActivityKind.MEETING:
            return QCoreApplication.translate("Settings", "Meetings")
        case ActivityKind.MESSAGE:
            return QCoreApplication.translate("Settings", "Messages")
        case ActivityKind.LETTER:
            return QCoreApplication.translate("Settings", "Letters")
        case ActivityKind.OTHER:
            return QCoreApplication.translate("Settings", "Others")


def _lists(value: object) -> Mapping[ActivityKind, Results]:
    assert isinstance(value, dict), "a page gets what it read"
    return value
