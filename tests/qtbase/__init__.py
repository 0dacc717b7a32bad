"""Tests of app/qtbase."""
