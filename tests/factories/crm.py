"""A system that sends events and does not give up, as real ones do."""

import threading
from collections import Counter

import httpx

from tests.factories.events import an_event

BATCH = 20
PAUSE_S = 0.02


class Crm:
    """Sends batches one after the other, each until it is acknowledged."""

    def __init__(self, key: str, secret: str, port: int, name: str) -> None:
        self._url = f"http://127.0.0.1:{port}/ingest/{key}"
        self._headers = {"Authorization": f"Bearer {secret}"}
        self._name = name
        self._batch = 0
        self.acknowledged: list[str] = []
        self.answers: Counter[int] = Counter()
        self.unavailable_without_retry_after = 0

    def send_until(self, stopped: threading.Event) -> None:
        """Send while there is time; a batch without an acknowledgement is sent again."""
        with httpx.Client(timeout=30) as client:
            while not stopped.is_set():
                ids = [f"{self._name}-{self._batch}-{n}" for n in range(BATCH)]
                if self._is_acknowledged(client, ids):
                    self.acknowledged += ids
                    self._batch += 1
                else:
                    stopped.wait(PAUSE_S)

    def _is_acknowledged(self, client: httpx.Client, ids: list[str]) -> bool:
        events = [an_event(id=event_id) for event_id in ids]
        try:
            answer = client.post(self._url, json={"events": events}, headers=self._headers)
        except httpx.TransportError:
            return False
        self.answers[answer.status_code] += 1
        if answer.status_code == 503 and "retry-after" not in answer.headers:
            self.unavailable_without_retry_after += 1
        return answer.status_code == 202
