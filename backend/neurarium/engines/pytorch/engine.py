"""The PyTorch engine: a plan trained with autograd and torch's optimizers."""

import math
from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import DTypeLike
from torch import Tensor

from neurarium.engines.base import AnyTargets, Array, Evaluation, Observation, StepResult, Targets
from neurarium.engines.batches import are_values, check_batch, check_inputs, engine_dtype, parts
from neurarium.engines.initial import Start
from neurarium.engines.pytorch.device import choose_device, describe_device
from neurarium.engines.pytorch.layers import Context
from neurarium.engines.pytorch.losses import correct, create_loss
from neurarium.engines.pytorch.network import NamedTensors, Network
from neurarium.engines.pytorch.observation import TorchObservation
from neurarium.engines.pytorch.optimizers import create_optimizer
from neurarium.engines.pytorch.precision import HalfName, Precision
from neurarium.engines.pytorch.tensors import numpy_dtype, to_numpy, to_torch, torch_dtype
from neurarium.engines.state import BUFFERS, LOSS_SCALE, OPTIMIZER, PARAMETERS, STEP, check_state, state_key
from neurarium.graph import Plan
from neurarium.spec.losses import Loss
from neurarium.spec.optimizers import Optimizer


class TorchEngine:
    """Trains and measures a network with torch; an `Engine`."""

    def __init__(
        self,
        plan: Plan,
        loss: Loss,
        optimizer: Optimizer,
        seed: int,
        dtype: DTypeLike = np.float32,
        device: str = "auto",
        start: Start | None = None,
        half: HalfName | None = None,
    ) -> None:
        """Build the network with its initial weights.

        Args:
            plan: what to build.
            loss: what training makes small.
            optimizer: how a gradient becomes an update; its learning rate is given at each step.
            seed: fixes initial weights and dropout masks.
            dtype: float32 or float64.
            device: ``auto``, ``cpu``, ``cuda``, ``cuda:N`` or ``mps``.
            start: weights to start from, and nodes that stay as they are; left out, all are drawn and trained.
            half: in which half precision layers compute where that is safe; see `Precision`.

        Raises:
            UnavailableError: there is no such device here.
        """
        self._plan = plan
        self._optimizer_settings = optimizer
        self._context = Context(seed, torch_dtype(engine_dtype(dtype)), choose_device(device))
        self._network = Network(plan, self._context, start or Start())
        self._precision = Precision(half, self._context.device)
        self._loss_settings = loss
        self._loss = create_loss(loss)
        self._optimizer = create_optimizer(optimizer, self._network.trained_parameters())
        self._observation: TorchObservation | None = None

    @property
    def device(self) -> str:
        return describe_device(self._context.device)

    @property
    def step(self) -> int:
        return self._context.step

    def train_step(self, inputs: Array, targets: Targets, learning_rate: float, *, observe: bool = False) -> StepResult:
        return self._step(inputs, targets, learning_rate, observe=observe)

    def trace_step(
        self, inputs: Array, targets: AnyTargets, learning_rate: float
    ) -> tuple[StepResult, dict[str, Array]]:
        traced: dict[str, Tensor] = {}
        result = self._step(inputs, targets, learning_rate, observe=True, traced=traced)
        gradients = {name: output.grad for name, output in reversed(traced.items())}
        # Derivatives by parameters are scaled back already; those by outputs are as they passed through.
        scale = self._precision.last_scale
        return result, {
            name: to_numpy(gradient) / scale for name, gradient in gradients.items() if gradient is not None
        }

    def _step(
        self,
        inputs: Array,
        targets: AnyTargets,
        learning_rate: float,
        *,
        observe: bool,
        traced: dict[str, Tensor] | None = None,
    ) -> StepResult:
        outputs: dict[str, Tensor] | None = {} if observe else None
        before: NamedTensors | None = None
        result = self._forward_backward(inputs, targets, outputs, traced)
        if math.isfinite(result.loss):
            if observe:
                before = {
                    node: {name: tensor.detach().clone() for name, tensor in tensors.items()}
                    for node, tensors in self._network.tensors.items()
                }
            self._optimizer.update(learning_rate)
            self._precision.updated()
            self._network.commit()
            self._context.step += 1
        if outputs is not None:
            self._observation = TorchObservation(outputs, self._network.tensors, before)
        return result

    def measure(self, inputs: Array, targets: Targets) -> StepResult:
        outputs: dict[str, Tensor] = {}
        result = self._forward_backward(inputs, targets, outputs)
        self._observation = TorchObservation(outputs, self._network.tensors, None)
        return result

    @property
    def observation(self) -> Observation:
        """What the last observed batch left behind; raises `RuntimeError` where none was."""
        if self._observation is None:
            raise RuntimeError("No batch was observed: call measure, or train_step with observe=True, just before.")
        return self._observation

    @torch.no_grad()
    def evaluate(self, inputs: Array, targets: Targets) -> Evaluation:
        check_batch(self._plan, inputs, targets)
        loss, hits = 0.0, 0
        outputs = np.empty((len(inputs), *self._plan.output_shape), numpy_dtype(self._context.dtype))
        for part in parts(self._plan, len(inputs)):
            output, true = self._evaluation_pass(inputs[part]), self._targets(targets[part])
            loss += float(self._loss(output, true)) * len(true)
            hits += int(correct(self._loss_settings, output, true))
            outputs[part] = output.cpu().numpy()
        return Evaluation(loss / len(inputs), hits / len(inputs), len(inputs), outputs)

    @torch.no_grad()
    def predict(self, inputs: Array) -> Array:
        check_inputs(self._plan, inputs)
        outputs = np.empty((len(inputs), *self._plan.output_shape), numpy_dtype(self._context.dtype))
        for part in parts(self._plan, len(inputs)):
            outputs[part] = self._evaluation_pass(inputs[part]).cpu().numpy()
        return outputs

    @torch.no_grad()
    def outputs(self, inputs: Array) -> dict[str, Array]:
        check_inputs(self._plan, inputs)
        outputs: dict[str, Tensor] = {}
        self._evaluation_pass(inputs, outputs)
        return {node.name: to_numpy(outputs[node.name]) for node in self._plan.nodes}

    @torch.no_grad()
    def find_non_finite(self, inputs: Array, targets: Targets) -> str | None:
        self._forget_observation()
        check_batch(self._plan, inputs, targets)
        outputs: dict[str, Tensor] = {}
        output = self._pass(inputs, outputs, training=True)
        loss = self._loss(output, self._targets(targets))
        for name, values in outputs.items():
            if not all(bool(tensor.isfinite().all()) for tensor in (values, *self._parameters_of(name).values())):
                return name
        return None if bool(loss.isfinite()) else self._plan.output

    def state(self) -> dict[str, np.ndarray]:
        state = {STEP: np.array(self._context.step), **{name: to_numpy(kept) for name, kept in self._live().items()}}
        if self._precision.scales:
            state[LOSS_SCALE] = self._precision.state
        return state

    @torch.no_grad()
    def load_state(self, state: Mapping[str, np.ndarray]) -> None:
        live = self._live()
        scale = {LOSS_SCALE: (2,)} if self._precision.scales else {}
        check_state(state, {STEP: (), **scale, **{name: tuple(tensor.shape) for name, tensor in live.items()}})
        self._forget_observation()
        for name, tensor in live.items():
            tensor.copy_(torch.from_numpy(np.array(state[name])))
        self._context.step = int(state[STEP])
        if self._precision.scales:
            self._precision.load(state[LOSS_SCALE])
        for node, tensors in self._network.trained.items():
            for name, parameter in tensors.items():
                kept = {ours: live[state_key(OPTIMIZER, ours, node, name)] for ours in self._optimizer.state_names}
                self._optimizer.remember(parameter, kept, self._context.step)

    def reset(self) -> None:
        self._forget_observation()
        self._network.reset()
        self._precision.reset()
        self._optimizer = create_optimizer(self._optimizer_settings, self._network.trained_parameters())
        self._context.step = 0

    def _forward_backward(
        self,
        inputs: Array,
        targets: AnyTargets,
        outputs: dict[str, Tensor] | None,
        traced: dict[str, Tensor] | None = None,
    ) -> StepResult:
        self._forget_observation()
        check_batch(self._plan, inputs, targets)
        true = self._targets(targets)
        parameters = list(self._network.parameters())
        while True:
            for parameter in parameters:
                parameter.grad = None
            output = self._pass(inputs, outputs, training=True, traced=traced)
            loss = self._loss(output, true)
            # It requires none where no node has parameters.
            if not loss.requires_grad or self._precision.backward(loss, parameters):
                break
        if are_values(targets):
            return StepResult(float(loss.detach()), math.nan)
        hits = correct(self._loss_settings, output, true)
        # Both numbers in one transfer: each would wait for the device by itself.
        loss_value, hit_count = torch.stack((loss.detach(), hits.to(loss.dtype))).tolist()
        return StepResult(loss_value, hit_count / len(targets))

    def _evaluation_pass(self, inputs: Array, outputs: dict[str, Tensor] | None = None) -> Tensor:
        self._forget_observation()
        return self._pass(inputs, outputs, training=False)

    def _pass(
        self,
        inputs: Array,
        outputs: dict[str, Tensor] | None,
        *,
        training: bool,
        traced: dict[str, Tensor] | None = None,
    ) -> Tensor:
        """Return the network's output, in full precision."""
        with self._precision.autocast():
            output = self._in_mode(training=training)(self._inputs(inputs), outputs, traced)
        return output.to(self._context.dtype)

    def _in_mode(self, *, training: bool) -> Network:
        if self._network.training != training:  # setting it walks through all modules
            self._network.train(training)
        return self._network

    def _inputs(self, inputs: Array) -> Tensor:
        return to_torch(inputs, self._context.dtype, self._context.device)

    def _targets(self, targets: AnyTargets) -> Tensor:
        dtype = self._context.dtype if are_values(targets) else torch.int64
        return to_torch(targets, dtype, self._context.device)

    def _parameters_of(self, node: str) -> dict[str, Tensor]:
        return self._network.tensors.get(node, {})

    def _forget_observation(self) -> None:
        if self._observation is not None:
            self._observation.close()
            self._observation = None

    def _live(self) -> dict[str, Tensor]:
        """Return all tensors that training changes, by their names in the state.

        They are the tensors themselves, but for what the optimizer has not begun to keep, which is zeros.
        """
        live = {
            state_key(group, node, name): tensor
            for group, tensors in ((PARAMETERS, self._network.tensors), (BUFFERS, self._network.kept))
            for node, named in tensors.items()
            for name, tensor in named.items()
        }
        for node, tensors in self._network.trained.items():
            for name, parameter in tensors.items():
                for ours, kept in self._optimizer.remembered(parameter).items():
                    live[state_key(OPTIMIZER, ours, node, name)] = kept
        return live
