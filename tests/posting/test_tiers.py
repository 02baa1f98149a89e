"""P3-P5: points, tiers, and what an unsure duration earns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.posting import AnyOf, Experience, Tier
from core.posting.grading import grade
from core.posting.points import find_points, points_alone
from core.posting.reader import read_posting
from core.posting.tiers import find_bands, has_bands, overlaps_or_gaps, tier_points

STEPS = (
    Tier(low=0, high=12, points=0),
    Tier(low=12, high=24, high_inclusive=True, points=15),
    Tier(low=24, high=None, low_inclusive=False, points=30),
)
ODD = (
    Tier(low=60, high=None, low_inclusive=False, points=8),
    Tier(low=0, high=36, high_inclusive=True, points=5),
    Tier(low=0, high=24, high_inclusive=True, points=2),
)


@pytest.mark.parametrize(
    ("text", "points", "unit"),
    [
        ("ervaring (40 punten)", 40, "points"),
        ("ervaring (20 pt)", 20, "points"),
        ("ervaring (20  punten);", 20, "points"),
        ("ervaring. (max. 20 punten)", 20, "points"),
        ("ervaring [maximaal 12,5 punten]", 12.5, "points"),
        ("ervaring (30 p.)", 30, "points"),
        ("ervaring - 20 punten", 20, "points"),
        ("ervaring 20 p.", 20, "points"),
        ("ervaring 20 p.;", 20, "points"),
        ("ervaring met Sigmax 20 p.", 20, "points"),
        ("20 punten: ervaring", 20, "points"),
        ("ervaring (0 tot 20 punten)", 20, "points"),
        ("ervaring (weging: 15%)", 15, "percent"),
        ("ervaring (10 %)", 10, "percent"),
        ("ervaring weging:10 %", 10, "percent"),
        ("te behalen punten: 25", 25, "points"),
        ("ervaring (geen punten)", 0, "points"),
        ("(totaal 20 punten) ervaring", 20, "points"),
    ],
)
def test_p3_points_in_every_form(text: str, points: float, unit: str) -> None:
    (hit,) = find_points(" ".join(text.split()))
    assert (hit.value, hit.unit) == (points, unit)


@pytest.mark.parametrize(
    "text",
    [
        "50% op locatie werken",
        "minimaal 3 jaar ervaring",
        "cv van 5 pagina's",
        "cv van maximaal 2 p.",
        "maximaal 36 uur",
        "in totaal 100 punten",
        "totaalscore: 100 punten",
        "de punten worden opgeteld",
    ],
)
def test_p3_what_are_no_points(text: str) -> None:
    assert find_points(text) == ()


def test_p3_a_weight_alone_on_its_line() -> None:
    for text in ("40 %", "weging: 10 %", "(20 punten)", "- 20 punten;", "punten: 20"):
        assert points_alone(text) is not None, text
    assert points_alone("40 uur") is None
    assert points_alone("ervaring (40 punten)") is None


@pytest.mark.parametrize(
    ("text", "low", "high", "low_inclusive", "high_inclusive"),
    [
        ("minder dan 1 jaar", 0, 12, True, False),
        ("tussen 1 en 2 jaar", 12, 24, True, True),
        ("tussen de 2 en 4 jaar werkervaring", 24, 48, True, True),
        ("meer dan 2 jaar", 24, None, False, False),
        ("langer dan 18 maanden", 18, None, False, False),
        ("minimaal 3 jaar", 36, None, True, False),
        ("vanaf 3 jaar", 36, None, True, False),
        ("3 jaar of meer", 36, None, True, False),
        ("drie (3) jaar of langer", 36, None, True, False),
        ("3+ jaar", 36, None, True, False),
        ("> 2 jaar", 24, None, False, False),
        (">= 2 jaar", 24, None, True, False),
        ("< 1 jaar", 0, 12, True, False),
        ("1 tot 3 jaar", 12, 36, True, False),
        ("van 1 tot 3 jaar", 12, 36, True, False),
        ("vanaf 3 jaar tot 5 jaar", 36, 60, True, False),
        ("6 maanden tot 1 jaar", 6, 12, True, False),
        ("1 t/m 2 jaar", 12, 24, True, True),
        ("2 tot en met 4 jaar", 24, 48, True, True),
        ("meer dan 2 tot en met 4 jaar", 24, 48, False, True),
        ("meer dan 1 jaar en minder dan 3 jaar", 12, 36, False, False),
        ("minimaal 1, maximaal 2 jaar", 12, 24, True, True),
        ("1-2 jaar", 12, 24, True, True),
        ("maximaal 3 jaar", 0, 36, True, True),
        ("2 jaar of minder", 0, 24, True, True),
        ("0 t/m 11 maanden", 0, 11, True, True),
        ("geen ervaring", 0, 0, True, True),
        ("anderhalf jaar of meer", 18, None, True, False),
    ],
)
def test_p5_the_bounds_of_a_band(
    text: str, low: int, high: int | None, low_inclusive: bool, high_inclusive: bool
) -> None:
    (band,) = find_bands(text)
    assert band[:4] == (low, high, low_inclusive, high_inclusive)


def test_p5_a_number_without_a_unit_takes_that_of_the_others() -> None:
    (band,) = find_bands("maximaal 3", unit="jaar")
    assert band[:2] == (0, 36)
    assert find_bands("maximaal 3") == ()


def points_of(text: str) -> list[tuple[int | None, int | None, float]]:
    return [(tier.low, tier.high, tier.points) for tier in grade(text).tiers]


BANDS = [(0, 12, 0.0), (12, 24, 15.0), (24, None, 30.0)]


@pytest.mark.parametrize(
    "text",
    [
        "Ervaring met X (30 punten);\n - a. minder dan 1 jaar (0 punten);\n - b. tussen 1 en 2 jaar (15 punten);\n - c. meer dan 2 jaar (30 punten);",
        "Ervaring met X (30 punten);\na) minder dan 1 jaar (0 punten)\nb) tussen 1 en 2 jaar (15 punten)\nc) meer dan 2 jaar (30 punten)",
        "Ervaring met X (30 punten): minder dan 1 jaar (0 punten); tussen 1 en 2 jaar (15 punten); meer dan 2 jaar (30 punten)",
        "Ervaring met X (30 punten). Minder dan 1 jaar: 0 punten, tussen 1 en 2 jaar: 15 punten, meer dan 2 jaar: 30 punten",
        "Ervaring met X:\n\u2022 minder dan 1 jaar = 0 punten\n\u2022 tussen 1 en 2 jaar = 15 punten\n\u2022 meer dan 2 jaar = 30 punten",
        "Ervaring met X (30 punten)\n0 punten: minder dan 1 jaar\n15 punten: tussen 1 en 2 jaar\n30 punten: meer dan 2 jaar",
        "Ervaring met X (30\npunten); a. minder\ndan 1 jaar (0 punten); b.\ntussen 1 en 2 jaar (15\npunten); c. meer dan 2 jaar (30 punten);",
    ],
)
def test_p4_tiers_in_every_layout(text: str) -> None:
    graded = grade(text)
    assert points_of(text) == BANDS
    assert graded.text == "Ervaring met X"
    assert graded.points == 30


def test_p4_tiers_with_weights_in_percent() -> None:
    text = "Recente werkervaring.\n-Meer dan 5 jaar (8 %)\n-maximaal 3 (5 %)\n-maximaal 2 (2 %)\nWeging:8 %"
    assert points_of(text) == [(60, None, 8.0), (0, 36, 5.0), (0, 24, 2.0)]
    assert grade(text).points == 8


def test_p4_sub_scores_are_part_of_the_weight() -> None:
    graded = grade(
        "40 %\nErvaring met X\n- tot 1 jaar: 0 punten\n- 1 tot 3 jaar: 125 punten\n- meer dan 3 jaar: 250 punten"
    )
    assert graded.points == 40
    assert [tier.points for tier in graded.tiers] == [0, 20, 40]


def test_p4_a_combination_is_no_band() -> None:
    graded = grade("Training in:\n- Inkoop (5 %)\n- Contracten (5 %)\n- Inkoop én Contracten (10 %)\nWeging: 10 %")
    assert [(tier.text, tier.points) for tier in graded.tiers] == [
        ("Inkoop", 5),
        ("Contracten", 5),
        ("Inkoop én Contracten", 10),
    ]
    assert not has_bands(graded.tiers)


@pytest.mark.parametrize(
    "text",
    [
        "Werkervaring met GeoTax (5 %), werkervaring met Key2Waarderen (5 %), GeoTax én Key2Waarderen (10 %)",
        "Ervaring met GeoTax (5 %), ervaring met Key2Waarderen (5 %), ervaring met beide (10 %)",
        "Kennis van GeoTax (5 %), kennis van Key2Waarderen (5 %), kennis van GeoTax en Key2Waarderen (10 %)",
    ],
)
def test_p4_p16_a_criterion_of_nothing_but_its_tiers_stays(text: str) -> None:
    lines = f"Vereisten\n\n1. Mbo-4;\n\nWensen\n\n2. {text};\n"
    found = read_posting(lines).criteria[-1]
    assert (found.id, found.points) == ("A2", 10)
    assert isinstance(found.requirement, AnyOf)
    assert [part.subjects for part in found.requirement.parts if isinstance(part, Experience)] == [
        ("GeoTax",),
        ("Key2Waarderen",),
    ]
    assert [(tier.points, tier.when) for tier in found.tiers] == [(5, (0,)), (5, (1,)), (10, (0, 1))]


def test_p4_parts_that_add_up_to_the_whole() -> None:
    graded = grade("Certificaten (15 punten)\n- Prince2 (10 punten)\n- ITIL (5 punten)")
    assert [(tier.text, tier.points) for tier in graded.tiers] == [
        ("Prince2", 10),
        ("ITIL", 5),
        ("Prince2 én ITIL", 15),
    ]


def test_p4_the_threshold_of_the_criterion_is_no_tier() -> None:
    graded = grade("Minimaal 3 jaar ervaring als X in de afgelopen 5 jaar (30 punten). Benoem dit in het cv")
    assert graded.tiers == ()
    assert graded.text == "Minimaal 3 jaar ervaring als X in de afgelopen 5 jaar. Benoem dit in het cv"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 0, (0, 0)),
        (11, 11, (0, 0)),
        (12, 12, (15, 15)),
        (24, 24, (15, 15)),
        (25, 25, (30, 30)),
        (11, 12, (0, 15)),
        (20, 30, (15, 30)),
        (0, None, (0, 30)),
        (30, None, (30, 30)),
        (5, 100, (0, 30)),
    ],
)
def test_p5_points_of_an_interval(low: int, high: int | None, expected: tuple[float, float]) -> None:
    assert tier_points(STEPS, low, high) == expected


@pytest.mark.parametrize(
    ("months", "points"),
    [(10, 2), (24, 2), (25, 5), (36, 5), (40, 5), (60, 5), (61, 8), (200, 8)],
)
def test_p5_in_an_overlap_or_a_gap_the_fewer_points_count(months: int, points: float) -> None:
    assert tier_points(ODD, months, months) == (points, points)


def test_p5_outside_all_bands_there_are_none() -> None:
    tiers = (Tier(low=12, high=24, points=10), Tier(low=24, high=36, points=20))
    assert tier_points(tiers, 6, 6) == (0, 0)
    assert tier_points(tiers, 36, None) == (0, 0)
    assert tier_points(tiers, 30, None) == (0, 20)
    assert tier_points((), 5, 10) == (0, 0)


def test_p5_bands_that_meet() -> None:
    assert not overlaps_or_gaps(STEPS)
    assert not overlaps_or_gaps((Tier(low=0, high=11, high_inclusive=True, points=0), Tier(low=12, points=5)))
    assert overlaps_or_gaps(ODD)
    assert overlaps_or_gaps((Tier(low=0, high=12, points=0), Tier(low=12, low_inclusive=False, points=5)))


bands = st.builds(
    lambda low, width, low_in, high_in, points: Tier(
        low=low,
        high=None if width is None else low + width,
        low_inclusive=low_in,
        high_inclusive=high_in,
        points=points,
    ),
    st.integers(0, 120),
    st.none() | st.integers(0, 60),
    st.booleans(),
    st.booleans(),
    st.integers(0, 50).map(float),
)


@given(st.lists(bands, max_size=5), st.integers(0, 150), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_p5_a_wider_interval_never_narrows_the_points(
    tiers: list[Tier], low: int, width: int, before: int, after: int
) -> None:
    inner = tier_points(tiers, low, low + width)
    outer = tier_points(tiers, max(0, low - before), low + width + after)
    unbounded = tier_points(tiers, low, None)
    assert outer[0] <= inner[0] <= inner[1] <= outer[1]
    assert unbounded[0] <= inner[0]
    assert inner[1] <= unbounded[1]


@given(st.lists(bands, min_size=1, max_size=5), st.integers(0, 150), st.integers(0, 80))
def test_p5_the_interval_is_what_its_months_earn(tiers: list[Tier], low: int, width: int) -> None:
    each = [tier_points(tiers, month, month)[0] for month in range(low, low + width + 1)]
    assert tier_points(tiers, low, low + width) == (min(each), max(each))


@pytest.mark.parametrize(
    "scale",
    [
        ": nee = 0 punten, ja = 20 punten",
        " (ja: 20 punten, nee: 0 punten)",
        "; ja = 20 pt, nee = 0 pt",
        ": nee 0 punten / ja 20 punten",
    ],
)
def test_p4_yes_or_no_is_all_or_nothing(scale: str) -> None:
    graded = grade(f"Ervaring in de regio Haaglanden{scale}")
    assert (graded.text, graded.points, graded.tier_texts) == ("Ervaring in de regio Haaglanden", 20, ())
