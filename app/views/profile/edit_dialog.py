"""One's own profile being written: names, phones, a few words, the theme, the photo; Save writes all at once."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRect, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.core.errors import PrichalError, UserError
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.tasks import Tasks
from app.services.records.profiles import ProfileRecord, ProfileText
from app.views.profile.band import THEMES, theme_name
from app.views.widgets.buttons import Button
from app.views.widgets.fields import Choice, FieldFrame, OneOfEditor, TextEditor
from app.views.widgets.fields.texts import LongTextEditor
from app.views.widgets.form_dialog import FormDialog

SIDE: Final = 256
"""Pixels of the picture that is kept."""

_SIZE: Final = 620, 640

Save = Callable[[ProfileText, "bytes | None", bool], Awaitable[None]]
"""The texts, the photo, and whether the photo is another one."""


class ProfileDialog(FormDialog):
    """Filled with the profile as it is."""

    def __init__(self, record: ProfileRecord, save: Save, parent: QWidget) -> None:
        title = QCoreApplication.translate("Profile", "My profile")
        super().__init__(title, QCoreApplication.translate("Profile", "Save"), parent)
        self._save_with = save
        self._tasks = Tasks(self, self._show_problem)
        self.photo = record.photo
        self._is_other_photo = False
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.head.addWidget(heading)
        self._add_fields(record.text)
        self.submitted.connect(self._submit)
        self.fit_height(*_SIZE)
        self.fields["job_title"].focus()

    def _add_fields(self, text: ProfileText) -> None:
        names = {
            "last_name": QCoreApplication.translate("Profile", "Last name"),
            "first_name": QCoreApplication.translate("Profile", "First name"),
            "middle_name": QCoreApplication.translate("Profile", "Middle name"),
            "job_title": QCoreApplication.translate("Profile", "Position"),
            "work_phone": QCoreApplication.translate("Profile", "Work phone"),
            "mobile_phone": QCoreApplication.translate("Profile", "Mobile phone"),
            "workplace": QCoreApplication.translate("Profile", "Workplace"),
        }
        self.fields = {
            code: FieldFrame(label, TextEditor(max_length=200), parent=self) for code, label in names.items()
        }
        themes = OneOfEditor([Choice(code, theme_name(code)) for code in THEMES])
        words = QCoreApplication.translate("Profile", "Theme that visitors see")
        self.fields["theme"] = FieldFrame(words, themes, parent=self)
        about = LongTextEditor(lines=4)
        self.fields["about"] = FieldFrame(QCoreApplication.translate("Profile", "About me"), about, parent=self)
        rows = (
            ("last_name", "first_name"), ("middle_name", "job_title"), ("work_phone", "mobile_phone"),
            ("workplace", "theme"),
        )  # fmt: skip
        for pair in rows:
            row = QHBoxLayout()
            row.setSpacing(GAP_M)
            for code in pair:
                row.addWidget(self.fields[code], 1)
            self.body.addLayout(row)
        self.body.addWidget(self.fields["about"])
        self.body.addLayout(self._photo_row())
        for code, field in self.fields.items():
            field.set_value(getattr(text, code) or (THEMES[0] if code == "theme" else None))

    def _photo_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        self.choose = Button(QCoreApplication.translate("Profile", "Choose a photo…"), icon="image", parent=self)
        self.choose.clicked.connect(lambda: self._tasks.run(self._choose(), quiet=True))
        self.remove = Button(QCoreApplication.translate("Profile", "Without a photo"), "quiet", parent=self)
        self.remove.clicked.connect(lambda: self._take_photo(None))
        self.photo_said = QLabel(self)
        self.photo_said.setProperty("role", "caption")
        for widget in (self.choose, self.remove, self.photo_said):
            row.addWidget(widget)
        row.addStretch(1)
        self._say_photo()
        return row

    async def _choose(self) -> None:
        filters = QCoreApplication.translate("Profile", "Pictures") + " (*.png *.jpg *.jpeg *.webp *.bmp)"
        title = QCoreApplication.translate("Profile", "Choose a photo…")
        path = await dialogs.choose_file(self, title, filters)
        if path is not None:
            self._take_photo(square_picture(path))

    def _take_photo(self, photo: bytes | None) -> None:
        self.photo, self._is_other_photo = photo, True
        self._say_photo()

    def _say_photo(self) -> None:
        has = self.photo is not None
        self.remove.setVisible(has)
        there = QCoreApplication.translate("Profile", "A photo is chosen.")
        self.photo_said.setText(there if has else QCoreApplication.translate("Profile", "The initials are shown."))

    def wanted(self) -> ProfileText:
        """What stands in the fields."""
        return ProfileText(**{code: str(field.value() or "") for code, field in self.fields.items()})

    def _submit(self) -> None:
        self.set_busy(True)
        self._tasks.run(self._save(), latest="save")

    async def _save(self) -> None:
        try:
            await self._save_with(self.wanted(), self.photo, self._is_other_photo)
        finally:
            self.set_busy(False)
        self.accept()

    def _show_problem(self, error: PrichalError) -> None:
        if error.code == "name_missing":
            self.fields["last_name"].set_error(error_text(error))
            self.fields["last_name"].focus()
        else:
            self.say(error_text(error))


def square_picture(path: Path) -> bytes:
    """The middle of a picture as a small JPEG. Raises UserError("photo_too_large") for what can't be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)  # as the camera was held
    image = reader.read()
    if image.isNull():
        raise UserError("photo_too_large")
    side = min(image.width(), image.height())
    middle = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    small = image.copy(middle).scaled(
        SIDE, SIDE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.convertToFormat(QImage.Format.Format_RGB32).save(buffer, "JPEG", 88)  # type: ignore[call-overload]  # stubs
    return bytes(content.data())
