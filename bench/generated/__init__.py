"""Generated cases: a hidden truth, told in Dutch in many styles, with the outcome by a reference of its own."""

from bench.generated.case import Case, generate
from bench.generated.check import Disagreement, compare, disagreements

__all__ = ["Case", "Disagreement", "compare", "disagreements", "generate"]
