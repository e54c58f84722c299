"""Who is let in, asked with raw requests: a client library would mend what a hostile page sends."""

from __future__ import annotations

import asyncio
import json
import socket

import httpx
import pytest

from neurarium.api.app import create_app
from tests.support.runs import start
from tests.support.server import RunningServer
from tests.support.specs import plane_spec

FOREIGN_ORIGINS = [
    "http://evil.example",
    "null",
    "http://127.0.0.1:1",
    "http://localhost",
    "http://[",
    "http://127.0.0.1.evil.example",
    "file://",
    "",
]


def ask(server: RunningServer, request: str) -> tuple[int, bytes]:
    """Send a request as it is written and return the status and all that is answered until the server closes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        connection.sendall(request.replace("\n", "\r\n").encode())
        received = b""
        while data := connection.recv(65536):
            received += data
    return int(received.split(b" ", 2)[1]), received


def error_code(received: bytes) -> str:
    return json.loads(received.partition(b"\r\n\r\n")[2])["error"]["code"]


def handshake(server: RunningServer, run: str, *, host: str | None = None, origin: str | None = None) -> int:
    """Return the status with which a WebSocket's handshake is answered."""
    lines = [
        f"GET /api/runs/{run}/stream HTTP/1.1",
        f"Host: {host or f'127.0.0.1:{server.port}'}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ]
    if origin is not None:
        lines.append(f"Origin: {origin}")
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        received = b""
        while b"\r\n" not in received and (data := connection.recv(4096)):
            received += data
    return int(received.split(b" ", 2)[1])


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "localhost.evil", "[::2]", "", "127.0.0.2"],
)
def test_a_foreign_name_is_refused_whatever_is_asked(server: RunningServer, host: str) -> None:
    """A name that was pointed at this machine must not make its page one of ours."""
    host = host.format(port=server.port)
    for line in ("GET /api/health", "GET /", "POST /api/runs", "GET /docs", "OPTIONS /api/runs"):
        status, received = ask(server, f"{line} HTTP/1.1\nHost: {host}\nConnection: close\nContent-Length: 0\n\n")
        assert status == 400, received
        assert error_code(received) == "unknown_host"


@pytest.mark.parametrize(
    "host", ["localhost:{port}", "LOCALHOST:{port}", "127.0.0.1:{port}", "127.0.0.1", "[::1]:{port}"]
)
def test_its_own_names_are_answered(server: RunningServer, host: str) -> None:
    host = host.format(port=server.port)
    status, _ = ask(server, f"GET /api/health HTTP/1.1\nHost: {host}\nConnection: close\n\n")
    assert status == 200


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_foreign_page_changes_nothing(server: RunningServer, client: httpx.Client, method: str, origin: str) -> None:
    run = start(client, plane_spec(), paused=True)
    path = {"POST": "/api/runs", "DELETE": f"/api/runs/{run}"}.get(method, f"/api/runs/{run}")
    body = json.dumps(plane_spec())
    status, received = ask(
        server,
        f"{method} {path} HTTP/1.1\nHost: 127.0.0.1:{server.port}\nOrigin: {origin}\nConnection: close\n"
        f"Content-Type: application/json\nContent-Length: {len(body)}\n\n{body}",
    )
    assert status == 403, received
    assert error_code(received) == "foreign_origin"
    assert [shown["id"] for shown in client.get("/api/runs").json()] == [run]


def test_its_own_page_may_start_runs(server: RunningServer, client: httpx.Client) -> None:
    for name in ("127.0.0.1", "localhost"):
        address = f"http://{name}:{server.port}"
        answer = httpx.post(f"{address}/api/runs?paused=true", json=plane_spec(), headers={"origin": address})
        assert answer.status_code == 201


def test_no_answer_invites_other_sites_to_read_it(client: httpx.Client) -> None:
    answer = client.get("/api/runs", headers={"origin": "http://evil.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]
    asked = client.options(
        "/api/runs", headers={"origin": "http://evil.example", "access-control-request-method": "POST"}
    )
    assert not [name for name in asked.headers if name.startswith("access-control")]


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_a_foreign_page_gets_no_socket(server: RunningServer, client: httpx.Client, origin: str) -> None:
    run = start(client, plane_spec(), paused=True)
    assert handshake(server, run, origin=origin) == 403


def test_its_own_page_and_scripts_get_a_socket_and_a_foreign_name_gets_none(
    server: RunningServer, client: httpx.Client
) -> None:
    run = start(client, plane_spec(), paused=True)
    assert handshake(server, run) == 101
    assert handshake(server, run, origin=f"http://127.0.0.1:{server.port}") == 101
    host = f"localhost:{server.port}"
    assert handshake(server, run, host=host, origin=f"http://{host}") == 101
    assert handshake(server, run, host="evil.example", origin="http://evil.example") in (400, 403)


def test_every_route_is_behind_the_two_checks() -> None:
    """The middleware stands before all routes, those that are added later included."""
    app = create_app()
    paths = [str(getattr(route, "path", "")) for route in app.routes]
    assert len(paths) > 8

    async def ask_all() -> set[int]:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://evil.example") as asking:
            return {(await asking.request(method, path)).status_code for path in paths for method in ("GET", "POST")}

    assert asyncio.run(ask_all()) == {400}


def test_answers_tell_the_browser_to_load_nothing_from_elsewhere_and_to_guess_no_type(client: httpx.Client) -> None:
    for path in ("/", "/api/health"):
        headers = client.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
