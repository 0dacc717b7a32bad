"""The page of the reports: period and people, tiles, the table, the chart, what was overridden."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.errors import PrichalError, UserError
from app.core.kinds import Kind
from app.qtbase import dialogs, i18n
from app.qtbase.metrics import GAP_M
from app.qtbase.tasks import Tasks
from app.services.records.lists import Condition, Filter
from app.services.records.office import EmployeeRecord
from app.services.reports import DisciplineReport, Metric
from app.views.navigator import Page, PageStatus, Tab, ViewContext
from app.views.reports.behind import BehindDialog
from app.views.reports.chart import LateChart
from app.views.reports.overrides import Overrides
from app.views.reports.table import DisciplineTable
from app.views.reports.tiles import Tiles
from app.views.reports.tool_row import ReportTools
from app.views.reports.words import METRICS, metric_words, pair_of
from app.views.widgets.banner import BannerArea
from app.views.widgets.buttons import Button
from app.views.widgets.panel import Panel

SETTLE_MS: Final = 1500
"""Numbers of a whole office follow changes calmly."""
COMPARE: Final = "reports.compare"
"""The preference: whether the week before stands beside the numbers."""
_CLIENTS: Final = frozenset({"overdue", "without", "too_late", "unprocessed"})


class ReportsPage(Page):
    """Asked again after changes while it is in front."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._tasks = Tasks(self, self._failed)
        self._report: DisciplineReport | None = None
        self._people: Mapping[int, EmployeeRecord] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tools = ReportTools(context.services, self)
        self.tools.changed.connect(self.refresh)
        self.tools.export_wanted.connect(lambda: self._tasks.run(self._export(), latest="export"))
        self.banner = BannerArea(self)
        column.addWidget(self.tools)
        column.addWidget(self.banner)
        column.addWidget(self._make_body(), 1)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        context.changes.changed.connect(self._on_changes)
        self._tasks.run(self._restore(), latest="read")

    def _make_body(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "page")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        rows.setSpacing(GAP_M)
        self.tiles = Tiles(inner)
        rows.addWidget(self.tiles)
        people = Panel(QCoreApplication.translate("Reports", "Rules by employee"), ruled=True, parent=inner)
        people.content.setContentsMargins(0, 0, 0, 0)
        self.table = DisciplineTable(people)
        self.table.number_wanted.connect(self._open_number)
        self.settings = Button(QCoreApplication.translate("Reports", "Thresholds and rules"), "link", small=True)
        self.settings.clicked.connect(lambda: self._context.navigator.open_settings("thresholds"))
        self.settings.setVisible(self._context.services.office_thresholds.may_change())
        people.add_act(self.settings)
        people.content.addWidget(self.table)
        rows.addWidget(people, 2)
        bottom = QHBoxLayout()
        bottom.setSpacing(GAP_M)
        late = Panel(
            QCoreApplication.translate("Reports", "Overdue at the end of the working day"), ruled=True, parent=inner
        )
        self.chart = LateChart(late)
        late.content.addWidget(self.chart)
        allowed = Panel(QCoreApplication.translate("Reports", "Allowed by a supervisor"), ruled=True, parent=inner)
        allowed.content.setContentsMargins(0, 0, 0, 0)
        self.overrides = Overrides(self._context.services.workplace, allowed)
        self.overrides.client_wanted.connect(lambda ref: self._context.navigator.open_card(ref.section, ref.id))
        allowed.content.addWidget(self.overrides)
        bottom.addWidget(late, 1)
        bottom.addWidget(allowed, 1)
        rows.addLayout(bottom, 1)
        area.setWidget(inner)
        return area

    # page

    def status(self) -> PageStatus:
        hint = QCoreApplication.translate("Reports", "Enter — what stands behind a number")
        if self._report is None:
            return PageStatus(hints=(hint,), busy=True)
        zone = self._context.services.workplace.zone
        at = QCoreApplication.translate("Reports", "Numbers of <b>{time}</b>")
        return PageStatus(at.format(time=i18n.clock(self._report.at, zone)), hints=(hint,))

    def refresh(self) -> None:
        self._tasks.run(self._read(), latest="read")

    def focus_filter(self) -> None:
        self.tools.focus()

    async def _read(self) -> None:
        discipline = self._context.services.discipline
        self._people = {one.id: one for one in discipline.people()}
        self.tools.show_people(tuple(self._people.values()))
        period = self.tools.period()
        if period is None:
            return
        report = await discipline.report(period, self.tools.employees())
        self._report = report
        self.banner.clear()
        before = await discipline.week_before(period, self.tools.employees()) if self.tools.compares() else None
        self.tiles.show_report(report, before)
        self.table.show_report(report, self._people, self._context.services.office_thresholds.stored())
        self.chart.show_days(report.late_days)
        self.overrides.show_lines(report.overrides)
        self.status_changed.emit()

    def _compare(self, compared: bool) -> None:
        self._tasks.run(self._context.services.preferences.set(COMPARE, compared), latest="compare", quiet=True)
        self.refresh()

    async def _restore(self) -> None:
        """The week before is compared where it was the last time."""
        stored = await self._context.services.preferences.get(COMPARE, False)
        self.tools.compare.setChecked(stored is True)
        self.tools.compare.toggled.connect(self._compare)
        await self._read()

    def _failed(self, error: PrichalError) -> None:
        if isinstance(error, UserError) and error.code == "not_allowed":
            words = QCoreApplication.translate("Reports", "Your role doesn't see reports. Ask your administrator.")
            self.banner.show_banner("info", words)
        else:
            self._context.navigator.report(error)

    def _on_changes(self, changes: Changes) -> None:
        if self.isVisible() and changes.kind in ("lead", "deal", "activity", "employee", "settings"):
            self._settle.start()

    # what stands behind a number

    def _open_number(self, metric: Metric, employee_id: int) -> None:
        report = self._report
        if report is None:
            return
        if metric not in _CLIENTS:
            self._tasks.run(self._show_behind(metric, employee_id), latest="behind")
            return
        one = next((one for one in report.people if one.employee_id == employee_id), report.total)
        pair = pair_of(one, metric)
        if pair.leads and pair.deals:
            self._ask_section(metric, employee_id, pair.leads, pair.deals)
        else:
            self._show_list("lead" if pair.leads else "deal", metric, employee_id)

    def _ask_section(self, metric: Metric, employee_id: int, leads: int, deals: int) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sections: tuple[tuple[Tab, str, int], ...] = (
            ("lead", QCoreApplication.translate("Reports", "Leads: {count}"), leads),
            ("deal", QCoreApplication.translate("Reports", "Deals: {count}"), deals),
        )
        for tab, words, count in sections:
            action = menu.addAction(words.format(count=i18n.number(count)))
            action.triggered.connect(lambda _=False, to=tab: self._show_list(to, metric, employee_id))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(QCursor.pos())

    def _show_list(self, tab: Tab, metric: Metric, employee_id: int) -> None:
        """The list with a filter that finds just what was counted."""
        people = (employee_id,) if employee_id else self._seen()
        states = {"overdue": ("overdue",), "without": ("none",)}
        found = [Condition("in_progress", "equals", (True,)), Condition("responsible", "any_of", people)]
        if metric in states:
            found.append(Condition("activity_state", "any_of", states[metric]))
        else:
            found.append(Condition(metric, "equals", (True,)))
        self._context.navigator.show_list(tab, Filter(conditions=tuple(found)))

    def _seen(self) -> tuple[int, ...]:
        return tuple(one.employee_id for one in self._report.people) if self._report is not None else ()

    async def _show_behind(self, metric: Metric, employee_id: int) -> None:
        period = self.tools.period()
        if period is None:
            return
        chosen = (employee_id,) if employee_id else self.tools.employees()
        items = await self._context.services.discipline.behind(metric, period, chosen)
        name = self._people[employee_id].name if employee_id else ""
        title = f"{metric_words(metric)}: {name}" if name else metric_words(metric)
        BehindDialog(self._context, title, items, self).open()

    async def _export(self) -> None:
        """A file of what is on the screen; that it was written stands in the history."""
        from app.services.reports.writing import write_report  # openpyxl takes 0.2 s to import: with the first export

        report = self._report
        if report is None:
            return
        title = QCoreApplication.translate("Reports", "Export the report")
        every = QCoreApplication.translate("Reports", "Workbook (*.xlsx);;Table (*.csv)")
        path = await dialogs.choose_new_file(self, title, every, dialogs.usual_folder() / "discipline.xlsx")
        if path is None:
            return
        headings = [
            QCoreApplication.translate("Reports", "Employee"), *map(metric_words, METRICS),
            QCoreApplication.translate("Reports", "Clients in order, %"),
        ]  # fmt: skip
        together = QCoreApplication.translate("Reports", "All together")
        write_report(path, report, self._people, headings, together, comma=i18n.current() == "ru")
        await self._context.services.history.note_export(Kind.EMPLOYEE, len(report.people), report="discipline")
        words = QCoreApplication.translate("Reports", "Written: {file}").format(file=path.name)
        self.banner.show_success(words)


def reports_page(context: ViewContext) -> Page:
    """For the shell."""
    return ReportsPage(context)
