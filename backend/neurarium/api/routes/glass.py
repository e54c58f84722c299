"""The glass box: a run's next step, and the source that computes it."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response

from neurarium.api.models import ErrorBody, Source
from neurarium.engines.scratch.sources import FAMILIES, source_of
from neurarium.sessions.framing import pack
from neurarium.sessions.manager import SessionManager
from neurarium.spec.errors import NotFoundError
from neurarium.training.arrays import unpacked
from neurarium.training.run_trace import RunTrace, RunTraceRequest
from neurarium.training.trace import MOST_VALUES
from neurarium.words import say

router = APIRouter(prefix="/api", responses={404: {"model": ErrorBody}, 422: {"model": ErrorBody}})

MOST_PACKED_VALUES = 2_000_000
"""Numbers in one trace of a run in binary: at most 16 MB."""


def _manager_of(request: Request) -> SessionManager:
    return request.app.state.manager


@router.post(
    "/runs/{identifier}/trace",
    response_model=RunTrace,
    responses={
        200: {"content": {"application/msgpack": {"schema": {"type": "string", "format": "binary"}}}},
        409: {"model": ErrorBody},
    },
)
async def trace(
    identifier: str,
    body: RunTraceRequest,
    request: Request,
    format: Annotated[
        Literal["json", "msgpack"],
        Query(description="msgpack: the same, with arrays as on the stream, and ten times as many numbers."),
    ] = "json",
) -> Any:
    """Show the step that a run makes next, with its weights and batch as they are; the run stays as it is."""
    most = MOST_PACKED_VALUES if format == "msgpack" else MOST_VALUES
    session = _manager_of(request).get(identifier)
    found = await session.ask("trace", {"request": body.model_dump(mode="json"), "most": most})
    if format == "msgpack":
        return Response(pack(found), media_type="application/msgpack")
    return unpacked(found)


@router.get("/sources/{family}/{kind}")
async def source(
    family: Annotated[str, Path(description="layers, losses, optimizers, second_order or surfaces")],
    kind: Annotated[str, Path(description="A kind that the catalog lists there.")],
) -> Source:
    """Return the scratch engine's source of a kind, read from the code that runs.

    Raises:
        NotFoundError: there is no such family or kind.
    """
    if family not in FAMILIES or kind not in FAMILIES[family].kinds:
        known = FAMILIES[family].kinds if family in FAMILIES else FAMILIES
        raise NotFoundError(
            say("There is no source {family}/{kind}.", family=family, kind=kind),
            hint=say("Known here: {known}.", known=list(known)),
        )
    return Source.model_validate(source_of(family, kind), from_attributes=True)
