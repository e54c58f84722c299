"""Settings that are changed while a real worker trains, over a real socket."""

from __future__ import annotations

import json
from typing import Any

import httpx
import numpy as np

from tests.api.test_errors import error_of
from tests.support.runs import command, show, start, wait_for_state, wait_until
from tests.support.server import RunningServer
from tests.support.specs import endless_spec, plane_spec
from tests.support.viewer import StreamViewer


def speeds_of(viewer: StreamViewer, wanted: int, after: int = 0) -> list[float]:
    """Read until so many speeds of steps after `after` were told, and return them."""
    found: list[float] = []

    def is_enough(message: dict[str, Any]) -> bool:
        if message["type"] == "metrics" and "steps_per_second" in message["values"]:
            speeds = zip(message["steps"], message["values"]["steps_per_second"], strict=True)
            found.extend(float(speed) for step, speed in speeds if step > after and not np.isnan(speed))
        return len(found) >= wanted

    viewer.read_until(is_enough)
    return found


def test_a_speed_limit_is_kept_and_lifted_and_the_run_hears_while_it_waits(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, endless_spec())
    with StreamViewer(server, run) as viewer:
        viewer.read_until_state("running")
        free = max(speeds_of(viewer, 5))
        assert command(client, run, "set", steps_per_second=5).json()["settings"]["steps_per_second"] == 5
        before = wait_until(lambda: show(client, run)["step"])
        # The first speed after it is of a time in which the limit was set.
        limited = speeds_of(viewer, 4, before)[2:]
        after = show(client, run)["step"]
        assert max(limited) <= 6
        assert free > 5 * max(limited)
        assert after - before < free
        # Commands are heard while it waits, and a pause does not wait for a step that is held back for long.
        viewer.command("set", steps_per_second=0.01)
        viewer.command("pause")
        viewer.read_until_state("paused")
        assert client.post(f"/api/runs/{run}/predict", json={"inputs": [[0, 0]]}).status_code == 200
        viewer.command("resume")
        viewer.read_until_state("running")
        viewer.command("set", steps_per_second=None)
        assert max(speeds_of(viewer, 5, after + 2)[2:]) > 5 * max(limited)
        assert show(client, run)["settings"]["steps_per_second"] is None


def test_several_settings_go_in_one_command_and_outlive_the_end_and_a_reset(client: httpx.Client) -> None:
    run = start(client, plane_spec())
    wait_for_state(client, run, "finished")
    shown = command(client, run, "set", learning_rate=0.25, steps_per_second=1000).json()
    assert shown["spec"]["optimizer"]["learning_rate"] == 0.25
    assert shown["settings"]["steps_per_second"] == 1000
    command(client, run, "reset")
    wait_for_state(client, run, "paused")
    assert wait_until(lambda: show(client, run)["metrics"].get("learning_rate")) == 0.25
    command(client, run, "resume")
    wait_for_state(client, run, "finished")


def test_a_set_that_names_nothing_or_nonsense_is_refused(client: httpx.Client) -> None:
    run = start(client, plane_spec(), paused=True)
    wait_for_state(client, run, "paused")
    assert error_of(command(client, run, "set"), 422)["field"] == "command"
    assert error_of(command(client, run, "set", steps_per_second=-1), 422)["field"] == "steps_per_second"
    assert error_of(command(client, run, "set", learning_rate=None), 422)["field"] == "learning_rate"
    assert show(client, run)["settings"]["steps_per_second"] is None


def test_another_sample_is_pinned_and_its_feature_maps_come_while_the_run_holds(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, plane_spec(), paused=True)
    shown = wait_for_state(client, run, "paused")
    assert shown["samples"] == {"train": 90, "validation": 10}
    assert shown["settings"]["pinned_sample"] == 0
    with StreamViewer(server, run) as viewer:
        viewer.read_until_state("paused")
        assert command(client, run, "set", pinned_sample=7).json()["settings"]["pinned_sample"] == 7
        told = viewer.read_until(lambda m: m["type"] == "probe" and m["probe"] == "feature_maps" and m["sample"] == 7)
    query = {"split": "validation", "offset": 7, "limit": 1, "options": json.dumps(shown["spec"]["data"]["options"])}
    samples = client.get("/api/datasets/gaussians/samples", params=query).json()
    assert told["node"] == "input"
    np.testing.assert_allclose(told["values"] * told["scale"], samples["inputs"][0], rtol=1e-3)
    assert [told["target"]] == samples["targets"]
    refused = error_of(command(client, run, "set", pinned_sample=10), 422)
    assert (refused["field"], refused["code"]) == ("pinned_sample", "out_of_range")
    assert "10 validation samples" in refused["message"]
    assert show(client, run)["settings"]["pinned_sample"] == 7
