"""The rules, their modes and numbers in words."""

from PySide6.QtCore import QCoreApplication

from app.services.rules import Mode, RuleCode


def rule_words(code: RuleCode) -> str:
    """The name of a rule."""
    match code:
        case RuleCode.NEXT_ACTIVITY:
            return QCoreApplication.translate("Rules", "Every client in progress has a next activity")
        case RuleCode.CONTACT_INTERVAL:
            return QCoreApplication.translate("Rules", "An activity within working days after the contact")
        case RuleCode.CALL_LENGTH:
            return QCoreApplication.translate("Rules", "The length of a planned call")
        case RuleCode.MEETING_LENGTH:
            return QCoreApplication.translate("Rules", "The length of a planned meeting")
        case RuleCode.SUBJECT:
            return QCoreApplication.translate("Rules", "The subject says the next step")
        case RuleCode.FUTURE_START:
            return QCoreApplication.translate("Rules", "A planned activity lies in the future")
        case RuleCode.COMPLETION_COMMENT:
            return QCoreApplication.translate("Rules", "A comment on a call, meeting or visit")
        case RuleCode.VISIT_RECORDING:
            return QCoreApplication.translate("Rules", "A meeting with its visit recorded")
    return _helping_words(code)


def _helping_words(code: RuleCode) -> str:
    match code:
        case RuleCode.PAYMENT_REMINDER:
            return QCoreApplication.translate("Rules", "A planned payment reminds the responsible")
        case RuleCode.CONVERSATION_RECORDING:
            return QCoreApplication.translate("Rules", "A deal without a recorded conversation is not processed")
        case RuleCode.NEAR_DEADLINE:
            return QCoreApplication.translate("Rules", "Hearings and deadlines go first when they are near")
        case RuleCode.NO_ANSWER:
            return QCoreApplication.translate("Rules", "Attempts are counted where nobody answers")
        case RuleCode.MEETING_OVERLAP:
            return QCoreApplication.translate("Rules", "One meeting at a time")
        case RuleCode.ROOM_TAKEN:
            return QCoreApplication.translate("Rules", "A room for each meeting")
    return code.value


def rule_details(code: RuleCode) -> str:
    """What the rule asks for, in a sentence or two."""
    match code:
        case RuleCode.NEXT_ACTIVITY:
            return QCoreApplication.translate(
                "Rules", "Completing the last activity asks for the next one; clients without one are counted in red."
            )
        case RuleCode.CONTACT_INTERVAL:
            return QCoreApplication.translate(
                "Rules",
                "The earliest open activity lies so many working days after the last contact at most, "
                "or on the next working day where that is past; further ones may lie later.",
            )
        case RuleCode.CALL_LENGTH | RuleCode.MEETING_LENGTH:
            return QCoreApplication.translate("Rules", "What is logged afterwards takes its real length.")
        case RuleCode.SUBJECT:
            return QCoreApplication.translate("Rules", "The name of the kind alone, such as “Call”, is no subject.")
        case RuleCode.COMPLETION_COMMENT:
            return QCoreApplication.translate("Rules", "For “no answer” the result is the comment.")
        case RuleCode.VISIT_RECORDING:
            return QCoreApplication.translate("Rules", "Without a recording the reason is asked for.")
        case RuleCode.CONVERSATION_RECORDING:
            return QCoreApplication.translate("Rules", "Begins once a source of recordings is set up.")
        case RuleCode.NO_ANSWER:
            return QCoreApplication.translate(
                "Rules", "After a call that nobody answered the next time is offered; after the last attempt, closing."
            )
    return ""


def mode_words(mode: Mode) -> str:
    """What comes of a rule that is broken."""
    match mode:
        case Mode.BLOCK:
            return QCoreApplication.translate("Rules", "Refuses")
        case Mode.WARN:
            return QCoreApplication.translate("Rules", "Warns")
        case Mode.MARK:
            return QCoreApplication.translate("Rules", "Marks")
        case Mode.OFF:
            return QCoreApplication.translate("Rules", "Off")


def on_words() -> str:
    """Of a rule by which the program only helps."""
    return QCoreApplication.translate("Rules", "On")


def number_words(name: str) -> str:
    """What a number of a rule stands for."""
    match name:
        case "working_days":
            return QCoreApplication.translate("Rules", "Working days")
        case "minutes":
            return QCoreApplication.translate("Rules", "Minutes at most")
        case "days_before":
            return QCoreApplication.translate("Rules", "Days before")
        case "days":
            return QCoreApplication.translate("Rules", "Days")
        case "attempts":
            return QCoreApplication.translate("Rules", "Attempts")
        case "first_hours":
            return QCoreApplication.translate("Rules", "Hours until the second attempt")
        case "then_hours":
            return QCoreApplication.translate("Rules", "Hours between further attempts")
        case "at_once":
            return QCoreApplication.translate("Rules", "At once")
    return name
