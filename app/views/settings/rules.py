"""The page of the rules: what comes of each, by role; its numbers, by section and stage."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_M
from app.qtbase.theme import theme
from app.services.office.rules import Rules
from app.services.records.office import RuleRecord
from app.services.rules import Mode, RuleCode
from app.services.rules.settings import modes_of
from app.views.navigator import ViewContext
from app.views.settings.page import SettingsPage
from app.views.settings.rule_form import RuleForm
from app.views.settings.rule_words import mode_words, number_words, on_words, rule_words

LIST_WIDTH = 400


class RulesPage(SettingsPage):
    """At the left all rules with what holds for everybody, at the right the chosen one."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, scrolls=False, parent=parent)
        self._rows: dict[str, tuple[RuleRecord, ...]] = {}
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        self.list = QListWidget(self)
        self.list.setProperty("framed", True)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setAccessibleName(QCoreApplication.translate("Settings", "Rules"))
        self.list.currentRowChanged.connect(lambda _row: self._show_form())
        row.addWidget(self.list)
        self.form = RuleForm(context.services.workplace.registry, self)
        self.form.changed.connect(self._edited)
        right = QVBoxLayout()
        right.addWidget(self.form, 1)
        row.addLayout(right, 1)
        self.content.addLayout(row, 1)
        for _ in RuleCode:
            QListWidgetItem(self.list).setSizeHint(QSize(0, theme().metrics.row))

    async def read(self) -> object:
        rules = self.context.services.office_rules
        self.form.roles = await rules.roles()
        return rules.stored()

    async def write(self, seen: object, wanted: object) -> None:
        await self.context.services.office_rules.save(_rules(seen), _rules(wanted))

    def fill(self, value: object) -> None:
        self._rows = {code.value: tuple(one for one in _rules(value) if one.code == code) for code in RuleCode}
        self._show_lines()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._show_form()

    def value(self) -> object:
        return tuple(sorted((row for rows in self._rows.values() for row in rows), key=_place))

    def changes(self) -> int:
        if self.seen is None:
            return 0
        seen = _rules(self.seen)
        return sum(
            tuple(one for one in seen if one.code == code) != tuple(sorted(rows, key=_place))
            for code, rows in self._rows.items()
        )

    def touches(self) -> str:
        return QCoreApplication.translate("Settings", "Rules hold from the next act on, for everybody at work.")

    def _code(self) -> RuleCode | None:
        row = self.list.currentRow()
        return tuple(RuleCode)[row] if row >= 0 else None

    def _show_form(self) -> None:
        code = self._code()
        rows = self._rows.get(code.value, ()) if code is not None else ()
        if code is not None and len(rows) > 0:
            self.form.show_rule(code, rows)

    def _edited(self) -> None:
        code = self._code()
        if code is not None:
            self._rows[code.value] = tuple(sorted(self.form.rows(), key=_place))
            self._show_lines()
            self.changed.emit()

    def _show_lines(self) -> None:
        """Name, and in a second line what holds for everybody and how many exceptions there are."""
        for number, code in enumerate(RuleCode):
            rows = self._rows.get(code.value, ())
            item = self.list.item(number)
            item.setText(f"{rule_words(code)}\n{_summary(code, rows)}")
            item.setToolTip(item.text())


def _summary(code: RuleCode, rows: Iterable[RuleRecord]) -> str:
    parts: list[str] = []
    exceptions = 0
    for row in rows:
        if row.role_code or row.section or row.stage_code:
            exceptions += 1
            continue
        helping = Mode.BLOCK not in modes_of(code) and row.mode == Mode.WARN
        parts.append(on_words() if helping else mode_words(Mode(row.mode)))
        parts += [f"{number_words(name).lower()}: {number}" for name, number in row.numbers.items()]
    if exceptions:
        parts.append(QCoreApplication.translate("Settings", "%n exception(s)", None, exceptions))
    return " · ".join(parts)


def _rules(value: object) -> Rules:
    assert isinstance(value, tuple), "a page gets what it read"
    return value


def _place(row: RuleRecord) -> tuple[str, str, str, str]:
    return (row.code, row.role_code, row.section, row.stage_code)
