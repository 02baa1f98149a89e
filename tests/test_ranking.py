"""The candidates of one posting in order (S8), however many."""

from datetime import date

from core import Dossier, rank
from core.ranking import rank_key

TODAY = date(2026, 6, 20)
POSTING = """Klachtcoördinator
Knock-outcriteria
1. Minimaal 2 jaar aantoonbare werkervaring als klachtenfunctionaris;
Gunningscriteria
2. Aantoonbaar afgeronde opleiding op minimaal hbo niveau; (40 punten)
3. Aantoonbare ervaring met TOPdesk; (60 punten)
"""
GOOD = "2019 - heden: klachtenfunctionaris, gemeente Almere. Werkt dagelijks met TOPdesk. Hbo-bachelor Rechten, diploma behaald."
LESS = "2019 - heden: klachtenfunctionaris, gemeente Almere. Hbo-bachelor Rechten, diploma behaald."
NONE = "Heeft nooit als klachtenfunctionaris gewerkt. Kok, 2019 - heden."
CHEAP, DEAR = f"{LESS}\nTarief: € 70 per uur.", f"{LESS}\nTarief: € 90 per uur."


def test_the_best_comes_first_and_equals_keep_their_order() -> None:
    ranked = rank(POSTING, [NONE, DEAR, LESS, LESS, GOOD, CHEAP], today=TODAY)
    assert [one.position for one in ranked] == [4, 5, 1, 2, 3, 0]
    assert [one.dossier.assessment.verdict for one in ranked] == ["go"] * 5 + ["no_go"]


def test_a_ranked_dossier_is_the_one_that_a_check_gives() -> None:
    (one,) = rank(POSTING, iter([GOOD]), today=TODAY)
    alone = Dossier.new(today=TODAY).with_posting(POSTING).with_candidate(GOOD)
    assert one.dossier == alone
    assert one.dossier.assessment == alone.assessment
    assert rank_key(one.dossier) == rank_key(alone)


def test_a_crowd_is_not_held_in_memory() -> None:
    for one in rank(POSTING, [GOOD, LESS], today=TODAY):
        assert set(vars(one.dossier)) == {"schema_version", "events"}
        assert one.dossier._readings == {}


def test_nobody_to_rank_is_nobody_ranked() -> None:
    assert rank(POSTING, [], today=TODAY) == ()
