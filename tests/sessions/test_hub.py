"""Fan-out: whoever comes, goes, returns or reads slowly, nobody misses or doubles a message that must arrive."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from neurarium.sessions import hub as hub_module
from neurarium.sessions.framing import unpack
from neurarium.sessions.hub import Hub, Viewer
from neurarium.training.messages import LOSSLESS
from neurarium.words import Language, say, verbatim

PROBES = [("activation_histogram", "conv1", None), ("weight_histogram", "conv1", "weight"), ("filters", "conv1", None)]
LANGUAGES_HEARD: tuple[Language, ...] = ("en", "zh-CN", "zh-CN")


def news(kind: str, payload: bytes = b"") -> dict[str, Any]:
    return {"type": kind, "step": 1, "payload": payload}


def picture(key: tuple[str, str, str | None], payload: int = 0) -> dict[str, Any]:
    probe, node, parameter = key
    return {"type": "probe", "step": 1, "probe": probe, "node": node, "parameter": parameter, "payload": payload}


def take(viewer: Viewer) -> dict[str, Any] | None:
    """Return the viewer's next message, or None where nothing waits or it was let go."""
    if not (viewer.closing or viewer._lossless or viewer._probes):
        return None  # it would wait, which test_a_waiting_viewer_is_woken is about
    with pytest.raises(StopIteration) as stop:
        viewer.next().send(None)
    return unpack(stop.value.value) if stop.value.value is not None else None


def join(hub: Hub, after: int | None = None) -> Viewer:
    return hub.join({"type": "hello", "step": 0}, after, lambda: {"type": "snapshot", "step": 0, "history": "all"})


def take_all(viewer: Viewer) -> list[dict[str, Any]]:
    return list(iter(lambda: take(viewer), None))


class Browser:
    """A viewer's own view: what it received, over however many connections."""

    def __init__(self) -> None:
        self.viewer: Viewer | None = None
        self.greatest: int | None = None
        self.record: list[int] = []
        """Numbers of the lossless messages that it knows: received, or contained in a snapshot."""
        self.pictures: dict[tuple[str, str, str | None], int] = {}
        self.told_hello = False


class Interleavings(RuleBasedStateMachine):
    """Any number of viewers of one run, each connecting, reading, stalling, leaving and returning as it likes."""

    browsers = Bundle("browsers")

    def __init__(self) -> None:
        super().__init__()
        self.hub = Hub()
        self.sent: list[int] = []
        self.latest: dict[tuple[str, str, str | None], int] = {}
        self.known: list[Browser] = []

    @rule(kind=st.sampled_from(sorted(LOSSLESS)), size=st.integers(0, 400))
    def publish(self, kind: str, size: int) -> None:
        self.hub.publish(news(kind, bytes(size)))
        self.sent.append(self.hub.sequence)

    @rule(key=st.sampled_from(PROBES))
    def publish_probe(self, key: tuple[str, str, str | None]) -> None:
        self.hub.publish(picture(key, self.hub.sequence + 1))
        self.latest[key] = self.hub.sequence

    @rule()
    def reset(self) -> None:
        self.hub.forget_probes()
        self.latest.clear()

    @rule(target=browsers)
    def come(self) -> Browser:
        browser = Browser()
        browser.viewer = join(self.hub)
        self.known.append(browser)
        return browser

    @rule(browser=browsers)
    def lose_the_connection(self, browser: Browser) -> None:
        if browser.viewer is not None:
            self.hub.leave(browser.viewer)
            browser.viewer = None

    @rule(browser=browsers)
    def come_back(self, browser: Browser) -> None:
        if browser.viewer is None:
            browser.viewer = join(self.hub, browser.greatest)
            browser.told_hello = False

    @rule(browser=browsers, count=st.integers(1, 10))
    def read(self, browser: Browser, count: int) -> None:
        for _ in range(count):
            self.read_one(browser)

    def read_one(self, browser: Browser) -> bool:
        if browser.viewer is None or (message := take(browser.viewer)) is None:
            return False
        kind, number = message["type"], message["seq"]
        assert (kind == "hello") is (not browser.told_hello), "hello comes once a connection, and first"
        browser.told_hello = True
        if kind == "hello":
            assert message["last_seq"] <= self.hub.sequence
        elif kind == "snapshot":
            browser.record = [sent for sent in self.sent if sent <= number]
        elif kind == "probe":
            key = (message["probe"], message["node"], message["parameter"])
            assert message["payload"] == number
            assert number >= browser.pictures.get(key, 0), "an older picture came after a newer one"
            browser.pictures[key] = number
        else:
            browser.record.append(number)
        if kind != "hello" or number > 0:
            browser.greatest = max(number, browser.greatest or 0)
        return True

    @rule(browser=consumes(browsers))
    def catch_up_and_leave(self, browser: Browser) -> None:
        self.lose_the_connection(browser)
        self.come_back(browser)
        while self.read_one(browser):
            pass
        assert browser.record == self.sent
        for key, number in self.latest.items():
            assert browser.pictures[key] == number
        self.lose_the_connection(browser)

    @invariant()
    def nobody_has_a_gap_or_a_double(self) -> None:
        for browser in self.known:
            assert browser.record == self.sent[: len(browser.record)]

    def teardown(self) -> None:
        for browser in self.known:
            if browser.viewer is not None and browser.viewer.closing is None:
                while self.read_one(browser):
                    pass
                assert browser.record == self.sent


class InterleavingsWithAShortMemory(Interleavings):
    """The same where few messages are kept, so that those who return late get a snapshot."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = hub_module.RESUME_BYTES
        hub_module.RESUME_BYTES = 1000

    def teardown(self) -> None:
        super().teardown()
        hub_module.RESUME_BYTES = self.kept


TestInterleavings = Interleavings.TestCase
TestInterleavings.settings = settings(max_examples=60, stateful_step_count=40)
TestInterleavingsWithAShortMemory = InterleavingsWithAShortMemory.TestCase
TestInterleavingsWithAShortMemory.settings = settings(max_examples=60, stateful_step_count=40)


def test_numbers_increase_by_one_over_all_kinds_of_message() -> None:
    hub = Hub()
    viewer = join(hub)
    for message in (news("state"), picture(PROBES[0]), news("metrics"), picture(PROBES[1]), news("notice")):
        hub.publish(message)
    assert sorted(message["seq"] for message in take_all(viewer)[2:]) == [1, 2, 3, 4, 5]


def test_a_viewer_that_does_not_read_keeps_every_row_and_the_latest_of_each_picture() -> None:
    hub = Hub()
    viewer = join(hub)
    for number in range(100):
        hub.publish(news("metrics", str(number).encode()))
        for key in PROBES:
            hub.publish(picture(key, number))
    received = take_all(viewer)[2:]
    assert [message["payload"] for message in received if message["type"] == "metrics"] == [
        str(number).encode() for number in range(100)
    ]
    assert [message["payload"] for message in received if message["type"] == "probe"] == [99, 99, 99]


def test_one_viewers_stalling_is_no_others_loss() -> None:
    hub = Hub()
    stalled, reading = join(hub), join(hub)
    seen: list[int] = []
    for number in range(50):
        hub.publish(picture(PROBES[0], number))
        seen += [message["payload"] for message in take_all(reading) if message["type"] == "probe"]
    assert seen == list(range(50))
    assert [message["payload"] for message in take_all(stalled) if message["type"] == "probe"] == [49]


def test_a_viewer_that_falls_too_far_behind_is_let_go_and_its_memory_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "VIEWER_BYTES", 10_000)
    hub = Hub()
    stalled, reading = join(hub), join(hub)
    for _ in range(30):
        hub.publish(news("metrics", bytes(1000)))
        take_all(reading)
    assert stalled.closing is not None
    assert stalled.closing[0] == 1013
    assert take(stalled) is None
    assert not stalled._lossless
    assert reading.closing is None


def test_a_message_larger_than_the_bound_still_reaches_a_viewer_that_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "VIEWER_BYTES", 1000)
    hub = Hub()
    viewer = join(hub)
    take_all(viewer)
    hub.publish(news("metrics", bytes(5000)))
    (message,) = take_all(viewer)
    assert len(message["payload"]) == 5000


def test_a_history_larger_than_the_bound_lets_viewers_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "VIEWER_BYTES", 10_000)
    hub = Hub()
    viewer = hub.join({"type": "hello", "step": 0}, None, lambda: {"type": "snapshot", "step": 0, "all": bytes(50_000)})
    hub.publish(news("metrics", bytes(1000)))
    assert viewer.closing is None
    assert [message["type"] for message in take_all(viewer)] == ["hello", "snapshot", "metrics"]


@pytest.mark.parametrize("after", [None, 8, 10**9])
def test_who_comes_without_a_number_that_was_given_out_gets_a_snapshot(after: int | None) -> None:
    hub = Hub()
    for _ in range(3):
        hub.publish(news("metrics"))
    hello, snapshot = take_all(join(hub, after))
    assert (hello["type"], hello["last_seq"]) == ("hello", 3)
    assert (snapshot["type"], snapshot["seq"]) == ("snapshot", 3)


@pytest.mark.parametrize(("after", "expected"), [(0, [1, 2, 3]), (2, [3]), (3, [])])
def test_who_returns_gets_what_came_since(after: int, expected: list[int]) -> None:
    hub = Hub()
    for _ in range(3):
        hub.publish(news("metrics"))
    hello, *missed = take_all(join(hub, after))
    assert hello["type"] == "hello"
    assert [message["seq"] for message in missed] == expected


def test_an_answer_to_one_viewer_reaches_no_other_and_takes_no_number() -> None:
    hub = Hub()
    asking, other = join(hub), join(hub)
    hub.publish(news("metrics"))
    hub.tell(asking, news("notice"))
    assert [message["type"] for message in take_all(asking)] == ["hello", "snapshot", "metrics", "notice"]
    assert [message["type"] for message in take_all(other)] == ["hello", "snapshot", "metrics"]
    assert hub.sequence == 1


def test_each_viewer_is_told_in_their_own_language_and_what_has_no_words_is_packed_once() -> None:
    hub = Hub()
    hello = {"type": "hello", "step": 0}
    english, chinese, another = (
        hub.join(hello, None, lambda: {"type": "snapshot", "step": 0}, language) for language in LANGUAGES_HEARD
    )
    hub.publish({**news("notice"), "message": say("The run was deleted.")})
    hub.publish(news("metrics"))
    notices = [take_all(viewer)[2:] for viewer in (english, chinese, another)]
    assert [notice["message"] for notice, _ in notices] == [
        "The run was deleted.",
        "这次训练已被删除。",
        "这次训练已被删除。",
    ]
    assert [[message["seq"] for message in told] for told in notices] == [[1, 2]] * 3
    # Kept for those who return: in whichever language they come back.
    returning = hub.join(hello, 0, dict, "zh-CN")
    assert take_all(returning)[1]["message"] == "这次训练已被删除。"
    hub.publish(news("metrics", b"x" * 100))
    assert english._lossless[-1] is chinese._lossless[-1]


def test_closing_lets_every_viewer_go_with_code_and_reason() -> None:
    hub = Hub()
    viewers = [join(hub), join(hub)]
    hub.close(1012, verbatim("The server was stopped."))
    assert [viewer.closing for viewer in viewers] == [(1012, "The server was stopped.")] * 2
    assert [take(viewer) for viewer in viewers] == [None, None]


def test_the_first_reason_for_letting_a_viewer_go_is_the_one_told() -> None:
    hub = Hub()
    viewer = join(hub)
    viewer.close(1013, verbatim("too far behind"))
    hub.close(1012, verbatim("The server was stopped."))
    assert viewer.closing == (1013, "too far behind")


def test_a_waiting_viewer_is_woken_by_a_message_and_by_being_let_go() -> None:
    async def watch() -> tuple[Any, Any]:
        hub = Hub()
        viewer = join(hub)
        await viewer.next()
        await viewer.next()
        waiting = asyncio.ensure_future(viewer.next())
        await asyncio.sleep(0)
        assert not waiting.done()
        hub.publish(news("metrics"))
        body = await waiting
        waiting = asyncio.ensure_future(viewer.next())
        await asyncio.sleep(0)
        viewer.close(1012, verbatim(""))
        return body, await waiting

    body, end = asyncio.run(watch())
    assert unpack(body)["type"] == "metrics"
    assert end is None


def test_a_picture_of_before_a_reset_never_comes_after_it() -> None:
    hub = Hub()
    viewer = join(hub)
    hub.publish(picture(PROBES[0], 500))
    hub.forget_probes()
    hub.publish(news("state"))
    assert [message["type"] for message in take_all(viewer)] == ["hello", "snapshot", "state"]
    assert [message["type"] for message in take_all(join(hub))] == ["hello", "snapshot"]
