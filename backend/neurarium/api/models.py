"""What the API takes and gives, as models.

They make the OpenAPI document, and the browser's types are generated from it.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, create_model

from neurarium.diagnosis import DiagnosisEntry, RunFinding, Status
from neurarium.probes import PROBES, ProbeEntry
from neurarium.probes.figures import PackedArray
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
    probes: list[ProbeEntry]
    diagnoses: list[DiagnosisEntry]


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
    optimizer: Annotated[Any, _OBJECT] = Field(default=None, description="An optimizer, for the memory it takes.")
    batch_size: Annotated[Any, _INTEGER_OR_NULL] = Field(default=None, description="Left out, one sample.")
    dtype: Annotated[Any, WithJsonSchema({"type": "string"})] = Field(default=None, description="A number format.")
    frozen: Annotated[Any, WithJsonSchema({"type": "array", "items": {"type": "string"}})] = Field(
        default=None, description="Frozen nodes."
    )


class LiveSettings(BaseModel):
    """What `set` changes while a run trains, beside the learning rate, which stands in its spec."""

    steps_per_second: float | None = Field(description="The speed limit; null trains as fast as it can.")
    pinned_sample: int = Field(
        description="The sample whose feature maps are shown: its place among the validation samples, or among the"
        " training samples where none are kept to validate."
    )


class SampleCounts(BaseModel):
    """How many samples a run trains and validates on."""

    train: int
    validation: int


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
    samples: SampleCounts | None = Field(description="Null until it is built.")
    settings: LiveSettings
    metrics: dict[str, float | None] = Field(description="The last value of each scalar.")
    findings: list[RunFinding] = Field(description="What was found wrong with it and holds now.")
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


PROBE_MESSAGES: dict[str, type[BaseModel]] = {
    figures.__name__: create_model(
        f"{figures.__name__.removesuffix('Figures')}Message",
        __base__=(ProbeMessage, figures),
        __doc__=f"{', '.join(name for name, probe in PROBES.items() if probe.figures is figures)}: {figures.__doc__}",
    )
    for figures in dict.fromkeys(probe.figures for probe in PROBES.values())
}
"""What each sort of measurement is sent as, by the name of its figures."""


class NoticedFinding(RunFinding):
    """A finding that came, changed or went; told whole each time."""

    status: Status


class NoticeMessage(StreamMessage):
    """Something that a person should know, with its evidence."""

    type: Literal["notice"]
    level: Literal["info", "warning", "error"]
    code: str
    message: Text
    hint: Text | None
    node: str | None
    evidence: dict[str, Any]
    finding: NoticedFinding | None


STREAM_MESSAGES: tuple[type[BaseModel], ...] = (
    HelloMessage,
    SnapshotMessage,
    StateMessage,
    MetricsMessage,
    *PROBE_MESSAGES.values(),
    NoticeMessage,
)
"""Messages of the WebSocket, which OpenAPI has no place for; they are added to its schemas all the same."""
