"""The frozen records that services hand out to windows and command line; no SQL, no Qt."""
