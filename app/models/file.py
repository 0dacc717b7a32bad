"""Files in the database: the bytes in chunks, and where they are attached."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, pk

CHUNK_BYTES = 256 * 1024


class File(Base):
    """A file's content; `complete` once all chunks are in (orphans are swept after a day)."""

    __tablename__ = "file"

    id: Mapped[pk]
    sha256: Mapped[str | None]
    size: Mapped[int] = mapped_column(BigInteger)
    complete: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class FileChunk(Base):
    """256 KiB of a file (the last one shorter)."""

    __tablename__ = "file_chunk"

    file_id: Mapped[int] = mapped_column(ForeignKey("file.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    bytes: Mapped[bytes] = mapped_column(LargeBinary)


class Attachment(Base):
    """A named file at a client record, perhaps as the value of a file field."""

    __tablename__ = "attachment"

    id: Mapped[pk]
    file_id: Mapped[int] = mapped_column(ForeignKey("file.id"))
    name: Mapped[str]
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("lead.id"))
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deal.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    field_id: Mapped[int | None] = mapped_column(ForeignKey("field.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "lead_id"), Index(None, "deal_id"), Index(None, "contact_id"), Index(None, "file_id"))
