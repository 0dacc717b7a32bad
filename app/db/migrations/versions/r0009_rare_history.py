"""An index for what the history seldom tells: sign-ins, exports and refusals of years are found at once."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_RARE = "op NOT IN ('create', 'change', 'delete', 'view')"


def upgrade() -> None:
    """Lines of changes and views, nearly all there are, cost nothing more."""
    op.create_index(
        "ix_history_rare", "history", ["op", "at"], sqlite_where=sa.text(_RARE), postgresql_where=sa.text(_RARE)
    )
