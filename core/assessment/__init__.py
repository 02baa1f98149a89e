"""Judging a candidate against the criteria: evidence, outcomes, points, verdict (S1-S8)."""
