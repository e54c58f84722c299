"""Which engines there are, and what is said where one is not."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import textwrap

import numpy as np
import pytest

from neurarium.engines import available_engines, create_engine
from neurarium.engines.implementations import Implementations
from neurarium.graph import plan
from neurarium.spec.errors import UnavailableError
from neurarium.spec.layers import LAYERS
from tests.engines.networks import IMAGE, batch, build, run_spec


def hide_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "torch" else find(name, *rest))


def test_both_engines_are_listed() -> None:
    scratch, torch = available_engines()
    assert (scratch.name, scratch.available, scratch.devices, scratch.hint) == ("scratch", True, ("cpu",), None)
    assert (torch.name, torch.available, torch.devices[:2], torch.hint) == ("torch", True, ("auto", "cpu"), None)


def test_torch_is_listed_as_missing_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    hide_torch(monkeypatch)
    torch = available_engines()[1]
    assert (torch.available, torch.devices) == (False, ())
    assert torch.hint is not None
    assert "pip install torch==2.13.0" in torch.hint
    with pytest.raises(UnavailableError) as raised:
        build("torch")
    assert raised.value.info.field == "engine"
    assert "pip install torch==2.13.0" in (raised.value.info.hint or "")


@pytest.mark.parametrize("device", ["cuda", "cuda:1", "mps"])
def test_scratch_computes_on_the_cpu_alone(device: str) -> None:
    spec = run_spec("scratch").model_copy(update={"device": device})
    with pytest.raises(UnavailableError, match=f'"{device}"') as raised:
        create_engine(spec, plan(spec.network.nodes, IMAGE))
    assert raised.value.info.field == "device"


@pytest.mark.parametrize("device", ["auto", "cpu"])
def test_scratch_takes_auto_for_cpu(device: str) -> None:
    spec = run_spec("scratch").model_copy(update={"device": device})
    assert create_engine(spec, plan(spec.network.nodes, IMAGE)).device == "cpu"


@pytest.mark.torch
def test_torch_says_which_devices_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    for device in ("cuda", "cuda:0", "mps"):
        spec = run_spec("torch").model_copy(update={"device": device})
        with pytest.raises(UnavailableError, match="can use cpu here") as raised:
            create_engine(spec, plan(spec.network.nodes, IMAGE))
        assert raised.value.info.field == "device"
    spec = run_spec("torch").model_copy(update={"device": "auto"})
    assert create_engine(spec, plan(spec.network.nodes, IMAGE)).device == "cpu"


@pytest.mark.torch
def test_a_gpu_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    spec = run_spec("torch").model_copy(update={"device": "cuda:5"})
    with pytest.raises(UnavailableError, match="can use cpu, cuda:0, cuda:1 here"):
        create_engine(spec, plan(spec.network.nodes, IMAGE))


@pytest.mark.torch
def test_the_same_run_on_a_gpu() -> None:
    import torch

    if not torch.cuda.is_available():
        pytest.skip("this machine has no GPU that torch can use")
    on_gpu = create_engine(run_spec("torch").model_copy(update={"device": "cuda"}), build("torch")[1], np.float64)
    on_cpu, _ = build("torch")
    assert on_gpu.device.startswith("cuda:0 ")
    for number in range(10):
        ours, theirs = (built.train_step(*batch(number), 0.01, observe=True) for built in (on_gpu, on_cpu))
        assert ours.loss == pytest.approx(theirs.loss, rel=1e-9)
    expected = on_cpu.state()
    for name, values in on_gpu.state().items():
        np.testing.assert_allclose(values, expected[name], rtol=1e-8, atol=1e-9)
    on_gpu.load_state(expected)
    np.testing.assert_allclose(on_gpu.predict(batch(0)[0]), on_cpu.predict(batch(0)[0]), rtol=1e-9, atol=1e-9)


def test_neither_listing_nor_a_scratch_run_imports_torch() -> None:
    program = """
        import sys
        import numpy as np
        from neurarium.engines import available_engines, create_engine
        from neurarium.graph import plan_for
        from neurarium.spec.catalog import presets

        spec = presets()[0].spec
        assert spec.engine == "scratch"
        engine = create_engine(spec, plan_for(spec.network.nodes, spec.data, spec.loss))
        engine.train_step(np.ones((2, 1, 8, 8), np.float32), np.array([0, 1]), 0.1, observe=True)
        available_engines()
        loaded = {"torch", "neurarium.engines.pytorch"} & set(sys.modules)
        assert not loaded, loaded
    """
    finished = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=120, check=False
    )
    assert finished.returncode == 0, finished.stderr


def test_float16_is_refused(engine: str) -> None:
    with pytest.raises(ValueError, match="float32 or float64"):
        build(engine, dtype=np.float16)


def test_a_kind_without_a_file_is_named() -> None:
    implements: Implementations[type] = Implementations("neurarium.engines.scratch.losses")
    with pytest.raises(NotImplementedError, match=r"no implementation of 'relu'.*@implements\(Relu\) in relu\.py"):
        implements.find(LAYERS["relu"])


def test_two_implementations_of_one_kind_are_refused() -> None:
    implements: Implementations[type] = Implementations("nowhere")
    implements(LAYERS["relu"])(int)
    with pytest.raises(TypeError, match="both implement 'relu'"):
        implements(LAYERS["relu"])(str)
    assert implements.find(LAYERS["relu"]) is int
