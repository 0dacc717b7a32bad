"""The table of a section: columns that the employee arranges, quick actions, the stage menu, the keys of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from app.core.kinds import StageKind
from app.qtbase import icons
from app.qtmodels.record_list import CHECK, RecordListModel
from app.qtmodels.record_words import RecordWriter
from app.services.records.activities import ClientRef
from app.services.records.lists import Sort
from app.services.workplace import Workplace
from app.views.navigator import Channel
from app.views.records.columns import ColumnLayout
from app.views.records.spec import STAGE, SectionSpec
from app.views.widgets.table_view import QuickAction, TableView

KEEP_AFTER_MS = 400
LEAST_STRETCHED = 180
"""What takes the rest of the width is no narrower: in a narrow window the list scrolls instead."""
CALL, PLAN = "call", "plan"
_ORDERS = {False: Qt.SortOrder.AscendingOrder, True: Qt.SortOrder.DescendingOrder}
_STAGE_ICONS = {StageKind.WORKING: "flag", StageKind.SUCCESS: "success", StageKind.FAILURE: "ban"}


class RecordTable(TableView):
    """Says what is wanted of a row; the page does it."""

    layout_changed = Signal(object)
    """ColumnLayout: widths, order or sort were changed by the user."""
    sort_changed = Signal(object)
    """Sort"""
    stage_chosen = Signal(QModelIndex, int)

    def __init__(
        self, model: RecordListModel, writer: RecordWriter, workplace: Workplace, spec: SectionSpec, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._list = model
        self._writer = writer
        self._workplace = workplace
        self._spec = spec
        self._layout: ColumnLayout | None = None
        self._arranging = False
        self.setModel(model)
        self.setAccessibleName(QCoreApplication.translate("Records", "List"))
        self.set_quick_actions(_quick_actions(spec.messages))
        self._keep = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keep.timeout.connect(self._tell_layout)
        header = self.check_header()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        header.sortIndicatorChanged.connect(self._sorted)
        self.clicked.connect(self._clicked)

    def arrange(self, layout: ColumnLayout, codes: Sequence[str]) -> None:
        """Show these columns in this order, as wide as the layout says."""
        self._arranging = True
        self._layout = layout
        if self._list.columns() != (CHECK, *codes):
            self._list.set_columns(codes)
            self.set_cells([self._writer.kind(code) for code in self._list.columns()])
        header = self.check_header()
        for visual in range(header.count()):
            header.moveSection(header.visualIndex(visual), visual)
        wide = self._stretched(layout, codes)
        for number, code in enumerate(self._list.columns()):
            if code == CHECK:
                continue
            header.setSectionResizeMode(
                number, QHeaderView.ResizeMode.Stretch if code == wide else QHeaderView.ResizeMode.Interactive
            )
            header.resizeSection(number, layout.width(code))
        self._show_sort(layout.sort)
        self._arranging = False

    def _stretched(self, layout: ColumnLayout, codes: Sequence[str]) -> str | None:
        """The column that takes what the others leave; none where that is too little to read, as the list scrolls."""
        wide = next((code for code in self._spec.wide if code in codes), codes[-1])
        others = sum(layout.width(code) for code in codes if code != wide) + self.check_header().sectionSize(0)
        return wide if self.viewport().width() - others >= min(layout.width(wide), LEAST_STRETCHED) else None

    def _show_sort(self, sort: Sort) -> None:
        header, columns = self.check_header(), self._list.columns()
        place = columns.index(sort.column) if sort.column in columns else -1
        order = _ORDERS[sort.descending]
        header.setSortIndicator(place, order)

    def is_keeping(self) -> bool:
        """Whether a change of the layout is about to be told."""
        return self._keep.isActive()

    def code_at(self, index: QModelIndex) -> str:
        """The column's code."""
        return self._list.columns()[index.column()]

    def ref_at(self, index: QModelIndex) -> ClientRef:
        """Whose row it is."""
        return ClientRef(self._spec.section, self._list.id_at(index))

    def cell_rect(self, index: QModelIndex, code: str) -> QRect:
        """Where a cell of the row stands on the screen, for what opens under it."""
        columns = self._list.columns()
        column = columns.index(code) if code in columns else 1
        rect = self.visualRect(index.siblingAtColumn(column))
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def step(self, rows: int) -> None:
        """J and K: a row down or up, as the arrow keys."""
        current = self.currentIndex()
        row = min(max(current.row() + rows, 0), self._list.rowCount() - 1) if current.isValid() else 0
        if self._list.rowCount():
            self.setCurrentIndex(self._list.index(row, max(current.column(), 1)))

    def open_stage_menu(self, index: QModelIndex) -> QMenu | None:
        """The stages that the row's record can be moved to, under its stage cell; None where it has none."""
        if not self._spec.staged or not index.isValid():
            return None
        now = self._list.value(index, STAGE)
        menu = QMenu(self)
        registry, before = self._workplace.registry, StageKind.WORKING
        for stage in registry.stages(self._spec.section):
            if stage.kind is not before and before is StageKind.WORKING:
                menu.addSeparator()
            before = stage.kind
            icon = icons.icon("check" if stage.id == now else _STAGE_ICONS[stage.kind], f"tone:{stage.tone}")
            action = menu.addAction(icon, stage.name)
            action.setEnabled(stage.id != now)
            action.triggered.connect(lambda _=False, chosen=stage.id, at=index: self.stage_chosen.emit(at, chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        rect = self.cell_rect(index, STAGE)
        menu.popup(rect.bottomLeft())
        return menu

    def _clicked(self, index: QModelIndex) -> None:
        if self.code_at(index) == STAGE:
            self.open_stage_menu(index)

    # what the user arranges

    def _resized(self, section: int, _old: int, new: int) -> None:
        if self._arranging or self._layout is None or section >= len(self._list.columns()):
            return
        if self.check_header().sectionResizeMode(section) is QHeaderView.ResizeMode.Interactive:
            self._layout = self._layout.with_width(self._list.columns()[section], new)
            self._keep.start()

    def _moved(self, _section: int, _old: int, _new: int) -> None:
        if not self._arranging:
            self._keep.start()

    def _sorted(self, section: int) -> None:
        columns = self._list.columns()
        if self._arranging or self._layout is None or not 0 < section < len(columns):
            return
        descending = self.check_header().sortIndicatorOrder() is _ORDERS[True]
        self._layout = self._layout.with_sort(Sort(columns[section], descending))
        self.scrollToTop()  # another order is read from its beginning
        self.sort_changed.emit(self._layout.sort)
        self._keep.start()

    def _tell_layout(self) -> None:
        if self._layout is None:
            return
        header, columns = self.check_header(), self._list.columns()
        order = [columns[header.logicalIndex(visual)] for visual in range(header.count())]
        shown = [code for code in order if code != CHECK]
        if shown != list(columns[1:]):
            self._layout = self._layout.with_order(shown)
        self.layout_changed.emit(self._layout)


def _quick_actions(messages: Sequence[Channel]) -> tuple[QuickAction, ...]:
    names = {
        "whatsapp": QCoreApplication.translate("Records", "Write by WhatsApp"),
        "sms": QCoreApplication.translate("Records", "Write an SMS"),
        "letter": QCoreApplication.translate("Records", "Write a letter"),
    }
    plan = QCoreApplication.translate("Records", "Plan an activity")
    return (
        QuickAction(CALL, "call", QCoreApplication.translate("Records", "Call")),
        *(QuickAction(channel, channel, names[channel]) for channel in messages),
        QuickAction(PLAN, "plus", plan, QCoreApplication.translate("Records", "Activity")),
    )
