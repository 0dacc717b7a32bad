"""Which contact the deal gets: a likely duplicate with its reason, or a new one."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from app.qtbase import i18n
from app.services.records.clients import ContactChoice, ConversionPreview
from app.views.conversion.section import NumberedSection
from app.views.widgets.choice_card import ChoiceCard, ChoiceGroup
from app.views.widgets.tags import Tag


class ContactSection(NumberedSection):
    """Likely duplicates first; "New contact" is last, but chosen when nothing matches exactly."""

    def __init__(self, preview: ConversionPreview, parent: QWidget | None = None) -> None:
        super().__init__(1, QCoreApplication.translate("Conversion", "Contact"), parent)
        self._choices = preview.contacts
        self._cards = [self._make_card(choice) for choice in preview.contacts]
        self._cards.append(
            ChoiceCard(
                QCoreApplication.translate("Conversion", "New contact"),
                QCoreApplication.translate("Conversion", "Name, phones, emails and birth date are taken from the lead"),
                parent=self,
            )
        )
        self._group = ChoiceGroup(self._cards, self)
        for card in self._cards:
            self.content.addWidget(card)
            card.chosen.connect(self._say_added)
        self._added = QLabel(self)
        self._added.setProperty("role", "caption")
        self._added.setWordWrap(True)
        self.content.addWidget(self._added)
        exact = [number for number, choice in enumerate(preview.contacts) if choice.match != "name"]
        self._cards[exact[0] if exact else -1].set_on(True)
        self._say_added()

    def contact_id(self) -> int | None:
        """The contact to attach to; None makes a new one."""
        number = self._group.value()
        return self._choices[number].contact_id if number < len(self._choices) else None

    def _make_card(self, choice: ContactChoice) -> ChoiceCard:
        number = QCoreApplication.translate("Conversion", "Contact No. {number}").format(number=choice.contact_id)
        deals = QCoreApplication.translate("Conversion", "%n deal(s)", None, choice.deals)
        parts = [number, *([i18n.phone(choice.phone)] if choice.phone else []), deals]
        card = ChoiceCard(choice.name, " · ".join(parts), parent=self)
        reasons = {
            "phone": QCoreApplication.translate("Conversion", "same phone"),
            "email": QCoreApplication.translate("Conversion", "same email"),
            "name": QCoreApplication.translate("Conversion", "same name"),
        }
        card.title_row.insertWidget(2, Tag(reasons[choice.match], "orange", icon="copy", parent=card))
        return card

    def _say_added(self) -> None:
        number = self._group.value()
        added = self._choices[number].adds if number < len(self._choices) else ()
        words = ", ".join(i18n.phone(point.normal) if point.normal and point.normal.startswith("+") else point.value
                          for point in added)
        text = QCoreApplication.translate("Conversion", "The contact gets: {points}").format(points=words)
        self._added.setText(text if added else "")
        self._added.setVisible(bool(added))
