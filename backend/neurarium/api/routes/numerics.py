"""The numerical side: one step under the glass, and backpropagation held against numerical differentiation."""

from fastapi import APIRouter, Request

from neurarium.api.models import ErrorBody
from neurarium.sessions.manager import SessionManager
from neurarium.spec.run import RunSpec
from neurarium.training.gradient_check import GradientCheck
from neurarium.training.trace import Trace, TraceRequest

router = APIRouter(prefix="/api", responses={422: {"model": ErrorBody}})


def _manager_of(request: Request) -> SessionManager:
    return request.app.state.manager


@router.post("/gradient-check")
async def gradient_check(spec: RunSpec, request: Request) -> GradientCheck:
    """Compare every parameter tensor's gradient with central differences, in float64, in a process of its own."""
    return await _manager_of(request).check_gradients(spec)


@router.post("/trace")
async def trace(body: TraceRequest, request: Request) -> Trace:
    """Make one step, and return what went into and came out of every node, forward and backward."""
    return await _manager_of(request).trace(body)
