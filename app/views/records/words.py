"""Words of the three lists: ready filters, the section's own names, money in a line."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from app.qtbase import i18n
from app.views.navigator import Section


def preset_words(section: Section, code: str) -> str:
    """The name of a ready filter."""
    own = {"lead": _lead_presets, "deal": _deal_presets, "contact": _contact_presets}[section]
    return own(code) or _shared_presets(code)


def _lead_presets(code: str) -> str:
    match code:
        case "my_open":
            return QCoreApplication.translate("Records", "My leads in progress")
        case "department_open":
            return QCoreApplication.translate("Records", "The department's leads in progress")
        case "all_open":
            return QCoreApplication.translate("Records", "All leads in progress")
    return ""


def _deal_presets(code: str) -> str:
    match code:
        case "my_open":
            return QCoreApplication.translate("Records", "My deals in progress")
        case "department_open":
            return QCoreApplication.translate("Records", "The department's deals in progress")
        case "all_open":
            return QCoreApplication.translate("Records", "All deals in progress")
    return ""


def _contact_presets(code: str) -> str:
    match code:
        case "my_open":
            return QCoreApplication.translate("Records", "My contacts in progress")
        case "department_open":
            return QCoreApplication.translate("Records", "The department's contacts in progress")
        case "all_open":
            return QCoreApplication.translate("Records", "All contacts in progress")
    return ""


def _shared_presets(code: str) -> str:
    match code:
        case "without_activities":
            return QCoreApplication.translate("Records", "Without activities")
        case "overdue":
            return QCoreApplication.translate("Records", "Overdue")
        case "closed":
            return QCoreApplication.translate("Records", "Closed")
        case "failed":
            return QCoreApplication.translate("Records", "Failed")
    return code


def count_words(section: Section, count: int) -> str:
    """ "11 leads", the number between <b> and </b>."""
    return _counted(section, count).format(count=i18n.number(count))


def _counted(section: Section, count: int) -> str:
    match section:
        case "lead":
            return QCoreApplication.translate("Records", "<b>{count}</b> lead(s)", None, count)
        case "deal":
            return QCoreApplication.translate("Records", "<b>{count}</b> deal(s)", None, count)
        case "contact":
            return QCoreApplication.translate("Records", "<b>{count}</b> contact(s)", None, count)


def total_words(section: Section, count: int, sums: Sequence[tuple[str, Decimal]]) -> str:
    """ "Leads: 23 for 14.9 m ₽": the status bar's totals."""
    words = _total(section).format(count=i18n.number(count))
    if not sums:
        return words
    with_sums = QCoreApplication.translate("Records", "{counted} for {sums}")
    return with_sums.format(counted=words, sums=_sums(sums, short=True))


def _total(section: Section) -> str:
    match section:
        case "lead":
            return QCoreApplication.translate("Records", "Leads: <b>{count}</b>")
        case "deal":
            return QCoreApplication.translate("Records", "Deals: <b>{count}</b>")
        case "contact":
            return QCoreApplication.translate("Records", "Contacts: <b>{count}</b>")


def selection_words(label: str, count: int, sums: Sequence[tuple[str, Decimal]]) -> str:
    """ "Selected 3 · debt 4 175 000 ₽ · 1 391 667 ₽ on average": the status bar's selection."""
    if not count:
        return ""
    parts = [QCoreApplication.translate("Records", "Selected <b>{count}</b>").format(count=i18n.number(count))]
    if sums and label:
        parts.append(f"{label[:1].lower()}{label[1:]} {_sums(sums, short=False)}")
        if count > 1 and len(sums) == 1:
            currency, amount = sums[0]
            average = i18n.money((amount / count).quantize(Decimal(1)), currency)
            words = QCoreApplication.translate("Records", "<b>{amount}</b> on average")
            parts.append(words.format(amount=average))
    return " · ".join(parts)


def _sums(sums: Sequence[tuple[str, Decimal]], *, short: bool) -> str:
    """Currencies are summed apart."""
    write = i18n.money_short if short else i18n.money
    return " + ".join(f"<b>{write(amount, currency)}</b>" for currency, amount in sums)
