"""Import of leads from files: what is in a file, what its columns mean, what each row brings.

`reading` opens CSV files and workbooks, `headings` tells the columns' sense, `values` reads cells, `plan` makes rows
to import or rejected rows of them, `survey` sums them up for the preview, `rejects` writes what was rejected. All of
these are pure: no database, no state kept between calls, so a child process runs them as they are. They may import
core, the services' records and contact points.
"""
