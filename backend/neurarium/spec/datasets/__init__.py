"""Data sets: what a network can learn from. One file a kind; the arrays themselves are made or read by the data
room.
"""

from neurarium.spec.datasets.base import Dataset, Preparation
from neurarium.spec.kinds import discover

DATASETS: dict[str, type[Dataset]] = discover(__name__, Dataset)

__all__ = ["DATASETS", "Dataset", "Preparation"]
