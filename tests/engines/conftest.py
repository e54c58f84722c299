"""Every test here that takes `engine` runs once with each."""

from __future__ import annotations

import pytest


@pytest.fixture(params=[pytest.param("scratch"), pytest.param("torch", marks=pytest.mark.torch)])
def engine(request: pytest.FixtureRequest) -> str:
    return request.param
