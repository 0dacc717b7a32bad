"""What the labels of phones, emails and messengers are called: imports bring them as codes, people write words."""

from PySide6.QtCore import QCoreApplication


def point_label(label: str) -> str:
    """The label in the reader's language; one that is no code of ours stays as it was written."""
    return {
        "work": QCoreApplication.translate("Points", "work"),
        "mobile": QCoreApplication.translate("Points", "mobile"),
        "home": QCoreApplication.translate("Points", "home"),
        "other": QCoreApplication.translate("Points", "other"),
        "fax": QCoreApplication.translate("Points", "fax"),
        "facebook": "Facebook",
        "instagram": "Instagram",
        "max": "MAX",
        "skype": "Skype",
        "telegram": "Telegram",
        "viber": "Viber",
        "vk": QCoreApplication.translate("Points", "VK"),
        "whatsapp": "WhatsApp",
    }.get(label, label)
