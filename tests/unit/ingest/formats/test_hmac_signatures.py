"""Signed requests: the genuine are believed, forgeries of every kind are not."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest
from waymark.ingest.formats.base import Format
from waymark.ingest.formats.plain import HMAC
from waymark.ingest.formats.registry import FORMATS

from tests.factories.formats import NOW, payload
from tests.factories.signing import SIGNERS, Signer, hubspot_v1, hubspot_v2
from tests.factories.vendors import URL, is_believed, post

SECRET, OTHER = "c0ffee-old-and-good", "c0ffee-of-someone-else"
BODY = payload("stripe/checkout-completed.json")
TIMED = ("hubspot", "zendesk", "stripe")

CASES = [pytest.param(FORMATS[key], signer, id=key) for key, signer in SIGNERS.items()] + [
    pytest.param(FORMATS["hubspot"], hubspot_v1, id="hubspot v1"),
    pytest.param(FORMATS["hubspot"], hubspot_v2, id="hubspot v2"),
]


@pytest.mark.parametrize(("kind", "sign"), CASES)
def test_a_signature_proves_the_secret_and_the_body(kind: Format, sign: Signer) -> None:
    genuine = post(BODY, sign(BODY, SECRET, NOW, URL))
    assert is_believed(kind, genuine, SECRET)
    assert not is_believed(kind, genuine, OTHER)
    assert not is_believed(kind, genuine)
    assert not is_believed(kind, genuine._replace(body=BODY + b" "), SECRET)
    assert not is_believed(kind, post(BODY), SECRET)


@pytest.mark.parametrize(("kind", "sign"), CASES)
def test_during_a_rotation_both_secrets_are_good(kind: Format, sign: Signer) -> None:
    for secret in (SECRET, OTHER):
        genuine = post(BODY, sign(BODY, secret, NOW, URL))
        assert is_believed(kind, genuine, OTHER, SECRET)


@pytest.mark.parametrize(
    "wreck", ["", ",", "=", "v1=", "sha256=", "ü", "\x00", "t=,v1=", "x" * 9999]
)
@pytest.mark.parametrize(("kind", "sign"), CASES)
def test_a_wrecked_header_is_no_proof(kind: Format, sign: Signer, wreck: str) -> None:
    headers = sign(BODY, SECRET, NOW, URL)
    for name in headers:
        if name != "x-hubspot-signature-version":
            assert not is_believed(kind, post(BODY, {**headers, name: wreck}), SECRET)


@pytest.mark.parametrize("key", TIMED)
def test_a_signed_time_must_be_near_in_both_directions(key: str) -> None:
    kind, sign = FORMATS[key], SIGNERS[key]
    for minutes in (-4, 0, 4):
        genuine = post(BODY, sign(BODY, SECRET, NOW + timedelta(minutes=minutes), URL))
        assert is_believed(kind, genuine, SECRET)
    for minutes in (-6, 6, -60 * 24 * 365, 60 * 24 * 365):
        stale = post(BODY, sign(BODY, SECRET, NOW + timedelta(minutes=minutes), URL))
        assert not is_believed(kind, stale, SECRET)


@pytest.mark.parametrize("key", TIMED)
def test_the_time_is_part_of_what_is_signed(key: str) -> None:
    kind, sign = FORMATS[key], SIGNERS[key]
    old = sign(BODY, SECRET, NOW - timedelta(days=1), URL)
    new = sign(BODY, OTHER, NOW, URL)
    forged = {
        name: value.split(",")[0] + "," + old[name].split(",")[1]
        if name == "stripe-signature"
        else (value if "timestamp" in name else old[name])
        for name, value in new.items()
    }
    assert not is_believed(kind, post(BODY, forged), SECRET)


def test_only_one_of_several_signatures_needs_to_be_good() -> None:
    header = SIGNERS["stripe"](BODY, SECRET, NOW, URL)["stripe-signature"]
    time, good, _ = header.split(",")
    for elements in ((time, "v1=00", good), (time, good, "v1=00"), (time, "v1=00", "v1=11")):
        several = post(BODY, {"stripe-signature": ",".join(elements)})
        assert is_believed(FORMATS["stripe"], several, SECRET) == (good in elements)
    twice = post(BODY, {"stripe-signature": f"{time},{time},{good}"})
    assert not is_believed(FORMATS["stripe"], twice, SECRET)


def test_the_generic_source_verifies_what_github_documents() -> None:
    # GitHub, "Validating webhook deliveries", section "Testing the webhook payload validation".
    settings = {"header": "X-Hub-Signature-256", "prefix": "sha256="}
    digest = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
    secret = "It's a Secret to Everybody"
    for given in (digest, digest.upper()):
        incoming = post(b"Hello, World!", {"x-hub-signature-256": f"sha256={given}"})
        assert is_believed(HMAC, incoming, secret, settings=settings)
        assert not is_believed(HMAC, incoming, secret + "!", settings=settings)
        assert not is_believed(HMAC, incoming, secret, settings={"header": "X-Hub-Signature-256"})


SLACK_SETTINGS = {
    "header": "X-Slack-Signature",
    "prefix": "v0=",
    "signed": "v0:{timestamp}:{body}",
    "timestamp": "X-Slack-Request-Timestamp",
}


def test_the_generic_source_verifies_what_slack_documents() -> None:
    # Slack, "Verifying requests from Slack", the worked example.
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        b"&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
        b"%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    incoming = post(
        body,
        {
            "x-slack-signature": "v0="
            "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            "x-slack-request-timestamp": "1531420618",
        },
    )
    secret = "8f742231b10e8888abcd99yyyzzz85a5"
    then = datetime.fromtimestamp(1531420618, UTC)
    assert is_believed(HMAC, incoming, secret, now=then, settings=SLACK_SETTINGS)
    assert not is_believed(HMAC, incoming, secret, now=NOW, settings=SLACK_SETTINGS)


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "sha512"])
@pytest.mark.parametrize("encoding", ["hex", "base64"])
def test_the_generic_source_signs_whatever_its_settings_say(algorithm: str, encoding: str) -> None:
    content = b"POST /ingest/q3Zk0cXvJ4bq1n8s3x5e6m7wYtA " + URL.encode() + b"\n" + BODY
    digest = hmac.new(SECRET.encode(), content, getattr(hashlib, algorithm)).digest()
    given = digest.hex() if encoding == "hex" else base64.b64encode(digest).decode()
    settings = {
        "header": "X-Signed",
        "algorithm": algorithm,
        "encoding": encoding,
        "signed": "{method} {path} {url}\n{body}",
    }
    assert is_believed(HMAC, post(BODY, {"x-signed": given}), SECRET, settings=settings)
    moved = post(BODY, {"x-signed": given}, url=URL + "x")
    assert not is_believed(HMAC, moved, SECRET, settings=settings)
