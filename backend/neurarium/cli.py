"""The ``neurarium`` command: serve the page, train without it, check a spec, print the catalog."""

import json
import logging
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path
from typing import Annotated, Any

import typer

from neurarium import __version__
from neurarium.spec.errors import NeurariumError, SpecError
from neurarium.words import say

app = typer.Typer(
    help="A place to watch neural networks learn.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)

_SpecFile = Annotated[Path, typer.Argument(help="A RunSpec as JSON; - reads standard input.", allow_dash=True)]
_STALLED_MILLISECONDS = 10_000
_LARGEST_MESSAGE = 2**20
"""Bytes of one message from a viewer; a larger one closes its socket with 1009."""
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def main() -> None:
    """Run the command line; an error that is the user's to mend is told in words, with exit code 2."""
    try:
        app()
    except NeurariumError as error:
        info = error.info
        where = " ".join(part for part in (info.node and f"node {info.node}", info.field) if part)
        print(f"error: {info.message}{f' [{where}]' if where else ''}", file=sys.stderr)
        if info.hint:
            print(f"hint: {info.hint}", file=sys.stderr)
        sys.exit(2)


@app.callback(invoke_without_command=True)
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    if version:
        print(__version__)
        raise typer.Exit


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.", min=0, max=65535)] = 8000,
) -> None:
    """Serve the page and the API until Ctrl-C."""
    import socket

    import uvicorn

    from neurarium.api.app import create_app
    from neurarium.sessions.settings import read_settings

    settings = read_settings()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        # Connections inherit it: a viewer that stops reading is let go by the kernel, which frees socket and queue.
        # Nothing above the socket could: a close, too, would wait its turn behind what is not read.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _STALLED_MILLISECONDS)
    try:
        listening.bind((host, port))
    except OSError as error:
        raise SpecError(
            say("Cannot listen on {host}:{port}: {reason}.", host=host, port=port, reason=error.strerror),
            hint=say("Something else may use the port; choose another one with --port (make run PORT=8001)."),
        ) from error
    port = listening.getsockname()[1]
    name = "localhost" if host in ("0.0.0.0", "::") else host
    address = f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"
    print(f"Neurarium {__version__} at {address}   (Ctrl-C stops it)", flush=True)
    if host not in _LOOPBACK:
        print(
            f"Note: {host} can be reached from other machines, and nobody is asked for a password.",
            file=sys.stderr,
            flush=True,
        )
    if settings.open_browser:
        threading.Thread(target=_open_when_ready, args=(address,), daemon=True).start()
    config = uvicorn.Config(
        create_app(settings),
        log_level="warning",
        timeout_graceful_shutdown=3,
        ws="websockets-sansio",
        ws_max_size=_LARGEST_MESSAGE,
    )
    uvicorn.Server(config).run([listening])


@app.command()
def train(
    spec_file: _SpecFile,
    engine: Annotated[str | None, typer.Option(help="scratch or torch, instead of the spec's.")] = None,
    device: Annotated[str | None, typer.Option(help="auto, cpu, cuda, cuda:N or mps, instead of the spec's.")] = None,
    epochs: Annotated[int | None, typer.Option(help="Passes over the data, instead of the spec's.")] = None,
    seed: Annotated[int | None, typer.Option(help="Seed, instead of the spec's.")] = None,
    weights: Annotated[
        Path | None, typer.Option(help="A safetensors or npz file to start from, by node and parameter name.")
    ] = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="Of --weights, take what fits, and draw the rest.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Folder to write to; left out, runs/<name>-<time> here.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress bar.")] = False,
) -> None:
    """Train without the page: a progress bar, then metrics and weights in a folder."""
    from neurarium.headless import train_with_progress

    raw = _read_json(spec_file)
    if isinstance(raw, dict):
        given = {"engine": engine, "device": device, "epochs": epochs, "seed": seed}
        raw = {**raw, **{name: value for name, value in given.items() if value is not None}}
    train_with_progress(raw, output, quiet=quiet, weights=weights, strict=not partial)


@app.command()
def check(spec_file: _SpecFile) -> None:
    """Check a spec: print each node's shape and cost, or what is wrong with it."""
    from neurarium.headless import describe_spec

    describe_spec(_read_json(spec_file))


@app.command()
def catalog() -> None:
    """Print everything that a spec can name, as JSON."""
    from neurarium.spec.catalog import spec_catalog

    print(spec_catalog().model_dump_json(by_alias=True, indent=2))


@app.command(hidden=True)
def openapi() -> None:
    """Print the API's OpenAPI document; the page's types are generated from it."""
    from neurarium.api.app import create_app

    print(json.dumps(create_app().openapi(), indent=2))


def _read_json(path: Path) -> Any:
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SpecError(
            say("{path} cannot be read: {error}.", path=path, error=error), hint=say("Give the path of a JSON file.")
        ) from error
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SpecError(
            say("{path} is no JSON: {error}.", path=path, error=error), hint=say("examples/ holds specs that work.")
        ) from error


def _open_when_ready(address: str) -> None:
    """Open the page once the server answers, where there is a browser to open it in."""
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{address}/api/health", timeout=1).close()
            break
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    try:
        webbrowser.open(address)
    except webbrowser.Error as error:
        logging.getLogger(__name__).info("no browser to open: %s", error)
