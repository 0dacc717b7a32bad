"""Search in words, phones and numbers: the text condition of lists and filters, and the global search.

Both compare with `norm`, which the program writes on both databases: SQLite by its trigram index, PostgreSQL by
LIKE over its own. May import records, rights, the listed sections, db and models.
"""
