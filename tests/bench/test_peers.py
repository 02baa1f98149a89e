"""The peers, and how they are judged (issue 3, point 5)."""

from itertools import permutations

import pytest

from bench import peers
from bench.peers import (
    Peer,
    RankedCandidate,
    RankedCase,
    Ruling,
    always_the_same,
    fewest_wrong,
    kendall_tau,
    standing_of,
    standing_of_fitcheck,
)

POSTING = "Wij zoeken een klachtencoördinator met ervaring in mediation en TOPdesk bij een gemeente."
FITTING = "Klachtencoördinator bij de gemeente Almere; mediation, TOPdesk."
OTHER = "Kok in een restaurant, later ploegleider in een magazijn."


def case(*candidates: tuple[str, bool, float], posting: str = POSTING) -> RankedCase:
    return RankedCase(posting_text=posting, candidates=tuple(RankedCandidate(*one) for one in candidates))


@pytest.mark.parametrize("peer", peers.peers(), ids=lambda peer: peer.name)
def test_a_peer_prefers_the_text_that_names_what_is_asked(peer: Peer) -> None:
    good, bad = peer.score(POSTING, [FITTING, OTHER])
    assert good > bad


@pytest.mark.parametrize("peer", peers.peers(), ids=lambda peer: peer.name)
@pytest.mark.parametrize("texts", [[], [""], ["…", FITTING]])
def test_a_peer_scores_any_texts(peer: Peer, texts: list[str]) -> None:
    assert len(peer.score(POSTING, texts)) == len(texts)


def test_keyword_share_is_of_the_postings_words_each_once() -> None:
    posting = "Beleidsadviseur met Excel, Excel en inkoop; 3 jaar ervaring"
    assert peers.keywords(posting) == {"beleidsadviseur", "excel", "inkoop"}
    assert peers.keyword_share(posting, ["EXCEL excel", "inkoop in excel", "niets daarvan"]) == pytest.approx(
        [1 / 3, 2 / 3, 0]
    )
    assert peers.keyword_share("de het een", ["de"]) == [0]


def test_tau_is_that_of_the_textbook() -> None:
    def tau(given: str, true: str) -> float | None:
        return kendall_tau([(float(c),) for c in given], [(float(c),) for c in true])

    assert tau("1234", "1234") == 1
    assert tau("4321", "1234") == -1
    assert tau("1324", "1234") == pytest.approx(4 / 6)
    assert tau("1123", "1234") == pytest.approx(5 / (5 * 6) ** 0.5)
    assert tau("1111", "1234") == 0
    assert tau("1234", "1111") is None
    assert tau("1", "1") is None


def test_tau_agrees_with_scipy() -> None:
    stats = pytest.importorskip("scipy.stats")
    true = (1, 2, 2, 3, 5)
    for given in permutations((0, 1, 1, 2, 4)):
        expected = stats.kendalltau(given, true).statistic
        found = kendall_tau([(float(v),) for v in given], [(float(v),) for v in true])
        assert found == pytest.approx(expected)


def test_the_threshold_is_the_best_in_hindsight() -> None:
    assert fewest_wrong([(0.1, False), (0.2, False), (0.3, True)]) == 0
    assert fewest_wrong([(0.3, False), (0.2, False), (0.1, True)]) == pytest.approx(1 / 3)  # nobody passes
    assert fewest_wrong([(0.3, True), (0.1, True)]) == 0  # everybody passes
    assert fewest_wrong([(0.2, True), (0.2, False)]) == 0.5  # equals can't be told apart
    assert fewest_wrong([]) == 0


def test_a_peer_is_judged_over_all_cases_by_one_threshold() -> None:
    scores = {"a": 0.9, "b": 0.5, "c": 0.4, "d": 0.1}
    peer = Peer("given", lambda _posting, texts: [scores[text] for text in texts])
    found = standing_of(peer, [case(("a", True, 50), ("b", False, 10)), case(("c", True, 80), ("d", False, 90))])
    assert found.tau == 1
    assert found.tau_points == 0  # the second has the points of who failed a knock-out above
    assert found.wrong == 0.25
    assert found.left_open == 0


def test_open_is_neither_right_nor_wrong() -> None:
    rulings = [[Ruling((1, 20), "go"), Ruling((0, 20), "open"), Ruling((-1, 0), "no_go"), Ruling((1, 0), "go")]]
    found = standing_of_fitcheck(
        "Fitcheck", [case(("", True, 20), ("", True, 10), ("", False, 5), ("", False, 0))], rulings
    )
    assert (found.wrong, found.left_open) == (0.25, 0.25)
    assert found.tau == pytest.approx((4 - 1) / (6 * 5) ** 0.5)


def test_who_reads_nothing_is_wrong_as_often_as_the_rarer_truth() -> None:
    found = always_the_same([case(("a", True, 1), ("b", False, 1), ("c", False, 1))])
    assert found.wrong == pytest.approx(1 / 3)
    assert found.tau is None


def test_who_cannot_be_had_is_named_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_name: str) -> None:
        raise ImportError("no such thing")

    monkeypatch.setattr(peers, "import_module", gone)
    peers._without_sklearn.cache_clear()
    try:
        assert all("TF-IDF" not in peer.name for peer in peers.peers())
        page = "\n".join(peers.lines([always_the_same([])]))
    finally:
        peers._without_sklearn.cache_clear()
    assert "not in it: TF-IDF cosine: scikit-learn can't be imported here (no such thing)" in page
    assert all(reason for _, reason in peers.absent())
    assert "Textkernel" in page
