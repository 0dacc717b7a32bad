"""The top of a card: who it is, where from, the phone, the responsible, what else can be done."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.core.kinds import Right
from app.core.links import RecordLink
from app.qtbase import i18n, icons
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.records.clients import ClientCard
from app.services.records.values import ContactPointValue
from app.views.cards.colleagues import Colleagues
from app.views.cards.open_card import OpenCard, run_detached
from app.views.cards.sections import delete_words, record_words
from app.views.widgets.avatar import draw_avatar
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.painting import draw_text, text_width

_AVATAR = 28


class CardHeader(QWidget):
    """Shows the reading of the card."""

    name_edit_asked = Signal()
    deleted = Signal()
    """The record is in the bin now."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self._phone: str | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        row.setSpacing(GAP_M - 2)
        row.addLayout(self._names(), 1)
        self.call = Button("+7", icon="call", icon_role="ok", parent=self)
        self.call.clicked.connect(self.dial)
        self.whatsapp = Button("WhatsApp", icon="whatsapp", icon_role="ok", parent=self)
        self.whatsapp.clicked.connect(lambda: card.navigator.message(card.ref, "whatsapp"))
        rule = QFrame(self)
        rule.setProperty("role", "vrule")
        rule.setFixedHeight(24)
        self.responsible = ResponsibleButton(self)
        self.responsible.setMenu(QMenu(self.responsible))
        self.more = IconButton("more", QCoreApplication.translate("Card", "More"), parent=self)
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.colleagues = Colleagues(card, self)
        for widget in (self.colleagues, self.call, self.whatsapp, rule, self.responsible, self.more):
            row.addWidget(widget)

    def _names(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(4)
        self.name = ElidedLabel(self)
        self.name.setProperty("role", "title")
        self.pencil = IconButton("pencil", QCoreApplication.translate("Card", "Edit the name"), small=True, parent=self)
        self.pencil.clicked.connect(self.name_edit_asked)
        first.addWidget(self.name)
        first.addWidget(self.pencil)
        first.addStretch(1)
        self.line = ElidedLabel(self)
        self.line.setProperty("role", "caption")
        column.addLayout(first)
        column.addWidget(self.line)
        return column

    def refresh(self) -> None:
        """Show what was read last."""
        record = self._card.data.card
        self.name.set_text(record.name)
        self.line.set_text(self._line(record))
        self.pencil.setVisible(record.can_change)
        self._phone = first_phone(record)
        self.call.setVisible(self._phone is not None)
        self.whatsapp.setVisible(self._phone is not None)
        if self._phone is not None:
            shown = i18n.phone(self._phone)
            self.call.setText(shown)
            self.call.setAccessibleName(QCoreApplication.translate("Card", "Call {phone}").format(phone=shown))
        self._show_responsible(record)
        self._fill_more(record)
        self.colleagues.begin()

    def dial(self) -> None:
        """Hand the first phone to the softphone."""
        if self._phone is not None:
            self._card.navigator.call(self._phone, self._card.ref)

    def _line(self, record: ClientCard) -> str:
        workplace = self._card.workplace
        parts = [record_words(record.section, record.id)]
        source = workplace.registry.all.sources.get(_id(record.values.get("source")))
        kind = workplace.registry.all.deal_types.get(_id(record.values.get("deal_type")))
        parts += [one.name for one in (source, kind) if one is not None]
        number, day = record.values.get("contract_number"), record.values.get("contract_date")
        if isinstance(number, str):
            words = QCoreApplication.translate("Card", "contract {number}").format(number=number)
            since = QCoreApplication.translate("Card", "of {day}")
            parts.append(f"{words} {since.format(day=i18n.day_full(day))}" if isinstance(day, date) else words)
        else:
            made = i18n.stamp(record.created_at, workplace.zone)
            parts.append(QCoreApplication.translate("Card", "created {moment}").format(moment=made))
        if record.repeat:
            parts.append(QCoreApplication.translate("Card", "came again"))
        return " · ".join(parts)

    def _show_responsible(self, record: ClientCard) -> None:
        registry = self._card.workplace.registry
        self.responsible.set_person(registry.employee(record.responsible_id).name, record.responsible_id)
        self.responsible.setEnabled(record.can_change)
        menu = self.responsible.menu
        menu.clear()
        for one in registry.employees():
            if one.id != record.responsible_id:
                away = QCoreApplication.translate("Card", "{name} (away)").format(name=one.name)
                absent = one.absent_until is not None and one.absent_until >= self._card.today()
                action = menu.addAction(away if absent else one.name)
                action.triggered.connect(lambda _=False, employee=one.id: self._assign(employee))

    def _assign(self, employee_id: int) -> None:
        self._card.run(self._hand_over(employee_id))

    async def _hand_over(self, employee_id: int) -> None:
        before = self._card.data.card.responsible_id
        ref, cards = self._card.ref, self._card.cards
        await cards.assign(ref.id, employee_id)
        self._card.reload()
        name = self._card.workplace.registry.employee(employee_id).name
        words = QCoreApplication.translate("Card", "{client} is handed over to {name}")
        told = words.format(client=self._card.data.card.name, name=name)
        rights = self._card.workplace.rights
        mine = rights.allows(self._card.look.kind, Right.CHANGE, employee_id)
        context = self._card.context

        def give_back() -> None:
            run_detached(context, cards.assign(ref.id, before))

        self._card.navigator.notify(told, give_back if mine else None)

    def _fill_more(self, record: ClientCard) -> None:
        menu = self.more.menu()
        menu.clear()
        if record.can_change:
            words = QCoreApplication.translate("Card", "Log a call already held…")
            log = menu.addAction(f"{words}\tL")  # shown only: a shortcut here would act beside the card's own
            log.triggered.connect(lambda: self._card.navigator.log_call(self._card.ref))
            menu.addSeparator()
        profile = menu.addAction(QCoreApplication.translate("Card", "Profile of the responsible"))
        profile.triggered.connect(lambda: self._card.navigator.open_profile(record.responsible_id))
        menu.addSeparator()
        self._copy(menu, QCoreApplication.translate("Card", "Copy the name"), record.name)
        self._copy(menu, QCoreApplication.translate("Card", "Copy the number"), str(record.id))
        link = RecordLink(record.section, record.id)
        self._copy(menu, QCoreApplication.translate("Card", "Copy the link"), str(link))
        if self._phone is not None:
            self._copy(menu, QCoreApplication.translate("Card", "Copy the phone"), i18n.phone(self._phone))
        if record.deleted_at is not None:
            menu.addSeparator()
            back = menu.addAction(QCoreApplication.translate("Card", "Take out of the bin"))
            back.triggered.connect(lambda: self._card.run(self._restore()))
        elif record.can_delete:
            menu.addSeparator()
            gone = menu.addAction(delete_words(record.section))
            gone.triggered.connect(lambda: self._card.run(self._delete()))

    def _copy(self, menu: QMenu, words: str, text: str) -> None:
        menu.addAction(words).triggered.connect(lambda: QGuiApplication.clipboard().setText(text))

    async def _delete(self) -> None:
        ref, cards, context = self._card.ref, self._card.cards, self._card.context
        words = QCoreApplication.translate("Card", "{name} is in the bin for 30 days")
        told = words.format(name=self._card.data.card.name)
        await cards.delete(ref.id)
        context.navigator.notify(told, lambda: run_detached(context, cards.restore(ref.id)))
        self.deleted.emit()

    async def _restore(self) -> None:
        await self._card.cards.restore(self._card.ref.id)
        self._card.reload()


class ResponsibleButton(QAbstractButton):
    """Disc, caption and name with a chevron; opens the menu of people to hand over to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = 0
        self.menu = QMenu(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def setMenu(self, menu: QMenu) -> None:
        self.menu = menu

    def set_person(self, name: str, employee_id: int) -> None:
        self._id = employee_id
        self.setText(name)
        words = QCoreApplication.translate("Card", "Responsible: {name}. Hand over").format(name=name)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        caption = text_width(QCoreApplication.translate("Card", "Responsible"), "caption")
        return QSize(_AVATAR + GAP_S + max(caption, text_width(self.text(), "control") + 20) + 4, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_avatar(painter, QRect(2, (self.height() - _AVATAR) // 2, _AVATAR, _AVATAR), self.text(), self._id)
        left = _AVATAR + GAP_S
        half = self.height() // 2
        caption = QCoreApplication.translate("Card", "Responsible")
        draw_text(painter, QRect(left, 2, self.width() - left, half - 2), caption, "caption", "text2")
        used = draw_text(painter, QRect(left, half, self.width() - left, half - 2), self.text(), "control", "text")
        if self.isEnabled():
            icons.draw_icon(painter, "down", "text", QRect(left + used + 4, half + 2, 14, 14))
        if self.hasFocus():
            painter.setPen(QPen(theme().colors.accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _open(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


def first_phone(record: ClientCard) -> str | None:
    """The first phone that can be dialled."""
    points = record.values.get("phones")
    found = points if isinstance(points, tuple) else ()
    return next((one.normal for one in found if isinstance(one, ContactPointValue) and one.normal), None)


def _id(value: object) -> int:
    return value if isinstance(value, int) else 0
