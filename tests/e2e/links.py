"""Links that open the page on a given network, and what a page's address says."""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any

import httpx
from playwright.sync_api import Page

from tests.support.server import RunningServer


def link_to(server: RunningServer, spec: dict[str, Any]) -> str:
    """Return the address that opens the page on `spec`: deflated JSON in base64url behind ``#spec=``."""
    whole = {
        "schema_version": 1,
        "name": "",
        "seed": 0,
        "engine": "scratch",
        "device": "auto",
        "loss": {"kind": "softmax_cross_entropy"},
        "schedule": {"kind": "constant"},
        "probes": {"budget": 0.05},
        **spec,
    }
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(json.dumps(whole).encode()) + packer.flush()
    return f"{server.url}/#spec={base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def run_of(page: Page, server: RunningServer) -> dict[str, Any]:
    """Return the run that the page watches, as the API tells it."""
    page.wait_for_url(re.compile(r"run=\w+"))
    found = re.search(r"run=(\w+)", page.url)
    assert found
    return httpx.get(f"{server.url}/api/runs/{found.group(1)}").json()
