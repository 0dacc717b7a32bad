"""Lists of any size: the ids of a whole result in its order as one vector, and the rows of what is visible.

`sources` declares each column once (SQL, cell, order), `arranging` turns a sort into ordered parts, `vectors` fetches
them as blobs, `reading` the rows, `counting` totals and counters; `service` is what the window asks.
May import filtering, search, records, registry, rights, db and models.
"""
