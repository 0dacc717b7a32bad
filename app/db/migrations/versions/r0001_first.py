"""The first schema."""

from app.db.migrations.statements import run_file

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    run_file("0001_first")
