"""Everything that defines a run: the same spec and seed give the same numbers."""

from typing import Literal, Self

from pydantic import Field, model_validator

from neurarium.spec.base import NodeId, SpecModel
from neurarium.spec.data import DataSpec
from neurarium.spec.early_stopping import EarlyStopping
from neurarium.spec.findings import finding
from neurarium.spec.kinds import default_of
from neurarium.spec.losses import LOSSES, AnyLoss
from neurarium.spec.network import MOST_NODES, NetworkSpec
from neurarium.spec.optimizers import OPTIMIZERS, AnyOptimizer
from neurarium.spec.probes import ProbeSpec
from neurarium.spec.schedules import SCHEDULES, AnySchedule
from neurarium.words import say

SCHEMA_VERSION = 1

EngineName = Literal["scratch", "torch"]
DTypeName = Literal["float32", "float64", "bfloat16", "float16"]


class InitialWeights(SpecModel):
    """Weights that a server has, to start from: those that another run has now, or those of a file that was sent."""

    run: str | None = Field(default=None, description="A run's id.")
    upload: str | None = Field(default=None, description="The id that POST /api/weights answered with.")
    strict: bool = Field(
        default=True, description="Whether every tensor has to be there and fit; else what fits is taken."
    )

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.run is None) == (self.upload is None):
            raise finding("value_error", say("initial_weights should name either a run or an upload"))
        return self


class RunSpec(SpecModel):
    """A network, its data and how it is trained."""

    schema_version: Literal[1] = SCHEMA_VERSION
    name: str = Field(default="", title="Name", max_length=200)
    seed: int = Field(
        default=0, title="Seed", ge=0, lt=2**32, description="Fixes weights, batch order, masks and data."
    )
    engine: EngineName = Field(
        default="scratch", title="Engine", description="Who computes: numpy from scratch, or PyTorch."
    )
    device: str = Field(
        default="auto",
        title="Device",
        pattern=r"^(auto|cpu|mps|cuda(:\d{1,3})?)$",
        description="auto, cpu, cuda, cuda:N or mps; the scratch engine runs on the cpu.",
    )
    dtype: DTypeName = Field(
        default="float32",
        title="Number format",
        description="float32 or float64; or, in the torch engine, bfloat16 or float16: layers then compute in half"
        " precision where that is safe (torch.autocast), and weights, loss and updates stay in float32.",
    )
    data: DataSpec = Field(default_factory=lambda: DataSpec())
    network: NetworkSpec
    initial_weights: InitialWeights | None = Field(
        default=None, title="Weights to start from", description="Left out, all weights are drawn from the seed."
    )
    frozen: tuple[NodeId, ...] = Field(
        default=(),
        title="Frozen nodes",
        max_length=MOST_NODES,
        description="Nodes whose weights and running statistics stay as they start. Their gradients are measured all"
        " the same, and frozen batch normalisation normalises by its running statistics.",
    )
    loss: AnyLoss = Field(default_factory=default_of(LOSSES, "softmax_cross_entropy"))
    optimizer: AnyOptimizer = Field(default_factory=default_of(OPTIMIZERS, "sgd"))
    schedule: AnySchedule = Field(default_factory=default_of(SCHEDULES, "constant"))
    batch_size: int = Field(default=100, title="Batch size", ge=1, le=100_000, description="Samples in one step.")
    epochs: int = Field(default=10, title="Epochs", ge=1, le=100_000, description="Passes over the training data.")
    early_stopping: EarlyStopping | None = Field(
        default=None,
        title="Early stopping",
        description="Ends training when validation has stopped improving, and keeps the best weights; null trains on.",
    )
    probes: ProbeSpec = Field(default_factory=lambda: ProbeSpec())

    @model_validator(mode="after")
    def _check_early_stopping(self) -> Self:
        if self.early_stopping is not None and self.data.validation_fraction == 0:
            raise finding(
                "invalid_option",
                say(
                    "early_stopping needs samples to validate on, and data.validation_fraction is 0;"
                    " raise it, or leave early_stopping out."
                ),
                "early_stopping",
            )
        return self
