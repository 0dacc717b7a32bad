"""The wizard's last step: first calls spread over days and people, or leads parked; or both left for later.

`panel` asks, `callers` lists the people; `planning` beside this package carries it out. May import what the wizard may.
"""
