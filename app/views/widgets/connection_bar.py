"""The row that says that the database doesn't answer, when it is tried again, and that nothing typed is lost."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.qtbase.connection import Connection
from app.qtbase.metrics import GAP_L, GAP_M
from app.qtbase.theme import restyle, theme
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel

SECOND_MS = 1000


class ConnectionBar(QFrame):
    """Shown while the connection is lost; takes no room otherwise."""

    def __init__(self, connection: Connection, parent: QWidget) -> None:
        super().__init__(parent)
        self._connection = connection
        self.setProperty("role", "banner")
        restyle(self, tone="danger")
        theme().fix_height(self, "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, 0, GAP_L, 0)
        row.setSpacing(GAP_M)
        row.addWidget(IconLabel("offline", "danger", parent=self))
        self._what = self._label("", "name")
        self._how = self._label("", "")
        row.addWidget(self._what)
        row.addWidget(self._how, 1)
        self._when = self._label("", "caption")
        row.addWidget(self._when)
        again = QCoreApplication.translate("Connection", "Try again")
        self.retry = Button(again, icon="refresh", small=True, parent=self)
        self.retry.clicked.connect(connection.retry_wanted)
        row.addWidget(self.retry)
        self._clock = QTimer(self, interval=SECOND_MS)
        self._clock.timeout.connect(self._count_down)
        connection.changed.connect(self._show_state)
        connection.waiting.connect(self._count_down)
        self._show_state(connection.online)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        return label

    def _show_state(self, online: bool) -> None:
        self.setVisible(not online)
        if online:
            self._clock.stop()
        else:
            self._clock.start()
            self._count_down()

    def _count_down(self) -> None:
        what, how = reason_words(self._connection.reason)
        self._what.setText(what)
        self._how.setText(how)
        seconds = self._connection.retry_in()
        words = QCoreApplication.translate("Connection", "again in {seconds} s").format(seconds=seconds)
        self._when.setText(words if seconds else QCoreApplication.translate("Connection", "trying…"))


def reason_words(reason: str) -> tuple[str, str]:
    """What is the matter, and what comes of it."""
    kept = QCoreApplication.translate(
        "Connection", "What you type is kept here and goes on by itself when the connection is back."
    )
    if reason == "database_renewed":
        waits = QCoreApplication.translate(
            "Connection", "This window waits, keeps what you type and goes on by itself."
        )
        return QCoreApplication.translate("Connection", "The database is being brought up to date."), waits
    if reason == "database_newer":
        update = QCoreApplication.translate("Connection", "Update this program; what you type is kept here meanwhile.")
        return QCoreApplication.translate("Connection", "The database is from a newer Prichal now."), update
    return QCoreApplication.translate("Connection", "No connection to the database."), kept
