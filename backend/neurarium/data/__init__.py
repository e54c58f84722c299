"""Samples: made or read, split and batched. Knows no engine."""

from neurarium.data.batches import Batches, steps_per_epoch
from neurarium.data.errors import DataError
from neurarium.data.loading import LoadedDataset, load_dataset
from neurarium.data.places import dataset_folder, default_home, home_folder
from neurarium.data.samples import Batch, Recorded, Samples, Source
from neurarium.data.split import split_positions, split_sizes
from neurarium.data.view import SamplesView, view_samples

__all__ = [
    "Batch",
    "Batches",
    "DataError",
    "LoadedDataset",
    "Recorded",
    "Samples",
    "SamplesView",
    "Source",
    "dataset_folder",
    "default_home",
    "home_folder",
    "load_dataset",
    "split_positions",
    "split_sizes",
    "steps_per_epoch",
    "view_samples",
]
