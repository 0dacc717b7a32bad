"""SQLAlchemy entities, one file an aggregate: columns and constraints, no queries.

May import core. Entities never leave the services; the copies that lists sort by (`next_activity_at`,
`last_contact_at`, the contact's name) are kept by the triggers of `db.installers`, on both databases.
"""

from app.models.activity import Activity, ActivityReminder
from app.models.base import Base
from app.models.client import Contact, ContactPoint, Deal, Lead, OptionLink, RelatedPerson, StagePassage
from app.models.dictionary import (
    CallResult,
    DealType,
    Place,
    Source,
    Stage,
    StageRequirement,
    SubjectPreset,
)
from app.models.duplicates import NotDuplicate
from app.models.field import Block, Field, FieldOption
from app.models.file import Attachment, File, FileChunk
from app.models.notification import Notification
from app.models.office import DayOff, Rule, Setting
from app.models.operation import ChangeFeed, FeedEpoch, History, ImportBatch, Operation, SessionContext
from app.models.payment import Payment
from app.models.people import (
    Department,
    Employee,
    Invitation,
    Login,
    OpenCard,
    Profile,
    Role,
    RoleRight,
    SignInAttempt,
)
from app.models.personal import Draft, SavedFilter, UserSetting
from app.models.timeline import TimelineItem

__all__ = [
    "Activity",
    "ActivityReminder",
    "Attachment",
    "Base",
    "Block",
    "CallResult",
    "ChangeFeed",
    "Contact",
    "ContactPoint",
    "DayOff",
    "Deal",
    "DealType",
    "Department",
    "Draft",
    "Employee",
    "FeedEpoch",
    "Field",
    "FieldOption",
    "File",
    "FileChunk",
    "History",
    "ImportBatch",
    "Invitation",
    "Lead",
    "Login",
    "NotDuplicate",
    "Notification",
    "OpenCard",
    "Operation",
    "OptionLink",
    "Payment",
    "Place",
    "Profile",
    "RelatedPerson",
    "Role",
    "RoleRight",
    "Rule",
    "SavedFilter",
    "SessionContext",
    "Setting",
    "SignInAttempt",
    "Source",
    "Stage",
    "StagePassage",
    "StageRequirement",
    "SubjectPreset",
    "TimelineItem",
    "UserSetting",
]
