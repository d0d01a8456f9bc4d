"""The session cookie, and the defence against requests that another site makes for a person."""

from urllib.parse import urlsplit

from fastapi import Request, Response

from waymark.accounts.service import SESSION_LIFETIME
from waymark.kit.errors import Forbidden
from waymark.settings import Settings

SAFE = {"GET", "HEAD", "OPTIONS"}


class CrossSite(Forbidden):
    """A write with the cookie came from a page that is not ours."""

    code = "cross_site"
    title = "This came from another site"


def cookie_name(settings: Settings) -> str:
    """`__Host-…` over TLS, which browsers bind to this very host; a plain name without."""
    return "__Host-waymark_session" if settings.secure else "waymark_session"


def set_session_cookie(response: Response, settings: Settings, token: str) -> None:
    """Hand the browser its session token; scripts never see it."""
    response.set_cookie(
        cookie_name(settings),
        token,
        max_age=int(SESSION_LIFETIME.total_seconds()),
        path="/",
        secure=settings.secure,
        httponly=True,
        samesite="lax",
    )


def clear_session_cookie(response: Response, settings: Settings) -> None:
    """Make the browser forget its session token."""
    response.delete_cookie(
        cookie_name(settings), path="/", secure=settings.secure, httponly=True, samesite="lax"
    )


def refuse_cross_site(request: Request) -> None:
    """Raise CrossSite for a write that a browser says another site started.

    Sec-Fetch-Site where the browser sends it, Origin against Host otherwise (OWASP, CSRF cheat
    sheet, "Fetch Metadata headers" and "Verifying Origin").
    """
    if request.method in SAFE:
        return
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        if site not in {"same-origin", "none"}:
            raise CrossSite("The browser says that another site started this request.")
        return
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise CrossSite("The Origin header is not this server.")
