"""Having a run answer samples: checked in the server, computed by the run's worker, described in the server."""

import asyncio

from neurarium.graph import plan_for
from neurarium.sessions.framing import as_array
from neurarium.sessions.session import Session
from neurarium.training.predict import (
    Prediction,
    PredictRequest,
    check_prediction,
    describe_prediction,
    wanted_nodes,
)


async def predict(session: Session, request: PredictRequest) -> Prediction:
    """Return the answers of a run's network with the weights as they are, given between two steps.

    Raises:
        SpecError: the samples do not fit, or the answer would be too large; located.
        ConflictError: the run has no process to answer, or is still building.
    """
    spec = session.spec
    plan = plan_for(spec.network.nodes, spec.data, spec.loss)
    # Long lists take long to read and to write; the other runs' viewers need not wait for them.
    inputs = await asyncio.to_thread(check_prediction, request, plan)
    answer = await session.ask("predict", {"inputs": inputs, "nodes": wanted_nodes(request, plan)})
    outputs, nodes = as_array(answer["outputs"]), {name: as_array(one) for name, one in answer["nodes"].items()}
    return await asyncio.to_thread(
        describe_prediction, answer["step"], outputs, nodes, spec.loss, spec.data.source.class_names()
    )
