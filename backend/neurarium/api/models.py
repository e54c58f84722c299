"""What the API takes and gives, as models.

They make the OpenAPI document, and the browser's types are generated from it.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from neurarium.spec.base import Shape
from neurarium.spec.catalog import SpecCatalog
from neurarium.spec.errors import ErrorInfo
from neurarium.spec.run import RunSpec
from neurarium.training.states import RunState
from neurarium.words import Text


class ErrorBody(BaseModel):
    """Every error, everywhere."""

    error: ErrorInfo


class EngineEntry(BaseModel):
    """An engine, and whether it can be used on this machine."""

    name: str
    title: str
    available: bool
    devices: list[str]
    hint: Text | None = None


class Catalog(SpecCatalog):
    """Everything that can be picked, on this machine."""

    version: str
    engines: list[EngineEntry]


class Health(BaseModel):
    """Signs of life."""

    status: Literal["ok"]
    version: str
    devices: list[str]


_OBJECT = WithJsonSchema({"type": "object", "additionalProperties": True})
_OBJECT_OR_NULL = WithJsonSchema({"anyOf": [{"type": "object", "additionalProperties": True}, {"type": "null"}]})
_INTEGER_OR_NULL = WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "null"}]})


class CheckRequest(BaseModel):
    """A network to be checked; it may still be half written, so its parts are read leniently."""

    # Whatever comes is taken: what does not fit this schema is found by the check itself, and told in its answer as
    # everything else that is wrong.
    model_config = ConfigDict(extra="allow", json_schema_extra={"additionalProperties": False, "required": ["network"]})

    data: Annotated[Any, _OBJECT] = Field(default_factory=dict, description="A DataSpec.")
    network: Annotated[Any, _OBJECT] = Field(default=None, description="A NetworkSpec.")
    loss: Annotated[Any, _OBJECT_OR_NULL] = Field(
        default=None, description="A loss; left out, the output is not checked."
    )
    batch_size: Annotated[Any, _INTEGER_OR_NULL] = None


class LiveSettings(BaseModel):
    """What `set` changes while a run trains, beside the learning rate, which stands in its spec."""

    steps_per_second: float | None = Field(description="The speed limit; null trains as fast as it can.")


class Run(BaseModel):
    """A run."""

    id: str
    name: str
    state: RunState
    reason: Text | None = Field(description="Why it is in this state, where that needs saying.")
    spec: RunSpec
    step: int = Field(description="Updates made.")
    epoch: float = Field(description="Passes over the training data, with a fraction.")
    steps_per_epoch: int | None
    total_steps: int | None
    created_at: str
    generation: int = Field(description="How often it was reset.")
    device: str | None
    settings: LiveSettings
    metrics: dict[str, float | None] = Field(description="The last value of each scalar.")
    error: ErrorInfo | None


class UploadedWeights(BaseModel):
    """Weights that runs can start from."""

    id: str
    tensors: dict[str, Shape] = Field(description="What is in them: shapes by node and parameter name.")


class Samples(BaseModel):
    """Some samples of a data set."""

    dataset: str
    split: Literal["train", "validation", "test"]
    offset: int
    total: int
    input_shape: Shape
    classes: list[Text]
    inputs: list[Any] = Field(description="Nested lists, each of `input_shape`.")
    targets: list[int]


class SourcePiece(BaseModel):
    """A method or function of the scratch engine."""

    name: str
    owner: str = Field(description="The class that defines it; empty for a function.")
    file: str = Field(description="Where it stands, e.g. neurarium/engines/scratch/layers/conv2d.py.")
    first_line: int = Field(description="The number of its first line there, from 1.")
    text: str = Field(description="Its lines, as they stand in the file.")


class Source(BaseModel):
    """Who computes a kind in the scratch engine, and how: read from the code that runs."""

    class_name: str
    file: str
    first_line: int
    docstring: str
    methods: list[SourcePiece] = Field(description="forward and backward; of an optimizer, step and update.")
    helpers: list[SourcePiece] = Field(description="What those call of the engine's own.")


class PackedArray(BaseModel):
    """An array on the stream: little-endian, C order. `data` is binary in msgpack."""

    dtype: Literal["float32", "float64", "uint32"]
    shape: list[int]
    data: Annotated[bytes, Field(json_schema_extra={"format": "binary"})]


class StreamMessage(BaseModel):
    """What every message on the stream has."""

    seq: int
    step: int


class HelloMessage(StreamMessage):
    """Always first."""

    type: Literal["hello"]
    run: Run
    probes: list[dict[str, str | None]]
    last_seq: int


class ScalarRows(BaseModel):
    """Rows of scalars; NaN where one was not measured."""

    steps: PackedArray
    values: dict[str, PackedArray]


class SnapshotMessage(StreamMessage):
    """The whole history; it replaces what a viewer has."""

    type: Literal["snapshot"]
    run: Run
    metrics: list[ScalarRows]


class StateMessage(StreamMessage):
    """A new state, and why."""

    type: Literal["state"]
    state: RunState
    reason: Text | None
    epoch: float
    generation: int
    error: ErrorInfo | None


class MetricsMessage(StreamMessage, ScalarRows):
    """Scalars since the last such message."""

    type: Literal["metrics"]


class ProbeMessage(StreamMessage):
    """One measurement; the further fields depend on `probe`."""

    type: Literal["probe"]
    probe: str
    node: str
    parameter: str | None


class HistogramMessage(ProbeMessage):
    """activation_histogram, weight_histogram and gradient_histogram; `counts` add up to `sampled`."""

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


class ParameterStatistics(BaseModel):
    """Of the gradient by one parameter tensor; `update_ratio` is the norm of the update over that of the tensor."""

    norm: float | None
    mean: float | None
    std: float | None
    max_abs: float | None
    update_ratio: float | None


class GradientStatsMessage(ProbeMessage):
    """gradient_stats."""

    parameters: dict[str, ParameterStatistics]


class FiltersMessage(ProbeMessage):
    """filters: the first of a convolution's weights, and how many there are in all."""

    weight: PackedArray
    low: float | None
    high: float | None
    out_channels: int
    in_channels: int


class DecisionSurfaceMessage(ProbeMessage):
    """decision_surface: `values` has shape (classes, rows, columns), row 0 at the low end of y."""

    x: list[float]
    y: list[float]
    values: PackedArray


class NoticeMessage(StreamMessage):
    """A finding, with its evidence."""

    type: Literal["notice"]
    level: Literal["info", "warning", "error"]
    code: str
    message: Text
    hint: Text | None
    node: str | None
    evidence: dict[str, Any]


STREAM_MESSAGES: tuple[type[BaseModel], ...] = (
    HelloMessage,
    SnapshotMessage,
    StateMessage,
    MetricsMessage,
    HistogramMessage,
    GradientStatsMessage,
    FiltersMessage,
    DecisionSurfaceMessage,
    NoticeMessage,
)
"""Messages of the WebSocket, which OpenAPI has no place for; they are added to its schemas all the same."""
