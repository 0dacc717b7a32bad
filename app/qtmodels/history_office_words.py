"""The words of the history for what no card shows: people, rights, the office's dictionaries and settings."""

from PySide6.QtCore import QCoreApplication


def dictionary_words(table: str) -> str:
    """What an entry of a dictionary is."""
    return {
        "stage": QCoreApplication.translate("History", "Stage"),
        "block": QCoreApplication.translate("History", "Block of fields"),
        "field": QCoreApplication.translate("History", "Field"),
        "field_option": QCoreApplication.translate("History", "Choice of a field"),
        "source": QCoreApplication.translate("History", "Source"),
        "deal_type": QCoreApplication.translate("History", "Type of deal"),
        "place": QCoreApplication.translate("History", "Place"),
        "subject_preset": QCoreApplication.translate("History", "Usual subject"),
        "call_result": QCoreApplication.translate("History", "Call result"),
        "department": QCoreApplication.translate("History", "Department"),
        "role": QCoreApplication.translate("History", "Role"),
        "stage_requirement": QCoreApplication.translate("History", "Required field"),
        "rule": QCoreApplication.translate("History", "Rule"),
        "role_right": QCoreApplication.translate("History", "Right of a role"),
        "setting": QCoreApplication.translate("History", "Setting"),
        "day_off": QCoreApplication.translate("History", "Day of the calendar"),
    }.get(table, table)


def office_columns() -> dict[str, str]:
    """Columns of employees, dictionaries and settings."""
    return {**_employee_columns(), **_setting_columns()}


def _employee_columns() -> dict[str, str]:
    return {
        "job_title": QCoreApplication.translate("History", "Job title"),
        "work_phone": QCoreApplication.translate("History", "Work phone"),
        "mobile_phone": QCoreApplication.translate("History", "Mobile phone"),
        "workplace": QCoreApplication.translate("History", "Workplace"),
        "about": QCoreApplication.translate("History", "About the person"),
        "theme": QCoreApplication.translate("History", "Theme"),
        "interests": QCoreApplication.translate("History", "Interests"),
        "department": QCoreApplication.translate("History", "Department"),
        "role_id": QCoreApplication.translate("History", "Role"),
        "active": QCoreApplication.translate("History", "Works here"),
        "absent_from": QCoreApplication.translate("History", "Absent from"),
        "absent_until": QCoreApplication.translate("History", "Absent until"),
        "stand_in_id": QCoreApplication.translate("History", "Stand-in"),
    }


def _setting_columns() -> dict[str, str]:
    return {
        "section": QCoreApplication.translate("History", "Section"),
        "code": QCoreApplication.translate("History", "Code"),
        "stage_kind": QCoreApplication.translate("History", "Kind of stage"),
        "tone": QCoreApplication.translate("History", "Colour"),
        "hint": QCoreApplication.translate("History", "Hint"),
        "queue_rank": QCoreApplication.translate("History", "Place in the queue"),
        "technical": QCoreApplication.translate("History", "Technical"),
        "field_type": QCoreApplication.translate("History", "Kind of field"),
        "unknown_allowed": QCoreApplication.translate("History", "May be unknown"),
        "block_id": QCoreApplication.translate("History", "Block of fields"),
        "address": QCoreApplication.translate("History", "Address"),
        "room": QCoreApplication.translate("History", "Room"),
        "activity_kind": QCoreApplication.translate("History", "Kind of activity"),
        "text": QCoreApplication.translate("History", "Text"),
        "reached": QCoreApplication.translate("History", "Reached"),
        "needs_comment": QCoreApplication.translate("History", "Needs a comment"),
        "parent_id": QCoreApplication.translate("History", "Belongs to"),
        "head_id": QCoreApplication.translate("History", "Head"),
        "executing": QCoreApplication.translate("History", "Executes deals"),
        "inherited": QCoreApplication.translate("History", "Asked on later stages too"),
        "mode": QCoreApplication.translate("History", "Mode"),
        "numbers": QCoreApplication.translate("History", "Numbers"),
        "scope": QCoreApplication.translate("History", "Scope"),
        "working": QCoreApplication.translate("History", "Working day"),
        "own": QCoreApplication.translate("History", "Added by the office"),
    }
