"""The seam between an engine and everything that uses one: the whole engine, not the single operation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.floating]
Targets: TypeAlias = NDArray[np.int64]
AnyTargets: TypeAlias = NDArray[Any]
"""Class numbers, ``(batch,)``; or, of a floating type, the values that outputs should have, ``(batch, outputs)``."""
Tensors: TypeAlias = dict[str, dict[str, NDArray[np.floating]]]
"""Tensors by node and name, e.g. ``tensors["conv1"]["weight"]``; layouts are PyTorch's."""


@dataclass(frozen=True)
class StepResult:
    """What one batch came to.

    Attributes:
        loss: the batch's mean loss, before the update.
        accuracy: the share of samples taken for their true class, 0 to 1: the class of the largest output, or, of a
            single output, the second of two classes where it is above the loss's threshold.
    """

    loss: float
    accuracy: float


@dataclass(frozen=True)
class Evaluation:
    """What many samples came to, in evaluation mode; `loss` and `accuracy` as in `StepResult`.

    Attributes:
        samples: how many there were.
        outputs: what the network put out for each, raw, ``(samples, *output_shape)``; the receiver's own.
    """

    loss: float
    accuracy: float
    samples: int
    outputs: Array = field(repr=False, compare=False)


@dataclass(frozen=True)
class Sample:
    """Values taken evenly from a tensor.

    Attributes:
        values: float32 or float64, shape ``(counted,)``; every stride-th value in C order, so all of them where
            the limit allows; the stride meets every pixel and unit alike (`batches.sample_stride`).
        total: how many values the tensor has.
    """

    values: Array
    total: int


class Observation(Protocol):
    """What one observed batch left behind; valid until the engine's next call.

    Names of nodes are those of the plan; ``"input"`` is the batch itself.
    """

    @property
    def batch(self) -> int:
        """How many samples the batch had."""
        ...

    def output(self, node: str, limit: int) -> Sample:
        """Return at most `limit` values of what `node` put out over the batch."""
        ...

    def dead_fraction(self, node: str) -> float:
        """Return the share of the node's units, 0 to 1, that put out zero for every sample of the batch.

        A unit is a feature of a vector, or a channel of an image: all its pixels share their weights, and so it lives
        if one of them does.
        """
        ...

    def parameter(self, node: str, name: str) -> Array:
        """Return a parameter as it stands now (after the update, where one was made), as a read-only view or copy."""
        ...

    def gradient(self, node: str, name: str) -> Array:
        """Return the loss's derivative by a parameter, of that parameter's shape, as a read-only view or copy.

        Raises:
            KeyError: the node has no such parameter.
        """
        ...

    def update_norm(self, node: str, name: str) -> float | None:
        """Return the 2-norm of what the update added to a parameter, or None where no update was made."""
        ...


class Engine(Protocol):
    """Builds, trains, evaluates and measures one network.

    Arrays come and go as numpy arrays in the engine's dtype: inputs ``(batch, *input_shape)``, targets ``(batch,)``
    class numbers.
    Initial weights, dropout masks and everything else drawn at random come from `spec.randomness` under the run's
    seed, so that every
    engine draws the same numbers.
    """

    @property
    def device(self) -> str:
        """Where it computes, in words, e.g. ``cpu`` or ``cuda:0 NVIDIA H200``."""
        ...

    @property
    def step(self) -> int:
        """How many updates were made since the start or the last reset."""
        ...

    def train_step(self, inputs: Array, targets: Targets, learning_rate: float, *, observe: bool = False) -> StepResult:
        """Run forward, backward and one update; with `observe`, keep what an `Observation` needs.

        A loss that is not finite leaves parameters, running statistics and optimizer state as they were and `step`
        unchanged; the caller reads it from the result.

        Raises:
            ValueError: inputs or targets have another shape than the network takes; so do all calls below.
        """
        ...

    def trace_step(
        self, inputs: Array, targets: AnyTargets, learning_rate: float
    ) -> tuple[StepResult, dict[str, Array]]:
        """Make an observed training step, and return with its result the loss's derivative by every node's output and
        by the data, by name, in the order in which they were computed: the last node's first, ``"input"`` last.

        Targets may be values that the outputs should have, of a floating type and shape ``(batch, *output_shape)``;
        there is no accuracy then, and it is NaN.
        """
        ...

    def measure(self, inputs: Array, targets: Targets) -> StepResult:
        """Run forward and backward in training mode and keep an `Observation`, but update nothing: no parameter,
        no running statistic.
        """
        ...

    @property
    def observation(self) -> Observation:
        """What the last observed batch left behind.

        Raises:
            RuntimeError: no batch was observed since the engine's last unobserved call.
        """
        ...

    def evaluate(self, inputs: Array, targets: Targets) -> Evaluation:
        """Return loss, accuracy and outputs in evaluation mode, computed in batches of bounded size."""
        ...

    def predict(self, inputs: Array) -> Array:
        """Return the network's outputs in evaluation mode, ``(batch, *output_shape)``: raw, so logits where the
        loss takes logits.
        """
        ...

    def outputs(self, inputs: Array) -> dict[str, Array]:
        """Return every node's output in evaluation mode, by name, in order."""
        ...

    def find_non_finite(self, inputs: Array, targets: Targets) -> str | None:
        """Return the first node, in order of computation, whose parameters or output over this batch are not
        finite; None where all are; ``"input"`` where the batch itself is not.

        Where all outputs are finite and the loss is not, that is the output node.
        """
        ...

    def state(self) -> Mapping[str, np.ndarray]:
        """Return copies of all that training changes: ``parameters/<node>/<name>``, ``buffers/<node>/<name>``,
        ``optimizer/...``, ``step``.
        """
        ...

    def load_state(self, state: Mapping[str, np.ndarray]) -> None:
        """Restore what `state` returned.

        Raises:
            ValueError: names or shapes do not fit this network.
        """
        ...

    def reset(self) -> None:
        """Go back to the initial weights, running statistics and optimizer state, and to step 0: exactly as built."""
        ...
