"""Whose a file is: asked of each file that is read on a server, and before one is swept away."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """An index from the file to its attachments."""
    op.create_index("ix_attachment_file_id", "attachment", ["file_id"])
