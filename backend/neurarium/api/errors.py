"""The one place where errors become HTTP answers."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from neurarium.api.language import language_of, name_language
from neurarium.api.models import ErrorBody
from neurarium.api.reasons import in_words
from neurarium.probes.activation_curve import CurveRequest
from neurarium.spec.base import SpecModel
from neurarium.spec.errors import (
    ConflictError,
    ErrorInfo,
    LimitError,
    NeurariumError,
    NotFoundError,
    SpecError,
    UnavailableError,
)
from neurarium.spec.findings import problem_of
from neurarium.spec.run import RunSpec
from neurarium.spec.validation import describe_errors
from neurarium.training.descents import DescentRequest
from neurarium.training.predict import PredictRequest
from neurarium.training.schedule_curve import ScheduleRequest
from neurarium.training.trace import TraceRequest
from neurarium.words import Text, say, speaking

_STATUS: dict[type[NeurariumError], int] = {
    NotFoundError: 404,
    ConflictError: 409,
    LimitError: 422,
    SpecError: 422,
    UnavailableError: 422,
}
_HTTP_CODES = {400: "invalid_json", 404: "not_found", 405: "method_not_allowed", 413: "too_large"}

_BODIES: dict[str, type[SpecModel]] = {
    "/api/runs": RunSpec,
    "/api/specs/check": RunSpec,
    "/api/gradient-check": RunSpec,
    "/api/trace": TraceRequest,
    "/api/runs/{identifier}/predict": PredictRequest,
    "/api/activations/curve": CurveRequest,
    "/api/schedules/curve": ScheduleRequest,
    "/api/descents": DescentRequest,
}
"""What is sent there, by the route's path; a misspelt field is compared with those that it has."""

_log = logging.getLogger(__name__)


def status_of(error: NeurariumError) -> int:
    """Return the HTTP status of an error: that of the nearest class in the tree, 500 where none has one."""
    return next((_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS), 500)


def answer(status: int, info: ErrorInfo) -> JSONResponse:
    """Return an error as JSON."""
    return JSONResponse(ErrorBody(error=info).model_dump(mode="json"), status)


def add_error_handlers(app: FastAPI) -> None:
    """Have every error of `app` answered in one form."""

    @app.exception_handler(NeurariumError)
    async def neurarium_error(request: Request, error: NeurariumError) -> JSONResponse:
        return answer(status_of(error), error.info)

    @app.exception_handler(RequestValidationError)
    async def request_error(request: Request, error: RequestValidationError) -> JSONResponse:
        findings = error.errors()
        broken = next((found for found in findings if found["type"] == "json_invalid"), None)
        if broken:
            message = say(
                "The body is not JSON: {reason}, at character {position}.",
                reason=in_words(broken["ctx"]["error"]),
                position=broken["loc"][-1],
            )
            return answer(400, ErrorInfo(code="invalid_json", message=message, hint=say("Send a JSON object.")))
        if isinstance(error.body, bytes):
            kind = request.headers.get("content-type") or say("none")
            message = say("The body's content type is {kind}; it must be application/json.", kind=kind)
            return answer(
                415, ErrorInfo(code="unsupported_media_type", message=message, hint=say("Send JSON, and say so."))
            )
        if all(found["loc"][:1] == ("body",) for found in findings) and isinstance(error.body, dict):
            inner = [{**found, "loc": found["loc"][1:]} for found in findings]
            model = _BODIES.get(request.scope["route"].path)
            return answer(422, describe_errors(inner, error.body, model)[0])
        first = findings[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        message = say(
            "{where}: {problem}; received {value}.",
            where=where or say("The body"),
            problem=problem_of(first),
            value=repr(first["input"]),
        )
        return answer(422, ErrorInfo(code="invalid_value", message=message, field=where or None))

    @app.exception_handler(HTTPException)
    async def http_error(request: Request, error: HTTPException) -> JSONResponse:
        code = _HTTP_CODES.get(error.status_code, "http_error")
        asked = {"method": request.method, "path": request.url.path}
        message = (
            say("{method} {path}: {refusal}", refusal=error.detail, **asked)
            if isinstance(error.detail, Text)
            else say("{method} {path}: {reason}.", reason=in_words(error.detail), **asked)
        )
        response = answer(error.status_code, ErrorInfo(code=code, message=message))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> JSONResponse:
        _log.exception("%s %s failed", request.method, request.url.path, exc_info=error)
        message = say("The server failed on this request; its log has the details.")
        # It is answered outside all middleware, so the language has to be found again.
        language = language_of(request.scope)
        with speaking(language):
            response = answer(500, ErrorInfo(code="internal_error", message=message))
        name_language(response.headers, language)
        return response
