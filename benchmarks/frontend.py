"""How fluent the page stays while a network trains: `make bench-frontend`.

DeepConvNet trains on images of MNIST's size in the PyTorch engine; a real headless Chromium watches it with the graph,
the inspector and the dock open, and the views of the dock are opened one after the other. For each view:

- the time between animation frames, and so frames a second, over `SECONDS`;
- the probe frames that arrived meanwhile, counted on the page's own socket (the browser also passes each to the program
  that drives it, which nobody else's browser does);
- the latency of input: from the time stamp of a real key press or click to the end of the first frame painted after it.

Then watching is taken turn and turn about with not watching, in one run, to see what it costs the training; and, with
``--minutes``, the page's memory is followed over that time, collected of garbage before each reading.

Figures go into docs/BENCHMARKS.md. They are told, not judged: browser, server and training share the cores here.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import numpy as np
from playwright.sync_api import CDPSession, Page, sync_playwright

from benchmarks.accuracy import MNIST
from benchmarks.report import load, machine, say, table, write_section
from neurarium.spec.catalog import presets
from tests.e2e.links import link_to
from tests.support.server import RunningServer
from tools import browser as browsers
from tools import page as built

SECONDS = 10
"""How long each view is looked at."""
TURNS = 5
TURN_SECONDS = 12
WANTED_FRAMES, WANTED_LATENCY, WANTED_PROBES, WANTED_LOSS = 55, 100, 30, 0.05

# Runs in the page from its start: the stamps of all animation frames, and of every input how long it took to be seen.
RECORDER = """
window.measured = { frames: [], latencies: [], probes: 0, on: false };
const probe = [..."probe"].map((letter) => letter.charCodeAt(0)).join();
window.WebSocket = class extends WebSocket {
  constructor(...address) {
    super(...address);
    this.addEventListener("message", ({ data }) => {
      // A message's type stands at its beginning.
      if (new Uint8Array(data, 0, Math.min(48, data.byteLength)).join().includes(probe)) window.measured.probes += 1;
    });
  }
};
const frame = (now) => {
  if (window.measured.on) window.measured.frames.push(now);
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);
const channel = new MessageChannel();
const painted = [];
channel.port1.onmessage = () => painted.shift()?.();
const seen = (event) => {
  if (!window.measured.on) return;
  // A message that is sent while a frame is being made is received after that frame was painted.
  requestAnimationFrame(() => {
    painted.push(() => window.measured.latencies.push(performance.now() - event.timeStamp));
    channel.port2.postMessage(null);
  });
};
for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, seen, { capture: true });
"""


@dataclass(frozen=True)
class Fluency:
    """What was measured while one view was open.

    Attributes:
        view: its title.
        intervals: milliseconds between animation frames.
        latencies: milliseconds from an input to the frame that showed it.
        probes: probe frames that arrived a second.
    """

    view: str
    intervals: np.ndarray
    latencies: np.ndarray
    probes: float

    def row(self) -> tuple[str, ...]:
        """Return the figures for the report."""
        middle, slow = np.percentile(self.intervals, [50, 95])
        return (
            self.view,
            f"{1000 / middle:.1f}",
            f"{1000 * len(self.intervals) / self.intervals.sum():.1f}",
            f"{middle:.1f} / {slow:.1f}",
            f"{self.probes:.0f}",
            f"{np.median(self.latencies):.0f} / {np.percentile(self.latencies, 95):.0f}",
        )


def start_run(server: RunningServer, budget: float) -> tuple[str, str]:
    """Start DeepConvNet, and return the run's id and the link that opens the page on it."""
    preset = next(preset for preset in presets() if preset.name == "book_deep_convnet")
    spec: dict[str, Any] = preset.spec.model_dump(mode="json")
    if not MNIST.is_dir():
        spec["data"] = {"dataset": "shapes", "options": {"image_size": 28, "samples": 10_000, "shapes": 10}}
        spec["network"]["nodes"][-1]["out_features"] = 10
    spec |= {"epochs": 1000, "probes": {"budget": budget}}
    answer = httpx.post(f"{server.url}/api/runs", json=spec, timeout=60)
    answer.raise_for_status()
    run = answer.json()["id"]
    return run, f"{link_to(server, spec)}&run={run}"


def steps_of(server: RunningServer, run: str) -> int:
    """Return how many steps the run has made."""
    answer = httpx.get(f"{server.url}/api/runs/{run}", timeout=60).json()
    if answer["state"] != "running":
        raise RuntimeError(f"the run is {answer['state']}: {answer.get('error')}")
    return int(answer["step"])


def look_at(page: Page, name: str) -> Fluency:
    """Open a view of the dock and return how the page fares for `SECONDS`, with an input each half second."""
    page.get_by_test_id(f"dock-tab-{name}").click()
    page.wait_for_timeout(1500)
    title = page.get_by_test_id(f"dock-tab-{name}").inner_text()
    page.evaluate("Object.assign(window.measured, { frames: [], latencies: [], probes: 0, on: true })")
    started = time.perf_counter()
    cards = page.locator(".react-flow__node")
    for turn in range(2 * SECONDS):
        if turn % 2:
            page.keyboard.press("Shift")
        else:
            cards.nth(turn // 2 % cards.count()).click(force=True, no_wait_after=True)
        page.wait_for_timeout(max(0, (started + (turn + 1) / 2 - time.perf_counter()) * 1000))
    taken = time.perf_counter() - started
    measured = page.evaluate("(window.measured.on = false, window.measured)")
    return Fluency(title, np.diff(measured["frames"]), np.array(measured["latencies"]), measured["probes"] / taken)


def cost_of_watching(server: RunningServer, page: Page, run: str, link: str) -> np.ndarray:
    """Return, for each turn, the share of its steps a second that the run loses while it is watched."""
    lost: list[float] = []
    for turn in range(TURNS):
        rates: dict[bool, float] = {}
        for watched in (True, False) if turn % 2 else (False, True):
            page.goto(link if watched else "about:blank")
            page.wait_for_timeout(2000)
            before, started = steps_of(server, run), time.perf_counter()
            page.wait_for_timeout(TURN_SECONDS * 1000)
            rates[watched] = (steps_of(server, run) - before) / (time.perf_counter() - started)
        lost.append(1 - rates[True] / rates[False])
        say(f"  watched {rates[True]:.1f}, unwatched {rates[False]:.1f} steps a second")
    return np.array(lost)


def memory_over(page: Page, session: CDPSession, minutes: float) -> list[float]:
    """Return the page's heap in MB, read at the start and each minute, garbage collected before."""
    readings: list[float] = []
    for minute in range(int(minutes) + 1):
        if minute:
            page.wait_for_timeout(60_000)
        session.send("HeapProfiler.collectGarbage")
        readings.append(session.send("Runtime.getHeapUsage")["usedSize"] / 2**20)
        say(f"  minute {minute}: {readings[-1]:.1f} MB")
    return readings


def main() -> int:
    """Measure, and write the report."""
    parser = argparse.ArgumentParser(description="How fluent the page stays while DeepConvNet trains.")
    parser.add_argument("--minutes", type=float, default=10, help="how long memory is followed; 0 leaves it out")
    parser.add_argument("--budget", type=float, default=0.05, help="the share of training time for measuring")
    chosen = parser.parse_args()
    program = browsers.find()
    if program is None or not built.is_built():
        say(browsers.HELP if program is None else "The page is not built. Run: make page")
        return 1
    busy = load()
    with (
        tempfile.TemporaryDirectory() as home,
        RunningServer(Path(home), NEURARIUM_MNIST_FOLDER=str(MNIST)) as server,
        sync_playwright() as playwright,
    ):
        run, link = start_run(server, chosen.budget)
        browser = playwright.chromium.launch(executable_path=program, args=list(browsers.ARGUMENTS))
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(RECORDER)
        page.goto(link)
        page.locator(".react-flow__node").first.wait_for()
        page.wait_for_timeout(5000)
        tabs = [
            str(tab.get_attribute("data-testid")).removeprefix("dock-tab-")
            for tab in page.locator('[data-testid^="dock-tab-"]').all()
        ]
        seen: list[Fluency] = []
        for name in tabs:
            seen.append(look_at(page, name))
            say("  " + " | ".join(seen[-1].row()))
        page.get_by_test_id(f"dock-tab-{tabs[0]}").click()
        readings = memory_over(page, page.context.new_cdp_session(page), chosen.minutes) if chosen.minutes else []
        lost = cost_of_watching(server, page, run, link)
        version = browser.version
        browser.close()
    lines = [
        machine(),
        f"Chromium {version}, headless, without a GPU; load of the machine when it began: {busy}. Telemetry budget"
        f" {chosen.budget:.0%}. Each view for {SECONDS} s. Wanted: {WANTED_FRAMES} frames a second,"
        f" latency below {WANTED_LATENCY} ms, with {WANTED_PROBES} probe frames a second.",
        "",
        *table(
            (
                "view",
                "frames a second, median",
                "mean",
                "ms between frames, median / p95",
                "probe frames a second",
                "input latency, ms, median / p95",
            ),
            [one.row() for one in seen],
        ),
        "",
        f"Steps a second that training loses while it is watched, {TURNS} turns of {TURN_SECONDS} s each:"
        f" {np.median(lost):.1%} ({np.percentile(lost, 25):.1%} to {np.percentile(lost, 75):.1%});"
        f" wanted {WANTED_LOSS:.0%} or less.",
    ]
    if readings:
        lines.append(
            f"The page's heap over {chosen.minutes:g} minutes, in MB, each minute:"
            f" {', '.join(f'{reading:.1f}' for reading in readings)}."
        )
    print("\n".join(lines))
    write_section("frontend", lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
