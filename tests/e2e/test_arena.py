"""The arena: variants that begin alike, are drawn as they were measured, and train together."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import PageErrors
from tests.e2e.links import link_to, run_of
from tests.support.runs import wait_until
from tests.support.server import RunningServer
from tests.support.specs import endless_spec, plane_spec
from tests.support.stream import latest_probes

BUILT = 240_000
"""Milliseconds that a dozen workers may take to start on a busy machine."""
SOON = 60_000
ACTIVATIONS = ("sigmoid", "tanh", "relu")
INITIALIZERS = ({"kind": "normal", "std": 1}, {"kind": "normal", "std": 0.01}, "xavier_normal", "he_normal")


def fingerprint(values: Any) -> str:
    """Return the FNV-1a hash, 32 bits, of float32 values, as the page writes it."""
    hashed = 0x811C9DC5
    for byte in np.asarray(values, "<f4").tobytes():
        hashed = ((hashed ^ byte) * 0x01000193) & 0xFFFFFFFF
    return f"{hashed:08x}"


Runs = Callable[[], list[dict[str, Any]]]


def runs_of(server: RunningServer) -> list[dict[str, Any]]:
    """Return the server's runs."""
    return httpx.get(f"{server.url}/api/runs").json()


def weights_of(server: RunningServer, run: str) -> dict[str, np.ndarray]:
    """Return a run's weights as they are now."""
    answer = httpx.get(f"{server.url}/api/runs/{run}/weights", params={"format": "npz"})
    return dict(np.load(io.BytesIO(answer.content)))


def next_batch(server: RunningServer, run: str) -> tuple[int, Any, Any]:
    """Return the step that a resting run makes next, and every sample and target of its batch."""
    answer = httpx.post(f"{server.url}/api/runs/{run}/trace", json={"samples": 10}, timeout=60)
    assert answer.status_code == 200, answer.text
    traced = answer.json()
    assert traced["batch"] == traced["samples"] == 10
    return traced["step"], traced["inputs"]["values"], traced["targets"]["values"]


@pytest.fixture
def ours(server: RunningServer) -> Runs:
    """Return a function that lists the runs which this test's page has started and not given back."""
    before = {run["id"] for run in runs_of(server)}
    return lambda: [run for run in runs_of(server) if run["id"] not in before]


def wait_until_ready(page: Page, count: int) -> None:
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-ready", str(count), timeout=BUILT)


def open_arena(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_test_id("open-arena").click()
    expect(page.get_by_test_id("arena")).to_be_visible()


def names_in(page: Page) -> list[str]:
    """Return the names of the variants in the grid, in order."""
    heads = page.get_by_test_id("arena-grid").locator("tbody th")
    return heads.evaluate_all("all => all.map(head => head.querySelector('[title]').title)")


def add(page: Page, setting: str, value: str | None = None) -> None:
    """Add a variant of the first one that differs in `setting`."""
    page.get_by_test_id("arena-add").click()
    page.get_by_test_id("arena-add-setting").select_option(setting)
    if value is not None:
        page.get_by_test_id("arena-add-value").select_option(value)
    page.get_by_test_id("arena-add-confirm").click()


def initializer_of(run: dict[str, Any]) -> tuple[str, str, float | None]:
    """Return a run's hidden activation, and the initializer of its first layer."""
    nodes = run["spec"]["network"]["nodes"]
    drawn = nodes[0]["weight_init"]
    return nodes[1]["kind"], drawn["kind"], drawn.get("std")


def cell(page: Page, node: str, row: int) -> dict[str, str]:
    """Return the figures of a drawn histogram, in the row of that place."""
    picture = page.get_by_test_id("arena-grid").locator("tbody tr").nth(row).locator(f"[data-testid$='-{node}']")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-step", re.compile(r"\d+"), timeout=SOON)
    return picture.evaluate("element => ({...element.dataset})")


def test_the_books_grid_shows_step_0_as_measured_and_trains(page: Page, server: RunningServer, ours: Runs) -> None:
    open_arena(page, server.url)
    page.get_by_test_id("arena-sets").click()
    page.get_by_test_id("arena-set-book_initializers").click()
    expect(page.get_by_test_id("arena-count")).to_contain_text("12")
    wait_until_ready(page, 12)

    runs = {initializer_of(run): run["id"] for run in ours() if run["state"] == "paused"}
    assert len(runs) == 12
    rows = [(kind, drawn) for kind in ACTIVATIONS for drawn in INITIALIZERS]
    seen: dict[tuple[str, str, float | None], list[dict[str, str]]] = {}
    for row, (kind, drawn) in enumerate(rows):
        key = (kind, drawn["kind"], drawn["std"]) if isinstance(drawn, dict) else (kind, drawn, None)
        measured = latest_probes(server, runs[key])
        for number in range(1, 6):
            drawn_cell = cell(page, f"{kind}{number}", row)
            histogram = measured["activation_histogram", f"{kind}{number}", None]
            assert (drawn_cell["step"], histogram["step"]) == ("0", 0)
            assert int(drawn_cell["countsTotal"]) == int(drawn_cell["sampled"]) == histogram["sampled"]
            assert int(drawn_cell["total"]) == 1000 * 100
            assert drawn_cell["counts"] == fingerprint(histogram["counts"])
            assert drawn_cell["edges"] == fingerprint(histogram["edges"])
            assert float(drawn_cell["std"]) == pytest.approx(histogram["std"])
            seen.setdefault(key, []).append(drawn_cell)

    # As in the book: std 1 drives sigmoids to their ends, std 0.01 leaves nothing, Xavier keeps the spread.
    assert all(float(one["saturated"]) > 0.6 for one in seen["sigmoid", "normal", 1])
    assert float(seen["tanh", "normal", 0.01][4]["std"]) < 1e-4
    spreads = [float(one["std"]) for one in seen["tanh", "xavier_normal", None]]
    assert min(spreads) > 0.5 * max(spreads)
    assert float(seen["relu", "normal", 1][4]["std"]) > 1000

    page.get_by_test_id("arena-play").click()
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-ended", "1", timeout=BUILT)
    page.get_by_test_id("arena-pause").click()
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-training", "0", timeout=SOON)
    trained = {initializer_of(run): run for run in ours()}
    assert trained["relu", "normal", 1]["state"] == "diverged"
    assert all(run["step"] > 0 for run in trained.values())

    # Away from the button, whose hint Escape would close first.
    page.mouse.move(700, 600)
    expect(page.get_by_role("tooltip")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("arena")).to_have_count(0)
    expect(page.get_by_test_id("play")).to_be_visible()
    wait_until(lambda: not ours(), ours)


def test_variants_that_differ_in_the_optimizer_race_fairly_and_are_drawn_as_measured(
    page: Page, server: RunningServer, ours: Runs
) -> None:
    open_arena(page, link_to(server, endless_spec()))
    add(page, "optimizer", "adam")
    wait_until_ready(page, 2)
    runs = {run["spec"]["optimizer"]["kind"]: run["id"] for run in ours()}
    assert set(runs) == {"adam", "sgd"}

    one, other = (weights_of(server, run) for run in runs.values())
    assert set(one) == set(other) == {"fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"}
    for name in one:
        assert fingerprint(one[name]) == fingerprint(other[name])
    assert next_batch(server, runs["sgd"]) == next_batch(server, runs["adam"])
    page.get_by_test_id("arena-view-outcomes").click()
    expect(page.locator("[data-testid^='arena-start-']").nth(1)).to_have_text("4 / 4")

    page.get_by_test_id("arena-smoothing").fill("0")
    page.get_by_test_id("arena-step-menu").click()
    page.get_by_test_id("arena-step-10").click()
    standing = page.get_by_test_id("arena-standing")
    expect(standing).to_have_attribute("data-furthest", "10", timeout=SOON)
    expect(standing).to_have_attribute("data-training", "0")
    wait_until(lambda: all(run["step"] == 10 and run["state"] == "paused" for run in ours()))
    batches = [next_batch(server, runs[kind]) for kind in ("sgd", "adam")]
    assert batches[0] == batches[1]
    assert batches[0][0] == 11

    # What is drawn is what the runs measured: every step, and the validation before the first and after the ninth.
    tables = [httpx.get(f"{server.url}/api/runs/{runs[kind]}/metrics").json() for kind in ("sgd", "adam")]
    assert tables[0]["train_loss"] != tables[1]["train_loss"]
    for measure in ("loss", "accuracy"):
        columns = [
            [value for value in table[f"{kind}_{measure}"] if value is not None]
            for kind in ("train", "validation")
            for table in tables
        ]
        assert [len(column) for column in columns] == [10, 10, 2, 2]
        expected = " ".join(fingerprint(column) for column in columns)
        expect(page.get_by_test_id(f"arena-curve-{measure}")).to_have_attribute("data-drawn", expected, timeout=SOON)
    for measure, column in (("trainLoss", "train_loss"), ("validationAccuracy", "validation_accuracy")):
        cells = page.locator(f"[data-measure='{measure}.last']")
        for place, table in enumerate(tables):
            measured = [value for value in table[column] if value is not None][-1]
            assert float(cells.nth(place).get_attribute("data-value") or "nan") == pytest.approx(measured, rel=1e-6)


def test_a_reload_opens_the_same_arena_again(page: Page, server: RunningServer, ours: Runs) -> None:
    open_arena(page, link_to(server, endless_spec()))
    add(page, "optimizer", "adam")
    add(page, "dropout")
    wait_until_ready(page, 3)
    page.wait_for_url(re.compile("arena="))
    names, before = names_in(page), {run["id"]: run["spec"] for run in ours()}
    weights = {run: weights_of(server, run) for run in before}
    assert len(names) == len(before) == 3

    page.reload()
    expect(page.get_by_test_id("arena-count")).to_contain_text("3", timeout=SOON)
    wait_until_ready(page, 3)
    assert names_in(page) == names
    wait_until(lambda: not set(before) & {run["id"] for run in ours()})
    again = {run["id"]: run["spec"] for run in ours()}
    for run, spec in before.items():
        (found,) = [other for other, its in again.items() if its == spec]
        fresh = weights_of(server, found)
        assert {name: fingerprint(values) for name, values in weights[run].items()} == {
            name: fingerprint(values) for name, values in fresh.items()
        }


def test_a_link_with_an_unreadable_arena_says_so_and_opens_the_network(page: Page, server: RunningServer) -> None:
    page.goto(f"{link_to(server, plane_spec())}&arena=cut-off")
    expect(page.get_by_test_id("status-line")).to_contain_text("The arena in this link is cut off or altered.")
    expect(page.get_by_test_id("node-tanh1")).to_be_visible()
    expect(page.get_by_test_id("arena")).to_have_count(0)


def test_a_variant_comes_into_the_studio_with_its_run(page: Page, server: RunningServer, ours: Runs) -> None:
    open_arena(page, link_to(server, endless_spec()))
    add(page, "activation", "relu")
    wait_until_ready(page, 2)
    page.get_by_test_id("arena-step").click()
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-furthest", "1", timeout=SOON)
    (chosen,) = [run["id"] for run in ours() if run["spec"]["network"]["nodes"][1]["kind"] == "relu"]
    page.locator("[data-testid^='arena-take-']").nth(1).click()
    expect(page.get_by_test_id("arena")).to_have_count(0)
    expect(page.get_by_test_id("node-relu1")).to_be_visible()
    expect(page.get_by_test_id("step-count")).to_have_text("1", timeout=SOON)
    taken = run_of(page, server)
    assert (taken["id"], taken["step"]) == (chosen, 1)
    wait_until(lambda: [run["id"] for run in ours()] == [chosen])
    page.get_by_test_id("stop").click()


def test_keys_open_it_train_and_leave(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, endless_spec()))
    expect(page.get_by_test_id("open-arena")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_test_id("arena")).to_be_focused()
    wait_until_ready(page, 1)
    standing = page.get_by_test_id("arena-standing")
    page.keyboard.press("s")
    expect(standing).to_have_attribute("data-furthest", "1", timeout=SOON)
    page.keyboard.press(" ")
    expect(standing).to_have_attribute("data-training", "1", timeout=SOON)
    page.keyboard.press(" ")
    expect(standing).to_have_attribute("data-training", "0", timeout=SOON)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("arena")).to_have_count(0)
    expect(page.get_by_test_id("play")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_test_id("arena")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_test_id("arena")).to_have_count(0)


@pytest.fixture(scope="module")
def small_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """Serve with room for two runs, of at most twenty steps each."""
    limits = {"NEURARIUM_MAX_ACTIVE_RUNS": "2", "NEURARIUM_MAX_STEPS": "20"}
    with RunningServer(tmp_path_factory.mktemp("small-home"), **limits) as running:
        yield running


def state_in(page: Page, row: int) -> Locator:
    """Return how the variant in that row stands."""
    return page.locator("[data-testid^='arena-state-']").nth(row)


def test_variants_beyond_the_servers_room_wait_and_the_page_says_so(page: Page, small_server: RunningServer) -> None:
    open_arena(page, link_to(small_server, plane_spec()))
    add(page, "optimizer", "adam")
    add(page, "seed")
    wait_until_ready(page, 2)
    expect(page.get_by_test_id("arena-queued")).to_contain_text("as many runs have a process as this server allows")
    expect(state_in(page, 2)).to_have_text("queued")
    # The others are not held up, and when they have ended their processes serve the one that waited.
    page.get_by_test_id("arena-play").click()
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-ended", "3", timeout=BUILT)
    expect(page.get_by_test_id("arena-queued")).to_have_count(0)
    # One of the first two gave its process away once it was finished; the last one ends like them.
    expect(state_in(page, 2)).to_have_text("finished")


def test_a_variant_that_the_server_refuses_says_why_and_the_others_train(
    page: Page, small_server: RunningServer, page_errors: PageErrors
) -> None:
    page_errors.allow("422")
    open_arena(page, link_to(small_server, plane_spec()))
    add(page, "batch_size")
    trouble = page.get_by_test_id("arena-trouble")
    expect(trouble).to_contain_text("batch size 5", timeout=SOON)
    expect(trouble).to_contain_text("NEURARIUM_MAX_STEPS")
    expect(state_in(page, 1)).to_have_text("refused")
    page.get_by_test_id("arena-play").click()
    expect(state_in(page, 0)).to_have_text("finished", timeout=BUILT)
    expect(state_in(page, 1)).to_have_text("refused")
    page.locator("[data-testid^='arena-remove-']").nth(1).click()
    expect(trouble).to_have_count(0)
