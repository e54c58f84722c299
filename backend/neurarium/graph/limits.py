"""What a server is willing to build, checked on the plan, before any memory is taken."""

from dataclasses import dataclass

from neurarium.graph.plan import Plan
from neurarium.spec.errors import LimitError
from neurarium.spec.layers.base import count
from neurarium.spec.mends import SetTo
from neurarium.words import say

BYTES_PER_VALUE = 4
"""Of a float32; a float64 has twice as many."""


@dataclass(frozen=True)
class Limits:
    """Upper bounds.

    Attributes:
        parameters: trainable numbers of one network.
        batch_bytes: memory for the outputs of all nodes over one batch, in bytes.
        steps: training steps of one run; each keeps a row of history.
    """

    parameters: int = 200_000_000
    batch_bytes: int = 4 * 2**30
    steps: int = 5_000_000


def check_limits(plan: Plan, batch_size: int, limits: Limits, bytes_per_value: int = BYTES_PER_VALUE) -> None:
    """Raise `LimitError`, located at the largest node, where the plan goes beyond `limits`."""
    if plan.parameter_count > limits.parameters:
        largest = max(plan.nodes, key=lambda node: node.parameter_count)
        raise LimitError(
            say(
                "The network has {count:,} parameters, {of_node:,} of them in "
                "{name}; this server builds {most:,} at most.",
                count=plan.parameter_count,
                of_node=largest.parameter_count,
                name=largest.name,
                most=limits.parameters,
            ),
            hint=say(
                "Give {name} fewer units or filters, or a smaller input; NEURARIUM_MAX_PARAMETERS sets the limit.",
                name=largest.name,
            ),
            node=largest.name,
            code="too_many_parameters",
        )
    needed = plan.values_per_sample * batch_size * bytes_per_value
    if needed > limits.batch_bytes:
        largest = max(plan.nodes, key=lambda node: count(node.output_shape))
        fitting = limits.batch_bytes // (plan.values_per_sample * bytes_per_value)
        raise LimitError(
            say(
                "One batch of {samples:,} samples needs {needed:.1f} GiB for the nodes' outputs; "
                "this server gives {most:.1f} GiB.",
                samples=batch_size,
                needed=needed / 2**30,
                most=limits.batch_bytes / 2**30,
            ),
            hint=say(
                "Lower batch_size, or make {name} smaller; NEURARIUM_MAX_BATCH_BYTES sets the limit.", name=largest.name
            ),
            node=largest.name,
            field="batch_size",
            code="batch_too_large",
            suggests=[SetTo("batch_size", fitting, of_run=True)] if fitting else [],
        )
