#!/usr/bin/python3
"""The pages of --format html against a reader that is not ours: check.py STARLING

Each is parsed as XML, by a parser that forgives nothing, and as HTML; a learner's own words stay words, nothing comes
from elsewhere, and the drawings have the figures of --json.
"""
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

PROGRAM = os.path.abspath(sys.argv.pop(1)) if __name__ == "__main__" else ""
ROOT = pathlib.Path(__file__).resolve().parents[2]
HOSTILE = "<script>alert('1')</script> & \"quotes\" ]]> &amp; <!-- http://example.org/x.js"
DATE = "2027-01-06"
VOID = {"meta", "br", "hr", "img", "link", "input"}
AREAS = ("design", "coding", "leadership", "mocks")


def story(number, principle, situation, result, metric=""):
    words = "I did what had to be done there."
    return f'''schema = 1
[story]
id = "told-{number}"
title = {json.dumps(f"{HOSTILE} {number}")}
[[principle]]
id = "{principle}"
strength = "primary"
[sections]
situation = {json.dumps(situation)}
task = "{words}"
action = "{words}"
result = {json.dumps(result)}
reflection = "{words}"
{metric}'''


class Tags(html.parser.HTMLParser):
    """What a browser sees: elements with their attributes, and that all of them close in order."""

    def __init__(self):
        super().__init__()
        self.open, self.seen = [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="starling-pages-"))
        cls.run_program("init", "--start", "2026-11-23", "--interview", "2027-05-07")
        for path in (ROOT / "decks/examples/stories").glob("*.toml"):
            shutil.copy(path, cls.place / "study/stories")
        metric = f'[[metric]]\nname = {json.dumps(HOSTILE)}\nbefore = "3 < 4"\nafter = "5 & 6"\n'
        (cls.place / "study/stories/hostile.toml").write_text(
            story(1, "frugality", HOSTILE + " was said. Then more.", "It fell by 9 %. We were glad. Two of 3 stayed.", metric))
        (cls.place / "study/stories/plain.toml").write_text(
            story(2, "dive-deep", "One day it stopped. Then more.", "It fell by 9 %. We were very glad. Two of 3 stayed."))
        for words in (["log", "problem", "lc-0003", "--minutes", "22"], ["log", "problem", "lc-0076", "--minutes", "51", "--not-solved"],
                      ["log", "study", "design", "75"], ["log", "design", "url-shortener", "--minutes", "45", "--score", "scope=3"]):
            cls.run_program(*words, "--date", DATE)
        cls.run_program("week", "--goals", HOSTILE, "--goals", "עברית", "--date", DATE)
        cls.run_program("week", "7", "--goals", HOSTILE, "--date", DATE)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.place)

    @classmethod
    def run_program(cls, *words):
        env = {"HOME": str(cls.place), "TZ": "UTC", "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
        return subprocess.run([PROGRAM, "--home", str(cls.place / "study"), *words], capture_output=True, text=True, env=env,
                              stdin=subprocess.DEVNULL)

    def page(self, *words):
        how = ["--html"] if words[0] == "readiness" else ["--format", "html"]
        said = self.run_program(*words, *how, "--date", DATE)
        self.assertEqual(said.returncode, 0, said.stderr)
        return said.stdout

    def reply(self, *words):
        return json.loads(self.run_program(*words, "--json", "--date", DATE).stdout)

    def every_page(self):
        for words in (["week"], ["week", "1"], ["week", "7"], ["week", "24"], ["month"], ["month", "1"], ["month", "6"], ["sheet"],
                      ["sheet", "--principle", "FR"], ["sheet", "--principle", "HD"], ["loop"], ["loop", "sheet", "manager"], ["coverage"],
                      ["coverage", "--week", "8"], ["readiness"]):
            with self.subTest(words=words):
                yield self.page(*words)

    def test_every_page_is_read_alike_as_xml_and_as_html(self):
        for text in self.every_page():
            tree = xml.etree.ElementTree.fromstring(text)
            tags = Tags()
            tags.feed(text)
            self.assertEqual(tags.open, [])
            self.assertEqual([tag.lower() for tag, _ in tags.seen], [each.tag.lower() for each in tree.iter()])
            self.assertEqual(tree.get("lang"), "en-GB")
            self.assertEqual(tree.find("head/title").text, tree.find("body/main/h1").text)
            ids = [each.get("id") for each in tree.iter() if each.get("id")]
            self.assertEqual(len(ids), len(set(ids)))

    def test_nothing_comes_from_elsewhere_and_nothing_runs(self):
        for text in self.every_page():
            tree = xml.etree.ElementTree.fromstring(text)
            for each in tree.iter():
                self.assertNotIn(each.tag.lower(), {"script", "img", "link", "iframe", "object", "embed", "use", "image", "base", "form"})
                for name, value in each.attrib.items():
                    self.assertFalse(name.lower().startswith("on") or name.lower() in {"src", "style", "srcset"}, name)
                    self.assertNotIn("://", value)
            style = tree.find("head/style").text
            for word in ("url(", "@import", "://"):
                self.assertNotIn(word, style)
            self.assertIn("prefers-color-scheme: dark", style)
            self.assertIn("@media print", style)

    def test_headings_are_in_order_and_tables_and_drawings_have_names(self):
        for text in self.every_page():
            tree = xml.etree.ElementTree.fromstring(text)
            level = 0
            for each in tree.iter():
                if re.fullmatch("h[1-6]", each.tag):
                    self.assertLessEqual(int(each.tag[1]), level + 1, each.text)
                    level = int(each.tag[1])
            self.assertEqual(len(tree.findall(".//h1")), 1)
            for each in tree.iter("th"):
                self.assertIn(each.get("scope"), ("col", "row"))
            for table in tree.iter("table"):
                self.assertTrue(table.find("caption").text)
            for svg in tree.iter("svg"):
                self.assertEqual(svg.get("role"), "img")
                named = [tree.find(f".//*[@id='{id}']") for id in svg.get("aria-labelledby").split()]
                self.assertEqual([each.tag for each in named], ["title", "desc"])
                self.assertTrue(all(each.text.strip() for each in named))

    def test_a_learners_own_words_stay_words(self):
        week = self.page("week")
        self.assertNotIn("<script", week)
        points = [each.text for each in xml.etree.ElementTree.fromstring(week).iter("li")]
        self.assertIn(HOSTILE, points)
        self.assertIn("עברית", points)
        tree = xml.etree.ElementTree.fromstring(self.page("sheet"))
        self.assertIn(HOSTILE + " 1", [each.text for each in tree.iter("h3")])
        self.assertIn(f"“{HOSTILE} was said.”", [each.text for each in tree.findall(".//p[@class='opening']")])
        figures = [each.text for each in tree.iter("li")]
        self.assertIn(f"{HOSTILE}: 3 < 4 → 5 & 6", figures)
        self.assertIn("It fell by 9 %.", figures)
        self.assertIn("Two of 3 stayed.", figures)
        self.assertNotIn("We were very glad.", figures)

    def drawing(self, tree, id):
        return next(svg for svg in tree.iter("svg") if svg.get("aria-labelledby").startswith(id + "-title"))

    def check_bars(self, svg, values, targets):
        """Lengths in the proportion of the figures: the bars that are not empty, and the lines of the targets."""
        longest = max(*values, *targets) or 1
        boxes = [float(each.get("width")) for each in svg.iter("rect")][:-1]  # the last one is the key's
        lines = [float(each.get("x1")) - 1 for each in svg.iter("line") if each.get("class") == "target"][:-1]
        for drawn, given in ((boxes, [value for value in values if value > 0]), (lines, targets)):
            self.assertEqual(len(drawn), len(given))
            for length, value in zip(drawn, given):
                self.assertAlmostEqual(length, 356 * value / longest, delta=0.2)

    def test_the_drawings_of_a_week_have_the_figures_of_its_reply(self):
        tree, reply = xml.etree.ElementTree.fromstring(self.page("week")), self.reply("week")
        self.assertGreater(reply["minutes"]["design"], 0)
        for id, done, target in (("minutes", "minutes", "planned_minutes"), ("so-far", "minutes_so_far", "allocated_so_far")):
            self.check_bars(self.drawing(tree, id), [reply[done][area] for area in AREAS], [reply[target][area] for area in AREAS])
        problems = reply["practised"]["problems"]
        solved = [problems["solved"], *(problems["sizes"][size]["solved"] for size in ("easy", "medium", "hard"))]
        svg = self.drawing(tree, "solved")
        self.assertIn(f"all: {problems['solved']} of {problems['target']}; easy: {solved[1]}; medium: {solved[2]}; hard: {solved[3]}.",
                      svg.find("desc").text)

    def test_the_curve_has_the_figures_of_the_reply(self):
        for words in (["month", "2"], ["month", "1"]):
            tree, reply = xml.etree.ElementTree.fromstring(self.page(*words)), self.reply(*words)
            for area in ("coding", "design", "behavioural"):
                svg = self.drawing(tree, area)
                said = svg.find("desc").text
                dots = [float(each.get("cy")) for each in svg.iter("circle")][:-1]
                actual = [row["actual"][area]["progress"] for row in reply["curve"]]
                for row, value in zip(reply["curve"], actual):
                    figure = "not known" if value is None else f"{value:.0f}"
                    self.assertIn(f"week {row['week']}: {figure}, expected {row['expected'][area]:.0f}", said)
                known = [value for value in actual if value is not None]
                self.assertEqual(len(dots), len(known))
                for dot, value in zip(dots, known):
                    self.assertAlmostEqual(dot, 180 - 170 * value / 100, delta=0.2)
                classes = [each.get("class") for each in svg.iter("polyline")]
                self.assertEqual(classes.count("expected"), 1)  # dashed, so that it is known without colour


if __name__ == "__main__":
    unittest.main()
