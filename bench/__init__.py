"""Benchmarks: how long a recruiter waits, and whether that stays so with longer texts and more candidates.

`python -m bench` prints one page. Nothing here is a test: a number depends on the machine, and a build must not.
"""
