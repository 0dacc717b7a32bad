"""Many real programs on one database: what is acknowledged is there once, whatever is killed or restarted meanwhile.

`python -m tests.load --database postgresql --clients 50 --writes 20000` runs it (see `__main__`). `office` makes the
office and its people, `runner` starts, kills and restarts, `client` is one program with its `acts`, `window` one with a
window; each keeps a `journal` of what it begins and what became of it. `checker` is a program of its own that holds
the journals against the database by plain SQL (`copies` recomputes what triggers keep, `seen` asks whether all heard
of all), `figures` tells how long it took.
"""
