"""People of the office: passwords, logins, signing in, and the first set-up of an office with its administrator.

What runs before anybody is signed in (`sign_in`, `server_sign_in`, `joining`, `office_setup`) takes a `Database` or an
address; `service.People` invites, corrects, deactivates and hands over for who is signed in. May import db, models,
core and the services beside this package.
"""
