#!/usr/bin/python3
"""Every example of every help page, run in a new study folder: check.py STARLING

An example may find nothing due (1), but no wrong use, no wrong text and nothing that is not there.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(__file__).resolve().parents[2]
# The examples name days after this one, which would be over one day.
TODAY = ["--date", "2026-11-26"]
DECK = 'schema = 1\n[deck]\nid = "my-deck"\n[[card]]\nid = "one"\nkind = "basic"\nfront = "One?"\nback = "One"\n'


def main():
    place = pathlib.Path(tempfile.mkdtemp(prefix="starling-examples-"))
    env = {"HOME": str(place), "TZ": "UTC", "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "EDITOR": "true"}

    def run(words):
        words = words if "--date" in words else [*words, *TODAY]
        return subprocess.run([PROGRAM, *words], capture_output=True, text=True, env=env, cwd=place, stdin=subprocess.DEVNULL)

    # What the examples name: a story that the first of them makes, a file of cards, a log, a backup.
    run(["init", "--start", "2026-11-23", "--interview", "2027-05-07", "--date", "2026-11-23"])
    run(["story", "new", "Night pages", "--principle", "BE"])
    (place / "my-deck.toml").write_text(DECK)
    (place / "night-pages.md").write_text("# Night pages\n## Situation\nThen.\n## Action\nI did.\n")
    run(["win", "cut paging by 40 %"])
    log = (ROOT / "tests/files/fit/made_log.csv").read_text().splitlines()[:1500]
    (place / "reviews.csv").write_text("\n".join(log) + "\n")
    (place / "stick").mkdir()
    (place / "backups").mkdir()
    run(["backup", str(place / "backups/starling-2026-11-25-2241.zip")])

    study = place / ".local/share/starling"
    story = (ROOT / "decks/examples/stories/story-01-checkout-cells.toml").read_text()
    story = story.replace('"checkout-cells"', '"night-pages"', 1)

    # What an example finds there: a story with its text, a deck with a card that was answered, a break.
    def prepare(words):
        story_file, deck_file = study / "stories/night-pages.toml", study / "decks/mine.toml"
        story_file.write_text(story)
        deck_file.write_text(DECK.replace("my-deck", "mine").replace('"one"', '"lease"'))
        if words[:2] == ["story", "new"]:
            story_file.unlink()
        if words[:2] == ["deck", "new"]:
            deck_file.unlink()
        if words[:2] == ["card", "unflag"]:
            run(["card", "flag", words[2]])
        if words[:2] == ["card", "rename"]:
            (study / "decks/locks.toml").unlink(missing_ok=True)
            run(["answer", "mine/lease", "good"])
            if "locks" in words[-1]:
                deck_file.rename(study / "decks/locks.toml")
                (study / "decks/locks.toml").write_text((study / "decks/locks.toml").read_text().replace('"mine"', '"locks"'))
        if words[:2] == ["break", "--remove"]:
            run(["config", "day.days_off", "--unset"])
            run(["break", "2027-01-03..10"])

    found = re.findall(r"^  (starling .*)$", (ROOT / "docs/commands.md").read_text(), re.M)
    assert len(found) > 50, "where are the examples?"
    failed = 0
    for example in found:
        words = shlex.split(re.split(r" [|>] ", example)[0])[1:]
        prepare(words)
        words = [str(place) + word[1:] if word.startswith("~") else word for word in words]
        said = run(words)
        if words[0] in ("replan", "date") and "--yes" in words:
            run(["undo"])  # the days of the examples behind it are as they were
        if said.returncode not in (0, 1) or "there is no" in said.stdout + said.stderr:
            failed += 1
            print(f"{example}\n  ends with {said.returncode}: {said.stderr.strip()[:300]}")
    shutil.rmtree(place)
    print(f"{len(found)} examples, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
