"""The use cases: async, Qt-free, one plural noun each (`await leads.move(lead_id, stage_id, values)`).

Rights, the office's rules and required fields are kept here, in one place each, so window, command line,
import and worker can't avoid them. Services hand out the frozen records of `services.records`, never entities.
May import db, models and core; the outside world is reached through the Protocols of `ports`.
"""
