"""Import of leads from files: what is in a file, what its columns mean, what each row brings, and writing it.

`reading` opens CSV files and workbooks, `headings` tells the columns' sense, `values` reads cells, `plan` makes rows
to import or rejected rows of them, `survey` sums them up, `rejects` writes what was rejected. All of these are pure:
no database, no state kept between calls. `writing` commits the rows batch by batch, `preview` and `undo` stand beside
it, `apart` has all that done in a process of its own, and `service` is what windows and commands call. They may
import core, models, db and the services of clients, presets and preferences.
"""
