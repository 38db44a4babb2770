#include <doctest/doctest.h>

#include "source/source.h"

using namespace starling;

TEST_CASE("copies of sync programs are known by their names") {
  for (const char* name : {"own.sync-conflict-20261126-101112-ABCDEFG.toml", "own (conflicted copy 2026-11-26 101112).toml",
                           "own (Anna's conflicted copy 2026-11-26).toml", "own (Conflict 2026-11-26).toml",
                           "own_conflict-20261126-101112.toml", "own (1).toml", "own (23).toml"}) {
    INFO(name);
    CHECK(original_of(name) == "own.toml");
  }
  CHECK(original_of("2026-11.sync-conflict-20261126-101112-ABCDEFG.jsonl") == "2026-11.jsonl");
}

TEST_CASE("other names are nobody's copies") {
  for (const char* name : {"own.toml", "2026-11.jsonl", "2026-11.restored-1.jsonl", "conflict-with-a-peer.toml",
                           "own (draft).toml", "(1).toml", "", ".toml", "a (1)b.toml", "resolved-conflicts.toml"}) {
    INFO(name);
    CHECK_FALSE(original_of(name));
  }
}
