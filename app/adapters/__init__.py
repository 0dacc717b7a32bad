"""The outside world behind the Protocols of `services.ports`: keyring, paths, holidays, remembered databases.

Each comes with a twin in memory for tests. Imported by bootstrap only; may import services and what is below.
"""
