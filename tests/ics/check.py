#!/usr/bin/python3
"""What python3-icalendar reads in our calendars: check.py STARLING HOSTILE_CALENDARS

The events of `starling ics` beside those of `ics --json`, over spans in which clocks change; and calendars with hostile
texts beside what is to be read in them. Hours are made of the zone that comes along in the file, by no other data.
"""
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import icalendar

PROGRAM, HOSTILE = (os.path.abspath(path) for path in (sys.argv.pop(1), sys.argv.pop(1)))
UTC = datetime.timezone.utc


def unfolded(data):
    """The lines of the file, put together as RFC 5545 says."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode("utf-8")
    return data[:-2].replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def values(lines, name):
    """The raw values of a property, in order, and what they say by RFC 5545, one escape after the other."""
    found = []
    for line in lines:
        if line.startswith(name + ":"):
            text, raw = "", line[len(name) + 1:]
            while raw:
                step = 2 if raw[0] == "\\" else 1
                text += {"n": "\n", "N": "\n"}.get(raw[1], raw[1]) if step == 2 else raw[0]
                raw = raw[step:]
            found.append(text)
    return found


class Desk:
    def __init__(self, zone):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="starling-ics-"))
        (self.place / "study").mkdir()
        (self.place / "study/starling.toml").write_text(
            f'start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = "{zone}"\n')

    def close(self):
        shutil.rmtree(self.place)

    def ask(self, *words):
        env = {"HOME": str(self.place), "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        done = subprocess.run([PROGRAM, "--home", str(self.place / "study"), *words], capture_output=True, env=env,
                              cwd=self.place, stdin=subprocess.DEVNULL, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


class ACalendar(unittest.TestCase):
    def compare(self, data, expected):
        """Every event of the file is one of `expected`, at its instant, with its texts."""
        lines = unfolded(data)
        calendar = icalendar.Calendar.from_ical(data)
        self.assertEqual(calendar["VERSION"], "2.0")
        self.assertNotIn("METHOD", calendar)
        zones = [part for part in calendar.subcomponents if part.name == "VTIMEZONE"]
        self.assertEqual(len(zones), 1)
        zone = zones[0].to_tz()
        events = [part for part in calendar.subcomponents if part.name == "VEVENT"]
        self.assertEqual([str(event["UID"]) for event in events], [event["uid"] for event in expected["events"]])
        for event, wanted in zip(events, expected["events"]):
            with self.subTest(wanted["uid"]):
                self.assertFalse(event.errors)
                self.assertEqual(event["SEQUENCE"], expected["sequence"])
                made = datetime.datetime.fromisoformat(expected["made"])
                self.assertEqual(event["DTSTAMP"].dt, made.astimezone(UTC))
                self.assertEqual(event["TRANSP"], "OPAQUE" if wanted["busy"] else "TRANSPARENT")
                self.compare_time(event, wanted, zone)
        # This reader undoes escapes one kind after the other, so that a backslash before an n becomes a line: what the
        # lines say is read by hand beside it, and its own reading counts where no backslash is in the text.
        titles = values(self.outside_alarms(lines), "SUMMARY")
        self.assertEqual(titles, [event["title"] for event in expected["events"]])
        texts = values(self.outside_alarms(lines), "DESCRIPTION")
        self.assertEqual(texts, [event["text"] for event in expected["events"] if event["text"]])
        for event, wanted in zip(events, expected["events"]):
            for name, text in (("SUMMARY", wanted["title"]), ("DESCRIPTION", wanted["text"])):
                if text and not set("\\%") & set(text):
                    self.assertEqual(str(event[name]), text)

    @staticmethod
    def outside_alarms(lines):
        inside = False
        for line in lines:
            inside = inside or line == "BEGIN:VALARM"
            if not inside:
                yield line
            inside = inside and line != "END:VALARM"

    def compare_time(self, event, wanted, zone):
        start = event["DTSTART"].dt
        if wanted["start"] is None:
            self.assertEqual(start, datetime.date.fromisoformat(wanted["date"]))
            self.assertEqual(event["DTEND"].dt - start, datetime.timedelta(days=1))
            self.assertFalse([part for part in event.subcomponents if part.name == "VALARM"])
            return
        if start.tzinfo is None or start.utcoffset() is None or str(start.tzinfo) != "UTC" or "TZID" in event["DTSTART"].params:
            start = zone.localize(start.replace(tzinfo=None), is_dst=None)
        self.assertEqual(start, datetime.datetime.fromisoformat(wanted["start"]))
        self.assertEqual(event["DURATION"].dt, datetime.timedelta(minutes=wanted["minutes"]))

    def test_has_the_events_of_the_reply_on_both_sides_of_the_atlantic(self):
        for zone in ("Europe/Berlin", "America/New_York"):
            with self.subTest(zone):
                desk = Desk(zone)
                words = ("ics", "--weeks", "all", "--date", "2026-11-23")
                expected = json.loads(desk.ask(*words, "--json"))
                self.assertGreater(len(expected["events"]), 500)
                self.assertEqual(expected["zone"], zone)
                offsets = {event["start"][-6:] for event in expected["events"] if event["start"]}
                self.assertEqual(len(offsets), 2, "the clock does not change in it")
                self.compare(desk.ask(*words), expected)
                self.compare(desk.ask(*words, "--alarm", "15"), expected)
                desk.close()

    def test_is_the_same_where_texts_and_hours_are_hostile(self):
        place = pathlib.Path(tempfile.mkdtemp(prefix="starling-ics-"))
        subprocess.run([HOSTILE, str(place)], check=True)
        files = sorted(place.glob("*.ics"))
        self.assertGreater(len(files), 100)
        for file in files:
            with self.subTest(file.name):
                self.compare(file.read_bytes(), json.loads(file.with_suffix(".json").read_text()))
        shutil.rmtree(place)


if __name__ == "__main__":
    unittest.main()
