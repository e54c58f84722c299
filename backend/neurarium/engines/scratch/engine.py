"""The scratch engine: a plan trained with numpy alone."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from neurarium.engines.base import AnyTargets, Array, Evaluation, Observation, StepResult, Targets
from neurarium.engines.batches import are_values, check_batch, check_inputs, engine_dtype, parts
from neurarium.engines.initial import Start
from neurarium.engines.scratch.layers import Context
from neurarium.engines.scratch.losses import create_loss
from neurarium.engines.scratch.network import Network
from neurarium.engines.scratch.observation import ScratchObservation
from neurarium.engines.scratch.optimizers import create_optimizer
from neurarium.engines.state import BUFFERS, OPTIMIZER, PARAMETERS, STEP, check_state, state_key
from neurarium.graph import Plan
from neurarium.spec.losses import Loss
from neurarium.spec.optimizers import Optimizer

# Numbers that outgrow their type are a state of the network that is reported, not a fault of the code.
_NON_FINITE_ALLOWED: dict[str, Any] = {"over": "ignore", "invalid": "ignore", "divide": "ignore"}


class ScratchEngine:
    """Trains and measures a network with numpy; an `Engine`."""

    def __init__(
        self,
        plan: Plan,
        loss: Loss,
        optimizer: Optimizer,
        seed: int,
        dtype: DTypeLike = np.float32,
        start: Start | None = None,
    ) -> None:
        """Build the network with its initial weights.

        Args:
            plan: what to build.
            loss: what training makes small.
            optimizer: how a gradient becomes an update; its learning rate is given at each step.
            seed: fixes initial weights and dropout masks.
            dtype: float32 or float64.
            start: weights to start from, and nodes that stay as they are; left out, all are drawn and trained.
        """
        self._plan = plan
        self._context = Context(seed, engine_dtype(dtype))
        self._network = Network(plan, self._context, start or Start())
        self._loss = create_loss(loss)
        self._optimizer = create_optimizer(
            optimizer,
            len(self._network.trained),
            self._context.dtype,
            [tensor.shape for own in self._network.views(self._network.trained).values() for tensor in own.values()],
        )
        self._observation: ScratchObservation | None = None
        self._batch_last_axes = (*range(1, len(plan.input_shape) + 1), 0)

    @property
    def device(self) -> str:
        return "cpu"

    @property
    def step(self) -> int:
        return self._context.step

    def train_step(self, inputs: Array, targets: Targets, learning_rate: float, *, observe: bool = False) -> StepResult:
        return self._step(inputs, targets, learning_rate, observe=observe)

    def trace_step(
        self, inputs: Array, targets: AnyTargets, learning_rate: float
    ) -> tuple[StepResult, dict[str, Array]]:
        traced: dict[str, Array] = {}
        result = self._step(inputs, targets, learning_rate, observe=True, traced=traced)
        return result, {name: np.moveaxis(gradient, -1, 0) for name, gradient in traced.items()}

    def _step(
        self,
        inputs: Array,
        targets: AnyTargets,
        learning_rate: float,
        *,
        observe: bool,
        traced: dict[str, Array] | None = None,
    ) -> StepResult:
        network, before = self._network, None
        with np.errstate(**_NON_FINITE_ALLOWED):
            result = self._forward_backward(inputs, targets, traced)
            if math.isfinite(result.loss):
                if observe:
                    before = network.parameters.copy()
                self._optimizer.step(network.trained, network.trained_gradients, learning_rate, self._context.step + 1)
                network.commit()
                self._context.step += 1
        if observe:
            self._observation = ScratchObservation(network, before)
        return result

    def measure(self, inputs: Array, targets: Targets) -> StepResult:
        with np.errstate(**_NON_FINITE_ALLOWED):
            result = self._forward_backward(inputs, targets)
        self._observation = ScratchObservation(self._network, None)
        return result

    @property
    def observation(self) -> Observation:
        """What the last observed batch left behind; raises `RuntimeError` where none was."""
        if self._observation is None:
            raise RuntimeError("No batch was observed: call measure, or train_step with observe=True, just before.")
        return self._observation

    def evaluate(self, inputs: Array, targets: Targets) -> Evaluation:
        check_batch(self._plan, inputs, targets)
        loss, correct = 0.0, 0
        outputs = np.empty((len(inputs), *self._plan.output_shape), self._context.dtype)
        for part in parts(self._plan, len(inputs)):
            output, true = self._evaluation_pass(inputs[part]), targets[part]
            with np.errstate(**_NON_FINITE_ALLOWED):
                loss += self._loss.forward(output, true) * len(true)
            correct += self._loss.correct(output, true)
            outputs[part] = np.moveaxis(output, -1, 0)
        return Evaluation(loss / len(inputs), correct / len(inputs), len(inputs), outputs)

    def predict(self, inputs: Array) -> Array:
        check_inputs(self._plan, inputs)
        outputs = np.empty((len(inputs), *self._plan.output_shape), self._context.dtype)
        for part in parts(self._plan, len(inputs)):
            outputs[part] = np.moveaxis(self._evaluation_pass(inputs[part]), -1, 0)
        return outputs

    def outputs(self, inputs: Array) -> dict[str, Array]:
        check_inputs(self._plan, inputs)
        self._evaluation_pass(inputs)
        outputs = self._network.outputs
        return {node.name: np.array(np.moveaxis(outputs[node.name], -1, 0), order="C") for node in self._plan.nodes}

    def find_non_finite(self, inputs: Array, targets: Targets) -> str | None:
        self._forget_observation()
        check_batch(self._plan, inputs, targets)
        network = self._network
        with np.errstate(**_NON_FINITE_ALLOWED):
            output = network.forward(self._batch_last(inputs), training=True)
            loss = self._loss.forward(output, targets)
        for name, values in network.outputs.items():
            if not all(np.isfinite(array).all() for array in (values, *network.tensors.get(name, {}).values())):
                return name
        return None if math.isfinite(loss) else self._plan.output

    def state(self) -> dict[str, np.ndarray]:
        return {STEP: np.array(self._context.step), **{name: array.copy() for name, array in self._live().items()}}

    def load_state(self, state: Mapping[str, np.ndarray]) -> None:
        live = self._live()
        check_state(state, {STEP: (), **{name: array.shape for name, array in live.items()}})
        self._forget_observation()
        for name, array in live.items():
            array[...] = state[name]
        self._context.step = int(state[STEP])

    def reset(self) -> None:
        self._forget_observation()
        self._network.reset()
        for vector in self._optimizer.state.values():
            vector.fill(0.0)
        self._context.step = 0

    def _forward_backward(
        self, inputs: Array, targets: AnyTargets, traced: dict[str, Array] | None = None
    ) -> StepResult:
        self._forget_observation()
        check_batch(self._plan, inputs, targets)
        output = self._network.forward(self._batch_last(inputs), training=True)
        loss = self._loss.forward(output, targets)
        self._network.backward(self._loss.backward(), traced)
        return StepResult(loss, math.nan if are_values(targets) else self._loss.correct(output, targets) / len(targets))

    def _evaluation_pass(self, inputs: Array) -> Array:
        self._forget_observation()
        with np.errstate(**_NON_FINITE_ALLOWED):
            return self._network.forward(self._batch_last(inputs), training=False)

    def _batch_last(self, inputs: Array) -> Array:
        return inputs.astype(self._context.dtype, copy=False).transpose(self._batch_last_axes)

    def _forget_observation(self) -> None:
        if self._observation is not None:
            self._observation.close()
            self._observation = None

    def _live(self) -> dict[str, np.ndarray]:
        """Return all arrays that training changes, by their names in the state: the arrays themselves."""
        groups = {
            PARAMETERS: self._network.tensors,
            BUFFERS: self._network.buffers,
            **{
                state_key(OPTIMIZER, name): self._network.views(vector)
                for name, vector in self._optimizer.state.items()
            },
        }
        return {
            state_key(group, node, name): array
            for group, tensors in groups.items()
            for node, named in tensors.items()
            for name, array in named.items()
        }
