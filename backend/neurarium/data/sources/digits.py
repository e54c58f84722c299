"""Digits: 1,797 handwritten digits that scikit-learn brings along."""

import gzip
import importlib.util
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from neurarium.data.samples import Recorded, Source
from neurarium.spec.datasets.digits import BRIGHTEST, Digits

ROWS, COLUMNS = 1797, 65  # 64 pixels and the digit


def load(dataset: Digits, seed: int) -> Source:
    """Return the images, pixels 0 to 1, or to 16 unless scaled, shape ``(1797, 1, 8, 8)``, in scikit-learn's order."""
    table = _from_file()
    if table is None:
        table = _from_library()
    images = table[:, :-1].reshape(-1, *dataset.input_shape())
    return Source(Recorded(images, table[:, -1].astype(np.int64), divisor=BRIGHTEST if dataset.normalize else 1))


def _from_file() -> NDArray[np.uint8] | None:
    """Return the table in scikit-learn's own file, or None where it is not what we know.

    Importing sklearn.datasets takes more than a second, since it brings SciPy; the file alone takes 10 ms, and a
    worker should be ready to train at once. A package is found by its name without being imported.
    """
    found = importlib.util.find_spec("sklearn")
    if found is None or not found.submodule_search_locations:
        return None
    path = Path(found.submodule_search_locations[0]) / "datasets" / "data" / "digits.csv.gz"
    try:
        lines = gzip.decompress(path.read_bytes()).decode("ascii").splitlines()
        if len(lines) != ROWS:
            return None
        table = np.loadtxt(lines, delimiter=",", dtype=np.uint8)
    except (OSError, EOFError, ValueError, zlib.error):
        return None
    return table if table.shape == (ROWS, COLUMNS) and table[:, :-1].max() == BRIGHTEST else None


def _from_library() -> NDArray[np.uint8]:
    """Return the same table through scikit-learn's documented function."""
    from sklearn.datasets import load_digits

    pixels, digits = load_digits(return_X_y=True)
    return np.column_stack([pixels, digits]).astype(np.uint8)
