"""What every data set declares, without reading it."""

from abc import abstractmethod
from typing import Any, ClassVar, Literal

from pydantic import Field

from neurarium.spec.base import Shape, SpecModel
from neurarium.spec.kinds import Kind


class Preparation(SpecModel):
    """How a drawing is made into a sample: as the data set's own samples were made, so that it resembles them.

    Ink is bright on black. Lengths are shares of a side, so that they hold for any size of image.
    """

    box: float = Field(
        gt=0, le=1, description="Share of the sample that the drawing's longer side takes; its aspect is kept."
    )
    centre: Literal["box", "mass"] = Field(
        description="What comes to lie in the middle: the drawing's bounding box or its centre of mass."
    )
    points: int = Field(
        ge=1,
        description="Above 1, a pixel counts which of so many by so many points of a bitmap are inked; else it is the"
        " mean of what it covers.",
    )
    pen: float = Field(
        gt=0,
        lt=1,
        description="Width of a stroke, as a share of the sheet that is drawn on: over three quarters of the sheet, it"
        " is about as thick as the samples' own.",
    )
    brightest: float = Field(
        ge=1,
        description="What full ink is where the data set's option `normalize` is off; otherwise it is 1.",
    )
    sentence: str = Field(description="The same in words.")
    source: str = Field(description="Where the data set's makers describe it.")


class Dataset(Kind):
    """A source of labelled samples."""

    kind: str
    preparation: ClassVar[Preparation | None] = None
    """How a drawing becomes a sample; None where samples are no images."""

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

    preparation: ClassVar[Preparation | None] = Preparation(
        box=0.75,
        centre="box",
        points=1,
        pen=0.1,
        brightest=1,
        sentence="The drawing is scaled to three quarters of the image, its aspect kept, and centred.",
        source="",
    )


def normalize_field(largest: int) -> Any:
    """Return the field that says whether recorded pixels, integers up to `largest`, are brought to 0 to 1.

    Source: Deep Learning from Scratch, section 3.6.1, `load_mnist(normalize=True)`.
    """
    return Field(
        default=True,
        title="Scale pixels",
        description=f"Whether pixels are divided by {largest}, so that they lie between 0 and 1.",
    )
