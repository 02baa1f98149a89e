"""Questions: which facts are missing, what the answers would mean, and reading a typed answer (Q1-Q10)."""
