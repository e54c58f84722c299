"""Optimizers on surfaces of two variables."""

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool

from neurarium.api.models import ErrorBody
from neurarium.sessions.manager import SessionManager
from neurarium.training.descents import DescentRequest, Descents, descend

router = APIRouter(prefix="/api", responses={422: {"model": ErrorBody}})


def _manager_of(request: Request) -> SessionManager:
    return request.app.state.manager


@router.post("/descents")
async def descents(body: DescentRequest, request: Request) -> Descents:
    """Let optimizers descend a surface from one start, and return where each of them went."""
    if body.engine == "scratch":
        return await run_in_threadpool(descend, body)
    # torch never enters the server's own process.
    return await _manager_of(request).descend(body)
