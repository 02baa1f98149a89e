"""What is worth asking: the contract form (Q7), and facts of the office profile (Q8)."""

from datetime import date

import pytest

from core.compliance import ASKED, contract_question_worth, needs_contract_form, wanted_supplier_facts
from core.model.posting import Device, Extension, Posting, Registration
from core.model.reminder import OfficeProfile
from tests.compliance.bids import SUMMER, criterion, posting, said

INTO_2027 = posting(extension=Extension(count=2, months=3))
WAADI = criterion(Registration(register_="Waadi", holder="supplier"))


def test_q7_every_posting_needs_the_contract_form() -> None:
    """Statutory duties don't depend on what was found in the posting."""
    for order in (Posting(), posting(), posting(clauses=("wet_dba",)), posting(criteria=(WAADI,))):
        assert needs_contract_form(order)


def test_q7_the_question_says_which_rules_wait_for_it() -> None:
    assert contract_question_worth(posting(), OfficeProfile(), SUMMER) == ("DBA3", "DBA4", "WAA1", "WAA5")
    assert contract_question_worth(INTO_2027, OfficeProfile(nau_reported=True), date(2026, 12, 1)) == (
        "DBA3",
        "DBA4",
        "DBA5",
        "WAA1",
        "WAA5",
        "WTT2",
    )


def test_q7_what_holds_under_every_form_doesnt_wait() -> None:
    assert "DBA1" not in contract_question_worth(posting(clauses=("wet_dba",)), OfficeProfile(), SUMMER)


@pytest.mark.parametrize(
    ("order", "form", "wanted"),
    [
        (posting(), "zzp", ()),
        (posting(), "detachering", ("registered_as_lender", "nau_reported")),
        (posting(), None, ("registered_as_lender", "nau_reported")),
        (posting(criteria=(WAADI,)), "detachering", ("nau_reported",)),
        (posting(das=True), "zzp", ("das_admission",)),
        (posting(clauses=("insurance",)), "zzp", ("insured",)),
        (posting(clauses=("byod",)), "zzp", ("provides_devices",)),
        (posting(clauses=("byod",), criteria=(criterion(Device(items=("laptop",))),)), "zzp", ()),
    ],
)
def test_q8_only_supplier_facts_that_change_a_reminder_are_wanted(
    order: Posting, form: str | None, wanted: tuple[str, ...]
) -> None:
    assert wanted_supplier_facts(order, form) == wanted


def test_q8_the_day_and_what_is_known_already_count() -> None:
    assert wanted_supplier_facts(posting(), "detachering", SUMMER) == ("registered_as_lender",)
    assert wanted_supplier_facts(INTO_2027, "detachering", SUMMER) == ("registered_as_lender", "nau_reported")
    known = OfficeProfile(registered_as_lender=False)
    assert wanted_supplier_facts(INTO_2027, "detachering", SUMMER, profile=known) == ("nau_reported",)


def test_a_contract_form_that_doesnt_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="zelfstandig"):
        said(posting(), "zelfstandig")
    assert said(posting(), ASKED)
