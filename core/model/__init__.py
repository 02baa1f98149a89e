"""Frozen values that the rest of `core` passes around; no behaviour beyond validation."""
