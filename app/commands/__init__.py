"""The commands of `prichal`: one file each, beside the parser of arguments and what they share.

May import bootstrap and everything below it. They know no widget: the window and the pictures are opened by bootstrap.
Words are translated by QtCore alone.
"""
