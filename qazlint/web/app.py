"""The HTTP side: paths, limits, errors. Drafts are neither logged nor kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib.resources import files
from typing import Any
from urllib.parse import quote

import anyio
from jinja2 import Environment, PackageLoader
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from qazlint import __version__
from qazlint.extract import FORMATS
from qazlint.files import LARGEST
from qazlint.report.clean import dumps
from qazlint.types import LANGUAGES
from qazlint.web.desk import SHOWN, Desk
from qazlint.web.guard import Access, Guard, TooLargeError, refuse
from qazlint.web.requests import LONGEST_TEXT, RequestError, read_draft

SECONDS = 20.0  # for one answer
AT_ONCE = 4  # drafts that are being checked; more wait
_MOST = 8 * LONGEST_TEXT  # bytes: a character of JSON has up to six (\\u0430), and reasons come with them
_FILE = "/api/document"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}


def create_app(desk: Desk, access: Access | None = None, seconds: float = SECONDS) -> Starlette:
    """The page and its API as an ASGI application.

    seconds  after which a client is told that its draft takes too long
    """
    api = _Api(desk, seconds)
    static = {path.name: path.read_bytes() for path in (files("qazlint.web") / "static").iterdir()}
    routes = [
        Route("/", partial(_page, _rendered())),
        Route("/static/{name}", partial(_static, static)),
        Route("/api/openapi.json", partial(_static, static, name="openapi.json")),
        Route("/api/policy", api.policy),
        Route("/api/check", api.check, methods=["POST"]),
        Route("/api/report", api.report, methods=["POST"]),
        Route(_FILE, api.document, methods=["POST"]),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, access=access or Access(), most=_most)],
        exception_handlers={
            RequestError: _refused, TooLargeError: _too_large, TimeoutError: _too_slow, HTTPException: _http,
        },
    )  # fmt: skip


class _Api:
    """The endpoints; the work is done in threads, a few at once, so that the page goes on answering."""

    def __init__(self, desk: Desk, seconds: float) -> None:
        self._desk, self._seconds = desk, seconds
        self._threads: anyio.CapacityLimiter | None = None

    async def policy(self, request: Request) -> Response:
        """The clauses, roles and words that the page shows."""
        return JSONResponse(self._desk.about(_lang(request)))

    async def check(self, request: Request) -> Response:
        """The report on a draft, as `qazlint check --format json` writes it."""
        draft = read_draft(await _body(request))
        return Response(await self._in_thread(self._desk.report, draft, "json"), media_type="application/json")

    async def report(self, request: Request) -> Response:
        """The report on a draft, to forward and to print."""
        draft = read_draft(await _body(request))
        page = await self._in_thread(self._desk.report, draft, "html")
        # The report's own policy, which stands in it, allows its style; ours would forbid it.
        headers = {"Content-Disposition": 'attachment; filename="qazlint.html"', "Content-Security-Policy": "sandbox"}
        return HTMLResponse(page, headers=headers)

    async def document(self, request: Request) -> Response:
        """The text of a file that was dropped on the page."""
        name = request.query_params.get("name", "")
        data = await _body(request)
        opened = await self._in_thread(self._desk.opened, data, name, _lang(request))
        return Response(dumps(opened), media_type="application/json")

    async def _in_thread(self, work: Callable[..., Any], *given: Any) -> Any:
        if self._threads is None:
            self._threads = anyio.CapacityLimiter(AT_ONCE)
        with anyio.fail_after(self._seconds):
            return await anyio.to_thread.run_sync(partial(work, *given), limiter=self._threads, abandon_on_cancel=True)


def _most(path: str) -> int:
    """Bytes that the body of a request to a path may have."""
    return LARGEST if path == _FILE else _MOST


async def _body(request: Request) -> bytes:
    try:
        return await request.body()
    except ClientDisconnect as error:
        raise RequestError("gone", "the request broke off", 400) from error


def _lang(request: Request) -> str:
    lang = request.query_params.get("lang", LANGUAGES[0])
    if lang not in LANGUAGES:
        raise RequestError("unknown-value", f"lang: «{lang}» is none of {', '.join(LANGUAGES)}")
    return lang


def _rendered() -> str:
    """The page, the same for every visitor: what differs comes from the API."""
    templates = Environment(loader=PackageLoader("qazlint.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    accept = ",".join(suffix for suffix, form in FORMATS.items() if form in SHOWN)
    return templates.get_template("page.html").render(version=__version__, accept=accept)


async def _page(page: str, request: Request) -> Response:
    return HTMLResponse(page)


async def _static(known: dict[str, bytes], request: Request, name: str = "") -> Response:
    name = name or request.path_params["name"]
    if name not in known:
        return refuse(404, "not-found", f"there is no «{quote(name)}» here")
    return Response(known[name], media_type=_TYPES["." + name.rpartition(".")[2]])


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestError)
    return refuse(error.status, error.code, str(error))


async def _too_large(request: Request, error: Exception) -> Response:
    return refuse(413, "too-large", "the request is too large")


async def _too_slow(request: Request, error: Exception) -> Response:
    return refuse(503, "too-slow", "the check takes too long: send less at once")


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return refuse(error.status_code, "not-found" if error.status_code == 404 else "method", str(error.detail))
