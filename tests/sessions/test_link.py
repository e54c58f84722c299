"""The worker's end of the link, with a real socket's other end in the test's hands."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from neurarium.sessions import link as link_module
from neurarium.sessions.framing import FrameReader, frame
from neurarium.sessions.link import PROBE_BACKLOG, SOCKET_BUFFER, Link, connect
from neurarium.training.channel import ChannelClosedError
from neurarium.training.commands import Pause, Step, Stop
from neurarium.training.messages import metrics_message, probe_message

Ends = tuple[Link, socket.socket]
DEADLINE = 30.0


@pytest.fixture
def ends() -> Iterator[Ends]:
    """A link whose socket is set up as `connect` does it, and the server's end, which only acts when told."""
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SOCKET_BUFFER)
    ours.setblocking(False)
    theirs.settimeout(DEADLINE)
    yield Link(ours), theirs
    ours.close()
    theirs.close()


def probe(step: int, size: int = 40_000) -> dict[str, Any]:
    return probe_message(step, "filters", "conv1", None, {"weight": np.zeros(size // 4, np.float32)})


def metrics(step: int, rows: int = 1) -> dict[str, Any]:
    steps = np.arange(step, step + rows, dtype=np.uint32)
    return metrics_message(steps, {"train_loss": np.full(rows, step, np.float32)})


class Server:
    """Reads frames from the server's end."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.reader = FrameReader()
        self.frames: list[dict[str, Any]] = []

    def read_until(self, kind: str) -> list[dict[str, Any]]:
        """Read until a frame of `kind` has come, and return all that have."""
        while not any(received["kind"] == kind for received in self.frames):
            data = self.connection.recv(65536)
            assert data, "the link was closed"
            self.frames += self.reader.feed(data)
        return self.frames

    def send(self, content: dict[str, Any]) -> None:
        self.connection.sendall(frame(content))


def look(link: Link) -> list[Any]:
    """Poll, whenever the link looked last."""
    link._next_look = 0.0
    return link.poll()


def test_what_is_sent_arrives_in_order(ends: Ends) -> None:
    link, theirs = ends
    link.send(metrics(1))
    link.send(probe(1))
    link.send_frame({"kind": "end"})
    frames = Server(theirs).read_until("end")
    assert [received.get("message", {}).get("type") for received in frames] == ["metrics", "probe", None]


def test_a_reader_that_stalls_never_blocks_the_sender_and_loses_pictures_only(ends: Ends) -> None:
    """Some hundred times what the socket takes: every send returns, and every row arrives once it is read."""
    link, theirs = ends
    for step in range(500):
        link.send(probe(step))
        link.send(metrics(step))
        look(link)
    assert link.dropped_probes > 300
    # What waits is bounded by the pictures that were let in, the rows, and one frame too many.
    assert link._unsent_bytes < PROBE_BACKLOG + 500 * 200 + 2 * 40_000
    server = Server(theirs)
    reading = threading.Thread(target=server.read_until, args=("end",))
    reading.start()
    link.send_frame({"kind": "end"})
    link.close(patience=DEADLINE)
    reading.join(DEADLINE)
    received = [arrived["message"] for arrived in server.frames if arrived["kind"] == "message"]
    assert [message["step"] for message in received if message["type"] == "metrics"] == list(range(500))
    pictures = [message["step"] for message in received if message["type"] == "probe"]
    assert pictures == sorted(pictures)
    assert len(pictures) == 500 - link.dropped_probes


def test_once_the_reader_is_back_pictures_go_out_again(ends: Ends) -> None:
    link, theirs = ends
    for step in range(200):
        link.send(probe(step))
    dropped = link.dropped_probes
    assert dropped > 0
    server = Server(theirs)
    theirs.settimeout(0.01)
    while link._unsent:
        with contextlib.suppress(TimeoutError):
            server.frames += server.reader.feed(theirs.recv(65536))
        look(link)
    link.send(probe(1000))
    assert link.dropped_probes == dropped


def test_poll_gives_commands_and_returns_at_once_without_any(ends: Ends) -> None:
    link, theirs = ends
    assert look(link) == []
    Server(theirs).send({"kind": "command", "command": {"command": "pause"}})
    Server(theirs).send({"kind": "command", "command": {"command": "step", "count": 3}})
    assert look(link) == [Pause(), Step(count=3)]
    assert look(link) == []


def test_poll_looks_at_the_socket_at_most_once_a_millisecond(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    link, theirs = ends
    now = [50.0]
    monkeypatch.setattr("neurarium.sessions.link.time.monotonic", lambda: now[0])
    assert link.poll() == []
    Server(theirs).send({"kind": "command", "command": {"command": "stop"}})
    now[0] += 0.0005
    assert link.poll() == []
    now[0] += 0.0006
    assert link.poll() == [Stop()]


def test_a_command_in_pieces_is_followed_once_it_is_whole(ends: Ends) -> None:
    link, theirs = ends
    data = frame({"kind": "command", "command": {"command": "stop"}})
    theirs.sendall(data[:7])
    assert look(link) == []
    theirs.sendall(data[7:])
    assert look(link) == [Stop()]


def test_wait_returns_the_command_that_comes(ends: Ends) -> None:
    link, theirs = ends
    sending = threading.Timer(0.05, Server(theirs).send, ({"kind": "command", "command": {"command": "pause"}},))
    sending.start()
    assert link.wait() == [Pause()]
    sending.join()


def test_a_wait_with_an_end_returns_by_itself_and_shows_signs_of_life_meanwhile(
    ends: Ends, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that is held back by its speed limit is neither silent nor deaf."""
    monkeypatch.setattr(link_module, "HEARTBEAT_INTERVAL", 0.02)
    link, theirs = ends
    began = time.monotonic()
    assert link.wait(0.2) == []
    assert time.monotonic() - began >= 0.2
    server = Server(theirs)
    link.send_frame({"kind": "end"})
    assert sum(1 for frame_ in server.read_until("end") if frame_["kind"] == "heartbeat") >= 2
    assert link.wait(0.0) == []
    server.send({"kind": "command", "command": {"command": "pause"}})
    assert link.wait(DEADLINE) == [Pause()]


def test_wait_sends_what_the_socket_did_not_take(ends: Ends) -> None:
    """A run that holds still owes its viewers what it measured last."""
    link, theirs = ends
    for step in range(100):
        link.send(metrics(step, rows=10_000))
    assert link._unsent
    server = Server(theirs)

    def read_all_then_command() -> None:
        while sum(1 for received in server.frames if received["kind"] == "message") < 100:
            server.frames += server.reader.feed(theirs.recv(65536))
        server.send({"kind": "command", "command": {"command": "stop"}})

    reading = threading.Thread(target=read_all_then_command)
    reading.start()
    assert link.wait() == [Stop()]
    reading.join(DEADLINE)
    assert not link._unsent


def test_there_is_a_sign_of_life_while_it_waits_and_while_it_trains(
    ends: Ends, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_module, "HEARTBEAT_INTERVAL", 0.02)
    link, theirs = ends
    server = Server(theirs)

    def count_beats_then_command() -> None:
        while sum(1 for received in server.frames if received["kind"] == "heartbeat") < 5:
            server.frames += server.reader.feed(theirs.recv(65536))
        server.send({"kind": "command", "command": {"command": "stop"}})

    reading = threading.Thread(target=count_beats_then_command)
    reading.start()
    assert link.wait() == [Stop()]
    reading.join(DEADLINE)
    before = len(server.frames)
    link._next_heartbeat = 0.0
    look(link)
    server.frames = server.frames[before:]
    assert server.read_until("heartbeat")[-1] == {"kind": "heartbeat", "dropped_probes": 0}


WAYS: dict[str, Callable[[Link], object]] = {
    "poll": look,
    "wait": Link.wait,
    "wait_for_start": Link.wait_for_start,
    "send": lambda link: link.send(metrics(1)),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_servers_end_closes_the_channel(ends: Ends, way: str) -> None:
    link, theirs = ends
    theirs.close()
    with pytest.raises(ChannelClosedError):
        WAYS[way](link)


@pytest.mark.parametrize("way", ["poll", "wait"])
def test_a_request_to_quit_closes_the_channel(ends: Ends, way: str) -> None:
    link, theirs = ends
    Server(theirs).send({"kind": "quit"})
    with pytest.raises(ChannelClosedError, match="asked"):
        WAYS[way](link)


def test_what_came_together_with_the_start_is_not_waited_for_again(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would wait until the next heartbeat is due."""
    monkeypatch.setattr(link_module, "HEARTBEAT_INTERVAL", 10_000.0)
    link, theirs = ends
    Server(theirs).connection.sendall(frame({"kind": "start", "paused": True}) + frame({"kind": "quit"}))
    assert link.wait_for_start()["paused"] is True
    assert link._arrived
    with pytest.raises(ChannelClosedError):
        link.wait()


def test_what_comes_before_the_start_ends_the_worker(ends: Ends) -> None:
    link, theirs = ends
    Server(theirs).send({"kind": "quit"})
    with pytest.raises(ChannelClosedError, match="quit"):
        link.wait_for_start()


def test_closing_sends_what_waits_and_gives_up_on_who_does_not_read(ends: Ends) -> None:
    link, theirs = ends
    for step in range(50):
        link.send(metrics(step, rows=10_000))
    link.close(patience=0.05)
    assert link._unsent
    assert link._socket.fileno() == -1
    del theirs


@pytest.mark.parametrize("family", ["unix", "tcp"])
def test_connect_dials_both_kinds_of_address_without_blocking_and_with_small_buffers(
    family: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if family == "unix":
        # A Unix socket's path has 108 bytes at most, and pytest's folders can be deep.
        path = os.path.relpath(tmp_path_factory.mktemp("s") / "link")
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(path)
        address = f"unix:{path}"
    else:
        listening = socket.create_server(("127.0.0.1", 0))
        address = f"tcp:127.0.0.1:{listening.getsockname()[1]}"
    with listening:
        listening.listen()
        with connect(address) as connection:
            assert connection.getblocking() is False
            # Linux doubles what is asked for, to account for its own use.
            assert connection.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) <= 2 * SOCKET_BUFFER
            accepted, _ = listening.accept()
            accepted.close()
