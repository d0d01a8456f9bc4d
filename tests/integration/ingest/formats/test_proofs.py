"""Whoever sends, in whatever format: what is believed, and what every sender may rely on."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from waymark.ingest.formats.registry import FORMATS
from waymark.ingest.sources import rotation

from tests.factories.arrivals import address, arrivals
from tests.factories.connections import CONNECTIONS, Connection, standard_webhooks
from tests.factories.events import Sender, a_source
from tests.factories.formats import payload
from tests.factories.people import Person

EACH = pytest.mark.parametrize(
    "sends", CONNECTIONS, ids=lambda sends: f"{sends.format}-{sends.sign.__name__}"
)
ONCE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""For what ends before a database is asked for more than the source."""
TOLERATED, TOO_MUCH = timedelta(seconds=295), timedelta(seconds=305)
NONSENSE = ("", "v1", "v1,", "%%%", "t=,v1=", "nan", "9" * 400, "sha1=\u00ff", "Basic Og", "Bearer")
PROOFS = ("authorization", "signature", "hmac", "timestamp", "signed-at")


async def connected(app: FastAPI, admin: Person, sends: Connection) -> Sender:
    """A source for this kind of sender."""
    own = {"secret": sends.secrets[0]} if sends.secrets else {}
    return await a_source(app, admin, format=sends.format, settings=dict(sends.settings), **own)


def is_proof(header: str) -> bool:
    """Whether a header is part of what proves a request."""
    return any(sign in header.lower() for sign in PROOFS)


def test_every_format_is_here() -> None:
    assert {sends.format for sends in CONNECTIONS} | {"salesforce"} == set(FORMATS)


@EACH
async def test_only_the_sources_own_secret_and_a_fresh_signature_are_believed(
    app: FastAPI, admin: Person, sends: Connection
) -> None:
    source = await connected(app, admin, sends)
    url = f"{await address(admin, source)}{sends.path}".rstrip("/")
    body, now = sends.body, datetime.now(UTC)
    other = sends.secrets[1] if sends.secrets else rotation.new_secret()
    answers = await sends.send(source, body, sends.sign(body, source.secret, now, url))
    assert sends.answers(answers), answers.text

    refused = [{}, sends.sign(body, other, now, url)]
    proof = sends.sign(body, source.secret, now, url)
    refused += [
        {name: odd if is_proof(name) else value for name, value in proof.items()}
        for odd in NONSENSE
    ]
    if sends.signed:
        refused.append(sends.sign(body + b" ", source.secret, now, url))
    if sends.timed:
        for late in (TOLERATED, -TOLERATED):
            near = sends.sign(body, source.secret, now - late, url)
            assert (await sends.send(source, body, near)).is_success
        refused += [
            sends.sign(body, source.secret, now - late, url) for late in (TOO_MUCH, -TOO_MUCH)
        ]
    for headers in refused:
        raw = {name: value.encode("latin-1") for name, value in headers.items()}
        answer = await sends.send(source, body, raw)
        assert (answer.status_code, answer.json()["code"]) == (401, "not_authentic"), headers
        assert answer.headers["access-control-allow-origin"] == "*"


@EACH
async def test_during_a_rotation_two_secrets_are_good_and_never_three(
    app: FastAPI, admin: Person, sends: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = await connected(app, admin, sends)
    url = f"{await address(admin, source)}{sends.path}".rstrip("/")
    known = [source.secret]

    async def rotate() -> None:
        etag = f'"{len(known)}"'
        given = {"secret": sends.secrets[len(known)]} if sends.secrets else {}
        rotated = await admin.client.post(
            f"/api/v1/sources/{source.id}/rotate-secret", json=given, headers={"If-Match": etag}
        )
        assert rotated.status_code == 200, rotated.text
        known.append(rotated.json()["secret"])

    async def good() -> list[bool]:
        proofs = [sends.sign(sends.body, key, datetime.now(UTC), url) for key in known]
        return [(await sends.send(source, sends.body, proof)).is_success for proof in proofs]

    assert await good() == [True]
    await rotate()
    assert await good() == [True, True]
    await rotate()
    assert await good() == [False, True, True]
    monkeypatch.setattr(rotation, "ROTATION", timedelta(seconds=-1))
    await rotate()
    assert await good() == [False, False, False, True]


@EACH
async def test_what_is_authentic_and_means_nothing_is_taken_and_put_aside(
    app: FastAPI, admin: Person, sends: Connection
) -> None:
    source = await connected(app, admin, sends)
    url = f"{await address(admin, source)}{sends.path}".rstrip("/")
    proof = sends.sign(sends.strange, source.secret, datetime.now(UTC), url)
    answer = await sends.send(source, sends.strange, proof)
    assert sends.answers(answer), answer.text
    assert await arrivals(app, admin, source) == ["quarantined"]


async def test_a_format_is_what_the_source_says_and_never_guessed(
    app: FastAPI, admin: Person
) -> None:
    source = await a_source(app, admin)
    proof = {"Authorization": f"Bearer {source.secret}"}
    for name in ("stripe/invoice-paid", "shopify/order-paid", "segment/track", "hubspot/deal-won"):
        assert (await source.post_bytes(payload(f"{name}.json"), proof)).status_code == 202
        assert await arrivals(app, admin, source) == ["quarantined"], name


@ONCE
@EACH
async def test_one_byte_more_than_is_taken_is_too_much(
    app: FastAPI, admin: Person, sends: Connection
) -> None:
    source = await connected(app, admin, sends)
    limit = FORMATS[sends.format].limits.body
    answer = await sends.send(source, b" " * (limit + 1), {})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert f"{limit:,}" in answer.json()["detail"]
    assert (await sends.send(source, b" " * limit, {})).status_code == 401


@ONCE
@EACH
async def test_what_is_bottomless_or_blows_up_is_refused_however_well_it_is_proved(
    app: FastAPI, admin: Person, sends: Connection
) -> None:
    source = await connected(app, admin, sends)
    url = f"{await address(admin, source)}{sends.path}".rstrip("/")
    now = datetime.now(UTC)
    deep = b'{"batch":' + b"[" * 300 + b"]" * 300 + b"}"
    answer = await sends.send(source, deep, sends.sign(deep, source.secret, now, url))
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
    if sends.sign is standard_webhooks:  # it signs text, and gzip is none
        return
    bomb = gzip.compress(b" " * 20_000_000)
    proof = {"Content-Encoding": "gzip", **sends.sign(bomb, source.secret, now, url)}
    answer = await sends.send(source, bomb, proof)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@ONCE
@EACH
async def test_a_probe_is_answered_and_nobody_is_sent_elsewhere(
    app: FastAPI, admin: Person, sends: Connection
) -> None:
    source = await connected(app, admin, sends)
    for path in ("", "/", sends.path, f"{sends.path}/"):
        for method in ("GET", "HEAD", "OPTIONS"):
            answer = await source.client.request(
                method, f"/ingest/{source.key}{path}", headers={"If-None-Match": "*"}
            )
            assert answer.status_code == 200, (method, path)
        posted = await source.client.post(f"/ingest/{source.key}{path}", content=sends.body)
        assert posted.status_code in (401, 415), path
