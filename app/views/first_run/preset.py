"""Step 2: what the office does, and what holds for it: currency, working calendar, time zone."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from app.core.errors import PrichalError
from app.core.kinds import Kind, StageKind
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_M, GAP_S
from app.services.presets import Preset, available_presets
from app.views.first_run import choices
from app.views.first_run.desk import Answers
from app.views.first_run.marks import StageColours
from app.views.first_run.step import Step
from app.views.widgets.choice_card import ChoiceCard, ChoiceGroup
from app.views.widgets.fields import Choice, FieldFrame, OneOfEditor

_ICONS = {"legal": "briefcase"}


class PresetStep(Step):
    """The preset's contents are shown on the chosen card."""

    def __init__(self, answers: Answers, countries: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(
            2,
            QCoreApplication.translate("FirstRun", "What the office does"),
            QCoreApplication.translate("FirstRun", "Stages and fields can be changed later"),
            answers,
            parent,
        )
        self._countries = countries
        self.cards: dict[str, ChoiceCard] = {}
        self._add_presets()
        self._add_office()
        self._add_training()
        self.column.addStretch(1)
        self._take_defaults(keep=bool(answers.currency))

    def _add_presets(self) -> None:
        for summary in available_presets(self.answers.language):
            card = ChoiceCard(summary.name, summary.description, icon=_ICONS.get(summary.code, "users"), parent=self)
            card.details.addWidget(_contents(choices.preset_of(summary.code, self.answers.language)))
            self.cards[summary.code] = card
            self.column.addWidget(card)
            self.column.addSpacing(GAP_S)
            if summary.code == self.answers.preset:
                card.set_on(True)
        self._group = ChoiceGroup(tuple(self.cards.values()), self)
        self._group.changed.connect(lambda number: self._choose(tuple(self.cards)[number]))

    def _add_office(self) -> None:
        language = self.answers.language
        self.column.addSpacing(GAP_S)
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        self.currency = FieldFrame(
            QCoreApplication.translate("FirstRun", "Currency"), OneOfEditor(choices.currencies(language))
        )
        self.zone = FieldFrame(QCoreApplication.translate("FirstRun", "Time zone of the office"), OneOfEditor())
        row.addWidget(self.currency, 1)
        row.addWidget(self.zone, 1)
        self.column.addLayout(row)
        self.column.addSpacing(GAP_M)
        no_country = Choice("", QCoreApplication.translate("FirstRun", "Monday to Friday, no holidays"))
        self.country = FieldFrame(
            QCoreApplication.translate("FirstRun", "Working calendar"),
            OneOfEditor((no_country, *choices.countries(self._countries, language)), icon="calendar"),
        )
        self.column.addWidget(self.country)
        self.currency.changed.connect(self._store)
        self.zone.changed.connect(self._store)
        self.country.changed.connect(self._choose_country)

    def _add_training(self) -> None:
        self.column.addSpacing(GAP_M)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        self.training = QCheckBox(QCoreApplication.translate("FirstRun", "Add training records"), self)
        self.training.setChecked(self.answers.training)
        self.training.toggled.connect(self._store)
        row.addWidget(self.training)
        words = QLabel(QCoreApplication.translate("FirstRun", "nothing is sent to clients"), self)
        words.setProperty("role", "caption")
        row.addWidget(words)
        row.addStretch(1)
        self.column.addLayout(row)

    def _choose(self, code: str) -> None:
        self.answers.preset = code
        self._take_defaults(keep=False)

    def _take_defaults(self, *, keep: bool) -> None:
        """Fill in what the preset says of the office; `keep` what was entered before."""
        if not keep:
            preset = choices.preset_of(self.answers.preset, self.answers.language)
            self.answers.currency = preset.currency
            self.answers.country = preset.country
            self.answers.zone = preset.zone
        self.currency.set_value(self.answers.currency)
        self.country.set_value(self.answers.country)
        self._offer_zones()

    def _offer_zones(self) -> None:
        if isinstance(self.zone.editor, OneOfEditor):
            found = choices.zones(self.answers.country, (self.answers.zone, "UTC"), self.answers.language)
            self.zone.editor.set_choices(found)
        self.zone.set_value(self.answers.zone)

    def _choose_country(self) -> None:
        self._store()
        self._offer_zones()

    def _store(self) -> None:
        self.answers.currency = str(self.currency.value() or "")
        self.answers.zone = str(self.zone.value() or "")
        self.answers.country = str(self.country.value() or "")
        self.answers.training = self.training.isChecked()

    def check(self) -> bool:
        for field in (self.currency, self.zone):
            if not field.value():
                field.set_error(QCoreApplication.translate("FirstRun", "Choose one"))
                field.focus()
                return False
        return True

    def focus_first(self) -> None:
        self.cards[self.answers.preset].radio.setFocus()

    def show_error(self, error: PrichalError) -> bool:
        field = {"zone_unknown": self.zone, "currency_unknown": self.currency}.get(error.code)
        if field is None:
            return False
        field.set_error(error_text(error))
        field.focus()
        return True


def _contents(preset: Preset) -> QWidget:
    """What the chosen card lists: stages in their colours, numbers of fields, rules, templates."""
    details = QWidget()
    grid = QGridLayout(details)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP_M)
    grid.setVerticalSpacing(GAP_S - 1)
    grid.setColumnMinimumWidth(0, 58)
    grid.setColumnStretch(1, 1)
    rule = QFrame()
    rule.setProperty("role", "rule")
    grid.addWidget(rule, 0, 0, 1, 2)
    fields = sum(len(preset.fields_of(section)) for section in (Kind.LEAD, Kind.DEAL, Kind.CONTACT))
    rows: tuple[tuple[str, QWidget], ...] = (
        (QCoreApplication.translate("FirstRun", "Leads"), _stages(preset, Kind.LEAD)),
        (QCoreApplication.translate("FirstRun", "Deals"), _stages(preset, Kind.DEAL)),
        (
            QCoreApplication.translate("FirstRun", "Fields"),
            QLabel(QCoreApplication.translate("FirstRun", "%n field(s) on the cards", None, fields)),
        ),
        (
            QCoreApplication.translate("FirstRun", "Rules"),
            QLabel(
                QCoreApplication.translate("FirstRun", "%n rule(s) that the program keeps", None, len(preset.rules))
            ),
        ),
        (
            QCoreApplication.translate("FirstRun", "Templates"),
            QLabel(QCoreApplication.translate("FirstRun", "%n message(s)", None, len(preset.templates))),
        ),
    )
    for number, (caption, value) in enumerate(rows, 1):
        label = QLabel(caption)
        label.setProperty("role", "caption")
        grid.addWidget(label, number, 0)
        if isinstance(value, QLabel):
            value.setProperty("role", "hint")
            value.setProperty("tone", "second")
        grid.addWidget(value, number, 1)
    return details


def _stages(preset: Preset, section: Kind) -> QWidget:
    stages = preset.stages_of(section)
    on_the_way = [stage for stage in stages if stage.stage_kind is StageKind.WORKING]
    ends = len(stages) - len(on_the_way)
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP_S)
    row.addWidget(StageColours([stage.tone for stage in on_the_way]))
    stages_words = QCoreApplication.translate("FirstRun", "%n stage(s)", None, len(on_the_way))
    ends_words = QCoreApplication.translate("FirstRun", "%n outcome(s)", None, ends)
    words = QLabel(f"{stages_words}, {ends_words}")
    words.setProperty("role", "hint")
    words.setProperty("tone", "second")
    row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return line
