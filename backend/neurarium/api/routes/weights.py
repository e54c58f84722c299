"""Weights out of a run, and weights in for runs to start from."""

import asyncio
from typing import Literal

from fastapi import APIRouter, Request, Response

from neurarium.api.models import ErrorBody, UploadedWeights
from neurarium.sessions.manager import SessionManager
from neurarium.store import pack_weights, unpack_weights

router = APIRouter(prefix="/api", responses={404: {"model": ErrorBody}, 422: {"model": ErrorBody}})

_BINARY = {"schema": {"type": "string", "format": "binary"}}


def _manager_of(request: Request) -> SessionManager:
    return request.app.state.manager


@router.get(
    "/runs/{identifier}/weights",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": _BINARY}}, 409: {"model": ErrorBody}},
)
async def weights(identifier: str, request: Request, format: Literal["safetensors", "npz"] = "safetensors") -> Response:
    """Return parameters and running statistics as they are after the step under way, by name, e.g. conv1.weight."""
    data = await _manager_of(request).get(identifier).weights()
    if format == "npz":
        data = await asyncio.to_thread(lambda: pack_weights(unpack_weights(data), "npz"))
    name = f'attachment; filename="{identifier}.{format}"'
    return Response(data, media_type="application/octet-stream", headers={"content-disposition": name})


@router.post(
    "/weights",
    status_code=201,
    openapi_extra={"requestBody": {"required": True, "content": {"application/octet-stream": _BINARY}}},
)
async def upload(request: Request) -> UploadedWeights:
    """Take a safetensors or npz file, for runs to start from; nothing is ever unpickled."""
    identifier, tensors = _manager_of(request).keep_weights(await request.body())
    return UploadedWeights(id=identifier, tensors={name: values.shape for name, values in tensors.items()})
