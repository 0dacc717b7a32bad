"""The one signal that says what was changed, here or at another workstation."""

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes


class ChangeBridge(QObject):
    """Carries `Changes` from services and the feed to every window; each decides whether it cares."""

    changed = Signal(object)
    """`app.core.changes.Changes`, on the UI thread."""

    def publish(self, changes: Changes) -> None:
        """Tell every window. Callable from any thread: receivers are called on their own."""
        self.changed.emit(changes)
