"""The conversion dialog: contact, deal, executor; what goes over and what is checked (design/convert-dialog.png)."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_S
from app.services.records.clients import Conversion, ConversionPreview
from app.views.conversion.contact import ContactSection
from app.views.conversion.deal import DealSection
from app.views.conversion.executor import ExecutorSection
from app.views.field_forms import FieldForm, FieldWorld
from app.views.widgets.banner import Note
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.form_dialog import CheckRow, FormDialog
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.tags import Tag

WIDTH, MAX_HEIGHT, ASIDE_WIDTH = 880, 800, 320
DIALOG_FIELDS = frozenset({"first_payment"})
"""Required of the lead, but asked by the deal's section."""


class ConversionDialog(FormDialog):
    """Left what to decide, right what goes, what is checked, what happens."""

    def __init__(self, preview: ConversionPreview, world: FieldWorld, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("Conversion", "Convert to a deal"),
            QCoreApplication.translate("Conversion", "Convert to a deal"),
            parent,
            aside_width=ASIDE_WIDTH,
        )
        self.preview = preview
        self._world = world
        self._fill_head()
        self.missing = self._make_missing()
        self.contact = ContactSection(preview, self)
        self.deal = DealSection(preview, world, self)
        self.executor = ExecutorSection(preview, self)
        for section in (self.contact, self.deal, self.executor):
            self.body.addWidget(section)
        self.body.addStretch(1)
        self._fill_aside()
        self._typed()
        fields = [*self.deal.frames, *(self.missing.frames.values() if self.missing is not None else ())]
        for frame in fields:
            frame.changed.connect(self._typed)
        self.fit_height(WIDTH, MAX_HEIGHT)
        self._focus_first()

    def conversion(self) -> Conversion:
        """What was decided; `is_complete` is asked first."""
        values = {} if self.missing is None else self.missing.values()
        return self.deal.conversion(self.contact.contact_id(), self.executor.employee_id(), values)

    def is_complete(self) -> bool:
        """Say all that is missing at its fields; the cursor goes to the first."""
        deal = self.deal.is_complete()
        fields = self.missing is None or self.missing.check(set(self.missing.codes()))
        complete = deal and fields
        if not complete:
            self.say(QCoreApplication.translate("Conversion", "Some fields need a look"))
        return complete

    def show_typed(self) -> None:
        """Tell again what is decided: fields were filled from a draft."""
        self._typed()

    def _typed(self) -> None:
        """Say that there is a way back, until the main button finds something wrong and from the next change on."""
        words = QCoreApplication.translate("Conversion", "A supervisor can undo it while nobody has changed the deal")
        self.say(words, "muted")
        self._show_checks()

    def _fill_head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        name = ElidedLabel(self)
        name.set_text(self.preview.needs.name)
        name.setProperty("role", "heading")
        number = QLabel(
            QCoreApplication.translate("Conversion", "Lead No. {number}").format(number=self.preview.needs.record_id),
            self,
        )
        number.setProperty("tone", "second")
        row.addWidget(name)
        row.addWidget(number)
        row.addStretch(1)
        if self.preview.amount is not None:
            amount = QLabel(i18n.money(self.preview.amount, self.preview.currency), self)
            amount.setProperty("role", "name")
            caption = QLabel(self._amount_name(), self)
            caption.setProperty("tone", "second")
            row.addWidget(caption)
            row.addWidget(amount)
        self.head.addLayout(row)
        way = QHBoxLayout()
        way.setSpacing(GAP_S)
        source, target = self.preview.needs.source, self.preview.first_deal_stage
        way.addWidget(Tag(source.name, source.tone, parent=self))
        way.addWidget(IconLabel("arrow_right", "text2", parent=self))
        way.addWidget(Tag(target.name, "success", filled=True, parent=self))
        way.addStretch(1)
        self.head.addLayout(way)

    def _amount_name(self) -> str:
        """What the sum is of: the field that leads are summed by."""
        registry = self._world.registry
        code = registry.sum_field("lead")
        return registry.field("lead", code).name.lower() if code and registry.has_field("lead", code) else ""

    def _make_missing(self) -> FieldForm | None:
        """The lead's own required fields that are still empty, asked here all at once."""
        fields = [field for field in self.preview.needs.missing if field.code not in DIALOG_FIELDS]
        if not fields:
            return None
        names = ", ".join(field.name for field in fields)
        words = QCoreApplication.translate("Conversion", "%n field(s) of the lead missing", None, len(fields))
        self.body.addWidget(Note("warn", f"{words}: {names}", parent=self))
        required = {field.code for field in fields}
        # "the client doesn't know" beside a label takes the width of two columns
        form = FieldForm(fields, self._world, required=required, columns=1, parent=self)
        self.body.addWidget(form)
        return form

    def _fill_aside(self) -> None:
        self._tell_what_goes()
        self._rule()
        self._heading(QCoreApplication.translate("Conversion", "Check before converting"))
        self._required = self._check(QCoreApplication.translate("Conversion", "Required fields"))
        self._paid = self._check(QCoreApplication.translate("Conversion", "First payment"))
        self._priced = self._check(QCoreApplication.translate("Conversion", "Type and price"))
        self._rule()
        self._tell_afterwards()
        self.aside.addStretch(1)

    def _tell_what_goes(self) -> None:
        preview = self.preview
        self._heading(QCoreApplication.translate("Conversion", "Goes to the deal"))
        for name, count in (
            (QCoreApplication.translate("Conversion", "Fields of the lead"), preview.field_count),
            (QCoreApplication.translate("Conversion", "Planned activities"), preview.activity_count),
            (QCoreApplication.translate("Conversion", "Files and questionnaire"), preview.file_count),
            (QCoreApplication.translate("Conversion", "Lines of the timeline"), preview.timeline_count),
        ):
            self.aside.addWidget(CheckRow(name, i18n.number(count), missing=False, at_end=True, parent=self))

    def _tell_afterwards(self) -> None:
        self._heading(QCoreApplication.translate("Conversion", "Afterwards"))
        for icon, text in (
            (
                "briefcase",
                QCoreApplication.translate(
                    "Conversion", "The deal begins with “{stage}”, the first payment is marked as received."
                ).format(stage=self.preview.first_deal_stage.name),
            ),
            (
                "user",
                QCoreApplication.translate(
                    "Conversion", "Name, phones, emails and birth date are edited in the contact from then on."
                ),
            ),
            ("eye", QCoreApplication.translate("Conversion", "You keep reading the deal.")),
        ):
            row = QHBoxLayout()
            row.setSpacing(GAP_S)
            label = QLabel(text, self)
            label.setProperty("tone", "second")
            label.setWordWrap(True)
            row.addWidget(IconLabel(icon, "text2", parent=self), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label, 1)
            self.aside.addLayout(row)

    def _show_checks(self) -> None:
        """What is decided so far, as it is typed."""
        absent = QCoreApplication.translate("Conversion", "not yet")
        asked = [] if self.missing is None else list(self.missing.frames.values())
        left = sum(not frame.is_unknown() and frame.editor.value() in (None, "", ()) for frame in asked)
        total = len(self.preview.needs.filled) + len(asked)
        words = QCoreApplication.translate("Conversion", "{filled} of {total}")
        self._required.show_value(words.format(filled=total - left, total=total), missing=left > 0)
        currency = self.preview.currency
        first, price = self.deal.first.value(), self.deal.price.value()
        self._paid.show_value(i18n.money(first, currency) if first else absent, missing=not first)
        priced = bool(price) and self.deal.type.value() is not None
        self._priced.show_value(i18n.money(price, currency) if price and priced else absent, missing=not priced)

    def _check(self, name: str) -> CheckRow:
        row = CheckRow(name, "", missing=True, at_end=True, parent=self)
        self.aside.addWidget(row)
        return row

    def _rule(self) -> None:
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        self.aside.addSpacing(GAP_S)
        self.aside.addWidget(rule)
        self.aside.addSpacing(GAP_S)

    def _heading(self, text: str) -> None:
        label = QLabel(text, self)
        label.setProperty("role", "name")
        self.aside.addWidget(label)

    def _focus_first(self) -> None:
        """The cursor stands in the first field still missing."""
        if self.missing is not None:
            self.missing.frames[self.missing.codes()[0]].focus()
        else:
            self.deal.focus_first()
