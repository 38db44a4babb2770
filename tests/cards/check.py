#!/usr/bin/python3
"""The code on the cards does what the cards say: check.py

Each living Python code card of decks/cards is run, its gaps filled with the answer and with whatever else it accepts
or its checks take as right, against an oracle of oracles.py; what its checks take as wrong must fail there. A card without an
oracle is a failure, and so is an oracle without a card.
"""
import pathlib
import random
import re
import signal
import sys
import time
import tomllib
import unittest

sys.dont_write_bytecode = True
from oracles import ORACLES, namespace  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
GAP = re.compile(r"\{\{(\d+)::(.*?)\}\}", re.S)
SECONDS = 20


class TooLong(BaseException):
    """Not an Exception: code on a card cannot swallow it."""


def stop(*_):
    raise TooLong("takes too long")


def gaps(card):
    """The answer of each gap, without its hint."""
    return {int(number): answer.split(" ::")[0] for number, answer in GAP.findall(card["code"])}


def accepted(card):
    """What else is right in its one gap."""
    accept = card.get("accept", [])
    return [accept] if isinstance(accept, str) else accept


def filled(card, answers):
    return GAP.sub(lambda gap: answers[int(gap[1])], card["code"])


def fault(name, code, oracles=ORACLES, seconds=SECONDS):
    """What is wrong with this code under the card's oracle; empty if nothing."""
    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        space = namespace()
        exec(compile(code, name, "exec"), space)
        oracles[name](space, random.Random(name))
        return ""
    except (Exception, TooLong) as failure:
        return f"{type(failure).__name__}: {failure}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def code_cards(texts):
    """name -> (card, its checks), of the living Python code cards in these deck files."""
    cards = {}
    for text in texts:
        deck = tomllib.loads(text)
        for card in deck.get("card", []):
            if card["kind"] == "code" and card.get("lang") == "python" and not card.get("retired"):
                checks = [check for check in deck.get("check", []) if check["card"] == card["id"]]
                cards[f"{deck['deck']['id']}/{card['id']}"] = card, checks
    return cards


def doubts(cards, oracles):
    """One line for each thing that is not as it should be."""
    out = [f"{name}: no oracle" for name in cards if name not in oracles]
    out += [f"{name}: an oracle without a card" for name in oracles if name not in cards]
    for name, (card, checks) in cards.items():
        if name not in oracles:
            continue
        answers = gaps(card)
        begun = time.process_time()
        said = fault(name, filled(card, answers), oracles)
        patience = 0.5 + 5 * (time.process_time() - begun)
        if said:
            out.append(f"{name}: {said}")
            continue
        for answer in accepted(card):
            said = fault(name, filled(card, {min(answers): answer}), oracles)
            if said:
                out.append(f"{name}: {answer!r}, which it accepts, fails: {said}")
        for check in checks:
            gap = check.get("gap", min(answers))
            for answer in check.get("right", []):
                said = fault(name, filled(card, {**answers, gap: answer.strip()}), oracles)
                if said:
                    out.append(f"{name}: the right answer {answer!r} fails: {said}")
            for answer in check.get("wrong", []):
                if not fault(name, filled(card, {**answers, gap: answer}), oracles, patience):
                    out.append(f"{name}: the wrong answer {answer!r} works")
    return out


SAMPLE = """
[deck]
id = "sample"

[[card]]
id = "largest"
kind = "code"
lang = "python"
code = '''
def largest(a):
    best = a[0]
    for x in a:
        if {{1::x > best}}:
            best = x
    return best
'''
accept = ["not best >= x"]

[[check]]
card = "largest"
gap = 1
right = ["x>best", "best < x"]
wrong = ["x < best", "best", "x >"]
"""


def largest(card, random):
    for _ in range(100):
        a = [random.randint(-9, 9) for _ in range(random.randint(1, 6))]
        assert card["largest"](a) == max(a), a


class Cards(unittest.TestCase):
    maxDiff = None

    def test_code_of_the_shipped_decks(self):
        files = sorted((ROOT / "decks" / "cards").glob("*.toml"))
        cards = code_cards(file.read_text(encoding="utf-8") for file in files)
        self.assertGreaterEqual(len(cards), 30)
        self.assertEqual(doubts(cards, ORACLES), [])

    def test_a_gap_is_one_blank_of_at_most_six_lines(self):
        files = sorted((ROOT / "decks" / "cards").glob("*.toml"))
        for name, (card, checks) in code_cards(file.read_text(encoding="utf-8") for file in files).items():
            with self.subTest(name):
                self.assertEqual(len(GAP.findall(card["code"])), 1)
                self.assertLessEqual(next(iter(gaps(card).values())).count("\n"), 5)
                self.assertTrue(checks)


class TheCheckItself(unittest.TestCase):
    """What must not pass does not pass."""

    def said(self, text, oracles=None):
        return doubts(code_cards([text]), {"sample/largest": largest} if oracles is None else oracles)

    def test_a_right_card_passes(self):
        self.assertEqual(self.said(SAMPLE), [])

    def test_a_deliberately_wrong_line_is_found(self):
        for line in ("x < best", "x", "True", "x > worst", "x >"):
            with self.subTest(line):
                said = self.said(SAMPLE.replace("{{1::x > best}}", "{{1::" + line + "}}"))
                self.assertEqual(len(said), 1)
                self.assertTrue(said[0].startswith("sample/largest: "), said)

    def test_a_line_that_never_ends_is_found(self):
        code = "def largest(a):\n    while True:\n        pass\n"
        self.assertIn("TooLong", fault("sample/largest", code, {"sample/largest": largest}, 0.2))

    def test_a_right_answer_that_fails_is_found(self):
        said = self.said(SAMPLE.replace('"best < x"', '"best > x"'))
        self.assertEqual([line.split(" fails")[0] for line in said], ["sample/largest: the right answer 'best > x'"])

    def test_an_accepted_answer_that_fails_is_found(self):
        said = self.said(SAMPLE.replace("not best >= x", "not best <= x"))
        self.assertEqual([line.split(" fails")[0] for line in said],
                         ["sample/largest: 'not best <= x', which it accepts,"])

    def test_a_wrong_answer_that_works_is_found(self):
        said = self.said(SAMPLE.replace('"x < best"', '"x >= best"'))
        self.assertEqual(said, ["sample/largest: the wrong answer 'x >= best' works"])

    def test_a_card_without_an_oracle_and_an_oracle_without_a_card_are_found(self):
        self.assertEqual(self.said(SAMPLE, {}), ["sample/largest: no oracle"])
        self.assertEqual(self.said(SAMPLE, {"sample/largest": largest, "sample/least": largest}),
                         ["sample/least: an oracle without a card"])
        self.assertEqual(self.said(SAMPLE.replace('kind = "code"', 'kind = "code"\nretired = true')),
                         ["sample/largest: an oracle without a card"])


if __name__ == "__main__":
    unittest.main()
