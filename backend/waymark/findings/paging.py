"""The page of a report that was asked for."""

from waymark.findings.filters import Filters
from waymark.findings.messages import Messages
from waymark.findings.present import present_report
from waymark.findings.report import Report
from waymark.findings.schemas import FindingsReport
from waymark.http.pagination import Paging


def page_of(report: Report, said: Messages, paging: Paging, filters: Filters) -> FindingsReport:
    """What was asked for of a report, with the overview of all that met the filters."""
    report = filters.of(report, said)
    rest = list(report.findings)
    if paging.after:
        after = (*paging.after,)
        rest = [one for one in rest if (*one.place, one.thing.id) > after]
    page, following = paging.cut(rest[: paging.limit + 1], lambda one: [*one.place, one.thing.id])
    return present_report(report, said, page, following)
