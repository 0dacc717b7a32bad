"""Tests of app/views/widgets."""
