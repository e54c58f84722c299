"""What there is: health, the catalog, and checks of networks and whole specs."""

from functools import cache
from typing import Any

from fastapi import APIRouter, Request

from neurarium import __version__
from neurarium.api.models import Catalog, CheckRequest, EngineEntry, ErrorBody, Health
from neurarium.diagnosis import diagnoses
from neurarium.engines import available_engines
from neurarium.graph import NetworkCheck, check_network
from neurarium.probes import probe_entries
from neurarium.spec.catalog import spec_catalog
from neurarium.spec.run import RunSpec
from neurarium.words import Language, spoken
from neurarium.words.catalog import translated

router = APIRouter(prefix="/api")


@router.get("/health")
async def health() -> Health:
    """Tell that the server is alive."""
    devices = sorted({device for engine in available_engines() for device in engine.devices} - {"auto"})
    return Health(status="ok", version=__version__, devices=devices)


def english_catalog() -> dict[str, Any]:
    """Return the catalog of this machine as plain data, in English."""
    engines = [EngineEntry.model_validate(engine, from_attributes=True) for engine in available_engines()]
    catalog = Catalog(
        **dict(spec_catalog()),
        version=__version__,
        engines=engines,
        probes=probe_entries(),
        diagnoses=diagnoses(),
    )
    return catalog.model_dump(by_alias=True)


@cache
def _catalog(language: Language) -> Catalog:
    return Catalog.model_validate(translated(english_catalog(), language))


@router.get("/catalog", response_model_by_alias=True)
async def catalog() -> Catalog:
    """Return everything that can be picked, with schemas, defaults, formulas, sentences, sources and presets."""
    return _catalog(spoken())


@router.post("/networks/check")
async def check(body: CheckRequest, request: Request) -> NetworkCheck:
    """Return shapes, costs and located errors of a network, which may still be half written; starts nothing."""
    return check_network(body.model_dump(exclude_unset=True), request.app.state.settings.limits)


@router.post("/specs/check", responses={422: {"model": ErrorBody}})
async def check_spec(spec: RunSpec) -> RunSpec:
    """Read a spec as a run would, and return it with its defaults filled in; starts nothing.

    What the layers make of each other's shapes is not looked at: that is the check of its network.
    """
    return spec
