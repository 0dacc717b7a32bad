"""What leads, deals and contacts have in common: reading and writing field values, stages, people, the bin.

`leads`, `deals` and `contacts` are thin services over this package.
"""
