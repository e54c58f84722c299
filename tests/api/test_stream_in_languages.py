"""Viewers of one run, each told in their own language what is measured once."""

from __future__ import annotations

from typing import Any

import httpx

from tests.api.test_errors_in_languages import DIVERGING
from tests.support.languages import A_HAN_CHARACTER, assert_errors_translated, assert_translated
from tests.support.runs import start, wait_for_state, wait_until, workers
from tests.support.server import RunningServer
from tests.support.specs import endless_spec, plane_spec
from tests.support.viewer import StreamViewer


def is_notice(message: dict[str, Any]) -> bool:
    return message["type"] == "notice"


def test_a_notice_and_the_reason_of_an_end_reach_each_viewer_in_their_own_language(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, DIVERGING, paused=True)
    wait_for_state(client, run, "paused")
    with StreamViewer(server, run) as english, StreamViewer(server, run, locale="zh-CN") as chinese:
        notices, ends = [], []
        english.command("resume")
        for viewer in (english, chinese):
            ends.append(viewer.read_until_state("diverged"))
            notices.append(viewer.of_type("notice")[-1] if viewer.of_type("notice") else viewer.read_until(is_notice))
    assert notices[0]["code"] == notices[1]["code"] == "diverged"
    assert notices[0]["evidence"] == notices[1]["evidence"]
    assert_translated(notices[0]["message"], notices[1]["message"])
    assert_translated(notices[0]["hint"], notices[1]["hint"])
    assert_translated(ends[0]["reason"], ends[1]["reason"])
    assert_errors_translated(ends[0]["error"], ends[1]["error"])
    # Nothing else differs: numbers of messages, steps, measurements.
    assert [message["seq"] for message in english.of_type("state")] == [m["seq"] for m in chinese.of_type("state")]


def test_why_a_run_failed_is_told_in_the_language_of_the_viewer(client: httpx.Client, server: RunningServer) -> None:
    others = {process.pid for process in workers(server)}
    run = start(client, endless_spec(), paused=True)
    wait_for_state(client, run, "paused")
    process = wait_until(lambda: next((one for one in workers(server) if one.pid not in others), None))
    with StreamViewer(server, run) as english, StreamViewer(server, run, locale="zh-CN") as chinese:
        for viewer in (english, chinese):
            viewer.read_until_state("paused")
        process.kill()
        one, other = (viewer.read_until_state("failed") for viewer in (english, chinese))
    assert "SIGKILL" in one["reason"]
    assert_translated(one["reason"], other["reason"])
    assert_errors_translated(one["error"], other["error"])


def test_who_comes_late_reads_what_was_said_before_in_their_own_language(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, DIVERGING)
    wait_for_state(client, run, "diverged")
    with StreamViewer(server, run) as english, StreamViewer(server, run, locale="zh-CN") as chinese:
        one, other = (viewer.read()["run"] for viewer in (english, chinese))
        assert_translated(one["reason"], other["reason"])
        assert_errors_translated(one["error"], other["error"])
        after = max(english.read()["seq"], 1) - 1
    # One who returns in another language, for what came since, gets it in the new one.
    with StreamViewer(server, run, after, locale="zh-CN") as returning:
        state = returning.read_until(lambda message: message["type"] == "state" and message["state"] == "diverged")
    assert state["reason"] == other["reason"]


def test_a_command_is_refused_in_the_language_of_its_sender(client: httpx.Client, server: RunningServer) -> None:
    run = start(client, plane_spec())
    wait_for_state(client, run, "finished")
    with StreamViewer(server, run) as english, StreamViewer(server, run, locale="zh-CN") as chinese:
        notices = []
        for viewer in (english, chinese):
            viewer.command("resume")
            notices.append(viewer.read_until(is_notice))
            viewer.send_text("{")
            notices.append(viewer.read_until(is_notice))
    for one, other in zip(notices[:2], notices[2:], strict=True):
        assert one["code"] == other["code"]
        assert_translated(one["message"], other["message"])
    assert [notices[0]["hint"], notices[2]["hint"]] == ["Reset it first.", "请先重置。"]


def test_a_socket_is_closed_in_the_language_of_its_viewer(client: httpx.Client, server: RunningServer) -> None:
    reasons = []
    for locale in (None, "zh-CN"):
        with StreamViewer(server, "nobody", locale=locale) as viewer:
            assert viewer.read_until_closed() == 4404
            reasons.append(viewer.close_reason)
    assert_translated(*reasons)
    run = start(client, endless_spec(), paused=True)
    wait_for_state(client, run, "paused")
    with StreamViewer(server, run, locale="zh-CN") as viewer:
        viewer.read_until_state("paused")
        client.delete(f"/api/runs/{run}")
        assert viewer.read_until_closed() == 4404
        assert A_HAN_CHARACTER.search(viewer.close_reason)
