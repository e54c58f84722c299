"""In which language an answer is given: that which the request asks for, by its address or by Accept-Language."""

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from neurarium.words import Language, preferred, speaking


def language_of(scope: Scope) -> Language:
    """Return the language that a request or a handshake asks for: by ``?locale=``, else by its Accept-Language.

    A browser cannot set the headers of a WebSocket's handshake, nor those of a link, so the address can tell as well.
    """
    asked = QueryParams(scope["query_string"]).get("locale")
    return preferred(Headers(scope=scope).get("accept-language") if asked is None else asked)


def name_language(headers: MutableHeaders, language: Language) -> None:
    """Say in an answer's headers which language it is in, and that another request may get another one."""
    headers["content-language"] = language
    headers.add_vary_header("Accept-Language")


class SpokenLanguage:
    """Answers each HTTP request in the language that it asks for, and names it; what is no JSON has none."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        language = language_of(scope)

        async def send_named(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("application/json"):
                    name_language(headers, language)
            await send(message)

        with speaking(language):
            await self._app(scope, receive, send_named)
