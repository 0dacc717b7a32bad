"""Going on against a rule of the office: who may is asked why, once the rule has refused."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.errors import UserError
from app.qtbase import dialogs
from app.qtbase.error_texts import error_text


async def ask_reason(window: QWidget | None, refusal: UserError, action: str) -> str | None:
    """Why all the same; `action` is the verb on the button. None, or nothing typed: it isn't done."""
    why = QCoreApplication.translate("RuleReason", "Why all the same")
    return await dialogs.ask_text(window, error_text(refusal), why, action) or None


async def despite_rules(window: QWidget | None, action: str, act: Callable[[str | None], Awaitable[object]]) -> bool:
    """Do it, and where a rule blocks that this employee may override, do it with their reason; whether it was done.

    Raises what `act` raises, the refusal of a rule too where it can't be overridden.
    """
    try:
        await act(None)
    except UserError as refusal:
        if not refusal.params.get("overridable"):
            raise
        reason = await ask_reason(window, refusal, action)
        if reason is None:
            return False
        await act(reason)
    return True
