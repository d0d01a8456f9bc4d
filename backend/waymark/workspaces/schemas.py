"""Workspaces, members, invitations and API keys on the wire."""

from typing import Literal

from pydantic import Field

from waymark.accounts.schemas import Email
from waymark.http.access import Caller, Role
from waymark.http.schema import Abilities, Id, Moment, Patch, Resource, Timestamp, Title, Wire
from waymark.workspaces import models
from waymark.workspaces.members import Member as FoundMember

Scope = Literal["read", "write", "admin"]


class WorkspaceAbilities(Wire):
    """What the caller may do in a workspace."""

    edit: bool
    """Rename it."""
    create: bool
    """Add personas, touchpoints, maps and the like."""
    manage_members: bool
    """Invite people, change their roles, remove them."""
    manage_keys: bool
    """Make and revoke API keys."""


class WorkspaceFields(Wire):
    """What can be said of a workspace."""

    name: Title = Field(examples=["Fernwood Home"])


class NewWorkspace(WorkspaceFields):
    """A new workspace."""


class WorkspaceUpdate(WorkspaceFields, Patch):
    """Changes to a workspace."""


class Workspace(WorkspaceFields, Resource):
    """The tenant: everything else belongs to exactly one."""

    id: Id
    slug: str = Field(examples=["fernwood-home"])
    """A short name for addresses; it stays when the workspace is renamed."""
    role: Role
    """The caller's own."""
    revision: int
    created_at: Timestamp
    updated_at: Timestamp
    abilities: WorkspaceAbilities


class MemberUpdate(Wire):
    """A member's new role."""

    role: Role = Field(examples=["editor"])


class Member(Resource):
    """A person in a workspace."""

    user_id: Id
    name: str = Field(examples=["Elena Kovač"])
    email: str | None = Field(examples=["elena@fernwood.example"])
    role: Role
    revision: int
    created_at: Timestamp
    """When they joined."""
    abilities: Abilities
    """Whether the caller may change their role, and remove them."""


class NewInvitation(Wire):
    """Who is invited, and as what."""

    email: Email = Field(examples=["jon@fernwood.example"])
    role: Role = Field(examples=["editor"])


class Invitation(Resource):
    """An invitation that nobody has accepted yet."""

    id: Id
    email: str = Field(examples=["jon@fernwood.example"])
    role: Role
    invited_by: Id | None
    """The member who made it; null for an API key or somebody who left."""
    created_at: Timestamp
    expires_at: Timestamp


class IssuedInvitation(Invitation):
    """A new invitation with its link, which is shown only this once."""

    token: str = Field(examples=["q3Zk0cXvJ4bq1n8s3x5e6m7wYtA"])
    url: str = Field(examples=["https://waymark.example/join#q3Zk0cXvJ4bq1n8s3x5e6m7wYtA"])
    """The link to give to the person; good for seven days, once."""


class NewApiKey(Wire):
    """A new key for a machine."""

    name: Title = Field(examples=["Nightly import"])
    scope: Scope = Field(examples=["write"])
    """What it may do: as much as a viewer, an editor or an admin."""
    expires_at: Moment | None = Field(default=None, examples=["2027-11-02T00:00:00Z"])
    """Null for a key that works until it is revoked."""


class ApiKey(Resource):
    """A machine's credential."""

    id: Id
    name: str = Field(examples=["Nightly import"])
    scope: Scope
    hint: str = Field(examples=["wmk_q3Zk0c"])
    """The first characters, to tell keys apart."""
    created_by: Id | None
    created_at: Timestamp
    expires_at: Timestamp | None
    last_used_at: Timestamp | None
    """To the minute; null if it never was."""


class IssuedApiKey(ApiKey):
    """A new key with its secret, which is shown only this once."""

    secret: str = Field(examples=["wmk_q3Zk0cXvJ4bq1n8s3x5e6m7wYtA"])
    """Send it as `Authorization: Bearer …`."""


def present(row: models.Workspace, role: Role) -> Workspace:
    """A workspace as somebody with this role sees it."""
    admin = role.includes(Role.ADMIN)
    abilities = WorkspaceAbilities(
        edit=admin,
        create=role.includes(Role.EDITOR),
        manage_members=admin,
        manage_keys=admin,
    )
    return Workspace.of(row, role=role, abilities=abilities)


def present_member(member: FoundMember, caller: Caller) -> Member:
    """A member as the caller sees them."""
    row, user = member
    admin = caller.can(Role.ADMIN, row.workspace_id)
    abilities = Abilities(edit=admin, delete=admin or user.id == caller.user_id)
    return Member.of(row, name=user.name, email=user.email, abilities=abilities)
