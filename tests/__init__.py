"""The tests mirror app/; beside that: architecture/ (house rules), journeys/ (whole stories), benchmarks/, support/."""
