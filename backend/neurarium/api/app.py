"""The application: routes, errors, middleware and the runs' life with the server's."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from neurarium import __version__
from neurarium.api.errors import add_error_handlers
from neurarium.api.language import SpokenLanguage
from neurarium.api.models import STREAM_MESSAGES
from neurarium.api.page import add_page
from neurarium.api.routes import catalog, curves, datasets, descents, glass, numerics, runs, stream, weights
from neurarium.api.security import BodyLimit, OwnPageOnly
from neurarium.sessions.manager import SessionManager
from neurarium.sessions.settings import Settings

_DESCRIPTION = """Assemble a neural network, train it, and read what was measured in every layer.

`WS /api/runs/{id}/stream?after=SEQ` sends msgpack maps; their schemas are listed here as `…Message`."""


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the server's application; runs live as long as its lifespan."""
    settings = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        manager = SessionManager(settings)
        await manager.open()
        app.state.manager = manager
        try:
            yield
        finally:
            await manager.close()

    app = FastAPI(title="Neurarium", version=__version__, description=_DESCRIPTION, lifespan=lifespan)
    app.state.settings = settings
    for module in (catalog, curves, datasets, descents, glass, numerics, runs, stream, weights):
        app.include_router(module.router)
    add_error_handlers(app)
    add_page(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(OwnPageOnly, allowed_hosts=settings.allowed_hosts)
    app.add_middleware(SpokenLanguage)

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _openapi_of(app)
        return app.openapi_schema

    app.openapi = openapi
    return app


def _openapi_of(app: FastAPI) -> dict[str, Any]:
    """Return FastAPI's document with the stream's messages among its schemas."""
    document = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    _, definitions = models_json_schema(
        [(model, "serialization") for model in STREAM_MESSAGES], ref_template="#/components/schemas/{model}"
    )
    schemas = document["components"]["schemas"]
    for name, schema in definitions["$defs"].items():
        schemas.setdefault(name, schema)
    return document
