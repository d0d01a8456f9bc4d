"""Typeform webhooks: one submitted form, its answers by the name of their question. Pure.

Typeform, "Webhooks: Example payload" and "Secure your webhooks" (typeform.com/developers).
"""

from typing import Any

from waymark.ingest.formats.base import Envelope, Format, Incoming, Limits
from waymark.ingest.formats.hmac_signatures import Scheme, verifier
from waymark.ingest.formats.objects import json_object, listed, part, present, some_id, text
from waymark.ingest.formats.presets import EXISTS, named_by, rule
from waymark.ingest.mapping.model import IdAt, Mapping, ScoreAt
from waymark.ingest.mapping.pointers import MISSING, resolve

SIGNATURE = Scheme("typeform-signature", encoding="base64", prefix="sha256=")
DEFAULT_STEPS = 5
"""How many symbols a rating has unless its form says otherwise."""


def unwrap(incoming: Incoming, plain: bytes) -> Envelope:
    """The one submission. Raises Malformed.

    It gets `answers` by the question's ref, `by_type` by the type of question (the first answer
    of each), and the ids of who answered.
    """
    content = json_object(plain)
    response = part(content, "/form_response")
    answers = [part(answer, "") for answer in listed(response, "/answers")]
    by_type: dict[str, Any] = {}
    for answer in answers:
        by_type.setdefault(text(answer, "/field/type", "/type"), answer_of(answer))
    by_ref = {text(answer, "/field/ref", "/field/id"): answer_of(answer) for answer in answers}
    return Envelope(
        [
            content
            | {
                "answers": by_ref,
                "by_type": by_type,
                "stars": _five_stars(response, answers),
                "ids": _ids(response, by_type),
            }
        ]
    )


def answer_of(answer: dict[str, Any]) -> Any:
    """What was answered: a text, number or boolean, the label of a choice, a list of labels."""
    kind = text(answer, "/type")
    if kind == "choice":
        return text(answer, "/choice/label", "/choice/other")
    if kind == "choices":
        return listed(answer, "/choices/labels")
    found = resolve(f"/{kind}", answer)
    return None if found is MISSING else found


def _five_stars(response: dict[str, Any], answers: list[dict[str, Any]]) -> Any:
    """The first rating of one to five; other numbers of steps are no stars."""
    steps = {
        some_id(field, "/id"): some_id(field, "/properties/steps") or DEFAULT_STEPS
        for field in listed(response, "/definition/fields")
    }
    rated = (answer for answer in answers if text(answer, "/field/type") == "rating")
    return next(
        (
            answer_of(answer)
            for answer in rated
            if steps.get(some_id(answer, "/field/id"), DEFAULT_STEPS) == DEFAULT_STEPS
        ),
        None,
    )


def _ids(response: dict[str, Any], by_type: dict[str, Any]) -> dict[str, Any]:
    """From hidden fields called user_id and email, else from a question for an e-mail address."""
    email = by_type.get("email")
    return present(
        user=some_id(response, "/hidden/user_id", "/hidden/userid"),
        email=text(response, "/hidden/email") or (email if isinstance(email, str) else None),
        response=text(response, "/token"),
    )


SUBMITTED = {"/event_type": "form_response"}
FORM = named_by("/form_response/definition/title", "website")

TYPEFORM = Format(
    key="typeform",
    name="Typeform",
    verify=verifier(SIGNATURE),
    unwrap=unwrap,
    limits=Limits(item=1024 * 1024),
    mapping=Mapping(
        id=["/event_id"],
        customer=[
            IdAt("/ids/user"),
            IdAt("/ids/email", "email"),
            IdAt("/ids/response", "typeform", anonymous=True),
        ],
        occurred_at=["/form_response/submitted_at"],
        properties=["/form_response/hidden"],
        rules=[
            rule({**SUBMITTED, "/by_type/nps": EXISTS}, FORM, ScoreAt("/by_type/nps", "nps")),
            rule({**SUBMITTED, "/stars": EXISTS}, FORM, ScoreAt("/stars", "stars5")),
            rule(SUBMITTED, FORM),
        ],
    ),
)
