"""Measures how fast the product is, beside the raw limit of its driver: `python -m tests.benchmarks`.

Run and read by people, no timed test: absolute times move with the machine; the ratio to the raw limit, measured in
the same run on the same data, and the order of growth (10,000 / 100,000 / 1,000,000 leads) are what counts.
"""
