"""One's own profile."""

from waymark.accounts import service
from waymark.accounts.schemas import Profile, ProfileUpdate, present
from waymark.http.access import CallerDep
from waymark.http.contract import problems
from waymark.http.dependencies import SessionDep
from waymark.http.routing import api_router

router = api_router("profile")


@router.patch("/me", responses=problems(409))
async def update_me(body: ProfileUpdate, caller: CallerDep, session: SessionDep) -> Profile:
    """Change one's own profile.

    A new password signs the person out everywhere else.
    """
    user = await service.get_user(session, caller.require_person())
    return present(await service.update_profile(session, user, caller.credential, body.changes()))
