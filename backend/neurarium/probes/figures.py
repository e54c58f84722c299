"""What a measurement holds, as models: the API's document and the page's types are made from them."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field


class PackedArray(BaseModel):
    """An array on the stream: little-endian, C order. `data` is binary in msgpack."""

    dtype: Literal["float16", "float32", "float64", "uint32"]
    shape: list[int]
    data: Annotated[bytes, Field(json_schema_extra={"format": "binary"})]


class Figures(BaseModel):
    """The figures of one measurement; where a probe tells nothing special of a figure, its name says it."""


class HistogramFigures(Figures):
    """How values are distributed over their own range; `counts` add up to `sampled`."""

    edges: PackedArray
    counts: PackedArray
    mean: float | None
    std: float | None
    min: float | None
    max: float | None
    sampled: int
    total: int
    non_finite: int
    zero_fraction: float | None
    saturated_fraction: float | None
    dead_fraction: float | None
    batch: int | None
