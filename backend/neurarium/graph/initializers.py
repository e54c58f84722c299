"""Which initializer weights get that leave the choice to the activation they lead to."""

from collections.abc import Sequence
from dataclasses import replace

from neurarium.graph.order import Wiring
from neurarium.spec.initializers import Initializer
from neurarium.spec.initializers.by_activation import ByActivation
from neurarium.spec.initializers.he_normal import HeNormal
from neurarium.spec.layers import Layer, ParameterShape


def suited_initializers(order: Sequence[Wiring]) -> dict[str, Initializer]:
    """Return, by node, what the first activation behind it asks for; He normal where none does.

    The way leads past every layer that has no say and no weights of its own; where it parts, the first branch that
    meets an activation decides.

    Arguments:
        order: nodes, each after those it takes.
    """
    takers: dict[str, list[Layer]] = {}
    for node in order:
        for name in node.inputs:
            takers.setdefault(name, []).append(node.layer)
    asked: dict[str, Initializer | None] = {}
    for node in reversed(order):
        answers = [_asked_by(taker, asked) for taker in takers.get(node.layer.id, [])]
        asked[node.layer.id] = next((answer for answer in answers if answer is not None), None)
    return {name: initializer or HeNormal() for name, initializer in asked.items()}


def choose_initializers(parameters: dict[str, ParameterShape], suited: Initializer) -> dict[str, ParameterShape]:
    """Return a node's parameters with `suited` in the place of every choice that was left open."""
    return {
        name: replace(parameter, initializer=suited) if isinstance(parameter.initializer, ByActivation) else parameter
        for name, parameter in parameters.items()
    }


def _asked_by(taker: Layer, asked: dict[str, Initializer | None]) -> Initializer | None:
    if taker.suited_initializer is not None:
        return taker.suited_initializer
    return None if taker.documentation.family == "weights" else asked[taker.id]
