"""A map's evidence as it is kept between measuring and looking: to JSON and back."""

from datetime import date
from typing import Any

from waymark.findings.evidence_data import Evidence, PlacementEvidence, StepEvidence


def evidence_to(evidence: Evidence) -> dict[str, Any]:
    """Evidence as JSON values."""
    return {
        "first_day": evidence.first_day.isoformat(),
        "last_day": evidence.last_day.isoformat(),
        "customers": evidence.customers,
        "steps": {
            step_id: {
                "customers": seen.customers,
                "continued": seen.continued,
                "earlier_customers": seen.earlier_customers,
                "earlier_continued": seen.earlier_continued,
                "satisfaction": seen.satisfaction,
                "answers": seen.answers,
                "last": seen.last,
            }
            for step_id, seen in evidence.steps.items()
        },
        "placements": {
            placement_id: {"events": seen.events, "ever": seen.ever}
            for placement_id, seen in evidence.placements.items()
        },
        "source_ids": sorted(evidence.source_ids),
        "conversion": evidence.conversion,
    }


def evidence_from(content: dict[str, Any]) -> Evidence:
    """Evidence from JSON values."""
    return Evidence(
        date.fromisoformat(content["first_day"]),
        date.fromisoformat(content["last_day"]),
        content["customers"],
        {step_id: StepEvidence(**seen) for step_id, seen in content["steps"].items()},
        {
            placement_id: PlacementEvidence(**seen)
            for placement_id, seen in content["placements"].items()
        },
        frozenset(content["source_ids"]),
        content.get("conversion"),
    )
