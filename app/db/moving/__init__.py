"""Moving everything from one database into another, of either kind, and proving that it arrived.

`tables` says what is moved, `reading` streams it with a digest of every row, `filling` writes it into an empty
database of the present schema inside one unit of work. May import db and models.
"""
