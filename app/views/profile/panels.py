"""What a profile tells: how to reach the person, their place in the office, a few words of their own."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S
from app.services.contact_points import parse_phone
from app.services.records.profiles import Colleague, ProfileRecord
from app.views.widgets.avatar import Avatar
from app.views.widgets.buttons import Button
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel


class ReachPanel(Panel):
    """Phones, email, where the person sits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("Profile", "Contact"), ruled=True, parent=parent)
        self.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        self.content.setSpacing(GAP_M)
        self._lines: list[QWidget] = []

    def show_record(self, record: ProfileRecord) -> None:
        """Lines that say something; a login by phone is no number to call unless it is told so."""
        emails = [login for login in record.logins if "@" in login]
        told = (
            ("call", QCoreApplication.translate("Profile", "Work phone"), shown_phone(record.text.work_phone)),
            ("call", QCoreApplication.translate("Profile", "Mobile phone"), shown_phone(record.text.mobile_phone)),
            ("letter", QCoreApplication.translate("Profile", "Email, the login"), ", ".join(emails)),
            ("map", QCoreApplication.translate("Profile", "Workplace"), record.text.workplace),
        )
        _clear(self._lines)
        self._lines = [self._line(icon, label, value) for icon, label, value in told if value]
        if not self._lines:
            self._lines = [_muted(QCoreApplication.translate("Profile", "Nothing is told yet."), self)]
        for line in self._lines:
            self.content.addWidget(line)

    def _line(self, icon: str, label: str, value: str) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_M)
        row.addWidget(IconLabel(icon, "text2", parent=line))
        words = QVBoxLayout()
        words.setSpacing(0)
        caption, shown = QLabel(label, line), QLabel(value, line)
        caption.setProperty("role", "caption")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setWordWrap(True)
        shown.setAccessibleName(f"{label}: {value}")
        words.addWidget(caption)
        words.addWidget(shown)
        row.addLayout(words, 1)
        return line


class PlacePanel(Panel):
    """Head and subordinates, each opened by a click."""

    opened = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("Profile", "Place in the office"), ruled=True, parent=parent)
        self.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        self._lines: list[QWidget] = []

    def show_record(self, record: ProfileRecord) -> None:
        """Whoever there is."""
        _clear(self._lines)
        self._lines = []
        if record.head is not None:
            self._lines += [_caption(QCoreApplication.translate("Profile", "Head"), self), self._person(record.head)]
        if record.subordinates:
            self._lines.append(_caption(QCoreApplication.translate("Profile", "Subordinates"), self))
            self._lines += [self._person(one) for one in record.subordinates]
        if not self._lines:
            words = record.department or QCoreApplication.translate("Profile", "No department")
            self._lines = [_muted(words, self)]
        for line in self._lines:
            self.content.addWidget(line)

    def _person(self, one: Colleague) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_S)
        row.addWidget(Avatar(one.name, one.id, 24, line))
        name = Button(one.name, "link", small=True, parent=line)
        name.setAccessibleName(QCoreApplication.translate("Profile", "{name}: profile").format(name=one.name))
        name.clicked.connect(lambda: self.opened.emit(one.id))
        row.addWidget(name)
        row.addStretch(1)
        title = ElidedLabel(line)
        title.set_text(one.job_title)
        title.setProperty("role", "caption")
        row.addWidget(title)
        return line


class AboutPanel(Panel):
    """A person's own words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("Profile", "About me"), ruled=True, parent=parent)
        self.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.content.addWidget(self.text)

    def show_record(self, record: ProfileRecord) -> None:
        self.text.setText(record.text.about or QCoreApplication.translate("Profile", "Nothing is told yet."))
        self.text.setProperty("tone", "" if record.text.about else "muted")


def shown_phone(text: str) -> str:
    """A number as phones are written, whatever else as it was typed."""
    normal = parse_phone(text).e164 if text else None
    return i18n.phone(normal) if normal else text


def _clear(lines: list[QWidget]) -> None:
    for line in lines:
        line.hide()
        line.deleteLater()


def _caption(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("role", "caption")
    return label


def _muted(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("tone", "muted")
    return label
