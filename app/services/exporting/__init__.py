"""Export: records of a list written into a file, as far as the right to export reaches; each is noted in the history.

`service` reads and counts, `sheets` writes CSV and XLSX. May import lists, history, records, rights, db and models.
"""

from app.services.exporting.service import Exports
from app.services.exporting.sheets import FileForm

__all__ = ["Exports", "FileForm"]
