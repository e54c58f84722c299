"""A viewer in the test itself: what a run's stream says, decoded."""

from __future__ import annotations

from typing import Any

import msgpack
import numpy as np
from websockets.sync.client import connect

from tests.support.server import RunningServer

ProbeKey = tuple[str, str, str | None]


def decode(body: bytes | str) -> dict[str, Any]:
    """Return a message with its arrays as numpy's."""
    assert isinstance(body, bytes), f"the stream sends binary messages; received {body!r}"
    return {name: _array(value) for name, value in msgpack.unpackb(body).items()}


def latest_probes(server: RunningServer, run: str, quiet: float = 1.0) -> dict[ProbeKey, dict[str, Any]]:
    """Return the latest of each probe of a run that stands still, as a viewer gets them that comes now."""
    address = f"ws{server.url.removeprefix('http')}/api/runs/{run}/stream"
    found: dict[ProbeKey, dict[str, Any]] = {}
    with connect(address, max_size=None) as socket:
        while True:
            try:
                message = decode(socket.recv(timeout=quiet))
            except TimeoutError:
                return found
            if message["type"] == "probe":
                found[message["probe"], message["node"], message["parameter"]] = message


def _array(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"dtype", "shape", "data"}:
        return np.frombuffer(value["data"], value["dtype"]).reshape(value["shape"])
    return value
