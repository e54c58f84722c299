"""Runs: start, list, show, command, read, remove."""

import asyncio
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from neurarium.api.models import ErrorBody, Run
from neurarium.sessions.manager import SessionManager
from neurarium.sessions.prediction import predict as predict_by
from neurarium.sessions.session import Session
from neurarium.spec.run import RunSpec
from neurarium.training.commands import AnyCommand
from neurarium.training.predict import Prediction, PredictRequest

router = APIRouter(prefix="/api/runs", responses={404: {"model": ErrorBody}, 422: {"model": ErrorBody}})


def manager_of(request: Request) -> SessionManager:
    """Return the server's runs."""
    return request.app.state.manager


def _show(session: Session) -> Run:
    return Run.model_validate(session.describe())


@router.post("", status_code=201, responses={409: {"model": ErrorBody}})
async def start(
    spec: RunSpec,
    request: Request,
    paused: Annotated[bool, Query(description="Build it, measure step 0, and hold before step 1.")] = False,
    unwatched: Annotated[
        Literal["continue", "stop"],
        Query(description="What becomes of it when its last viewer has been gone for a while."),
    ] = "continue",
    beside: Annotated[
        int,
        Query(ge=0, le=64, description="How many other runs are started with it, to share the processors evenly."),
    ] = 0,
) -> Run:
    """Start a run in a process of its own."""
    manager = manager_of(request)
    weights = await manager.initial_weights(spec)
    return _show(manager.create(spec, paused=paused, unwatched=unwatched, weights=weights, beside=beside))


@router.get("")
async def list_runs(request: Request) -> list[Run]:
    """Return all runs, newest first."""
    return [_show(session) for session in manager_of(request).list()]


@router.get("/{identifier}")
async def show(identifier: str, request: Request) -> Run:
    """Return one run."""
    return _show(manager_of(request).get(identifier))


@router.delete("/{identifier}", status_code=204)
async def delete(identifier: str, request: Request) -> None:
    """End a run and forget it; answers when its process is gone."""
    await manager_of(request).delete(identifier)


@router.post("/{identifier}/commands", status_code=202, responses={409: {"model": ErrorBody}})
async def command(identifier: str, body: AnyCommand, request: Request) -> Run:
    """Tell a run to pause, resume, step, stop, reset or set; it acts between two steps."""
    session = manager_of(request).get(identifier)
    session.command(body)
    return _show(session)


@router.post("/{identifier}/predict", response_model=Prediction, responses={409: {"model": ErrorBody}})
async def predict(identifier: str, body: PredictRequest, request: Request) -> Response:
    """Return what the network answers to samples with the weights that it has now, and what its nodes put out."""
    prediction = await predict_by(manager_of(request).get(identifier), body)
    # Written here and not by the framework: an answer may have half a million numbers.
    return Response(await asyncio.to_thread(prediction.model_dump_json), media_type="application/json")


@router.get("/{identifier}/metrics")
async def metrics(identifier: str, request: Request) -> dict[str, list[Any]]:
    """Return the scalar history: a column each, null where a scalar was not measured."""
    session = manager_of(request).get(identifier)
    return session.history.table(session.steps_per_epoch)
