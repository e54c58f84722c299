"""The digits are scikit-learn's, whichever way they come."""

import importlib.util
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import numpy as np
import pytest

from neurarium.data.sources import digits
from neurarium.spec.datasets.digits import Digits


def test_pixels_and_digits_are_those_of_load_digits() -> None:
    from sklearn.datasets import load_digits

    pixels, targets = load_digits(return_X_y=True)
    samples = digits.load(Digits(), 0).recorded.pick(slice(None))
    assert samples.inputs.shape == (1797, 1, 8, 8)
    np.testing.assert_array_equal(samples.inputs.reshape(1797, 64), (pixels / 16).astype(np.float32))
    np.testing.assert_array_equal(samples.targets, targets)
    assert (samples.inputs.min(), samples.inputs.max()) == (0, 1)


def without_location(name: str) -> ModuleSpec:
    return ModuleSpec(name, None)


def with_location(folder: Path) -> ModuleSpec:
    spec = ModuleSpec("sklearn", None, is_package=True)
    assert spec.submodule_search_locations is not None
    spec.submodule_search_locations.append(str(folder))
    return spec


@pytest.mark.parametrize("contents", [None, b"", b"not packed", b"\x1f\x8b\x08\x00 cut off"])
def test_they_come_through_the_library_where_its_file_is_not_as_we_know_it(
    contents: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = digits.load(Digits(), 0).recorded
    path = tmp_path / "datasets" / "data" / "digits.csv.gz"
    path.parent.mkdir(parents=True)
    if contents is not None:
        path.write_bytes(contents)
    with monkeypatch.context() as patch:
        patch.setattr(importlib.util, "find_spec", lambda name: with_location(tmp_path))
        assert digits._from_file() is None
        found = digits.load(Digits(), 0).recorded
    np.testing.assert_array_equal(found.values, expected.values)
    np.testing.assert_array_equal(found.targets, expected.targets)


def test_no_file_is_sought_where_the_package_has_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", without_location)
    assert digits._from_file() is None


def test_reading_them_does_not_import_scikit_learn() -> None:
    script = (
        "import sys; from neurarium.data import load_dataset; from neurarium.spec import DataSpec;"
        "assert len(load_dataset(DataSpec(), 0).train) == 1617;"
        "assert not {'sklearn', 'scipy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
