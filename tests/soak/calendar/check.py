"""Reads a site's open-data/calendar.ics with the `icalendar` package and compares it with what the plan says.

    pip install icalendar
    planverk build . --date 2026-11-22 --base-url https://plan.example/ --out /tmp/site
    python tests/soak/calendar/check.py /tmp/site/open-data/calendar.ics content
"""

import datetime as dt
import pathlib
import re
import sys
import tomllib

from icalendar import Calendar


def main(calendar_path, content):
    raw = pathlib.Path(calendar_path).read_bytes()
    assert raw.endswith(b"END:VCALENDAR\r\n")
    lines = raw.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines), "a bare line end"
    assert max(map(len, lines)) <= 75, "a line of more than 75 octets"
    calendar = Calendar.from_ical(raw)
    assert not calendar.errors, calendar.errors
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    events = list(calendar.walk("VEVENT"))
    for event in events:
        assert not event.errors, event.errors
    masters = [event for event in events if "RECURRENCE-ID" not in event]
    uids = [str(event["UID"]) for event in masters]
    assert len(set(uids)) == len(uids), "an id is used twice"
    assert all(str(event["UID"]) in uids for event in events)
    for event in events:
        start = event.decoded("DTSTART")
        if isinstance(start, dt.datetime):
            assert start.utcoffset() in (dt.timedelta(hours=1), dt.timedelta(hours=2)), start
        else:
            assert event.decoded("DTEND") > start, event["UID"]
        if "RRULE" in event:
            assert event["RRULE"]["FREQ"] == ["YEARLY"]
            until = event["RRULE"]["UNTIL"][0]
            assert (until.month, until.day) == (start.month, start.day) and until > start
    count = compare(masters, pathlib.Path(content))
    print(f"{len(events)} events, {count} of the plan, {len(lines) - 1} lines: good")


def compare(masters, content):
    """Every row of the annual wheel that has a time is there, with its title, whole, and in its months."""
    rows = []
    for path in content.rglob("*.toml"):
        text = path.read_text("utf-8-sig")
        # Bare keys of TOML can't hold Nordic letters: quoted they can.
        text = re.sub(r"(?m)^(\s*)([a-zæøå_]+)(\s*=)", r'\1"\2"\3', text)
        try:
            rows += tomllib.loads(text).get("aktivitet", [])
        except tomllib.TOMLDecodeError:
            continue
    told = [row for row in rows if "måneder" in row or "når" in row]
    assert told, "no row of the annual wheel was found"
    for row in told:
        named = [e for e in masters if re.match(re.escape(row["id"]) + r"(-m\d+)?@", str(e["UID"]))]
        assert named, f"{row['id']} is missing"
        assert all(str(event["SUMMARY"]) == row["tittel"] for event in named), row["id"]
        if "når" in row:
            assert [event.decoded("DTSTART") for event in named] == [row["når"]], row["id"]
            continue
        months = set()
        for event in named:
            day = event.decoded("DTSTART")
            while day < event.decoded("DTEND"):
                months.add(day.month)
                day += dt.timedelta(days=1)
        assert months == set(row["måneder"]), (row["id"], months)
    return len(told)


if __name__ == "__main__":
    main(*sys.argv[1:3])
