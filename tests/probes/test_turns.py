"""Dear probes take turns, take no more time than the frequent ones, and none is forgotten."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.probes.turns import Turns

seconds = st.floats(0.001, 1.0)


def play(turns: Turns, costs: dict[str, float], frequent: float, rounds: int) -> list[list[str]]:
    """Measure so often, each probe taking what it always takes; return which dear ones were made each time."""
    made = []
    for _ in range(rounds):
        turns.earn(frequent)
        made.append(turns.choose(list(costs)))
        for name in made[-1]:
            turns.spent(name, costs[name])
    return made


@given(st.lists(seconds, min_size=1, max_size=5), seconds)
def test_together_they_take_no_more_than_the_frequent_ones(costs: list[float], frequent: float) -> None:
    named = {f"probe{number}": cost for number, cost in enumerate(costs)}
    turns = Turns(named)
    play(turns, named, frequent, 5)  # what each takes is learnt by making it
    made = play(turns, named, frequent, 200)
    spent = sum(named[name] for names in made for name in names)
    assert spent <= 200 * frequent + max(costs)
    # What may be spent is spent, where there is enough to be made; else all are made each time.
    assert spent >= min(200 * frequent, 200 * sum(costs)) * 0.9 - max(costs)


@given(st.lists(seconds, min_size=2, max_size=5), seconds)
def test_each_comes_as_often_as_the_others(costs: list[float], frequent: float) -> None:
    named = {f"probe{number}": cost for number, cost in enumerate(costs)}
    made = [name for names in play(Turns(named), named, frequent, 300) for name in names]
    counts = [made.count(name) for name in named]
    assert max(counts) - min(counts) <= 1


def test_one_that_is_not_wanted_holds_up_nobody_and_keeps_its_place() -> None:
    turns = Turns(["maps", "surface"])
    costs = {"maps": 1.0, "surface": 0.1}
    play(turns, costs, 2.0, 1)
    only = {"surface": 0.1}
    assert play(turns, only, 0.1, 5) == [["surface"]] * 5
    turns.earn(1.0)
    assert turns.choose(["maps", "surface"]) == ["maps"]


def test_nothing_is_saved_up_while_there_is_nothing_to_spend_it_on() -> None:
    turns = Turns(["maps"])
    turns.spent("maps", 1.0)
    play(turns, {}, 1.0, 100)
    assert play(turns, {"maps": 1.0}, 0.25, 8) == [[], [], [], ["maps"]] * 2


def test_a_single_slow_one_is_not_expected_again() -> None:
    turns = Turns(["maps"])
    for cost in (0.1, 0.1, 5.0):
        turns.spent("maps", cost)
    turns.earn(0.1)
    assert turns.choose(["maps"]) == ["maps"]


@pytest.mark.parametrize("rounds", [1, 10])
def test_the_first_time_each_is_made_at_once(rounds: int) -> None:
    turns = Turns(["maps", "surface"])
    assert play(turns, {"maps": 9.0, "surface": 9.0}, 0.001, rounds)[0] == ["maps", "surface"]
