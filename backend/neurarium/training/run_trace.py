"""A run under the glass: its next step as it stands, made and taken back between two steps."""

from typing import Any

from pydantic import Field

from neurarium.spec.base import NodeId, SpecModel
from neurarium.spec.errors import ConflictError, GraphError
from neurarium.training.arrays import packed
from neurarium.training.look import Look
from neurarium.training.loop import Trainer
from neurarium.training.trace import Trace, check_size
from neurarium.words import say

MOST_SAMPLES = 256


class RunTraceRequest(SpecModel):
    """What to show of a run's next step. The step is made on its whole batch, whatever is shown of it."""

    samples: int = Field(default=1, ge=1, le=MOST_SAMPLES, description="How many of the batch's samples to show.")
    nodes: list[NodeId] | None = Field(
        default=None, max_length=1000, description="Which nodes to show, none of them with []; left out, all."
    )
    step: int | None = Field(
        default=None,
        ge=1,
        description="Show more of the step looked at last, by its number, though the run has gone on; left out, take a"
        " new look.",
    )


class RunTrace(Trace):
    """The step that a run makes next."""

    generation: int = Field(description="That of the run, which a reset raises.")


class RunTraces:
    """Answers what is asked of a run's step.

    The last look is kept, so that a page can walk through one step node by node while the run goes on. It holds the
    parameters several times over, and of activations no more than the samples that were asked for.
    """

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._held: tuple[int, Look] | None = None

    def answer(self, request: RunTraceRequest, most: int) -> dict[str, Any]:
        """Return a `RunTrace` as plain data with packed arrays.

        Arguments:
            request: what to show.
            most: numbers that it may hold.

        Raises:
            GraphError: there is no such node.
            LimitError: it would hold too many numbers; located at the node that has most of them.
            ConflictError: the step asked for is not the one looked at last, nor the next one.
        """
        plan = self._trainer.plan
        names = [node.name for node in plan.nodes]
        for name in request.nodes or ():
            if name not in names:
                raise GraphError(
                    say('"{name}" is to be shown, and there is no such node.', name=name),
                    hint=say("Known here: {known}.", known=list(names)),
                    node=name,
                    field="nodes",
                    code="unknown_node",
                )
        nodes = names if request.nodes is None else request.nodes
        check_size(plan, request.samples, nodes, most, hint=say("Ask for fewer samples, or for one node at a time"))
        generation, look = self._look(request)
        samples = min(request.samples, look.samples)
        return {**look.tree(packed, samples, nodes), "generation": generation}

    def _look(self, request: RunTraceRequest) -> tuple[int, Look]:
        trainer = self._trainer
        if request.step is not None:
            if (held := self._held) is not None and self._holds(held, request):
                return held
            if request.step != trainer.step + 1:
                raise ConflictError(
                    say(
                        "Step {step} was asked for, and is not held any more with {samples} samples; the run "
                        "has made {made} steps.",
                        step=request.step,
                        samples=request.samples,
                        made=trainer.step,
                    ),
                    hint=say("Take a new look, without a step."),
                    field="step",
                    code="step_gone",
                )
        self._held = None  # two of them need not fit into memory
        self._held = trainer.generation, trainer.look(request.samples)
        return self._held

    def _holds(self, held: tuple[int, Look], request: RunTraceRequest) -> bool:
        generation, look = held
        enough = look.samples >= request.samples or look.samples == look.batch
        return enough and (generation, look.step) == (self._trainer.generation, request.step)
