"""Maps of a running Waymark, through its API."""

from typing import Any

import httpx

from waymark.checks.told import Outcome, Told
from waymark.findings.model import Severity

TIMEOUT_S = 60
PAGES = 1_000


class NotAnswered(Exception):
    """The API could not be reached, or said no."""


class Remote:
    """A Waymark at some address, with a key to it."""

    def __init__(self, api: str, api_key: str) -> None:
        self._client = httpx.Client(
            base_url=f"{api.rstrip('/')}/api/v1",
            headers={"Authorization": f"Bearer {api_key}"},
            timeout=TIMEOUT_S,
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def findings(self, map_id: str) -> Outcome:
        """What is open on a map. Raises NotAnswered."""
        title = self._ask("GET", f"/maps/{map_id}")["title"]
        query: dict[str, Any] = {"state": "open", "limit": 200}
        findings: list[Told] = []
        failures: list[str] = []
        for _ in range(PAGES):
            page = self._ask("GET", f"/maps/{map_id}/findings", params=query)
            findings += [_told(one) for one in page["items"]]
            failures = [one["rule_id"] for one in page["failures"]]
            if page["next"] is None:
                break
            query["cursor"] = page["next"]
        return Outcome(title, False, findings, failures)

    def file(self, map_id: str) -> dict[str, Any]:
        """A map as a file. Raises NotAnswered."""
        return self._ask("GET", f"/maps/{map_id}/file")

    def create(self, workspace_id: str, file: bytes) -> dict[str, Any]:
        """A new map from a file. Raises NotAnswered."""
        return self._ask(
            "POST",
            f"/workspaces/{workspace_id}/maps/file",
            content=file,
            headers={"Content-Type": "application/json"},
        )

    def only_workspace(self) -> str:
        """The one workspace that the key opens. Raises NotAnswered."""
        items = self._ask("GET", "/workspaces")["items"]
        if len(items) != 1:
            raise NotAnswered("Say into which workspace: --workspace.")
        return str(items[0]["id"])

    def _ask(self, method: str, path: str, **sent: Any) -> dict[str, Any]:
        try:
            answer = self._client.request(method, path, **sent)
        except httpx.TransportError as error:
            raise NotAnswered(f"Waymark cannot be reached: {error}") from error
        if not answer.is_success:
            raise NotAnswered(f"Waymark answered {answer.status_code}: {_reason(answer)}")
        content: dict[str, Any] = answer.json()
        return content


def _reason(answer: httpx.Response) -> str:
    try:
        problem = answer.json()
        places = [f"{one['pointer']}: {one['detail']}" for one in problem["errors"][:5]]
        return "; ".join([problem["detail"], *places])
    except (ValueError, KeyError, TypeError):
        return answer.text[:200]


def _told(one: dict[str, Any]) -> Told:
    return Told(
        one["key"],
        one["rule_id"],
        Severity(one["severity"]),
        one["subject"]["title"],
        one["place"]["kind"],
        one["place"]["id"],
        one["place"]["field"] or "",
        one["message"],
        one["detail"],
        one["why"],
    )
