"""The filter panel under the filter field: saved filters left, conditions right, a live count in the footer."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.core.changes import Changes
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.tasks import Tasks
from app.services.records.lists import Filter
from app.views.navigator import Section, ViewContext
from app.views.records.filter.fields import read_fields
from app.views.records.filter.form import ConditionForm, Part
from app.views.records.filter.keeping import Keeping
from app.views.records.words import count_words
from app.views.widgets.buttons import Button
from app.views.widgets.key_hint import KeyHint
from app.views.widgets.popup import Popup

WIDTH = 864
HEIGHT, LEAST_HEIGHT = 560, 300
SETTLE_MS = 120
"""Conditions are typed, and changes come, in bursts: counts are asked once they pause."""


class FilterPanel(Popup):
    """Enter shows what is chosen, Esc closes it and keeps the filter that was."""

    applied = Signal(object)
    """Filter"""

    def __init__(self, context: ViewContext, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._section: Section = section
        self._lists = context.services.lists
        self._source = Filter()
        self._shown: tuple[Part, ...] = ()
        self._tasks = Tasks(self, context.navigator.report)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(QCoreApplication.translate("Filter", "Filter"))
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._count)
        self._build()
        context.changes.changed.connect(self._changed)

    def _build(self) -> None:
        services = self._context.services
        registry = services.workplace.registry
        fields = read_fields(self._lists, self._section, registry.sum_field(self._section))
        self.keeping = Keeping(self._context, self._section, self._to_save, self)
        self.saved = self.keeping.list
        self.keeping.chosen.connect(self._show_filter)
        self.keeping.known.connect(self._say_changes)
        self.conditions = ConditionForm(services.workplace, self._section, fields, self)
        self.conditions.changed.connect(self._edited)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.saved)
        columns.addWidget(self.conditions, 1)
        self.content.addLayout(columns, 1)
        self.content.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_L, GAP_M - 2, GAP_L, GAP_M - 2)
        row.setSpacing(GAP_S)
        self.found = QLabel(foot)
        row.addWidget(self.found)
        row.addStretch(1)
        self.reset_button = Button(QCoreApplication.translate("Filter", "Reset"), "quiet", parent=foot)
        self.reset_button.clicked.connect(self._reset)
        row.addWidget(self.reset_button)
        self.save_button = Button(
            QCoreApplication.translate("Filter", "Save the changes"), icon="bookmark", parent=foot
        )
        self.save_button.clicked.connect(lambda: self.keeping.save_changes(self._to_save()))
        row.addWidget(self.save_button)
        self.show_button = Button(QCoreApplication.translate("Filter", "Show"), "primary", parent=foot)
        self.show_button.clicked.connect(self.apply)
        row.addWidget(self.show_button)
        row.addWidget(KeyHint("Enter", foot))
        return foot

    # showing

    def edit(self, chosen: Filter, anchor: QWidget) -> None:
        """Open under the field with the filter in force."""
        self._fit(anchor)
        self._show_filter(chosen)
        self.show_under(anchor)
        self.conditions.focus_first()
        self.keeping.read(chosen)

    def _fit(self, anchor: QWidget) -> None:
        """As high as the screen has room under the field."""
        below = anchor.mapToGlobal(QPoint(0, anchor.height())).y()
        room: QRect = anchor.screen().availableGeometry()
        self.setFixedHeight(max(LEAST_HEIGHT, min(HEIGHT, room.bottom() - below - GAP_S)))

    def _show_filter(self, chosen: Filter) -> None:
        """A ready filter as the conditions that it stands for."""
        self._source = chosen
        ready = () if chosen.preset is None else self._lists.preset_conditions(self._section, chosen.preset)
        self.conditions.show_conditions((*ready, *chosen.conditions))
        self._shown = self.conditions.conditions()
        self._say_changes()
        self._count()

    def result_filter(self) -> Filter:
        """The filter as it stands in the panel; a ready one stays what it is until a condition is changed."""
        asked = self.conditions.conditions()
        return self._source if asked == self._shown else replace(self._source, preset=None, conditions=asked)

    def apply(self) -> None:
        """Show what is chosen."""
        self.close()  # which gives the focus back first: whoever takes the filter may put it elsewhere
        self.applied.emit(self.result_filter())

    def _to_save(self) -> Filter:
        return self.result_filter()

    def _reset(self) -> None:
        """Back to the filter that the list begins with, without what was typed."""
        self.keeping.choose_start()

    def _edited(self) -> None:
        self._say_changes()
        self._settle.start()

    def _say_changes(self) -> None:
        self.save_button.setEnabled(self.keeping.may_save(self.result_filter()))

    # counting

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.kind in (self._section, "activity", "saved_filter"):
            self._settle.start()
            self.keeping.read_again()

    def _count(self) -> None:
        if self.isVisible():
            self._tasks.run(self._say_count(self.result_filter()), latest="count", quiet=True)
        else:
            self._settle.start()

    async def _say_count(self, chosen: Filter) -> None:
        count = await self._lists.count(self._section, chosen)
        words = QCoreApplication.translate("Filter", "Will be found: {count}")
        self.found.setText(words.format(count=count_words(self._section, count)))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settle.stop()
        self._tasks.cancel("count")
        self.keeping.stop()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.apply()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.keeping.ask_name()
        else:
            super().keyPressEvent(event)
