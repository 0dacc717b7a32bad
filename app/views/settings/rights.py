"""The page of roles and rights: a role at the left, what it may do and how far at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.kinds import Kind, Right, Scope
from app.qtbase import dialogs, icons
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.office.rights import Cell, Matrix, RoleRecord
from app.views.navigator import ViewContext
from app.views.settings.page import SettingsPage
from app.views.settings.right_words import HISTORY, RECORDINGS, REPORTS, kind_words, other_words, right_words
from app.views.settings.scope_table import ScopeRow, ScopeTable
from app.views.widgets.buttons import Button
from app.views.widgets.panel import Panel

LIST_WIDTH = 216
NAMES_SHOWN = 6
KINDS = (
    (Kind.LEAD, "user"),
    (Kind.DEAL, "briefcase"),
    (Kind.CONTACT, "users"),
    (Kind.ACTIVITY, "call"),
    (Kind.TASK, "task"),
)
OTHERS = (
    ("history", HISTORY, Right.READ),
    ("chart", REPORTS, Right.READ),
    ("visit", RECORDINGS, Right.READ),
    ("download", RECORDINGS, Right.EXPORT),
    ("eye", Kind.SETTINGS.value, Right.READ),
    ("gear", Kind.SETTINGS.value, Right.CHANGE),
)


class RightsPage(SettingsPage):
    """All roles are saved together; an amber dot: other than the preset has it."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self._roles: tuple[RoleRecord, ...] = ()
        self._usual: Matrix = {}
        self._drafts: dict[Cell, Scope] = {}
        self._role = ""
        self.reset = Button(QCoreApplication.translate("Rights", "As in the preset"), icon="undo", parent=self)
        self.reset.clicked.connect(self.reset_role)
        self.head.addStretch(1)
        self.head.addWidget(self.reset)
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        row.addWidget(self._make_roles(), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(GAP_M)
        column.addWidget(self._make_matrix())
        column.addWidget(self._make_others())
        column.addStretch(1)
        row.addLayout(column, 1)
        self.content.addLayout(row)

    def _make_roles(self) -> QFrame:
        panel = Panel(QCoreApplication.translate("Rights", "Roles"), ruled=True, parent=self)
        panel.setFixedWidth(LIST_WIDTH)
        panel.content.setContentsMargins(1, 0, 1, GAP_M)
        self.list = QListWidget(panel)
        self.list.setAccessibleName(QCoreApplication.translate("Rights", "Roles"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setIconSize(QSize(theme().metrics.icon, theme().metrics.icon))
        self.list.currentItemChanged.connect(lambda item, _before: self._choose(item))
        panel.content.addWidget(self.list)
        self.names = QLabel(panel)
        self.names.setProperty("role", "caption")
        self.names.setWordWrap(True)
        self.names.setTextFormat(Qt.TextFormat.PlainText)
        self.names.setContentsMargins(GAP_M, GAP_S, GAP_M, 0)
        panel.content.addWidget(self.names)
        panel.content.addWidget(self._make_acts(panel))
        return panel

    def _make_acts(self, panel: QWidget) -> QWidget:
        acts = QWidget(panel)
        column = QVBoxLayout(acts)
        column.setContentsMargins(GAP_S, 0, GAP_S, 0)
        column.setSpacing(0)
        add = QCoreApplication.translate("Rights", "Add a role")
        rename = QCoreApplication.translate("Rights", "Rename the role")
        self.add = Button(add, "link", icon="plus", small=True, parent=acts)
        self.add.clicked.connect(lambda: self.tasks.run(self._add_role(), on_error=self.failed.emit, quiet=True))
        self.rename = Button(rename, "link", icon="pencil", small=True, parent=acts)
        self.rename.clicked.connect(lambda: self.tasks.run(self._rename(), on_error=self.failed.emit, quiet=True))
        for button in (self.add, self.rename):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return acts

    def _make_matrix(self) -> Panel:
        self.panel = Panel("", ruled=True, parent=self)
        legend = QLabel(QCoreApplication.translate("Rights", "● differs from the preset"), self.panel)
        legend.setProperty("role", "caption")
        legend.setProperty("tone", "warn")
        self.panel.add_act(legend)
        self.panel.content.setContentsMargins(1, 0, 1, 1)
        heads = [QCoreApplication.translate("Rights", "Section"), *(right_words(right) for right in Right)]
        self.matrix = ScopeTable(
            QCoreApplication.translate("Rights", "Rights of the role"), heads, theme().metrics.row - 4, self.panel
        )
        self.matrix.wanted.connect(self._set)
        self.panel.content.addWidget(self.matrix)
        return self.panel

    def _make_others(self) -> Panel:
        panel = Panel(QCoreApplication.translate("Rights", "The rest"), ruled=True, parent=self)
        panel.content.setContentsMargins(1, 0, 1, 1)
        self.others = ScopeTable(
            QCoreApplication.translate("Rights", "Further rights of the role"), ("", ""), theme().metrics.row_line,
            panel,
        )  # fmt: skip
        self.others.wanted.connect(self._set)
        panel.content.addWidget(self.others)
        return panel

    async def read(self) -> object:
        rights = self.context.services.office_rights
        self._roles = await rights.roles()
        self._usual = await rights.usual()
        return dict(await rights.stored())

    async def write(self, seen: object, wanted: object) -> None:
        await self.context.services.office_rights.save(_matrix(seen), _matrix(wanted))

    def fill(self, value: object) -> None:
        self._drafts = dict(_matrix(value))
        chosen = self._role or (self._roles[0].code if self._roles else "")
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._roles:
            count = QCoreApplication.translate("Rights", "%n employee(s)", None, len(one.people))
            item = QListWidgetItem(icons.icon("key", "text2"), f"{one.name}\n{count}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, one.code)
            item.setSizeHint(QSize(0, theme().metrics.row))
            if one.code == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.list.setFixedHeight(theme().metrics.row * max(len(self._roles), 1) + 2)
        self._choose(self.list.currentItem())

    def value(self) -> object:
        return dict(self._drafts)

    def changes(self) -> int:
        if self.seen is None:
            return 0
        seen = _matrix(self.seen)
        return sum(seen.get(cell) is not scope for cell, scope in self._drafts.items())

    def touches(self) -> str:
        if self.seen is None:
            return ""
        seen = _matrix(self.seen)
        roles = {role for (role, kind, right), scope in self._drafts.items() if seen.get((role, kind, right)) != scope}
        count = sum(len(one.people) for one in self._roles if one.code in roles)
        concerned = QCoreApplication.translate("Rights", "%n employee(s) concerned.", None, count)
        if self.context.services.workplace.database.is_sqlite:
            return f"{concerned} " + QCoreApplication.translate(
                "Rights", "The program keeps to it; who can open the database's file can read all of it."
            )
        return f"{concerned} " + QCoreApplication.translate("Rights", "The server keeps to it, open windows at once.")

    # what is shown

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self._role = str(item.data(Qt.ItemDataRole.UserRole))
        self._show()

    def _show(self) -> None:
        role = self._chosen_role()
        self.panel.set_title(role.name)
        names = "\n".join(role.people[:NAMES_SHOWN])
        more = len(role.people) - NAMES_SHOWN
        if more > 0:
            names += "\n" + QCoreApplication.translate("Rights", "and %n more", None, more)
        self.names.setText(names)
        scopes, usual = self._of(self._drafts), self._of(self._usual)
        self.matrix.show_rights(
            [
                ScopeRow(icon, kind_words(kind.value), tuple((kind.value, right.value) for right in Right))
                for kind, icon in KINDS
            ],
            scopes, usual,
        )  # fmt: skip
        self.others.show_rights(
            [ScopeRow(icon, other_words(kind, right.value), ((kind, right.value),)) for icon, kind, right in OTHERS],
            scopes, usual,
        )  # fmt: skip
        self.reset.setEnabled(any(scopes[cell] is not scope for cell, scope in usual.items() if cell in scopes))

    def _of(self, matrix: Matrix) -> Mapping[tuple[str, str], Scope]:
        """One role's part of the matrix."""
        return {(kind, right): scope for (role, kind, right), scope in matrix.items() if role == self._role}

    # what the user does

    def _set(self, kind: str, right: str, scope: str) -> None:
        self._drafts[(self._role, kind, right)] = Scope(scope)
        self._show()
        self.changed.emit()

    async def _add_role(self) -> None:
        """Made at once; what it may is that of the chosen role, to be changed and saved like any other."""
        model = self._chosen_role()
        title = QCoreApplication.translate("Rights", "Add a role")
        words = QCoreApplication.translate("Rights", "Name; its rights begin as those of “{role}”")
        act = QCoreApplication.translate("Rights", "Add")
        name = await dialogs.ask_text(self.window(), title, words.format(role=model.name), act)
        if name:
            self._role = await self.context.services.office_rights.add_role(name, model.code)
            await self._read_roles()

    async def _rename(self) -> None:
        role = self._chosen_role()
        title = QCoreApplication.translate("Rights", "Rename the role")
        label = QCoreApplication.translate("Rights", "Name")
        act = QCoreApplication.translate("Rights", "Rename")
        name = await dialogs.ask_text(self.window(), title, label, act, role.name)
        if name and name != role.name:
            await self.context.services.office_rights.rename_role(role.code, name)
            await self._read_roles()

    async def _read_roles(self) -> None:
        """Roles as they are now; cells that were changed and not saved stay so."""
        drafts, seen = dict(self._drafts), _matrix(self.seen or {})
        changed = {cell: scope for cell, scope in drafts.items() if seen.get(cell) is not scope}
        self.seen = await self.read()
        self.fill({**_matrix(self.seen), **changed})
        self.changed.emit()

    def _chosen_role(self) -> RoleRecord:
        return next(one for one in self._roles if one.code == self._role)

    def reset_role(self) -> None:
        """The chosen role as the preset has it; saved like any other change."""
        for cell, scope in self._usual.items():
            if cell[0] == self._role and cell in self._drafts:
                self._drafts[cell] = scope
        self._show()
        self.changed.emit()


def _matrix(value: object) -> Matrix:
    assert isinstance(value, dict), "a page gets what it read"
    return value
