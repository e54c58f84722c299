"""The images and the compose file, read as closely as can be without building them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """Read the compose file as Docker does, anchors and merges resolved."""
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def instructions() -> list[str]:
    """Return the Dockerfile's instructions, continued lines joined and comments left out."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    text = "\n".join(line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return re.sub(r"\\\n\s*", "", text).splitlines()


def last_stage(instructions: list[str]) -> list[str]:
    """Return the instructions of the stage that runs."""
    start = max(number for number, line in enumerate(instructions) if line.startswith("FROM "))
    return instructions[start:]


def test_the_port_is_published_to_this_machine_alone(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["ports"] == ["127.0.0.1:${PORT:-8000}:8000"], name


def test_the_data_folder_is_a_named_volume(compose: dict[str, Any], instructions: list[str]) -> None:
    assert "data" in compose["volumes"]
    assert all("data:/data" in service["volumes"] for service in compose["services"].values())
    stage = " ".join(last_stage(instructions))
    assert "NEURARIUM_HOME=/data" in stage
    assert "VOLUME /data" in stage


def test_a_plain_start_starts_one_service(compose: dict[str, Any]) -> None:
    plain = [name for name, service in compose["services"].items() if not service.get("profiles")]
    assert plain == ["neurarium"]


def test_the_gpu_service_reserves_a_card(compose: dict[str, Any]) -> None:
    service = compose["services"]["neurarium-gpu"]
    assert service["profiles"] == ["gpu"]
    (device,) = service["deploy"]["resources"]["reservations"]["devices"]
    assert device["driver"] == "nvidia"
    assert device["capabilities"] == ["gpu"]
    # Built from PyPI's own PyTorch, which has CUDA, whatever index the other service was built with.
    assert "args" not in service["build"]


def test_the_server_runs_as_an_ordinary_user(instructions: list[str]) -> None:
    (user,) = [line.split()[1] for line in last_stage(instructions) if line.startswith("USER ")]
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    order = [line.split()[0] for line in last_stage(instructions)]
    assert order.index("USER") > max(number for number, word in enumerate(order) if word == "RUN")


def test_the_image_says_whether_it_is_well(instructions: list[str]) -> None:
    (check,) = [line for line in last_stage(instructions) if line.startswith("HEALTHCHECK ")]
    assert "http://127.0.0.1:8000/api/health" in check


def test_what_is_copied_exists_and_is_not_ignored(instructions: list[str]) -> None:
    kept = [line[1:].rstrip("/") for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    copied = [
        source.rstrip("/")
        for line in instructions
        if line.startswith("COPY ") and "--from" not in line
        for source in line.split()[1:-1]
    ]
    assert copied
    for source in copied:
        assert (ROOT / source).exists(), source
        assert source.split("/")[0] in kept, f"{source} is left out by .dockerignore"


def test_base_images_have_a_version(instructions: list[str]) -> None:
    images = [line.split()[1] for line in instructions if line.startswith("FROM ")]
    assert all(re.fullmatch(r"(node|python):\$\{(NODE|PYTHON)_VERSION\}-slim", image) for image in images)
    versions = dict(re.findall(r"^ARG (\w+_VERSION)=([\d.]+)$", "\n".join(instructions), flags=re.MULTILINE))
    assert versions.keys() == {"NODE_VERSION", "PYTHON_VERSION"}
