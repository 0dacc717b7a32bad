"""The window of duplicates: search, list, compare, merge, undo (design/duplicates-merge.png)."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from app.core.errors import Conflict, PrichalError, UserError
from app.qtbase import dialogs, i18n
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_M
from app.qtbase.shortcuts import Command, Shortcuts
from app.qtbase.tasks import Tasks
from app.qtbase.theme import theme
from app.services.records.activities import ClientRef
from app.services.records.duplicates import ApartPair, DuplicateGroup, DuplicateScan
from app.views.duplicates.apart import ApartDialog
from app.views.duplicates.groups import GROUP, GroupModel
from app.views.duplicates.panes import ComparePane, GroupPane, checked_words, progress_words
from app.views.field_forms import FieldWorld
from app.views.navigator import ViewContext
from app.views.widgets.banner import BannerArea
from app.views.widgets.brand import mark_icon
from app.views.widgets.buttons import Button, Segment, SegmentedSwitch

SIZE: Final = (1360, 840)
SMALLEST: Final = (980, 560)
SCAN: Final = "scan"


class DuplicatesWindow(QMainWindow):
    """One at a time; it goes with the main window."""

    def __init__(self, context: ViewContext, parent: QWidget, refs: Sequence[ClientRef] = ()) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowIcon(mark_icon())
        self.setWindowTitle(QCoreApplication.translate("Duplicates", "Prichal — Duplicates"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._context = context
        self._duplicates = context.services.duplicates
        self._world = FieldWorld.of(context.services.workplace)
        self._found: DuplicateScan | None = None
        self._groups: list[DuplicateGroup] = []
        self._tasks = Tasks(self, self._failed)
        self.model = GroupModel(self._duplicates.names, self._tasks, self)
        self._build()
        self._bind()
        self._tasks.run(self._count_apart(), quiet=True)
        if refs:
            self.compare(refs)
        else:
            self.search()

    # building

    def _build(self) -> None:
        root = QWidget(self)
        column = QVBoxLayout(root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tool_row(root))
        self.banner = BannerArea(root)
        column.addWidget(self.banner)
        middle = QHBoxLayout()
        middle.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        middle.setSpacing(GAP_M)
        self.left = GroupPane(self.model, root)
        self.right = ComparePane(root)
        middle.addWidget(self.left)
        middle.addWidget(self.right, 1)
        column.addLayout(middle, 1)
        self.setCentralWidget(root)
        self.left.apart_wanted.connect(lambda: self._tasks.run(self._show_apart()))
        self.left.list.selectionModel().currentChanged.connect(lambda *_: self._compare_current())
        self.right.merge_wanted.connect(self.merge)
        self.right.skip_wanted.connect(lambda: self.left.list.step(1))
        self.right.apart_wanted.connect(self.set_apart)
        self.right.card_wanted.connect(self._context.navigator.open_card)

    def _tool_row(self, parent: QWidget) -> QFrame:
        tools = QFrame(parent)
        tools.setProperty("role", "toolrow")
        theme().fix_height(tools, "tool_row")
        row = QHBoxLayout(tools)
        row.setContentsMargins(GAP_M, 0, GAP_M, 0)
        row.setSpacing(GAP_M)
        self.kinds = SegmentedSwitch(tuple(Segment(code, words) for code, words in _kind_words().items()), parent=tools)
        self.kinds.setAccessibleName(QCoreApplication.translate("Duplicates", "Which duplicates"))
        self.kinds.changed.connect(lambda _kind: self._show_groups())
        self.progress = QLabel(tools)
        self.progress.setProperty("tone", "second")
        again = QCoreApplication.translate("Duplicates", "Check again")
        self.again = Button(again, icon="refresh", parent=tools)
        self.again.clicked.connect(self.search)
        self.stop = Button(QCoreApplication.translate("Duplicates", "Stop"), icon="stop", parent=tools)
        self.stop.clicked.connect(self._stop)
        self.stop.hide()
        keys = QLabel(QCoreApplication.translate("Duplicates", "J / K — groups · 1–6 — choose a column"), tools)
        keys.setProperty("role", "caption")
        row.addWidget(self.kinds)
        row.addWidget(self.progress)
        row.addStretch(1)
        row.addWidget(keys)
        row.addWidget(self.stop)
        row.addWidget(self.again)
        return tools

    def _bind(self) -> None:
        keys = Shortcuts(self, window=True)
        keys.add(Command("duplicates.merge", "", "Ctrl+Return; Ctrl+Enter"), self.merge)
        keys.add(Command("duplicates.apart", "", "Alt+N"), self.set_apart)
        keys.add(Command("duplicates.next", "", "J", repeats=True), lambda: self.left.list.step(1))
        keys.add(Command("duplicates.previous", "", "K", repeats=True), lambda: self.left.list.step(-1))
        keys.add(Command("duplicates.again", "", "F5"), self.search)
        keys.add(Command("duplicates.undo", "", "Ctrl+Z"), self._context.navigator.undo_last)
        keys.add(Command("duplicates.close", "", "Esc"), self.close)
        for number in range(6):
            keys.add(Command(f"duplicates.{number}", "", str(number + 1)), partial(self._choose, number))

    # what is shown

    def search(self) -> None:
        """Look through everything, anew."""
        self.stop.show()
        self.again.setEnabled(False)
        self._tasks.run(self._search(), latest=SCAN, quiet=True)

    def compare(self, refs: Sequence[ClientRef]) -> None:
        """Lay some records side by side, whatever the search found."""
        group = DuplicateGroup(tuple(sorted(set(refs), key=lambda ref: (ref.section, ref.id))), ())
        self._tasks.cancel(SCAN)
        self._end_search()
        self._groups = [group, *(one for one in self._groups if one != group)]
        self._show_groups()

    def show_error(self, error: PrichalError) -> None:
        self._failed(error)

    def show_success(self, words: str, undo: object = None) -> None:
        act = QCoreApplication.translate("Duplicates", "Undo") if callable(undo) else ""
        self.banner.show_success(words, act, undo if callable(undo) else None)

    async def _search(self) -> None:
        try:
            self._found = await self._duplicates.scan(
                lambda done, total: self.progress.setText(progress_words(done, total))
            )
        finally:
            self._end_search()
        self._groups = list(self._found.groups)
        self._show_groups()
        crowded = self._found.crowded
        if crowded:
            words = QCoreApplication.translate("Duplicates", "%n phone(s) of too many people left out", None, crowded)
            self.progress.setText(words)

    def _stop(self) -> None:
        self._tasks.cancel(SCAN)
        self._end_search()

    def _end_search(self) -> None:
        self.stop.hide()
        self.again.setEnabled(True)
        self.progress.setText("")

    def _show_groups(self) -> None:
        kind = self.kinds.value()
        exact = sum(group.is_exact for group in self._groups)
        counts = {"all": len(self._groups), "exact": exact, "alike": len(self._groups) - exact}
        for code, words in _kind_words().items():
            self.kinds.button(code).setText(f"{words} {i18n.number(counts[code])}")
        shown = [one for one in self._groups if kind == "all" or one.is_exact is (kind == "exact")]
        self.model.show_groups(shown)
        workplace = self._context.services.workplace
        when = "" if self._found is None else i18n.stamp(self._found.at, workplace.zone, workplace.today())
        self.left.show_count(len(shown), checked_words(when) if when else "")
        nothing = QCoreApplication.translate("Duplicates", "No duplicates are found")
        self.left.say_nothing("" if shown else nothing)
        if shown:
            self.left.list.go_to(0)
            self.left.list.setFocus()
        else:
            self.right.clear()

    def _current(self) -> DuplicateGroup | None:
        index = self.left.list.currentIndex()
        group = index.data(GROUP) if index.isValid() else None
        return group if isinstance(group, DuplicateGroup) else None

    def _compare_current(self) -> None:
        group = self._current()
        if group is None:
            self.right.clear()
        else:
            self._tasks.run(self._compare(group), latest="compare")

    async def _compare(self, group: DuplicateGroup) -> None:
        try:
            found = await self._duplicates.compare(group.refs)
        except UserError as error:
            if error.code not in ("nothing_to_compare", "not_found"):
                raise
            self._drop(group)  # somebody was faster
            return
        if self._current() == group:
            self.right.show_comparison(found.versions[0].name, group, found, self._world)

    def _choose(self, number: int) -> None:
        if self.right.picker is not None:
            self.right.picker.choose_column(number)

    # acts

    def merge(self) -> None:
        """Ctrl+Enter."""
        group, picker = self._current(), self.right.picker
        if group is not None and picker is not None and self.right.merge.isEnabled():
            self.right.merge.setEnabled(False)
            self._tasks.run(self._merge(group))

    def set_apart(self) -> None:
        """They are different people, for everyone."""
        group = self._current()
        if group is not None and self.right.apart.isEnabled():
            self._tasks.run(self._set_apart(group))

    async def _merge(self, group: DuplicateGroup) -> None:
        picker = self.right.picker
        if picker is None:
            return
        try:
            operation = await self._duplicates.merge(picker.merge())
        except Conflict:
            await self._compare(group)
            raise
        finally:
            self.right.merge.setEnabled(True)
        row = self._drop(group)
        words = QCoreApplication.translate("Duplicates", "Merged: {name}")
        name = picker.comparison.versions[0].name

        def undo() -> None:
            self._tasks.run(self._undo(operation, group, row))

        self.show_success(words.format(name=name), undo)

    async def _undo(self, operation: str, group: DuplicateGroup, row: int) -> None:
        report = await self._context.services.undo.undo(operation)
        self._put_back(group, row)
        words = QCoreApplication.translate("Duplicates", "The merge is undone")
        if report.left_count:
            left = QCoreApplication.translate("Duplicates", "changed since and left: {count}")
            words = f"{words} · {left.format(count=i18n.number(report.left_count))}"
        self.show_success(words)

    async def _set_apart(self, group: DuplicateGroup) -> None:
        await self._duplicates.set_apart(group.refs)
        row = self._drop(group)
        await self._count_apart()

        def undo() -> None:
            self._tasks.run(self._together(group, row))

        self.show_success(QCoreApplication.translate("Duplicates", "Marked for everyone: not duplicates"), undo)

    async def _together(self, group: DuplicateGroup, row: int) -> None:
        await self._duplicates.take_back(group.refs)
        self._put_back(group, row)
        await self._count_apart()

    def _drop(self, group: DuplicateGroup) -> int:
        self._groups = [one for one in self._groups if one != group]
        row = self.model.remove(group)
        self._count_groups()
        if self.model.rowCount():
            self.left.list.go_to(row)
        return row

    def _put_back(self, group: DuplicateGroup, row: int) -> None:
        self._groups.insert(max(0, row), group)
        self.model.put_back(row, group)
        self._count_groups()
        self.left.list.go_to(row)

    def _count_groups(self) -> None:
        count = self.model.rowCount()
        self.left.show_count(count, self.left.checked.text())
        nothing = QCoreApplication.translate("Duplicates", "All likely duplicates are looked at")
        self.left.say_nothing("" if count else nothing)
        if not count:
            self.right.clear()

    async def _count_apart(self) -> None:
        self.left.show_apart(len(await self._duplicates.apart()))

    async def _show_apart(self) -> None:
        dialog = ApartDialog(self._context.services.workplace, self)
        dialog.show_pairs(await self._duplicates.apart())
        tasks = Tasks(dialog, self._failed)

        async def take_back(pairs: Sequence[ApartPair]) -> None:
            for pair in pairs:
                await self._duplicates.take_back((pair.one, pair.other))
            dialog.show_pairs(await self._duplicates.apart())

        dialog.taken_back.connect(lambda pairs: tasks.run(take_back(pairs)))
        await dialogs.run(dialog)
        dialog.deleteLater()
        await self._count_apart()

    def _failed(self, error: PrichalError) -> None:
        self.banner.show_error(error_text(error))


def _kind_words() -> dict[str, str]:
    return {
        "all": QCoreApplication.translate("Duplicates", "All"),
        "exact": QCoreApplication.translate("Duplicates", "Exact"),
        "alike": QCoreApplication.translate("Duplicates", "Alike"),
    }
