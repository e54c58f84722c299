"""Which of the weights on offer a network can start from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from neurarium.graph.plan import Plan
from neurarium.spec.base import Shape
from neurarium.spec.errors import NeurariumError, ShapeError, SpecError
from neurarium.spec.layers.base import describe_shape
from neurarium.words import Text, Value, say

_MOST_NAMED = 8


@dataclass(frozen=True)
class WeightsMatch:
    """What of the weights on offer a network takes; names are ``node.parameter``, each list in order.

    Attributes:
        used: those that fit.
        missing: parameters and buffers of the network that are not on offer.
        unknown: weights on offer that no node of the network has.
        misfits: those of another shape than the network's.
    """

    used: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    misfits: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every tensor of the network is there, and nothing else."""
        return not (self.missing or self.unknown or self.misfits)

    def in_words(self) -> Text:
        """Return what was taken and what was not, as a sentence for a person."""
        count = len(self.used)
        parts = [
            say("{count} of {all} tensors were taken over", count=count, all=count + len(self.missing + self.misfits))
        ]
        if self.missing:
            parts.append(say("drawn anew, since none came: {names}", names=_some(self.missing)))
        if self.misfits:
            parts.append(say("drawn anew, since another shape came: {names}", names=_some(self.misfits)))
        if self.unknown:
            parts.append(say("left aside, since no node has them: {names}", names=_some(self.unknown)))
        return say("{parts:;}.", parts=parts)


def weight_shapes(plan: Plan) -> dict[str, Shape]:
    """Return the shape of every parameter and buffer by ``node.name``, e.g. ``conv1.weight``."""
    return {
        f"{node.name}.{name}": tensor.shape
        for node in plan.nodes
        for name, tensor in (*node.parameters.items(), *node.buffers.items())
    }


def compare_weights(plan: Plan, offered: Mapping[str, Shape]) -> WeightsMatch:
    """Compare weights on offer, by ``node.name`` and shape, with those that a network has."""
    wanted = weight_shapes(plan)
    return WeightsMatch(
        used=tuple(name for name, shape in wanted.items() if name in offered and tuple(offered[name]) == shape),
        missing=tuple(name for name in wanted if name not in offered),
        unknown=tuple(name for name in offered if name not in wanted),
        misfits=tuple(name for name, shape in wanted.items() if name in offered and tuple(offered[name]) != shape),
    )


def match_weights(
    plan: Plan, offered: Mapping[str, Shape], *, strict: bool = True, field: str | None = None
) -> WeightsMatch:
    """As `compare_weights`, for a network that is to start from them.

    Arguments:
        plan: the network.
        offered: the weights' shapes.
        strict: whether every tensor has to be there, of the right shape, and no other.
        field: the field to name in an error about no node in particular.

    Raises:
        ShapeError, SpecError: with `strict`, the first misfit, located at its node; without it, where nothing fits.
    """
    match = compare_weights(plan, offered)
    if strict and not match.is_complete:
        raise weights_error(plan, match, offered, field)
    if not match.used:
        raise SpecError(
            say(
                "None of the weights fits this network: it has {known}; received were {offered}.",
                known=_some(weight_shapes(plan)),
                offered=_some(offered),
            ),
            hint=say(
                "Weights are matched by node and parameter name; name the nodes as they were in the other network."
            ),
            field=field,
            code="weights_misfit",
        )
    return match


def weights_error(
    plan: Plan, match: WeightsMatch, offered: Mapping[str, Shape], field: str | None = None
) -> NeurariumError:
    """Return, as an error located at its node, the first thing that does not fit in a match that is not complete."""
    wanted = weight_shapes(plan)
    code = "weights_misfit"
    if match.misfits:
        name = match.misfits[0]
        received, expected = (describe_shape(tuple(shapes[name])) for shapes in (offered, wanted))
        return ShapeError(
            say(
                "The weights have {name} of shape {received}; this network needs {expected}.",
                name=name,
                received=received,
                expected=expected,
            ),
            hint=say("Give the node the sizes it had, or take only what fits, with strict set to false."),
            node=name.partition(".")[0],
            field=field,
            code=code,
        )
    if match.missing:
        return SpecError(
            say(
                "The weights lack {missing}; they hold {offered}.", missing=_some(match.missing), offered=_some(offered)
            ),
            hint=say("Take only what fits, with strict set to false; the rest is then drawn from the seed."),
            node=match.missing[0].partition(".")[0],
            field=field,
            code=code,
        )
    return SpecError(
        say("The weights hold {unknown}, which no node of this network has.", unknown=_some(match.unknown)),
        hint=say("Take only what fits, with strict set to false."),
        field=field,
        code=code,
    )


def _some(names: Iterable[str]) -> Value:
    listed = list(names)
    if len(listed) > _MOST_NAMED:
        return say("{names} and {count} more", names=listed[:_MOST_NAMED], count=len(listed) - _MOST_NAMED)
    return listed or say("none")
