#!/usr/bin/python3
"""The schemas of schema/ against the texts and replies of the program: check.py STARLING

A validator that is not ours (python3-jsonschema) reads every shipped deck, plan and story, what init and story new
write, the lines of a lived life and every reply of --json. What a schema refuses, the program must refuse too.
"""
import copy
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import unittest
import zlib

from jsonschema import Draft202012Validator, RefResolver

PROGRAM = os.path.abspath(sys.argv.pop(1)) if __name__ == "__main__" else ""
ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "schema"
DEVICE = "k3f9x2"
START = datetime.date(2026, 11, 23)
# Commands that reply to nobody but a person.
FOR_PEOPLE = {"review", "story tell", "completion", "man"}


def as_json(value):
    """What an editor hands to a validator: dates are texts."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


def toml(text):
    return as_json(tomllib.loads(text))


class Schema:
    met = set()

    def __init__(self, name):
        self.name = name
        path = SCHEMAS / f"{name}.json"
        self.schema = json.loads(path.read_text())
        self.validator = Draft202012Validator(self.schema, resolver=RefResolver(path.as_uri(), self.schema))

    def accepts(self, value):
        return self.validator.is_valid(value)

    def check(self, value, what=""):
        Schema.met.add(self.name)
        wrong = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in self.validator.iter_errors(value)]
        assert not wrong, f"{self.name}: {what}\n" + "\n".join(wrong[:5])


class Desk:
    """A study folder in a temporary place, and the program over it."""

    def __init__(self):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="starling-schema-"))
        self.home = self.place / "study"
        self.env = {"HOME": str(self.place), "TZ": "UTC", "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8",
                    "EDITOR": "true", "VISUAL": ""}

    def close(self):
        shutil.rmtree(self.place)

    def run(self, *words, home=True):
        command = [PROGRAM, *(["--home", str(self.home)] if home else []), *words]
        return subprocess.run(command, capture_output=True, text=True, env=self.env, cwd=self.place, stdin=subprocess.DEVNULL)

    def begin(self):
        done = self.run("init", "--start", START.isoformat(), "--interview", "2027-05-07")
        assert done.returncode == 0, done.stderr

    def add_stories(self):
        for path in (ROOT / "decks/examples/stories").glob("*.toml"):
            shutil.copy(path, self.home / "stories")

    def live(self, days=40):
        """Days of answers, written as docs/format.md says."""
        items = json.loads(self.run("deck", "list", "--json").stdout)["decks"][:6]
        cards = []
        for deck in items:
            shown = json.loads(self.run("deck", "show", deck["id"], "--json").stdout)
            cards += [item for card in shown["cards"] for item in card["items"]]
        lines, number = [], 0
        for day in range(days):
            date = START + datetime.timedelta(days=day)
            for place, item in enumerate(cards[:25]):
                if (day + place) % 3:
                    continue
                number += 1
                moment = datetime.datetime.combine(date, datetime.time(9, 0)) + datetime.timedelta(minutes=place)
                grade = 1 if (day * 7 + place) % 9 == 0 else 3
                phase = {"p": 3, "s": 0} if grade == 1 else {"p": 2, "s": 0}
                due = date + datetime.timedelta(days=0 if grade == 1 else 3)
                event = {"k": "answered", "i": item, "g": grade, "ms": 8120, **phase, "due": due.isoformat()}
                if grade == 1:
                    event["at"] = int((moment + datetime.timedelta(minutes=10)).replace(tzinfo=datetime.timezone.utc).timestamp() * 1000)
                lines.append(self.line(number, moment, [event]))
        for kind, event in EVENTS.items():
            if kind != "answered" and kind not in ("renamed", "undone", "redone"):
                number += 1
                lines.append(self.line(number, datetime.datetime(2027, 1, 2, 12, number % 60), [event]))
        folder = self.home / "log" / DEVICE
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "2026-11.jsonl").write_text("".join(lines))
        return cards

    @staticmethod
    def line(number, moment, events):
        deed = {"v": 1, "d": DEVICE, "n": number, "h": int(moment.replace(tzinfo=datetime.timezone.utc).timestamp() * 1000),
                "t": moment.isoformat(timespec="milliseconds") + "+00:00", "day": moment.date().isoformat(), "e": events}
        text = json.dumps(deed, ensure_ascii=False, separators=(",", ":"))[:-1]
        return '%s,"c":"%08x"}\n' % (text, zlib.crc32(text.encode()))


EVENTS = {
    "answered": {"k": "answered", "i": "story/checkout-cells", "g": 3, "ms": 150000, "p": 2, "s": 0, "due": "2027-01-09",
                 "parts": {"situation": 3, "figures": 1}},
    "suspended": {"k": "suspended", "i": "aws-s3/s3-slow-down"},
    "unsuspended": {"k": "unsuspended", "i": "aws-s3/s3-slow-down"},
    "flagged": {"k": "flagged", "i": "aws-s3/s3-slow-down", "note": "two answers are right"},
    "unflagged": {"k": "unflagged", "i": "aws-s3/s3-slow-down"},
    "buried": {"k": "buried", "i": "aws-s3/s3-slow-down", "until": "2027-01-03"},
    "moved": {"k": "moved", "i": "aws-s3/s3-slow-down", "due": "2027-01-04"},
    "done": {"k": "done", "task": "w05-d2-two-pointers", "count": 1, "min": 20, "note": "went well"},
    "measured": {"k": "measured", "metric": "mock-score", "value": 3.5, "unit": "score", "note": "first"},
    "solved": {"k": "solved", "problem": "lc-0076", "size": "hard", "min": 38.5, "ok": 0, "patterns": ["sliding-window"],
               "note": "late"},
    "designed": {"k": "designed", "exercise": "chat-50m", "level": "L6", "min": 44, "scores": {"scope": 4, "depth": 2.5}},
    "studied": {"k": "studied", "area": "coding", "min": 20, "note": "a talk"},
    "mocked": {"k": "mocked", "type": "bar-raiser", "level": "L7", "min": 60, "scores": {"ownership": 3.5},
               "feedback": ["say I", "one figure"], "note": "again"},
    "closed": {"k": "closed", "mock": "k3f9x2-1", "point": 2},
    "goals": {"k": "goals", "week": 7, "goals": ["sleep", "two mocks"]},
    "debriefed": {"k": "debriefed", "question": "When were you wrong?", "principle": "are-right-a-lot", "story": "checkout-cells",
                  "follow_ups": ["Who told you?"], "rating": 2},
    "outcome": {"k": "outcome", "result": "rejected", "reasons": ["depth"]},
    "won": {"k": "won", "text": "Cut paging by 40 %", "tags": ["unasked"], "kind": "peak", "year": 2025},
    "dropped": {"k": "dropped", "win": "k3f9x2-1"},
    "set": {"k": "set", "key": "level", "before": "\"L6\"", "after": "\"L7\""},
    "replanned": {"k": "replanned", "what": "move w05-d2-two-pointers", "after": "{ task = \"w05-d2-two-pointers\", to = 2026-12-24 }"},
    "imported": {"k": "imported", "i": "aws-s3/s3-slow-down", "p": 2, "stability": 12.5, "difficulty": 5, "last": "2026-12-20",
                 "at": 1797757200000, "due": "2027-01-05", "reviews": 4, "lapses": 1},
    "renamed": {"k": "renamed", "i": "aws-s3/old", "to": "aws-s3/s3-slow-down"},
    "undone": {"k": "undone", "deed": "k3f9x2-1", "h": 1795642863120},
    "redone": {"k": "redone", "deed": "k3f9x2-1"},
}

DECK = """schema = 1
[deck]
id = "mine"
title = "Mine"
area = "mixed"
weeks = [1]
[[card]]
id = "one"
kind = "basic"
front = "Question?"
back = "Answer"
"""
EVERY_KIND = (ROOT / "tests/files/deck/sample-deck.toml").read_text()
STORY = """schema = 1
[story]
id = "mine"
title = "Mine"
draft = true
[[principle]]
id = "ownership"
strength = "primary"
[sections]
situation = "Then."
"""
SETTINGS = 'schema = 1\nlevel = "L6"\nstart = 2026-11-23\n[day]\nrollover_hour = 4\n[review]\nnew_per_day = 20\n'


def changed(text, *pairs):
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


BROKEN_DECKS = {
    "a word for a key that is not there": changed(DECK, ("title =", "titel =")),
    "a key of another kind": DECK + 'answer = "Answer"\n',
    "a kind that is not there": changed(DECK, ('"basic"', '"basik"')),
    "an area that is not there": changed(DECK, ('"mixed"', '"mixd"')),
    "a deck without an id": changed(DECK, ('id = "mine"\n', "")),
    "a deck id that is kept": changed(DECK, ('"mine"', '"story"')),
    "an id with capitals": changed(DECK, ('"one"', '"One"')),
    "a week that is not there": changed(DECK, ("[1]", "[53]")),
    "a card without its back": changed(DECK, ('back = "Answer"\n', "")),
    "a blank front": changed(DECK, ('"Question?"', '"  "')),
    "a difficulty out of range": DECK + "difficulty = 6\n",
    "a level that is not there": DECK + 'level = "L5"\n',
    "a date in quotes that is none": DECK + 'as_of = "today"\n',
    "a flag in quotes": DECK + 'retired = "yes"\n',
    "a schema of the future": changed(DECK, ("schema = 1", "schema = 2")),
    "a need with two strokes": DECK + 'needs = ["a/b/c"]\n',
    "a choice of one": changed(DECK, ('kind = "basic"', 'kind = "choice"'),
                               ('back = "Answer"', 'options = [{ text = "One", correct = true }]')),
    "an option with a wrong key": changed(DECK, ('kind = "basic"', 'kind = "choice"'),
                                          ('back = "Answer"', 'options = [{ text = "One", correct = true }, { txt = "Two" }]')),
    "a number in quotes": changed(DECK, ('kind = "basic"', 'kind = "number"'), ('back = "Answer"', 'answer = "4"')),
    "a factor below one": changed(DECK, ('kind = "basic"', 'kind = "number"'), ('back = "Answer"', "answer = 4\nfactor = 0.5")),
    "an order of one": changed(DECK, ('kind = "basic"', 'kind = "ordered"'), ('back = "Answer"', 'items = ["one"]')),
    "code without a language": changed(DECK, ('kind = "basic"', 'kind = "code"'), ('back = "Answer"', 'code = "{{1::x}}"')),
    "a check without a card": DECK + '[[check]]\nright = ["Answer"]\n',
    "a check with a wrong key": DECK + '[[check]]\ncard = "one"\nrigt = ["Answer"]\n',
    "a gap that no card can have": DECK + '[[check]]\ncard = "one"\ngap = 100\nright = ["Answer"]\n',
}
BROKEN_STORIES = {
    "a word for a key that is not there": changed(STORY, ("title =", "titel =")),
    "no id": changed(STORY, ('id = "mine"\n', "")),
    "an id with blanks": changed(STORY, ('"mine"', '"my story"')),
    "a strength that is not there": changed(STORY, ('"primary"', '"main"')),
    "a principle that is a number": changed(STORY, ('"ownership"', "7")),
    "a section that is not there": STORY + 'ending = "End."\n',
    "a score out of range": STORY + "[score]\nsituation = 6\n",
    "a telling of a second": changed(STORY, ("draft = true", "target_seconds = 1")),
    "a scope with a wrong key": changed(STORY, ("draft = true", "scope = { team = 1 }")),
    "a metric with a wrong key": STORY + '[[metric]]\nnme = "pages"\n',
}
BROKEN_SETTINGS = {
    "a word for a key that is not there": SETTINGS + "new_per_dy = 3\n",
    "a level that is not there": changed(SETTINGS, ('"L6"', '"L5"')),
    "a date in quotes that is none": changed(SETTINGS, ("2026-11-23", '"monday"')),
    "an hour that is not there": changed(SETTINGS, ("rollover_hour = 4", "rollover_hour = 24")),
    "a table that is not there": SETTINGS + "[revew]\n",
    "half a card a day": changed(SETTINGS, ("new_per_day = 20", "new_per_day = 0.5")),
    "a weekday that is not there": changed(SETTINGS, ("rollover_hour = 4", 'rest_days = ["sundy"]')),
    "a step without a unit": SETTINGS + 'learning_steps = ["10"]\n',
    "a retention above 0.99": SETTINGS + "desired_retention = 1.0\n",
    "a retention of a deck below 0.70": SETTINGS + "[review.retention]\naws-s3 = 0.5\n",
    "an order that is not there": SETTINGS + 'order = "newest"\n',
    "a slot that is not there": changed(SETTINGS, ("rollover_hour = 4", "slots = { night = 60 }")),
    "days off without an end": changed(SETTINGS, ("rollover_hour = 4", 'days_off = ["2026-12-24.."]')),
}
PLAN_CHANGES = (ROOT / "tests/fuzz/corpus/changes/by-hand.toml").read_text()
BROKEN_PLAN_CHANGES = {
    "a word for a table that is not there": PLAN_CHANGES + '[[skip]]\ntask = "w05-d1-mock"\n',
    "a key that is not there": changed(PLAN_CHANGES, ("week = 8", "weak = 8")),
    "an own task with an id like the plan's": changed(PLAN_CHANGES, ("own-graph-review", "w05-d1-graphs")),
    "minutes below zero": changed(PLAN_CHANGES, ("minutes = 45", "minutes = -45")),
    "a count without its unit": changed(PLAN_CHANGES, ('unit = "problems"\n', "")),
    "a slot that is not there": changed(PLAN_CHANGES, ('"evening"', '"night"')),
    "a day in a thousand years": changed(PLAN_CHANGES, ("2026-12-24", "3026-12-24")),
    "a drop of nothing": PLAN_CHANGES + "[[drop]]\n",
    "a schema of the future": changed(PLAN_CHANGES, ("schema = 1", "schema = 2")),
}
ROUNDS = (ROOT / "tests/fuzz/corpus/rounds/by-hand.toml").read_text()
BROKEN_ROUNDS = {
    "a word for a table that is not there": ROUNDS + '[[interview]]\nid = "a"\n',
    "a key that is not there": changed(ROUNDS, ("minutes = 60", "minuts = 60")),
    "a kind that is not there": changed(ROUNDS, ('"bar-raiser"\ninterviewer', '"raiser"\ninterviewer')),
    "an id with blanks": changed(ROUNDS, ("'lunch'", "'team lunch'")),
    "a round without a title": changed(ROUNDS, ("title = 'Team lunch'\n", "")),
    "a round of ten hours": changed(ROUNDS, ("minutes = 60", "minutes = 600")),
    "a day in a thousand years": changed(ROUNDS, ("2027-05-07", "3027-05-07")),
    "a story told twice": changed(ROUNDS, ('["checkout-cells"]', '["checkout-cells", "checkout-cells"]')),
    "a schema of the future": changed(ROUNDS, ("schema = 1", "schema = 2")),
}
GOOD_LINE = {"v": 1, "d": DEVICE, "n": 1, "h": 1795642863120, "t": "2026-11-25T22:41:03.120+01:00", "day": "2026-11-25",
             "e": [EVENTS["answered"]], "c": "266852ec"}
BROKEN_LINES = {
    "no events": {"e": []}, "a version of the future": {"v": 2}, "a device with a long name": {"d": "laptop7"},
    "a number below one": {"n": 0}, "a time without its offset": {"t": "2026-11-25T22:41:03.120"}, "a checksum in capitals": {"c": "266852EC"},
    "a kind that is not there": {"e": [{"k": "reviewed", "i": "a/b"}]}, "a grade of five": {"e": [{**EVENTS["answered"], "g": 5}]},
    "an item without a deck": {"e": [{"k": "suspended", "i": "s3"}]}, "a bury without its end": {"e": [{"k": "buried", "i": "a/b"}]},
    "a key of another kind": {"e": [{"k": "suspended", "i": "a/b", "due": "2026-12-01"}]}, "a deed without a number": {"e": [{"k": "undone", "deed": "k3f9x2"}]},
}


def objects_in(value):
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from objects_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from objects_in(each)


def enums_of(schema, path):
    for part in path.split("/"):
        schema = schema[int(part) if part.isdigit() else part]
    return set(schema["enum"])


class TheSchemas(unittest.TestCase):
    def test_each_is_a_schema_and_says_what_it_is_for(self):
        for path in sorted(SCHEMAS.rglob("*.json")):
            with self.subTest(path.name):
                schema = json.loads(path.read_text())
                Draft202012Validator.check_schema(schema)
                self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")
                self.assertTrue(schema["title"] and schema["description"])

    def test_none_lets_an_unknown_key_pass(self):
        free = {"parts", "retention", "scores", "worth"}
        def walk(schema, name):
            if isinstance(schema, dict):
                if schema.get("type") == "object" and name not in free:
                    self.assertIs(schema.get("additionalProperties"), False, name)
                for key, each in schema.items():
                    walk(each, key)
            elif isinstance(schema, list):
                for each in schema:
                    walk(each, name)
        for path in sorted(SCHEMAS.rglob("*.json")):
            with self.subTest(path.name):
                walk(json.loads(path.read_text()), path.stem)

    def test_a_key_more_in_any_table_is_refused(self):
        plan = toml((ROOT / "decks/plans/amazon-24-week.toml").read_text())
        plan = {key: value[:2] if isinstance(value, list) else value for key, value in plan.items()}
        texts = [("deck", toml(EVERY_KIND)), ("story", toml((ROOT / "decks/examples/stories/story-01-checkout-cells.toml").read_text())),
                 ("settings", toml(SETTINGS)), ("plan", plan), ("line", GOOD_LINE)]
        for name, value in texts:
            schema = Schema(name)
            schema.check(value)
            for place in range(len(list(objects_in(value)))):
                worse = copy.deepcopy(value)
                table = list(objects_in(worse))[place]
                if name == "line" and "situation" in table:
                    continue  # names of parts are free
                table["unheard-of"] = 1
                with self.subTest(f"{name} {place}"):
                    self.assertFalse(schema.accepts(worse))


class TextsOfTheLearner(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()
        cls.desk.begin()

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def test_every_shipped_text_is_accepted(self):
        for name, pattern in (("deck", "cards/*.toml"), ("plan", "plans/*.toml"), ("story", "examples/stories/*.toml"),
                              ("problem", "problems/*.toml"), ("exercise", "exercises/*.toml"), ("question", "questions/*.toml")):
            files = sorted((ROOT / "decks").glob(pattern))
            self.assertTrue(files)
            for path in files:
                Schema(name).check(toml(path.read_text()), path.name)
        Schema("deck").check(toml(EVERY_KIND), "sample-deck.toml")

    def test_what_init_and_story_new_write_names_its_schema_and_is_accepted(self):
        self.assertEqual(self.desk.run("story", "new", "Night pages", "--principle", "BE").returncode, 0)
        for name, path in (("settings", self.desk.home / "starling.toml"), ("story", self.desk.home / "stories/night-pages.toml")):
            text = path.read_text()
            Schema(name).check(toml(text), path.name)
            # The same with every line that waits behind a "#" taken in.
            whole = re.sub(r"^#\s?(?=[a-z_]+ = |\[)", "", text, flags=re.M)
            if name == "story":
                Schema(name).check(toml(whole), path.name + ", whole")
            named = re.match(r"#:schema (\S+)\n", text).group(1)
            self.assertEqual((path.parent / named).read_text(), (SCHEMAS / f"{name}.json").read_text())

    def test_a_schema_of_an_older_program_is_made_anew(self):
        path = self.desk.home / "schema/deck.json"
        path.write_text("{}")
        self.assertEqual(self.desk.run("init").returncode, 0)
        self.assertEqual(path.read_text(), (SCHEMAS / "deck.json").read_text())

    def test_what_is_broken_is_refused_by_the_schema_and_by_the_program(self):
        file = self.desk.place / "broken.toml"
        for what, text in BROKEN_DECKS.items():
            with self.subTest(what):
                self.assertFalse(Schema("deck").accepts(toml(text)))
                file.write_text(text)
                self.assertEqual(self.desk.run("deck", "check", str(file)).returncode, 3)
        file = self.desk.home / "stories/broken.toml"
        for what, text in BROKEN_STORIES.items():
            with self.subTest(what):
                self.assertFalse(Schema("story").accepts(toml(text)))
                file.write_text(text)
                self.assertEqual(self.desk.run("deck", "check").returncode, 3)
        file.unlink()
        kept = (self.desk.home / "starling.toml").read_text()
        for what, text in BROKEN_SETTINGS.items():
            with self.subTest(what):
                self.assertFalse(Schema("settings").accepts(toml(text)))
                (self.desk.home / "starling.toml").write_text(text)
                self.assertEqual(self.desk.run("config").returncode, 3)
        (self.desk.home / "starling.toml").write_text(kept)

    def test_a_plan_toml_is_accepted_and_refused_as_the_program_does(self):
        schema, file = Schema("plan-changes"), self.desk.home / "plan.toml"
        schema.check(toml(PLAN_CHANGES), "plan.toml")
        file.write_text(PLAN_CHANGES)
        self.assertEqual(self.desk.run("deck", "check").returncode, 0)
        for what, text in BROKEN_PLAN_CHANGES.items():
            with self.subTest(what):
                self.assertFalse(schema.accepts(toml(text)))
                file.write_text(text)
                self.assertEqual(self.desk.run("deck", "check").returncode, 3)
        file.unlink()

    def test_a_loop_toml_is_accepted_and_refused_as_the_program_does(self):
        schema, file = Schema("rounds"), self.desk.home / "loop.toml"
        told = self.desk.home / "stories/checkout-cells.toml"  # what a round says was told is there
        told.parent.mkdir(exist_ok=True)
        told.write_text((ROOT / "decks/examples/stories/story-01-checkout-cells.toml").read_text())
        for text in (ROUNDS, (ROOT / "tests/fuzz/corpus/rounds/in-a-row.toml").read_text()):
            schema.check(toml(text), "loop.toml")
            file.write_text(text)
            self.assertEqual(self.desk.run("deck", "check").returncode, 0)
        for what, text in BROKEN_ROUNDS.items():
            with self.subTest(what):
                self.assertFalse(schema.accepts(toml(text)))
                file.write_text(text)
                self.assertEqual(self.desk.run("deck", "check").returncode, 3)
        file.unlink()
        told.unlink()

    def listed(self, text, program):
        """The words that the program says are known where it meets one that is like none of them."""
        said = program(text)
        found = re.search(r"use one of: (.*)", said.stdout + said.stderr)
        self.assertTrue(found, said.stdout + said.stderr)
        return {word.strip() for word in found.group(1).split(",")}

    def test_words_of_a_schema_are_those_of_the_program(self):
        file = self.desk.place / "words.toml"
        def check(text):
            file.write_text(text)
            return self.desk.run("deck", "check", str(file))
        deck = Schema("deck").schema
        kinds = {each["$ref"].rsplit("/", 1)[1] for each in deck["properties"]["card"]["items"]["oneOf"]}
        self.assertEqual(kinds, self.listed(changed(DECK, ('"basic"', '"zzzzzzzzzzzz"')), check))
        self.assertEqual(enums_of(deck, "properties/deck/properties/area"), self.listed(changed(DECK, ('"mixed"', '"zzzzzzzzzzzz"')), check))
        def tell(text):
            (self.desk.home / "stories/words.toml").write_text(text)
            said = self.desk.run("deck", "check")
            (self.desk.home / "stories/words.toml").unlink()
            return said
        story = Schema("story").schema
        self.assertEqual(enums_of(story, "properties/principle/items/properties/id/anyOf/0"),
                         self.listed(changed(STORY, ('"ownership"', '"zzzzzzzzzzzzzzzzzzzzzzzzz"')), tell))
        self.assertEqual(enums_of(story, "properties/principle/items/properties/strength"),
                         self.listed(changed(STORY, ('"primary"', '"zzzzzzzzzzzzzzzzzzzz"')), tell))
        plan = Schema("plan").schema
        own = (ROOT / "decks/plans/amazon-24-week.toml").read_text()
        words = (ROOT / "engine/plan/words.h").read_text() + (ROOT / "engine/plan/parts.h").read_text()
        for name, path in (("kSources", "$defs/source"), ("kUnits", "$defs/unit"),
                           ("kMocks", "properties/day/items/properties/tasks/items/properties/mock"),
                           ("kEvidence", "properties/gate/items/properties/evidence"), ("kBounds", "properties/gate/items/properties/direction"),
                           ("kDirections", "properties/metric/items/properties/direction"), ("kMeasures", "properties/metric/items/properties/unit"),
                           ("kTrackers", "properties/tracker/items/properties/id"), ("kOccasions", "properties/advice/items/properties/when")):
            known = re.search(name + r"\{([^}]*)\}", words).group(1)
            self.assertEqual(enums_of(plan, path), set(re.findall(r'"([^"]+)"', known)), name)
        for path, key in (("$defs/area", "area"), ("$defs/slot", "slot")):
            self.assertLessEqual({each[key] for each in objects_in(toml(own)) if key in each}, enums_of(plan, path))

    def test_kinds_of_events_are_those_of_the_program(self):
        line = Schema("line").schema
        kinds = {each["$ref"].rsplit("/", 1)[1] for each in line["properties"]["e"]["items"]["oneOf"]}
        table = re.search(r"constexpr Kind kKinds\[\] = \{(.*?)\n\};", (ROOT / "engine/history/read_event.cpp").read_text(), re.S).group(1)
        self.assertEqual(kinds, set(re.findall(r'^\s+\{"([a-z]+)"', table, re.M)))

    def test_broken_lines_are_refused(self):
        schema = Schema("line")
        schema.check(GOOD_LINE)
        for kind, event in EVENTS.items():
            schema.check({**GOOD_LINE, "e": [event]}, kind)
        for what, change in BROKEN_LINES.items():
            with self.subTest(what):
                self.assertFalse(schema.accepts({**GOOD_LINE, **change}))


class Replies(unittest.TestCase):
    """Asked in a new folder, on the first days, in the middle of a life and behind its end."""

    @classmethod
    def setUpClass(cls):
        cls.desk = Desk()

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def ask(self, line, exits=(0,), name=None):
        words = line.split() if isinstance(line, str) else line
        said = self.desk.run(*words, "--json")
        self.assertIn(said.returncode, exits, f"{words}\n{said.stdout}{said.stderr}")
        reply = json.loads(said.stdout)
        plain = [word for word in words if not word.startswith("-")]
        two = "-".join(plain[:2])
        Schema("replies/" + (name or (two if (SCHEMAS / f"replies/{two}.json").exists() else plain[0]))).check(reply, " ".join(words))
        return reply

    def ask_everything(self, date, exits=(0, 1)):
        for line in ("today", "do", "next", "next --kind story", "plan", "plan 5", "week", "week 13", "month", "month 2", "gates", "weak", "story list", "story lint", "coverage",
                     "coverage --planned --source seed", "deck list", "deck check", "deck check --strict", "deck check --stale 0", "deck check --flags", "deck check --fix", "deck show aws-s3", "stats", "forecast --days 10",
                     "debrief", "config", "config review.new_per_day", "doctor", "optimise", "problem list --week 5", "question list --principle OW", "question show walked-past", "problem show 76",
                     "problem show 76 --plan", "problem next", "exercise list --level L7", "exercise show chat --level L7",
                     "exercise show chat --after", "plan show w05-d2-two-pointers", "plan changes", "loop", "loop sheet bar-raiser", "sheet",
                     "sheet --principle OW"):
            self.ask(f"{line} --date {date}", exits)

    def test_every_reply_is_as_its_schema_says(self):
        desk = self.desk
        self.ask("today --date 2026-11-20")  # makes the folder
        self.ask("init --start 2026-11-23 --interview 2027-05-07 --date 2026-11-20")
        self.ask("init --level L7 --hours 12")
        self.ask("plan --list", name="plan-list")
        self.ask("init --level L6")
        self.ask("next --date 2026-11-20", (0, 1))
        self.ask_everything("2026-11-23")
        self.ask(["story", "new", "Night", "pages"])
        self.ask("story show night-pages")
        self.ask("story lint --rules", name="story-lint-rules")
        self.ask("doctor --private", (0, 1), name="doctor-private")
        (desk.home / ".git").mkdir()
        self.ask("doctor --install-hook", name="doctor-install-hook")
        desk.add_stories()
        cards = desk.live()
        Schema("line")
        self.ask_everything("2026-12-22")
        self.ask_everything("2027-01-05")
        self.ask_everything("2027-06-01")
        self.ask("today --date 2027-05-06")  # the eve
        self.ask("today --date 2026-11-29")  # a Sunday
        reply = self.ask("next --date 2027-01-05")
        item = reply["item"]["item"]
        for grade in ("again", "good", "easy"):
            self.ask(f"answer {item} {grade} --seconds 9 --date 2027-01-05")
        self.ask("answer story/checkout-cells hard --seconds 158 --date 2027-01-05")
        self.ask(f"why {item} --date 2027-01-05")
        self.ask("why story/checkout-cells --date 2027-01-06")
        self.ask("story probe checkout-cells --date 2027-01-06")
        self.ask("story probe checkout-cells --list --principle OW --date 2027-01-06")
        self.ask("why aws-s3/s3-slow-down --date 2026-12-01")
        self.ask(f"undo 2 --date 2027-01-05")
        self.ask("redo --date 2027-01-05")
        self.ask("config hours_per_week 16 --date 2027-01-05")
        self.ask("undo --date 2027-01-05")
        self.ask("redo --date 2027-01-05")
        self.ask(f"card bury {cards[3]} --date 2027-01-05")
        self.ask(f"card suspend {cards[4].split('#')[0]} --date 2027-01-05")
        self.ask(f"card flag {cards[4].split(chr(35))[0]} two are right --date 2027-01-05")
        self.ask(f"why {cards[4]} --date 2027-01-05", (0, 1))
        self.ask("deck check --flags --date 2027-01-05")
        self.ask(f"card unflag {cards[4].split(chr(35))[0]} --date 2027-01-05")
        self.ask("deck show aws-s3 --graph --date 2027-01-05", name="deck-show-graph")
        self.ask(f"why {cards[4]} --date 2027-01-05")
        self.ask(f"card unsuspend {cards[4].split('#')[0]} --date 2027-01-05")
        self.ask("search quorum")
        self.ask("search ownership --in stories,plan")
        self.ask("break 2027-02-03..05 --date 2027-01-05")
        self.ask(["plan", "add", "Three graphs", "--on", "2027-01-09", "--minutes", "45", "--count", "3", "--unit", "problems", "--date", "2027-01-05"])
        self.ask("plan move w09-d1-graph-search 2027-01-30 --date 2027-01-05")
        self.ask("plan drop w12-d1-concurrency --date 2027-01-05")
        self.ask("plan changes --date 2027-01-05")
        self.ask("loop used coding-1 checkout-cells --date 2027-01-05")
        self.ask("loop add Phone screen --principles OW,CO --kind phone-screen --minutes 45 --on 2027-02-01 --interviewer Ana --date 2027-01-05")
        self.ask("loop drop coding-2 --date 2027-01-05")
        self.ask("loop --date 2027-01-05")
        self.ask("plan show own-three-graphs --date 2027-01-05")
        Schema("plan-changes").check(toml((desk.home / "plan.toml").read_text()), "plan.toml")
        self.ask("plan keep own-three-graphs --date 2027-01-05")
        self.ask("break --date 2027-01-05")
        self.ask("replan --date 2027-01-05")
        self.ask("replan --take compress --yes --date 2027-01-05")
        self.ask("undo --date 2027-01-05")
        self.ask("date --date 2027-01-05")
        self.ask("date 2027-06-04 --date 2027-01-05")
        for line in ("break 2027-01-20", "date 2027-04-01 --yes"):  # leave tasks out, then whole weeks
            self.ask(f"{line} --date 2027-01-05")
            self.ask("plan --date 2027-01-05")
        self.ask("undo 2 --date 2027-01-05")
        self.ask("forecast --days 40 --date 2027-01-05")
        self.ask("readiness --date 2027-01-05")
        self.ask("week 11 --date 2027-01-05")
        for line in ("done 1", "check assessment-gaps", "check", "log problem lc-0003 --minutes 22", "log study design 30",
                     "log design url-shortener --minutes 45 --score scope=3", "metric set confidence Medium",
                     "mock add design --score scope=3 --feedback early --minutes 45", "mock list", "feedback list",
                     "feedback close 1", "feedback list --all", "metric list", "baseline", "baseline --easy 14"):
            self.ask(line + " --date 2027-01-05")
        self.ask(["debrief", "add", "--question", "When were you wrong?", "--principle", "AR", "--follow-up", "Who told you?",
                  "--rating", "2", "--date", "2027-01-05"])
        self.ask(["debrief", "outcome", "rejected", "--reason", "No figures", "--date", "2027-01-05"])
        self.ask("debrief --write --date 2027-01-05")
        self.ask("weak --date 2027-01-05")
        for thing in ("2", "w08-d6-first-mock", "w05-d2-two-pointers", "w04-d1-url-shortener", "w15-d1-storytelling"):
            self.ask(f"do {thing} --date 2027-01-05", (0, 1), "do")
        self.ask(["week", "--goals", "two mocks", "--date", "2027-01-05"])
        self.ask("gates --month 1 --date 2027-01-05", (1,))
        self.ask("month 2 --write --date 2027-01-05")
        self.ask("ics --date 2027-01-05")
        self.ask(f"ics --date 2027-01-05 --weeks all --alarm 10 --output {desk.place}/plan.ics")
        self.ask("break --remove 2027-02-03 --date 2027-01-05")
        self.ask(["deck", "new", "own", "--title", "Own"])
        Schema("deck").check(toml((desk.home / "decks/own.toml").read_text()))
        added = self.ask(["card", "add", "own", "--front", "What is a lease?", "--back", "A lock that ends by itself."])
        own = "own/" + added["id"].split("/")[-1]
        self.ask(f"card show {own}")
        self.ask(f"card edit {own}", (0, 1))  # the editor leaves it as it was
        self.ask("card show aws-s3/s3-slow-down")
        self.ask("card edit aws-s3/s3-slow-down", (0, 1))
        changing = desk.place / "changing"
        changing.write_text('#!/bin/sh\nfor file; do :; done\nsed -i "s/back = /back  = /" "$file"\n')
        changing.chmod(0o755)
        desk.env["EDITOR"] = str(changing)
        self.ask("card edit aws-s3/s3-slow-down", (0, 1))
        for path in (desk.home / "decks/changes").glob("*.toml"):
            Schema("changes").check(toml(path.read_text()), path.name)
        self.ask(f"answer {own} good --date 2027-01-05")
        self.ask(f"card rename {own} own/other --date 2027-01-05")
        self.ask("story edit night-pages", (0, 1))
        self.ask(["win", "cut paging by 40 %, asked by nobody", "--tag", "unasked", "--date", "2027-01-05"])
        self.ask("win list")
        self.ask("search paging")
        self.ask("story mine")
        self.ask("story new --from-win 2")
        (desk.place / "told.md").write_text("# Told in Markdown\n## Situation\nThen.\n## Action\nI did.\n")
        self.ask(f"story new --from {desk.place}/told.md")
        self.ask(["story", "new", "Untold", "--id", "untold"])
        for path in (desk.home / "stories").glob("*.toml"):
            Schema("story").check(toml(path.read_text()), path.name)
        self.ask("story show night-pages --length 150")
        for path in (desk.home / "stories").glob("cut-paging*.toml"):
            self.assertEqual(self.ask(f"story show {path.stem}")["story"]["win"]["number"], 2)
        self.ask("win list --open")
        self.ask("story archive night-pages")
        self.ask("story list --all")
        self.ask("story archive night-pages --back")
        self.ask("story rename night-pages quiet-nights --date 2027-01-05")
        self.ask("undo --date 2027-01-05")
        self.ask("win drop 2 --date 2027-01-05")
        self.ask("config review.new_per_day 15")
        self.ask("config day.rest_days saturday,sunday")
        self.ask("config --unset review.new_per_day")
        self.ask("optimise --date 2027-01-05")
        self.ask("optimise --auto --date 2027-01-05")
        log = "\n".join((ROOT / "tests/files/fit/made_log.csv").read_text().splitlines()[:1500])
        (desk.place / "log.csv").write_text(log + "\n")
        self.ask(f"optimise --from {desk.place}/log.csv --epochs 1")
        weights = self.ask(f"optimise --from {desk.place}/log.csv --epochs 1 --model fsrs-7")["parameters"]
        self.ask(["optimise", "--from", f"{desk.place}/log.csv", "--model", "fsrs-7", "--evaluate", ",".join(map(str, weights))])
        self.ask(["memory", "good@0 good@4 again@14"])
        self.ask(["memory", "good@0 again@3", "--model", "fsrs-7"])
        self.ask("simulate --days 20 --cards 60 --learners 2")
        self.ask("simulate --days 20 --cards 60 --learners 2 --retention 0.85,0.9")
        self.ask("simulate --versus plain,final-pass,half-left,r-of-t,ssp-mmc,index --cards 40 --minutes 0.25")
        self.ask("simulate --versus plain --truths drawn,fsrs-7 --skip 0.25 --cards 40 --minutes 0.25")
        self.ask("simulate --versus plain:0.975,r-of-t:0.91/0.985/16 --noise 0.3 --refit 7 --learners 2 --seed 3 --cards 40 --minutes 0.25")
        self.ask(f"backup {desk.place}/backup.zip")
        (desk.home / "stories/night-pages.toml").unlink()
        self.ask(f"restore {desk.place}/backup.zip", (0, 1))
        self.ask(f"restore {desk.place}/backup.zip --apply", (0, 1))
        (desk.home / "decks/broken.toml").write_text(BROKEN_DECKS["a kind that is not there"])
        self.ask("deck check", (3,))
        self.ask("today --date 2027-01-06")
        self.ask("doctor", (0, 1))
        for path in (desk.home / "log").rglob("*.jsonl"):
            for line in path.read_text().splitlines():
                Schema("line").check(json.loads(line), str(path))
        unmet = {f"replies/{path.stem}" for path in (SCHEMAS / "replies").glob("*.json")} - {"replies/shapes"} - Schema.met
        self.assertFalse(unmet, "no reply was checked by these")

    def test_every_command_has_a_schema_of_its_reply(self):
        commands = set(re.findall(r"^## (.+)$", (ROOT / "docs/commands.md").read_text(), re.M))
        schemas = {path.stem.replace("-", " ") for path in (SCHEMAS / "replies").glob("*.json")} - {"shapes", "plan list", "story lint rules", "deck show graph", "doctor private",
                   "doctor install hook"}  # plan --list …
        self.assertEqual(commands - FOR_PEOPLE, schemas)


if __name__ == "__main__":
    unittest.main()
