"""What every data set declares, without reading it."""

from abc import abstractmethod
from typing import Any

from pydantic import Field

from neurarium.spec.base import Shape
from neurarium.spec.kinds import Kind


class Dataset(Kind):
    """A source of labelled samples."""

    kind: str

    @abstractmethod
    def input_shape(self) -> Shape:
        """Return the shape of one sample."""

    @abstractmethod
    def class_names(self) -> tuple[str, ...]:
        """Return the names of the classes; a target is a position in it."""

    @abstractmethod
    def sample_count(self) -> int:
        """Return how many samples there are to train and validate on."""


class PlaneDataset(Dataset):
    """Points of the plane, generated: two coordinates, each about -1 to 1, and a class."""

    samples: int = Field(default=500, title="Samples", ge=20, le=100_000, description="How many points are generated.")
    noise: float = Field(
        default=0.1, title="Noise", ge=0, le=2, description="Standard deviation of what is added to each coordinate."
    )

    def input_shape(self) -> Shape:
        return (2,)

    def class_names(self) -> tuple[str, ...]:
        return ("0", "1")

    def sample_count(self) -> int:
        return self.samples


class ImageDataset(Dataset):
    """Images with a fixed number of channels, height and width, pixel values from 0 to 1 unless told otherwise."""


def normalize_field(largest: int) -> Any:
    """Return the field that says whether recorded pixels, integers up to `largest`, are brought to 0 to 1.

    Source: Deep Learning from Scratch, section 3.6.1, `load_mnist(normalize=True)`.
    """
    return Field(
        default=True,
        title="Scale pixels",
        description=f"Whether pixels are divided by {largest}, so that they lie between 0 and 1.",
    )
