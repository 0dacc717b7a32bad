"""Writing what rows bring: names made known, duplicates found, batches committed one after another.

All batches of an import are one operation; each is a transaction that also moves the import's place in the file, so a
kill at any moment leaves whole batches. Values are written through `services.clients` and nowhere else. May import
models, db, the services of clients and the reading half beside this package.
"""
