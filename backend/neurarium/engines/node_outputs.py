"""What chosen nodes put out, for samples of any number."""

from collections.abc import Collection

import numpy as np

from neurarium.engines.base import Array, Engine
from neurarium.engines.batches import parts
from neurarium.graph import Plan


def node_outputs(engine: Engine, plan: Plan, inputs: Array, nodes: Collection[str]) -> dict[str, Array]:
    """Return what `nodes` put out in evaluation mode, by name in order of computation, ``(count, *output_shape)`` each.

    The samples pass in parts, so that all nodes' outputs together stay within a bounded size; ends the engine's
    observation.

    Arguments:
        engine: who computes; built from `plan`.
        plan: the network.
        inputs: samples, ``(count, *input_shape)``, one at least.
        nodes: names of nodes; ``"input"`` is none.
    """
    found: dict[str, list[Array]] = {node.name: [] for node in plan.nodes if node.name in nodes}
    for part in parts(plan, len(inputs)):
        outputs = engine.outputs(inputs[part])
        for name, gathered in found.items():
            gathered.append(outputs[name])
    return {name: np.concatenate(gathered) for name, gathered in found.items()}
