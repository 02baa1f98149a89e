"""Compliance: the Wet DBA, Waadi, Wtta and procurement rules as dated data, and what they say of one bid (DESIGN 3)."""

from core.compliance.book import RuleBook, read_book, rule_book
from core.compliance.engine import ASKED, contract_question_worth, needs_contract_form, reminders, wanted_supplier_facts

__all__ = [
    "ASKED",
    "RuleBook",
    "contract_question_worth",
    "needs_contract_form",
    "read_book",
    "reminders",
    "rule_book",
    "wanted_supplier_facts",
]
