"""Other ways to rank a posting's candidates, beside Fitcheck's, on the same texts and the same truth (issue 3, point 5).

A peer gives each text a score and no more; so it is judged on its order, and on go or no-go at the threshold that would have
served it best over all cases: hindsight that nobody has in practice.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import combinations, groupby
from pathlib import Path
from typing import Any, Literal, NamedTuple

from rapidfuzz import fuzz, utils

from core.model.base import Frozen

_DATA = Path(__file__).with_suffix(".toml")

Verdict = Literal["go", "open", "no_go"]
Order = tuple[float, ...]
Scorer = Callable[[str, Sequence[str]], list[float]]


class RankedCandidate(NamedTuple):
    """A text, and the truth about whom it describes: whether all knock-outs are met, and the points on the award criteria."""

    text: str
    true_go: bool
    true_points: float


class RankedCase(Frozen):
    """A posting with the candidates who are put in order."""

    posting_text: str
    candidates: tuple[RankedCandidate, ...]


class Absent(NamedTuple):
    """A peer that can't be had, and why."""

    name: str
    reason: str


class Peer(NamedTuple):
    """A way to score the texts of a posting's candidates: the higher, the better."""

    name: str
    score: Scorer


class Ruling(NamedTuple):
    """What Fitcheck made of one candidate: a key that is higher for a better place (S8), and the verdict."""

    key: Order
    verdict: Verdict


class Standing(NamedTuple):
    """How well one way of ranking did.

    `tau`: its order against the true order of the award, in which who fails a knock-out comes last. `tau_points`: against
    the true points alone. Both are Kendall's tau-b, the mean over postings where there is an order to find; None: nowhere.
    `wrong`: the share of all candidates called go or no-go against the truth; `left_open`: called neither.
    """

    name: str
    tau: float | None
    tau_points: float | None
    wrong: float
    left_open: float = 0.0


# The peers


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def stop_words() -> frozenset[str]:
    """Return the Dutch words that are no keyword anywhere."""
    return frozenset(_data()["stop_words"].split())


def absent() -> tuple[Absent, ...]:
    """Return the peers that can't be had here, and why; scikit-learn too where it isn't installed."""
    missing = (Absent("TF-IDF cosine", reason) for reason in [_without_sklearn()] if reason)
    return (*missing, *(Absent(**entry) for entry in _data()["absent"]))


def peers() -> tuple[Peer, ...]:
    """Return the peers that can be had, the most used first."""
    found = [Peer("keyword share, as résumé matchers do", keyword_share)]
    if not _without_sklearn():
        found.append(Peer("TF-IDF cosine (scikit-learn)", tfidf_cosine))
    return (*found, Peer("token_set_ratio (rapidfuzz)", token_set_ratio))


def keywords(text: str) -> frozenset[str]:
    """Return the different words of a text that could be keywords: no stop word, not short, no number."""
    shortest, stopped = _data()["shortest_keyword"], stop_words()
    words = re.findall(r"[^\W\d_]+", text.lower())
    return frozenset(word for word in words if len(word) >= shortest and word not in stopped)


def keyword_share(posting: str, texts: Sequence[str]) -> list[float]:
    """Return for each text the share of the posting's keywords that stand in it.

    Résumé matchers (Resume-Matcher and the many of its kind) and the "match rate" of ATS scanners come down to this: both texts
    in lower case, cut into words, without stop words and words under four letters; then the keywords of the posting that were found,
    divided by all of them, each counted once. Some let a model or a list of skills choose the keywords first; all
    compare literal words, whatever stands around them.
    """
    wanted = keywords(posting)
    return [len(wanted & keywords(text)) / len(wanted) if wanted else 0.0 for text in texts]


def tfidf_cosine(posting: str, texts: Sequence[str]) -> list[float]:
    """Return for each text the cosine with the posting, words weighed by how few of these texts hold them."""
    vectorizer = import_module("sklearn.feature_extraction.text").TfidfVectorizer
    weights = vectorizer(stop_words=sorted(stop_words()), sublinear_tf=True).fit_transform([posting, *texts])
    # Rows have length 1, so that the product is the cosine.
    return [float(value) for value in (weights[1:] @ weights[0].T).toarray().ravel()]


def token_set_ratio(posting: str, texts: Sequence[str]) -> list[float]:
    """Return for each text rapidfuzz's likeness of the two sets of words."""
    return [fuzz.token_set_ratio(posting, text, processor=utils.default_process) for text in texts]


@cache
def _without_sklearn() -> str:
    try:
        import_module("sklearn.feature_extraction.text")
    except ImportError as error:
        return f"scikit-learn can't be imported here ({error}); `make install` installs it"
    return ""


# How well they do


def standing_of(peer: Peer, cases: Sequence[RankedCase]) -> Standing:
    """Return how a peer does: its order, and its calls at the threshold that is best in hindsight."""
    scores = [peer.score(case.posting_text, [candidate.text for candidate in case.candidates]) for case in cases]
    keys = [[(score,) for score in row] for row in scores]
    pairs = [
        (score, candidate.true_go)
        for case, row in zip(cases, scores, strict=True)
        for score, candidate in zip(row, case.candidates, strict=True)
    ]
    return Standing(peer.name, *_taus(cases, keys), fewest_wrong(pairs))


def standing_of_fitcheck(name: str, cases: Sequence[RankedCase], rulings: Sequence[Sequence[Ruling]]) -> Standing:
    """Return how Fitcheck does, from its rulings on each case's candidates; "open" is neither right nor wrong."""
    calls = [
        (ruling.verdict, candidate.true_go)
        for case, row in zip(cases, rulings, strict=True)
        for ruling, candidate in zip(row, case.candidates, strict=True)
    ]
    wrong = sum(verdict != "open" and (verdict == "go") != truth for verdict, truth in calls)
    left_open = sum(verdict == "open" for verdict, _ in calls)
    taus = _taus(cases, [[ruling.key for ruling in row] for row in rulings])
    return Standing(name, *taus, wrong / max(len(calls), 1), left_open / max(len(calls), 1))


def always_the_same(cases: Sequence[RankedCase]) -> Standing:
    """Return how one does who reads nothing and always says what is most often true."""
    truths = [candidate.true_go for case in cases for candidate in case.candidates]
    went = sum(truths) / max(len(truths), 1)
    return Standing("reading nothing, always the same answer", None, None, min(went, 1 - went))


def _taus(cases: Sequence[RankedCase], keys: Sequence[Sequence[Order]]) -> tuple[float | None, float | None]:
    found = list(zip(cases, keys, strict=True))
    return (
        _mean(kendall_tau(row, [_award(candidate) for candidate in case.candidates]) for case, row in found),
        _mean(kendall_tau(row, [(candidate.true_points,) for candidate in case.candidates]) for case, row in found),
    )


def _award(candidate: RankedCandidate) -> Order:
    """Return the place in the award: who fails a knock-out isn't read further, and has no points."""
    return (1.0, candidate.true_points) if candidate.true_go else (0.0, 0.0)


def _mean(taus: Iterable[float | None]) -> float | None:
    known = [tau for tau in taus if tau is not None]
    return sum(known) / len(known) if known else None


def kendall_tau(given: Sequence[Order], true: Sequence[Order]) -> float | None:
    """Return Kendall's tau-b: 1 the true order, -1 its reverse; None where the truth has no order.

    Who gives all the same place has found nothing: 0.
    """
    agreed = given_apart = true_apart = 0
    for (mine, my_truth), (other, other_truth) in combinations(zip(given, true, strict=True), 2):
        ours, truly = (mine > other) - (mine < other), (my_truth > other_truth) - (my_truth < other_truth)
        agreed += ours * truly
        given_apart += ours != 0
        true_apart += truly != 0
    if not true_apart:
        return None
    return agreed / (given_apart * true_apart) ** 0.5 if given_apart else 0.0


def fewest_wrong(pairs: Iterable[tuple[float, bool]]) -> float:
    """Return the smallest share of wrong calls that one threshold allows: from there on "go", below it "no-go"."""
    ordered = sorted(pairs)
    # With the threshold below everything, every "no-go" in truth is called wrongly; then it moves up, score by score.
    wrongs = [sum(not went for _, went in ordered)]
    for _, equals in groupby(ordered, key=lambda pair: pair[0]):
        wrongs.append(wrongs[-1] + sum(1 if went else -1 for _, went in equals))
    return min(wrongs) / max(len(ordered), 1)


# As printed


def lines(standings: Iterable[Standing]) -> Iterator[str]:
    """Yield the table, and below it who isn't in it and why."""
    yield f"  {'':<42}{'tau award':>10}{'tau points':>12}{'wrong':>9}{'left open':>11}"
    for one in standings:
        taus = f"{_signed(one.tau):>10}{_signed(one.tau_points):>12}"
        yield f"  {one.name:<42}{taus}{_percent(one.wrong):>9}{_percent(one.left_open):>11}"
    for name, reason in absent():
        yield f"  not in it: {name}: {reason}"


def _signed(tau: float | None) -> str:
    return "-" if tau is None else f"{tau:+.2f}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
