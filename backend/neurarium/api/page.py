"""The page, as built by the frontend, with headers that let it load nothing from elsewhere."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse, HTMLResponse
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from neurarium.spec.errors import NotFoundError
from neurarium.words import say

PAGE = Path(__file__).resolve().parent.parent / "page"

_HEADERS = {
    "content-security-policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
    " font-src 'self' data:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
_NOT_BUILT = """<!doctype html><meta charset="utf-8"><title>Neurarium</title>
<h1>The page is not built yet</h1><p>Run <code>make page</code> in the project's folder, then reload. The API works
without it:
see <a href="/docs">its documentation</a>.</p>"""


class PageHeaders:
    """Adds the security headers to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start" and not scope["path"].startswith("/docs"):
                message = {**message, "headers": [*message.get("headers", []), *self._headers]}
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def add_page(app: FastAPI) -> None:
    """Serve the built page at ``/``, or say how to build it."""
    app.add_middleware(PageHeaders)
    if (PAGE / "index.html").is_file():
        app.mount("/assets", StaticFiles(directory=PAGE / "assets", check_dir=False), name="assets")

        @app.get("/{path:path}", include_in_schema=False)
        async def page(path: str) -> FileResponse:
            # The page's own name is never cached, so that a new version is seen at once; its assets carry a hash.
            return FileResponse(_find(path), headers={"cache-control": "no-cache"})

    else:

        @app.get("/", include_in_schema=False)
        async def not_built() -> HTMLResponse:
            return HTMLResponse(_NOT_BUILT, status_code=503)


def _find(path: str) -> Path:
    """Return the page's file at `path`, or the page itself for a name of the page's own, such as a view's.

    Raises:
        NotFoundError: it is no such name; one that leads out of the page's folder, by whatever way, is none.
    """
    parts = path.split("/")
    if parts[0] != "api" and not any(part.startswith(".") for part in parts):
        try:
            wanted = (PAGE / path).resolve()
            if wanted.is_relative_to(PAGE.resolve()) and wanted.is_file():
                return wanted
            if wanted.is_relative_to(PAGE.resolve()) and not wanted.suffix:
                return PAGE / "index.html"
        except (OSError, ValueError):  # too long for a file's name, or with a NUL in it
            pass
    raise NotFoundError(
        say('There is nothing at "/{path}".', path=path),
        hint=say("The page is at /, the API's documentation at /docs."),
    )
