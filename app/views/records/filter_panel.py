"""The filter panel under the filter field: ready filters left, conditions right, a live count in the footer."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.tasks import Tasks
from app.services.records.lists import Condition, Filter
from app.views.navigator import Section, ViewContext
from app.views.records.conditions import ConditionForm
from app.views.records.preset_list import PresetList
from app.views.records.words import count_words
from app.views.widgets.buttons import Button
from app.views.widgets.key_hint import KeyHint
from app.views.widgets.popup import Popup

WIDTH = 816


class FilterPanel(Popup):
    """Enter shows what is chosen, Esc closes it and keeps the filter that was."""

    applied = Signal(object)
    """Filter"""

    def __init__(self, context: ViewContext, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._section: Section = section
        self._chosen = Filter()
        self._tasks = Tasks(self, context.navigator.report)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(QCoreApplication.translate("Records", "Filter"))
        columns = QHBoxLayout()
        columns.setSpacing(0)
        self.presets = PresetList(section, self)
        self.presets.chosen.connect(self._choose_preset)
        self.conditions = ConditionForm(context.services.workplace, section, self)
        self.conditions.changed.connect(self._count)
        columns.addWidget(self.presets)
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
        reset = Button(QCoreApplication.translate("Records", "Reset"), "quiet", parent=foot)
        reset.clicked.connect(self._reset)
        row.addWidget(reset)
        self.show_button = Button(QCoreApplication.translate("Records", "Show"), "primary", parent=foot)
        self.show_button.clicked.connect(self.apply)
        row.addWidget(self.show_button)
        row.addWidget(KeyHint("Enter", foot))
        return foot

    def edit(self, chosen: Filter, anchor: QWidget) -> None:
        """Open under the field with the filter in force."""
        self._chosen = chosen
        offered = self._context.services.lists.presets(self._section)
        self.presets.offer(offered, chosen.preset)
        self.conditions.show_conditions(_plain(chosen.conditions))
        self.show_under(anchor)
        self.conditions.focus_first()
        self._count()
        self._tasks.run(self._count_presets(offered), latest="presets", quiet=True)

    def result_filter(self) -> Filter:
        """The filter as it stands in the panel."""
        return Filter(
            preset=self.presets.value(), text=self._chosen.text, conditions=tuple(self.conditions.conditions())
        )

    def apply(self) -> None:
        """Show what is chosen."""
        self.close()  # which gives the focus back first: whoever takes the filter may put it elsewhere
        self.applied.emit(self.result_filter())

    def _choose_preset(self) -> None:
        self.conditions.show_conditions(())
        self._count()

    def _reset(self) -> None:
        """Back to the filter that the list begins with."""
        self.presets.choose(self._context.services.lists.default_preset(self._section))
        self._choose_preset()

    def _count(self) -> None:
        self._tasks.run(self._say_count(self.result_filter()), latest="count", quiet=True)

    async def _say_count(self, chosen: Filter) -> None:
        count = await self._context.services.lists.count(self._section, chosen)
        words = QCoreApplication.translate("Records", "Will be found: {count}")
        self.found.setText(words.format(count=count_words(self._section, count)))

    async def _count_presets(self, offered: Sequence[str]) -> None:
        for code in offered:
            self.presets.show_count(code, await self._context.services.lists.count(self._section, Filter(preset=code)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.apply()
        else:
            super().keyPressEvent(event)


def _plain(conditions: Sequence[object]) -> tuple[Condition, ...]:
    """Conditions that the panel can show; groups come with saved filters."""
    return tuple(one for one in conditions if isinstance(one, Condition))
