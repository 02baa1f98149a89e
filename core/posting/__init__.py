"""Postings: a received text becomes a `Posting` (P1-P16).

`reader.read_posting` is the door. A text goes through `layout` (lines without layout), `sections` (headings), `header`
and `values`, `criteria` (with `items`, `markers`, `grading`, `points`, `tiers`), `planning`, `facts`, `offer`, `clauses`
and `answers`; `requirement` types what a criterion asks; `notices`, `contradictions` and `checklist` say what to mind.
The words that all of them go by are data (`data/*.toml`).
"""
