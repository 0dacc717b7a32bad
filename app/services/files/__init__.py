"""Files attached to clients: their bytes in chunks in the database, their names and fields in attachments.

`content` writes and reads the bytes without ever holding a file whole, `names` makes names that every system takes.
"""

from app.services.files.content import LARGEST_FILE
from app.services.files.service import Files

__all__ = ["LARGEST_FILE", "Files"]
