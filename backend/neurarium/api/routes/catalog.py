"""What there is: health, the catalog and network checks."""

from functools import cache

from fastapi import APIRouter, Request

from neurarium import __version__
from neurarium.api.models import Catalog, CheckRequest, EngineEntry, Health
from neurarium.diagnosis import diagnoses
from neurarium.engines import available_engines
from neurarium.graph import NetworkCheck, check_network
from neurarium.spec.catalog import spec_catalog

router = APIRouter(prefix="/api")


@router.get("/health")
async def health() -> Health:
    """Tell that the server is alive."""
    devices = sorted({device for engine in available_engines() for device in engine.devices} - {"auto"})
    return Health(status="ok", version=__version__, devices=devices)


@cache
def _catalog() -> Catalog:
    engines = [EngineEntry.model_validate(engine, from_attributes=True) for engine in available_engines()]
    return Catalog(**dict(spec_catalog()), version=__version__, engines=engines, diagnoses=diagnoses())


@router.get("/catalog", response_model_by_alias=True)
async def catalog() -> Catalog:
    """Return everything that can be picked, with schemas, defaults, formulas, sentences, sources and presets."""
    return _catalog()


@router.post("/networks/check")
async def check(body: CheckRequest, request: Request) -> NetworkCheck:
    """Return shapes, costs and located errors of a network, which may still be half written; starts nothing."""
    return check_network(body.model_dump(exclude_unset=True), request.app.state.settings.limits)
