"""The page of the departments: a tree at the left, name, place, head and work of the chosen one at the right."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTreeWidget, QTreeWidgetItem, QWidget

from app.core.errors import Conflict
from app.qtbase.metrics import GAP_M
from app.qtbase.theme import theme
from app.services.records.office import DepartmentRecord
from app.views.navigator import ViewContext
from app.views.settings.page import SettingsPage
from app.views.widgets.buttons import Button
from app.views.widgets.fields import Choice, FieldFrame, OneOfEditor, TextEditor
from app.views.widgets.panel import Panel

NOBODY = 0
TOP = 0
TREE_WIDTH = 340
_NUMBER = Qt.ItemDataRole.UserRole


class DepartmentsPage(SettingsPage):
    """Saved whole; a new department stands under the chosen one."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, scrolls=False, parent=parent)
        self._drafts: tuple[DepartmentRecord, ...] = ()
        self._current: int | None = None
        self.add = Button(QCoreApplication.translate("People", "Add a department"), icon="plus", parent=self)
        self.add.clicked.connect(self.add_department)
        self.head.addStretch(1)
        self.head.addWidget(self.add)
        self.tree = QTreeWidget(self)
        self.tree.setProperty("framed", True)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(QCoreApplication.translate("People", "Departments"))
        self.tree.setFixedWidth(TREE_WIDTH)
        self.tree.currentItemChanged.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        row.addWidget(self.tree)
        row.addWidget(self._make_form(), 1, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(row, 1)

    def _make_form(self) -> Panel:
        self.form = Panel("", ruled=True, parent=self)
        self.form.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        self.form.content.setSpacing(GAP_M)
        self.name = FieldFrame(QCoreApplication.translate("People", "Name"), TextEditor(), required=True)
        self.parent_field = FieldFrame(QCoreApplication.translate("People", "Part of"), OneOfEditor())
        self.leader = FieldFrame(QCoreApplication.translate("People", "Head"), OneOfEditor())
        self.executing = QCheckBox(
            QCoreApplication.translate("People", "Carries out deals: converted clients go here by turn")
        )
        self.remove = Button(QCoreApplication.translate("People", "Delete"), icon="trash", parent=self)
        for widget in (self.name, self.parent_field, self.leader, self.executing):
            self.form.content.addWidget(widget)
        self.form.content.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        for field in (self.name, self.parent_field, self.leader):
            field.changed.connect(self._edited)
        self.executing.clicked.connect(self._edited)
        self.remove.clicked.connect(self.delete)
        self.form.hide()
        return self.form

    async def read(self) -> object:
        return self.context.services.people.departments.all()

    async def write(self, seen: object, wanted: object) -> None:
        """New ones from the top down, then what is changed, then what goes, from the bottom up."""
        tree, after = self.context.services.people.departments, _departments(wanted)
        before = {one.id: one for one in tree.all()}
        if tuple(before.values()) != _departments(seen):
            raise Conflict("settings_changed")
        ids: dict[int | None, int | None] = {None: None} | {number: number for number in before}
        for one in _downwards(after):
            known = before.get(one.id)
            if known is None:
                ids[one.id] = await tree.add(one.name, ids[one.parent_id], executing=one.executing)
            number = ids[one.id]
            if number is not None and (one.head_id is not None if known is None else known != one):
                await tree.change(number, one.name, ids[one.parent_id], one.head_id, executing=one.executing)
        kept = {one.id for one in after}
        for one in reversed(_downwards(tuple(before.values()))):
            if one.id not in kept:
                await tree.remove(one.id)

    def fill(self, value: object) -> None:
        self._drafts = _departments(value)
        self._show()

    def value(self) -> object:
        return self._drafts

    def changes(self) -> int:
        if self.seen is None:
            return 0
        before = {one.id: one for one in _departments(self.seen)}
        now = {one.id: one for one in self._drafts}
        return sum(before.get(number) != now.get(number) for number in before.keys() | now.keys())

    def touches(self) -> str:
        return QCoreApplication.translate("People", "Who heads a department reads and changes as their role allows.")

    # what is shown

    def _show(self) -> None:
        """The tree anew; the chosen one stays chosen."""
        self.tree.blockSignals(True)
        self.tree.clear()
        self._add_below(None, self.tree.invisibleRootItem())
        self.tree.expandAll()
        items = self.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        chosen = next((item for item in items if item.data(0, _NUMBER) == self._current), items[0] if items else None)
        if chosen is not None:
            self.tree.setCurrentItem(chosen)
        self.tree.blockSignals(False)
        self._choose(chosen)

    def _add_below(self, parent_id: int | None, item: QTreeWidgetItem) -> None:
        registry = self.context.services.workplace.registry
        for one in self._drafts:
            if one.parent_id == parent_id:
                name = one.name or QCoreApplication.translate("People", "(no name yet)")
                words = name if one.head_id is None else f"{name} · {registry.employee(one.head_id).short_name}"
                child = QTreeWidgetItem(item, [words])
                child.setData(0, _NUMBER, one.id)
                child.setSizeHint(0, QSize(0, theme().metrics.row_line))
                self._add_below(one.id, child)

    def _choose(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None = None) -> None:
        self._current = item.data(0, _NUMBER) if item is not None else None
        one = self._chosen()
        self.form.setVisible(one is not None)
        if one is None:
            return
        self.form.set_title(one.name)
        self.name.set_value(one.name or None)
        self._fill_choices(one)
        self.executing.setChecked(one.executing)
        registry = self.context.services.workplace.registry
        filled = any(other.parent_id == one.id for other in self._drafts) or any(
            person.department_id == one.id for person in registry.all.employees.values()
        )
        self.remove.setEnabled(not filled)
        why = QCoreApplication.translate("People", "People or departments still belong to it.")
        self.remove.setToolTip(why if filled else "")

    def _fill_choices(self, one: DepartmentRecord) -> None:
        top = Choice(TOP, QCoreApplication.translate("People", "The whole office"))
        below = _below(self._drafts, one.id)
        others = [Choice(other.id, other.name) for other in self._drafts if other.id not in below]
        nobody = Choice(NOBODY, QCoreApplication.translate("People", "Nobody"))
        people = [Choice(person.id, person.name) for person in self.context.services.workplace.registry.employees()]
        for field, choices, value in (
            (self.parent_field, [top, *others], one.parent_id or TOP),
            (self.leader, [nobody, *people], one.head_id or NOBODY),
        ):
            assert isinstance(field.editor, OneOfEditor)
            field.editor.set_choices(choices)
            field.set_value(value)

    def _chosen(self) -> DepartmentRecord | None:
        return next((one for one in self._drafts if one.id == self._current), None)

    # what the user does

    def _edited(self) -> None:
        one = self._chosen()
        if one is None:
            return
        parent, head = self.parent_field.value(), self.leader.value()
        changed = replace(
            one, name=str(self.name.value() or ""), executing=self.executing.isChecked(),
            parent_id=parent if isinstance(parent, int) and parent != TOP else None,
            head_id=head if isinstance(head, int) and head != NOBODY else None,
        )  # fmt: skip
        self._drafts = tuple(changed if other.id == one.id else other for other in self._drafts)
        self.changed.emit()
        moved = changed.parent_id != one.parent_id or changed.head_id != one.head_id
        item = self.tree.currentItem()
        if moved:
            self._show()
        elif item is not None:
            item.setText(0, changed.name)

    def add_department(self) -> None:
        """Under the chosen one, with the cursor in its name."""
        number = min((one.id for one in self._drafts if one.id < 0), default=0) - 1
        self._drafts = (*self._drafts, DepartmentRecord(number, "", self._current, None, False))
        self._current = number
        self._show()
        self.changed.emit()
        self.name.focus()

    def delete(self) -> None:
        """The chosen one; the service refuses while anybody belongs to it."""
        one = self._chosen()
        if one is not None:
            self._drafts = tuple(other for other in self._drafts if other.id != one.id)
            self._current = one.parent_id
            self._show()
            self.changed.emit()


def _downwards(departments: Sequence[DepartmentRecord]) -> list[DepartmentRecord]:
    """Each after the one it is part of."""
    found: list[DepartmentRecord] = []
    placed: set[int | None] = {None}
    while ready := [one for one in departments if one.id not in placed and one.parent_id in placed]:
        found += ready
        placed |= {one.id for one in ready}
    return found


def _below(departments: Sequence[DepartmentRecord], number: int) -> set[int]:
    """A department and all that belong to it."""
    found = {number}
    grown = True
    while grown:
        more = {one.id for one in departments if one.parent_id in found} - found
        grown = bool(more)
        found |= more
    return found


def _departments(value: object) -> tuple[DepartmentRecord, ...]:
    assert isinstance(value, tuple), "a page gets what it read"
    return value
