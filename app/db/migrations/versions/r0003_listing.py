"""Indexes that answer lists and counters by themselves, and whose an erased phone or payment was.

The search for what is not in the bin is the same everywhere, so the indexes leave the bin out.
"""

from app.db.migrations.statements import run_file

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Give each history line of phones, emails and payments its owner; put the new indexes in the old ones' place."""
    run_file("0003_listing")
