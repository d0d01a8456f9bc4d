"""What happens around serving: the first start, new sign-in links."""

from fastapi import FastAPI
from rich.progress import Progress

from waymark.accounts import service as accounts
from waymark.demo.seed import create_demo, told
from waymark.kit.clock import utcnow
from waymark.onboarding import service as onboarding


async def first_link(app: FastAPI, demo: bool) -> str | None:
    """Set up a new installation; the token of a link while the owner has no other way in.

    None once the first account has a password.
    """
    database = app.state.database
    try:
        async with database.reading() as session:
            owner = await accounts.first_user(session)
        if owner is None:
            return await _set_up(app, demo)
        if owner.password_hash is not None:
            return None
        async with database.writing() as session:
            return await accounts.create_link(session, owner.id)
    finally:
        await database.close()


async def _set_up(app: FastAPI, demo: bool) -> str:
    if not demo:
        async with app.state.database.writing() as session:
            started = await onboarding.create_first_owner(session, "Owner", "My workspace")
        return started.link_token
    with Progress(transient=True) as progress:
        task = progress.add_task("Setting up the demo", total=len(told(utcnow())))
        return await create_demo(app, lambda sent: progress.advance(task, sent))


async def new_link(app: FastAPI, email: str | None) -> str | None:
    """A new one-time sign-in token for a person, or the first account's; None if unknown."""
    database = app.state.database
    try:
        async with database.writing() as session:
            user = (
                await accounts.user_by_email(session, email)
                if email
                else await accounts.first_user(session)
            )
            return await accounts.create_link(session, user.id) if user else None
    finally:
        await database.close()
