"""The tests: they mirror app/, plus architecture/ (the house rules), journeys/ (whole stories), benchmarks/ and support/."""
