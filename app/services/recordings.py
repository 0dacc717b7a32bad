"""What recordings of conversations tell of a deal (SPEC: "a deal without a recorded phone conversation").

Whoever brings calls in names its source in the setting `SOURCE` and gives the timeline's line of a recorded call the
parameter "recording", the number of the attached file. Without a source nothing is asked for.
"""

from typing import Final

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from app.core.kinds import TimelineKind
from app.models import Deal, TimelineItem
from app.services.registry import Registry
from app.services.rules.settings import Mode, Place, RuleCode, setting_for

SOURCE: Final = "recordings.source"


def are_kept(registry: Registry) -> bool:
    """Whether a source of recordings is set up and the rule about conversations holds."""
    rule = setting_for(registry.all.rules, RuleCode.CONVERSATION_RECORDING, "", Place("deal"))
    return bool(registry.setting(SOURCE)) and rule.mode is not Mode.OFF


def is_unprocessed(*, sqlite: bool) -> ColumnElement[bool]:
    """Deals without a recorded conversation; the lead's count."""
    line, deal = TimelineItem.__table__.c, Deal.__table__.c
    recording = (
        func.json_extract(line.params, "$.recording") if sqlite
        else func.jsonb_extract_path_text(line.params, "recording")
    )  # fmt: skip
    recorded = and_(line.kind == TimelineKind.CALL, recording.is_not(None), line.deleted_at.is_(None))
    of_deal = exists(select(line.id).where(line.deal_id == deal.id, recorded))
    of_lead = exists(select(line.id).where(line.lead_id == deal.lead_id, recorded))
    return ~or_(of_deal, of_lead)
