"""A mistake in a data file is named by file, entry and field, and nothing is used of it."""

from pathlib import Path

import pytest

import core.compliance
from core.compliance import read_book, rule_book
from core.compliance.situation import YES_OR_NO
from core.errors import DataProblem
from core.texts import has

SOURCES = '1 = { url = "wetten.overheid.nl/x", date = "1-1-2026" }'
DATED = "verified_on = 2026-11-22\nrecheck_by = 2027-01-01\nsources = [1]\n"
PARAMETERS = f"""
[onbekende_looptijd_maanden]
value = 24
{DATED}
[grens]
value = "38.00"
{DATED}
[dag]
value = 2027-01-01
{DATED}
[tijdelijk]
value = 2027-01-01
valid_until = 2027-01-01
{DATED}
"""
RULE = f"""
[forms]
L = ["detachering"]
[in_criteria]
byod = [{{ type = "device" }}]
[[rule]]
id = "TST1"
trigger = {{ contract = "L" }}
severity = "action"
text = "Doe dit vóór {{dag}}."
basis = "de wet"
{DATED}
"""


def test_the_example_is_right() -> None:
    (rule,) = read_book(RULE, PARAMETERS, SOURCES).rules
    assert (rule.id, rule.sources, [one.name for one in rule.parameters]) == (
        "TST1",
        ("wetten.overheid.nl (1-1-2026)",),
        ["dag"],
    )


@pytest.mark.parametrize(
    ("right", "wrong", "field", "message"),
    [
        ('severity = "action"', 'severity = "urgent"', "severity", "blocker"),
        ('severity = "action"', "", "severity", "required"),
        ('severity = "action"', "severity = []", "severity", "the last has none"),
        (
            'severity = "action"',
            'severity = [{ level = "blocker" }, { level = "action" }]',
            "severity",
            "each level but the last needs `when`",
        ),
        (
            'severity = "action"',
            'severity = [{ level = "action", when = { clause = "vog" } }]',
            "severity",
            "the last has none",
        ),
        (
            'severity = "action"',
            'severity = [{ level = "blocker", when = { fakt = "x" } }, { level = "action" }]',
            "severity.0.when.fakt",
            "unknown condition",
        ),
        ('basis = "de wet"', 'basis = ""', "basis", "at least 1"),
        ('basis = "de wet"', 'basis = "de wet"\nbassis = "x"', "bassis", "not permitted"),
        ('basis = "de wet"', 'basis = "de wet"\nvalid_from = "morgen"', "valid_from", "no date"),
        ('basis = "de wet"', 'basis = "de wet"\nvalid_from = "grens"', "valid_from", "no date"),
        (
            'basis = "de wet"',
            'basis = "de wet"\nvalid_from = 2027-01-01\nvalid_until = 2026-12-31',
            "valid_until",
            "before valid_from",
        ),
        ('basis = "de wet"', 'basis = "de wet"\ntested_on = "morgen"', "tested_on", "'period' or 'today'"),
        ("recheck_by = 2027-01-01", "recheck_by = 2026-01-01", "recheck_by", "before verified_on"),
        ("verified_on = 2026-11-22", 'verified_on = "gisteren"', "verified_on", "date"),
        ("sources = [1]", "sources = [2]", "sources", "no source 2"),
        ("sources = [1]", "sources = []", "sources", "at least 1"),
        ("{dag}", "{datum}", "text", "unknown placeholder {datum}"),
        ("{dag}", "{}", "text", "unknown placeholder {}"),
        ("{dag}", "{", "text", "expected '}'"),
        ("{dag}", "{tijdelijk}", "text", "last variant can't do without {tijdelijk}"),
        ("{dag}", "{schaal}", "text", "last variant can't do without {schaal}"),
        ("Doe dit", "Je bent compliant", "text", "compliant"),
        ('{ contract = "L" }', '{ contract = "M" }', "trigger.contract", "unknown contract form 'M'"),
        ('{ contract = "L" }', "{ contract = [] }", "trigger.contract", "expects a name"),
        ('{ contract = "L" }', "{}", "trigger", "one key"),
        ('{ contract = "L" }', '{ contract = "L", clause = "vog" }', "trigger", "one key"),
        ('{ contract = "L" }', "{ contrakt = 1 }", "trigger.contrakt", "unknown condition"),
        ('{ contract = "L" }', '{ all = { clause = "vog" } }', "trigger.all", "list of conditions"),
        ('{ contract = "L" }', '{ any = [{ not = { fact = "x" } }] }', "trigger.any[0].not.fact", "unknown fact 'x'"),
        ('{ contract = "L" }', '{ fact = "supplier.margin_per_hour" }', "trigger.fact", "unknown fact"),
        ('{ contract = "L" }', '{ clause_only = "vog" }', "trigger.clause_only", "no entry in [in_criteria]"),
        ('{ contract = "L" }', '{ in_criteria = "vog" }', "trigger.in_criteria", "no entry in [in_criteria]"),
        ('{ contract = "L" }', "{ posting = { dass = true } }", "trigger.posting", "no field 'dass'"),
        ('{ contract = "L" }', "{ posting = { das = 1 } }", "trigger.posting", "das expects"),
        ('{ contract = "L" }', "{ posting = 1 }", "trigger.posting", "expects fields"),
        ('{ contract = "L" }', '{ criterion = { type = "devise" } }', "trigger.criterion", "type of requirement"),
        (
            '{ contract = "L" }',
            '{ criterion = { type = "device", x = "y" } }',
            "trigger.criterion",
            "no text field 'x'",
        ),
        ('{ contract = "L" }', '{ criterion = { type = "device", kind = "eis" } }', "trigger.criterion", "kind is"),
        ('{ contract = "L" }', '{ amount = "fee" }', "trigger.amount", "expects"),
        ('{ contract = "L" }', '{ amount = "fee = 0" }', "trigger.amount", "expects"),
        ('{ contract = "L" }', '{ amount = "fee > dag" }', "trigger.amount", "'dag' is no amount"),
        ('{ contract = "L" }', "{ today_in = {} }", "trigger.today_in", "expects from"),
        ('{ contract = "L" }', '{ today_in = { from = "x" } }', "trigger.today_in", "no date"),
        ('{ contract = "L" }', "{ period_touches = { since = 2027-01-01 } }", "trigger.period_touches", "expects from"),
    ],
)
def test_a_mistake_in_a_rule_names_file_rule_and_field(right: str, wrong: str, field: str, message: str) -> None:
    assert RULE.count(right) == 1
    with pytest.raises(DataProblem) as caught:
        read_book(RULE.replace(right, wrong), PARAMETERS, SOURCES)
    text = str(caught.value)
    assert text.startswith(f"rules.toml: TST1: {field}")
    assert message in text


@pytest.mark.parametrize(
    ("right", "wrong", "entry", "message"),
    [
        ('value = "38.00"', "value = 38.00", "grens: value", "between quotes"),
        ('value = "38.00"', "value = true", "grens: value", "between quotes"),
        ('value = "38.00"', 'value = "veel"', "grens: value", "no amount"),
        ('value = "38.00"', "", "grens: value", "required"),
        ("valid_until = 2027-01-01", "valid_untill = 2027-01-01", "tijdelijk: valid_untill", "not permitted"),
        (
            "valid_until = 2027-01-01",
            "valid_until = 2027-01-01\nvalid_from = 2027-01-02",
            "tijdelijk: valid_until",
            "before valid_from",
        ),
        ("[grens]", "[schaal]", "schaal", "taken"),
        ("value = 24", "value = 2027-01-01", "onbekende_looptijd_maanden: value", "whole number"),
        ("[onbekende_looptijd_maanden]", "[iets_anders]", "onbekende_looptijd_maanden: value", "needed"),
        ("value = 24", "value = = 24", "", ""),
    ],
)
def test_a_mistake_in_a_parameter_names_it(right: str, wrong: str, entry: str, message: str) -> None:
    assert PARAMETERS.count(right) == 1
    with pytest.raises(DataProblem) as caught:
        read_book(RULE, PARAMETERS.replace(right, wrong), SOURCES)
    assert str(caught.value).startswith(f"parameters.toml: {entry}")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("rules", "sources", "start"),
    [
        (RULE.replace('"detachering"', '"detachring"'), SOURCES, "rules.toml: forms: L: unknown contract form"),
        (RULE.replace('"device"', '"devise"'), SOURCES, "rules.toml: in_criteria: byod: expects a type"),
        (RULE + RULE[RULE.index("[[rule]]") :], SOURCES, "rules.toml: TST1: id: is used twice"),
        (RULE.replace('id = "TST1"', 'id = "T1"'), SOURCES, "rules.toml: T1: id: "),
        (RULE.replace('id = "TST1"', ""), SOURCES, "rules.toml: rule 1: id: "),
        (RULE + "\n[extra]\n", SOURCES, "rules.toml: has [forms]"),
        ("", SOURCES, "rules.toml: has [forms]"),
        (RULE, "1 = {}", "sources.toml: 1: url"),
        (RULE, 'x = { url = "y" }', "sources.toml: x: sources go by number"),
    ],
)
def test_a_mistake_elsewhere_is_named_too(rules: str, sources: str, start: str) -> None:
    with pytest.raises(DataProblem) as caught:
        read_book(rules, PARAMETERS, sources)
    assert str(caught.value).startswith(start)


def test_the_rules_of_this_issue_are_all_there() -> None:
    wanted = [f"DBA{n}" for n in range(1, 6)] + ["WAA1", "WAA4", "WAA5", "WTT1", "WTT2"]
    wanted += [f"INK{n}" for n in range(1, 9)]
    assert [rule.id for rule in rule_book().rules] == wanted


def test_every_parameter_and_source_is_used() -> None:
    """What nothing names is forgotten when the law changes."""
    book = rule_book()
    used = {one.name for rule in book.rules for one in rule.parameters} | {"onbekende_looptijd_maanden"}
    assert set(book.terms.parameters) == used
    cited = {source for rule in book.rules for source in rule.sources}
    cited |= {source for one in book.terms.parameters.values() for source in one.sources}
    assert "de uitvraag" in cited
    assert all("(" in source for source in cited - {"de uitvraag"})


def test_no_date_or_amount_of_the_law_stands_in_code() -> None:
    folder = Path(core.compliance.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    code = code.replace("2027-01-01, until = 2027-12-31", "")  # the example in condition.py
    assert not any(figure in code for figure in ("2026-", "2027-01", "2028", "400000", "38.00"))


def test_every_supplier_fact_has_a_name_to_show() -> None:
    assert [name for name in YES_OR_NO if not has(f"compliance.supplier.{name}")] == []
