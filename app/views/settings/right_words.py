"""Words of the rights matrix: kinds, rights and how far they reach."""

from PySide6.QtCore import QCoreApplication

from app.core.kinds import Kind, Right, Scope

HISTORY, REPORTS, RECORDINGS = "history", "reports", "recordings"


def kind_words(kind: str) -> str:
    """What a row of the matrix is about."""
    words = {
        Kind.LEAD.value: QCoreApplication.translate("Rights", "Leads"),
        Kind.DEAL.value: QCoreApplication.translate("Rights", "Deals"),
        Kind.CONTACT.value: QCoreApplication.translate("Rights", "Contacts"),
        Kind.ACTIVITY.value: QCoreApplication.translate("Rights", "Activities"),
        Kind.TASK.value: QCoreApplication.translate("Rights", "Tasks"),
    }
    return words[kind]


def right_words(right: str) -> str:
    """The head of a column."""
    words = {
        Right.READ: QCoreApplication.translate("Rights", "Read"),
        Right.ADD: QCoreApplication.translate("Rights", "Add"),
        Right.CHANGE: QCoreApplication.translate("Rights", "Change"),
        Right.DELETE: QCoreApplication.translate("Rights", "Delete"),
        Right.IMPORT: QCoreApplication.translate("Rights", "Import"),
        Right.EXPORT: QCoreApplication.translate("Rights", "Export"),
        Right.MERGE: QCoreApplication.translate("Rights", "Merge"),
    }
    return words[Right(right)]


def other_words(kind: str, right: str) -> str:
    """A right that stands by itself, below the matrix."""
    words = {
        (HISTORY, Right.READ): QCoreApplication.translate("Rights", "History: who did what and when"),
        (REPORTS, Right.READ): QCoreApplication.translate("Rights", "Reports"),
        (RECORDINGS, Right.READ): QCoreApplication.translate("Rights", "Recordings of calls and visits: listen"),
        (RECORDINGS, Right.EXPORT): QCoreApplication.translate("Rights", "Recordings: save to disk"),
        (Kind.SETTINGS.value, Right.READ): QCoreApplication.translate("Rights", "Settings of the office: see"),
        (Kind.SETTINGS.value, Right.CHANGE): QCoreApplication.translate(
            "Rights", "Settings of the office: change, people and rights too"
        ),
    }
    return words[(kind, Right(right))]


def scope_words(scope: Scope) -> str:
    """One word for a cell."""
    match scope:
        case Scope.NONE:
            return QCoreApplication.translate("Rights", "No")
        case Scope.OWN:
            return QCoreApplication.translate("Rights", "Own")
        case Scope.DEPARTMENT:
            return QCoreApplication.translate("Rights", "Department")
        case Scope.ALL:
            return QCoreApplication.translate("Rights", "All")


def scope_details(scope: Scope) -> str:
    """What the word means, for the menu."""
    match scope:
        case Scope.NONE:
            return QCoreApplication.translate("Rights", "No: not offered and refused")
        case Scope.OWN:
            return QCoreApplication.translate("Rights", "Own: where the employee is responsible")
        case Scope.DEPARTMENT:
            return QCoreApplication.translate("Rights", "Department: the whole department and those below it")
        case Scope.ALL:
            return QCoreApplication.translate("Rights", "All: the whole office")
