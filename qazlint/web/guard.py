"""What stands before every request: who may ask, from where, how much; and what browsers are told to forbid.

A page of another site must not be able to read or send drafts. Against DNS rebinding the Host header is checked,
against cross-site requests Origin and Sec-Fetch-Site (https://www.w3.org/TR/fetch-metadata/), and outside of this
machine a token is asked for.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import SimpleCookie
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "qazlint-token"
LOCAL = ("127.0.0.1", "localhost", "::1")
_SAFE = ("GET", "HEAD")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Access:
    """Who may use the server.

    hosts  names that requests may call it by, beside its own addresses
    token  what they have to show; "" on this machine alone
    """

    hosts: frozenset[str] = frozenset(LOCAL)
    token: str = ""

    def knows(self, host: str) -> bool:
        """Whether a Host header is one of ours. A name that an attacker's DNS points here is none of them; where the
        server asks for a token, a bare address is let in, which no DNS can stand behind."""
        name = urlsplit(f"//{host}").hostname or ""
        return name in self.hosts or (bool(self.token) and _is_address(name))

    def has_shown(self, token: str) -> bool:
        """Whether this is the token; takes the same time for any wrong one."""
        return not self.token or hmac.compare_digest(token.encode(), self.token.encode())


class Guard:
    """ASGI middleware; `most` gives the bytes that the body of a request to a path may have."""

    def __init__(self, app: ASGIApp, access: Access, most: Callable[[str], int]) -> None:
        self._app, self._access, self._most = app, access, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request, send = Request(scope), _guarded(send)
        refusal = self._refusal(request)
        if refusal is None and self._access.token and "token" in request.query_params:
            refusal = self._welcome(request)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self._app(scope, _limited(receive, self._most(request.url.path)), send)

    def _refusal(self, request: Request) -> JSONResponse | RedirectResponse | None:
        headers = request.headers
        if not self._access.knows(headers.get("host", "")):
            return refuse(421, "host", "this server is not known by that name")
        if request.method not in _SAFE and not _is_own(headers):
            return refuse(403, "cross-site", "requests from pages of other sites are not answered")
        if not self._access.has_shown(_token(request)):
            return refuse(401, "token", "open the address that was printed when the server started, or send "
                                        "Authorization: Bearer TOKEN")  # fmt: skip
        try:
            length = int(headers.get("content-length", "0"))
        except ValueError:
            return refuse(400, "length", "Content-Length is no number")
        if length > (most := self._most(request.url.path)):
            return refuse(413, "too-large", f"the request has {length} bytes, more than {most}")
        return None

    def _welcome(self, request: Request) -> RedirectResponse:
        """The token moves from the address into a cookie, out of the browser's history."""
        answer = RedirectResponse(request.url.path, 303)
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, self._access.token, httponly=True, samesite="strict", secure=secure)
        return answer


class TooLargeError(Exception):
    """A body went on beyond what its path may have."""


def refuse(status: int, code: str, message: str) -> JSONResponse:
    """An answer that says why there is none."""
    return JSONResponse({"error": {"code": code, "message": message}}, status)


def _is_own(headers: Headers) -> bool:
    """Whether the request comes from our page, or from no browser."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _token(request: Request) -> str:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return given.strip()
    if "token" in request.query_params:
        return request.query_params["token"]
    cookies: SimpleCookie = SimpleCookie(request.headers.get("cookie", ""))
    return cookies[COOKIE].value if COOKIE in cookies else ""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _guarded(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending


def _limited(receive: Receive, most: int) -> Receive:
    """A body without a declared length is counted as it comes."""
    came = 0

    async def receiving() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise TooLargeError
        return message

    return receiving
