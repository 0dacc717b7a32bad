"""Step 1: the language, and where the database is to be."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.errors import Offline, PrichalError
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_CONTROL, GAP_L, GAP_S
from app.qtbase.theme import theme
from app.views.first_run.desk import Answers
from app.views.first_run.step import Step
from app.views.widgets.buttons import Button, Segment, SegmentedSwitch
from app.views.widgets.choice_card import ChoiceCard, ChoiceGroup
from app.views.widgets.fields import FieldFrame, PasswordEditor, TextEditor
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.tags import Tag

_OF_THE_PLACE = frozenset(
    {
        *("database_exists", "file_exists", "is_a_folder", "place_not_writable", "database_url", "office_exists"),
        *("database_newer", "database_older", "database_missing", "not_a_database", "not_prichal"),
    }
)


class PlaceStep(Step):
    """Language and place; the risk of a file is said where the place is chosen."""

    language_chosen = Signal(str)
    existing_wanted = Signal()
    browse_wanted = Signal()

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(
            1,
            QCoreApplication.translate("FirstRun", "Welcome"),
            QCoreApplication.translate("FirstRun", "Three short steps to the first lead"),
            answers,
            parent,
        )
        self._add_language()
        self._add_places()
        self.column.addStretch(1)
        words = QCoreApplication.translate("FirstRun", "Connect to a database that exists")
        existing = Button(words, "link", small=True, parent=self)
        existing.clicked.connect(self.existing_wanted)
        self.column.addWidget(existing, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_language(self) -> None:
        self._add_label(QCoreApplication.translate("FirstRun", "Language"), "label")
        self.column.addSpacing(GAP_CONTROL - 1)
        # each language is written in itself
        self.language = SegmentedSwitch((Segment("ru", "Русский"), Segment("en", "English")), stretch=True, parent=self)
        self.language.set_value(self.answers.language)
        self.language.changed.connect(self.language_chosen)
        self.column.addWidget(self.language)
        self.column.addSpacing(GAP_L)

    def _add_places(self) -> None:
        self._add_label(QCoreApplication.translate("FirstRun", "Database"), "label")
        self.column.addSpacing(GAP_CONTROL - 1)
        self.file_card = ChoiceCard(
            QCoreApplication.translate("FirstRun", "On this computer"),
            QCoreApplication.translate("FirstRun", "One file, nothing to set up"),
            icon="computer",
            parent=self,
        )
        self.file_card.details.addWidget(self._file_details())
        self.column.addWidget(self.file_card)
        self.column.addSpacing(GAP_S)
        self.server_card = ChoiceCard(
            QCoreApplication.translate("FirstRun", "Office server"),
            QCoreApplication.translate("FirstRun", "PostgreSQL: a sign-in and rights of one's own for everyone"),
            icon="server",
            parent=self,
        )
        self.server_card.title_row.addWidget(Tag(QCoreApplication.translate("FirstRun", "from two workplaces"), "grey"))
        self.server_card.details.addWidget(self._server_details())
        self.column.addWidget(self.server_card)
        (self.server_card if self.answers.server else self.file_card).set_on(True)
        self._group = ChoiceGroup((self.file_card, self.server_card), self)
        self._group.changed.connect(self._choose_place)

    def _file_details(self) -> QWidget:
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        self.path = FieldFrame(QCoreApplication.translate("FirstRun", "Where the file is"), TextEditor(max_length=1000))
        self.path.set_value(self.answers.path)
        self.path.changed.connect(self._type_path)
        row.addWidget(self.path, 1)
        self.browse = Button(QCoreApplication.translate("FirstRun", "Choose…"))
        self.browse.clicked.connect(self.browse_wanted)
        browse_column = QVBoxLayout()
        browse_column.addSpacing(self.path.label.sizeHint().height() + 4)
        browse_column.addWidget(self.browse)
        browse_column.addStretch(1)
        row.addLayout(browse_column)
        column.addLayout(row)
        column.addLayout(_warning_row())
        return details

    def _server_details(self) -> QWidget:
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        self.address = FieldFrame(
            QCoreApplication.translate("FirstRun", "Address"),
            TextEditor(QCoreApplication.translate("FirstRun", "server/database"), max_length=1000),
        )
        self.server_login = FieldFrame(QCoreApplication.translate("FirstRun", "User of the server"), TextEditor())
        self.server_password = FieldFrame(QCoreApplication.translate("FirstRun", "Password"), PasswordEditor())
        column.addWidget(self.address)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self.server_login, 1)
        row.addWidget(self.server_password, 1)
        column.addLayout(row)
        self.address.set_value(self.answers.address)
        self.server_login.set_value(self.answers.server_login)
        self.server_password.set_value(self.answers.server_password)
        for field in (self.address, self.server_login, self.server_password):
            field.changed.connect(self._type_server)
        return details

    def _choose_place(self) -> None:
        self.answers.server = self.server_card.is_on()

    def _type_path(self) -> None:
        self.answers.path = str(self.path.value() or "")
        self.answers.path_chosen = True

    def _type_server(self) -> None:
        self.answers.address = str(self.address.value() or "")
        self.answers.server_login = str(self.server_login.value() or "")
        self.answers.server_password = str(self.server_password.value() or "")

    def _present_path(self) -> Path:
        return Path(self.answers.path).expanduser()

    async def choose_path(self) -> None:
        """Ask the system's dialog where the file is to be."""
        title = QCoreApplication.translate("FirstRun", "Where the database is to be")
        filters = QCoreApplication.translate("FirstRun", "Databases (*.db)")
        chosen = await dialogs.choose_new_file(self, title, filters, self._present_path())
        if chosen is not None:
            self.path.set_value(str(chosen))
            self._type_path()
            self.path.set_error(None)

    def check(self) -> bool:
        if self.answers.server and not self.answers.address:
            self.address.set_error(QCoreApplication.translate("FirstRun", "Enter the server and the database"))
            self.address.focus()
            return False
        if not self.answers.server and not self.answers.path:
            self.path.set_error(QCoreApplication.translate("FirstRun", "Say where the file is to be"))
            self.path.focus()
            return False
        return True

    def focus_first(self) -> None:
        (self.server_card if self.answers.server else self.file_card).radio.setFocus()

    def show_error(self, error: PrichalError) -> bool:
        if error.code not in _OF_THE_PLACE and not isinstance(error, Offline):
            return False
        field = self.address if self.answers.server else self.path
        field.set_error(error_text(error))
        field.focus()
        return True


def _warning_row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP_CONTROL)
    row.addWidget(IconLabel("lock", "warn", theme().metrics.icon_cell), 0, Qt.AlignmentFlag.AlignTop)
    words = QLabel(
        QCoreApplication.translate(
            "FirstRun", "Who can open the file can read it all. For several workplaces take a server."
        )
    )
    words.setProperty("role", "caption")
    words.setWordWrap(True)
    row.addWidget(words, 1)
    return row
