"""What every page of the settings is: it reads a value, shows it, and saves it against the value that was seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M
from app.qtbase.tasks import Tasks
from app.views.navigator import ViewContext


class SettingsPage(QWidget):
    """Put things into `content`; tools of the page's head go into `head`."""

    changed = Signal()
    """The user changed something; `fill` is silent."""
    succeeded = Signal(str, object)
    """What was done at once, and the callable that takes it back, or None."""
    failed = Signal(object)
    """A `PrichalError` of what is done at once."""

    def __init__(self, context: ViewContext, *, scrolls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.tasks = Tasks(self, context.navigator.report)
        self.seen: object = None
        """What the page was filled with last."""
        self.head = QHBoxLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(GAP_M, GAP_M, GAP_L, GAP_L)
        self.content.setSpacing(GAP_M)
        if not scrolls:
            outer.addLayout(self.content)
            return
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "page")
        inner.setLayout(self.content)
        area.setWidget(inner)
        outer.addWidget(area)

    async def read(self) -> object:
        """What is stored now."""
        raise AssertionError("each page says it")

    async def write(self, seen: object, wanted: object) -> None:
        """Save; raises what the service raises."""
        raise AssertionError("each page says it")

    def fill(self, value: object) -> None:
        """Show a value without `changed`."""
        raise AssertionError("each page says it")

    def value(self) -> object:
        """What stands in the page."""
        raise AssertionError("each page says it")

    def changes(self) -> int:
        """How many things differ from what was seen."""
        return 0 if self.seen is None or self.value() == self.seen else 1

    def touches(self) -> str:
        """Whom a change touches, in a few words for the foot."""
        return ""

    def focus_first(self) -> None:
        """Give the keyboard to the first thing to change."""
        self.focusNextChild()
