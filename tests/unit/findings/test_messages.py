"""Messages as each language writes them."""

import orjson
import pytest
from waymark.findings import messages as module
from waymark.findings.messages import FOLDER, Messages, best_locale, messages


@pytest.mark.parametrize(
    ("header", "locale"),
    [
        (None, "en"),
        ("", "en"),
        ("pl", "en"),
        ("en-GB, en;q=0.9", "en"),
        ("x;q=no, en;q=0.1", "en"),
    ],
)
def test_the_language_is_the_best_there_is(header: str | None, locale: str) -> None:
    assert best_locale(header) == locale


@pytest.mark.parametrize(
    ("key", "values", "text"),
    [
        ("rule_map003_says", {"map": "A", "count": 2}, "“A” has 2 goals"),
        ("rule_map003_says", {"map": "A", "count": 1}, "“A” has 1 goal"),
        (
            "rule_map004_says_stale",
            {"map": "A", "days": 1026},
            "“A” was last reviewed 1,026 days ago",
        ),
        (
            "rule_evd003_detail",
            {"customers": 12480, "from": "2026-10-24", "to": "2026-11-22"},
            "None of 12,480 customers, Oct 24\u2009–\u2009Nov 22, 2026",
        ),
        ("rule_lan002_detail", {"score": -1.5}, "Drawn at −1.5"),
        ("rule_map004_detail_stale", {"date": "2026-03-02"}, "On Mar 2, 2026"),
        (
            "rule_evd001_says_high",
            {"share": 0.546, "step": "Pays"},
            "55\u00a0% of customers stop after “Pays”",
        ),
        (
            "check_summary",
            {"name": "map.json", "error": 1, "warning": 0, "advice": 3},
            "map.json: 1 error, 0 warnings, advice: 3",
        ),
    ],
)
def test_placeholders_plurals_numbers_and_days(
    key: str, values: dict[str, object], text: str
) -> None:
    assert messages().text(key, values) == text


def test_another_language_has_its_own_plurals_and_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Polish has three forms where English has two; what it lacks is said in English."""
    polish = {
        "rule_map003_says": [
            {
                "declarations": ["input count", "input map", "local plural = count: plural"],
                "selectors": ["plural"],
                "match": {
                    "plural=one": "„{map}” ma {count} cel.",
                    "plural=few": "„{map}” ma {count} cele.",
                    "plural=other": "„{map}” ma {count} celów.",
                },
            }
        ]
    }

    class Folder:
        """English as it is, Polish as above."""

        def __init__(self, name: str = "") -> None:
            self.name = name

        def __truediv__(self, name: str) -> "Folder":
            return Folder(name)

        def read_bytes(self) -> bytes:
            if self.name == "pl.json":
                return orjson.dumps(polish)
            return (FOLDER / self.name).read_bytes()

    monkeypatch.setattr(module, "FOLDER", Folder())
    said = Messages("pl")
    texts = [said.text("rule_map003_says", {"map": "A", "count": count}) for count in (1, 3, 5)]
    assert texts == ["„A” ma 1 cel.", "„A” ma 3 cele.", "„A” ma 5 celów."]
    assert said.text("rule_map002_title") == "A map has a persona"
    assert "−1,5" in said.text("rule_lan002_detail", {"score": -1.5})


def test_every_placeholder_of_a_message_is_declared() -> None:
    content = orjson.loads((FOLDER / "en.json").read_bytes())
    for key, entry in content.items():
        if isinstance(entry, list):
            (message,) = entry
            names = {one.split()[1] for one in message["declarations"]}
            used = {
                name
                for text in message["match"].values()
                for name in module._PLACEHOLDER.findall(text)
            }
            assert used <= names, key
