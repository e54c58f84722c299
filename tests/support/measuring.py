"""A run that tests train and measure by hand, one probe at a time."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np

from neurarium.data import Batches, load_dataset
from neurarium.engines import create_engine
from neurarium.graph import plan_for
from neurarium.probes import Collector, ProbeMessage
from neurarium.spec.run import RunSpec


class Measured:
    """A network, its data, and the measurements of one probe."""

    def __init__(self, probe: str, spec: dict[str, Any], *, given_weights: Collection[str] = ()) -> None:
        self.spec = RunSpec.model_validate(spec)
        self.plan = plan_for(self.spec.network.nodes, self.spec.data, self.spec.loss)
        self.data = load_dataset(self.spec.data, self.spec.seed)
        self.engine = create_engine(self.spec, self.plan)
        self.batches = Batches(self.data.train, self.spec.batch_size, self.spec.seed)
        self.collector = Collector(self.spec, self.plan, self.data, selected=[probe], given_weights=given_weights)

    @property
    def nodes(self) -> list[str]:
        """The nodes of which the probe tells something, in its order."""
        return [key.node for key in self.collector.probes]

    def train(self, steps: int, learning_rate: float = 0.1) -> None:
        """Make steps that nobody observes."""
        for _ in range(steps):
            self.engine.train_step(*self.batches.batch(self.engine.step), learning_rate)

    def observe(self, inputs: np.ndarray | None = None) -> dict[str, dict[str, Any]]:
        """Pass the next batch, or another one, through the network as a run's step 0 does; return figures by node."""
        batch = self.batches.batch(self.engine.step)
        inputs, targets = (batch.inputs, batch.targets) if inputs is None else (inputs, np.zeros(len(inputs), np.int64))
        self.engine.measure(inputs, targets)
        return by_node(self.collector.collect(self.engine))

    def validate(self) -> dict[str, dict[str, Any]]:
        """Return the figures that a validation gives, by node."""
        evaluation = self.engine.evaluate(self.data.validation.inputs, self.data.validation.targets)
        return by_node(self.collector.validated(self.engine, evaluation))

    def load(self, **tensors: np.ndarray) -> None:
        """Set parameters, given as ``fc1_weight=…``."""
        state = dict(self.engine.state())
        for name, values in tensors.items():
            node, parameter = name.split("_")
            state[f"parameters/{node}/{parameter}"] = values.astype(state[f"parameters/{node}/{parameter}"].dtype)
        self.engine.load_state(state)


def by_node(messages: list[ProbeMessage]) -> dict[str, dict[str, Any]]:
    """Return measurements of one probe by the node that they are of."""
    return {message.node: message.payload for message in messages}
