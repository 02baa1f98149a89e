"""Everything that touches a language model.

A model only proposes (DESIGN, invariant 2). This room is for the prompt templates, kept as data, for the reader that
asks a model for facts, and for the check that every proposal must pass. Today it holds that check alone, `quotes`:
no model is called anywhere yet.
"""
