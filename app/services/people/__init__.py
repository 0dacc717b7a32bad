"""People of the office: passwords, logins, signing in, and the first set-up of an office with its administrator.

These use cases run before anybody is signed in, so they take a `Database` and not a `Workplace`.
May import db, models, core and the services beside this package.
"""
