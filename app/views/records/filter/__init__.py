"""The filter of a section's page: the field with its chips, the panel of conditions, saved filters.

`names` has the words, `tags`, `ranges` and `simple` the editors of values, `box` one condition, `grid` all of them,
`saved_list` the filters at the left, `panel` puts them together; `chips` and `field` are what stands in the tool row.
May import widgets, the navigator and what services hand out.
"""
