// What a file of problems or exercises must have, and where it is told what is wrong.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "practice/practice.h"

using namespace starling;

namespace {

constexpr std::string_view kProblem = R"toml(schema = 1
[[problem]]
id = "lc-0076"
number = 76
title = "Minimum Window Substring"
url = "https://leetcode.com/problems/minimum-window-substring/"
difficulty = "hard"
patterns = ["sliding-window", "string-hash"]
cue = "Shortest stretch that covers letters"
invariant = "the window covers"
plan = ["count", "grow", "shrink"]
complexity = "O(n)"
pitfalls = ["counting distinct letters"]
target_minutes = 40
week = 5
premium = true
)toml";

constexpr std::string_view kExercise = R"toml(schema = 1
[[exercise]]
id = "chat-50m"
title = "Chat"
level = ["L6"]
week = 11
minutes = 45
variant_of = "chat"
brief = "Design a chat."
scale = ["50 M a day"]
clarify = ["Groups?"]
tradeoffs = ["push or pull"]
deep_dives = ["order"]
hit_list = ["idempotency"]
l6_prompt = "At L6?"
l7_prompt = "At L7?"
rubric = ["scope", "depth"]
)toml";

std::string with(std::string_view text, std::string_view from, std::string_view to) {
  std::string changed(text);
  const auto at = changed.find(from);
  REQUIRE(at != changed.npos);
  return changed.replace(at, from.size(), to);
}

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

template <class Read>
auto shipped(const char* folder, Read read) {
  decltype(read("", "").list) all;
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(STARLING_SOURCE_ROOT) / "decks" / folder))
    files.insert(entry.path());
  for (const auto& file : files) {
    auto of_file = read(text_of(file), file.filename().string());
    for (const Problem& problem : of_file.problems) FAIL_CHECK(to_line(problem));
    all.insert(all.end(), of_file.list.begin(), of_file.list.end());
  }
  return all;
}

}  // namespace

TEST_CASE("every value of a problem arrives where it belongs") {
  const ProblemFile file = read_coding_problems(kProblem, "problems/two.toml");
  REQUIRE(file.problems.empty());
  REQUIRE(file.list.size() == 1);
  const CodingProblem& problem = file.list.front();
  CHECK(problem.id == "lc-0076");
  CHECK(problem.number == 76);
  CHECK(problem.size == ProblemSize::Hard);
  CHECK(problem.patterns == std::vector<std::string>{"sliding-window", "string-hash"});
  CHECK(problem.plan.size() == 3);
  CHECK(problem.target_minutes == 40);
  CHECK(problem.week == 5);
  CHECK(problem.premium);
  CHECK(problem.file == "problems/two.toml");
  CHECK(problem.line == 2);
}

TEST_CASE("a problem without minutes has those that an interview gives its size") {
  const std::string text = with(kProblem, "target_minutes = 40\n", "");
  CHECK(read_coding_problems(text, "p").list.front().target_minutes == 45);
  CHECK(read_coding_problems(with(text, "hard", "easy"), "p").list.front().target_minutes == 15);
}

TEST_CASE("what is wrong with a problem is told at its place, and nothing of the file counts") {
  struct Slip {
    std::string_view from;
    std::string_view to;
    std::string_view rule;
    int line;
  };
  for (const Slip& slip : {Slip{"id = \"lc-0076\"", "id = \"LC 76\"", "bad-id", 3}, Slip{"\"hard\"", "\"harsh\"", "unknown-word", 7},
                           Slip{"title = \"Minimum Window Substring\"\n", "", "missing", 2},
                           Slip{"https://leetcode", "http://leetcode", "bad-url", 6},
                           Slip{"plan = [\"count\", \"grow\", \"shrink\"]", "plan = []", "missing", 11},
                           Slip{"plan = [\"count\"", "plan = [\" \"", "missing", 11},
                           Slip{"patterns = [\"sliding-window\"", "patterns = [\"Sliding Window\"", "bad-id", 8},
                           Slip{"target_minutes = 40", "target_minutes = -4", "wrong-type", 14},
                           Slip{"premium = true", "premuim = true", "unknown-key", 16}}) {
    CAPTURE(slip.to);
    const ProblemFile file = read_coding_problems(with(kProblem, slip.from, slip.to), "p.toml");
    CHECK(file.list.empty());
    REQUIRE_FALSE(file.problems.empty());
    CHECK(file.problems.front().rule == slip.rule);
    CHECK(file.problems.front().line == slip.line);
  }
  const std::string twice = std::string(kProblem) + std::string(kProblem.substr(kProblem.find("[[")));
  CHECK(read_coding_problems(twice, "p").problems.front().rule == "duplicate-id");
}

TEST_CASE("every value of an exercise arrives where it belongs, and what is wrong is told at its place") {
  const ExerciseFile file = read_design_exercises(kExercise, "exercises/e.toml");
  REQUIRE(file.problems.empty());
  REQUIRE(file.list.size() == 1);
  const DesignExercise& exercise = file.list.front();
  CHECK(exercise.id == "chat-50m");
  CHECK(exercise.variant_of == "chat");
  CHECK(exercise.brief == "Design a chat.");
  CHECK(exercise.clarify == std::vector<std::string>{"Groups?"});
  CHECK(exercise.l6_prompt == "At L6?");
  CHECK(exercise.l7_prompt == "At L7?");
  CHECK(exercise.rubric.size() == 2);
  CHECK(read_design_exercises(with(kExercise, "brief = \"Design a chat.\"\n", ""), "e").problems.front().rule == "missing");
  CHECK(read_design_exercises(with(kExercise, "[\"L6\"]", "[\"L5\"]"), "e").problems.front().rule == "unknown-word");
}

TEST_CASE("a problem comes back as its plan, with nothing of the answer in the question") {
  const CodingProblem problem = read_coding_problems(kProblem, "p").list.front();
  const Card card = plan_recall(problem);
  CHECK(card.front.starts_with("76 Minimum Window Substring"));
  for (const std::string_view part : {"Shortest stretch", "the window covers", "- grow", "O(n)"}) {
    CHECK(card.back.find(part) != card.back.npos);
    CHECK(card.front.find(part) == card.front.npos);
  }
  const Item item = item_of(problem);
  CHECK(item.id.text() == "problem/lc-0076");
  CHECK(traits(item.id.kind()).begun_by_hand);
}

TEST_CASE("an exercise comes back as its larger variant where there is one") {
  const DesignExercise larger = read_design_exercises(kExercise, "e").list.front();
  DesignExercise small = larger;
  small.id = "chat";
  small.title = "Small chat";
  small.brief = "Design a small chat.";
  small.variant_of = "";
  const std::vector<DesignExercise> all{small, larger};
  CHECK(walk_through(small, all).front.find("Design a chat.") != std::string::npos);
  CHECK(walk_through(small, all).id == "chat");
  CHECK(walk_through(larger, all).front.find("Design a chat.") != std::string::npos);
}

TEST_CASE("the shipped bank has 199 problems of 36 patterns, each once, and names no pattern in a cue") {
  const auto all = shipped("problems", read_coding_problems);
  std::set<std::string> ids;
  std::set<std::string> patterns;
  for (const CodingProblem& problem : all) {
    CAPTURE(problem.id);
    CHECK(ids.insert(problem.id).second);
    patterns.insert(problem.patterns.front());
    CHECK(problem.id == fmt::format("lc-{:04}", problem.number));
    CHECK(problem.cue.size() <= 110);
    CHECK_FALSE(problem.invariant.empty());
    CHECK_FALSE(problem.pitfalls.empty());
    CHECK(problem.url.starts_with("https://leetcode.com/problems/"));
  }
  CHECK(all.size() == 199);
  CHECK(patterns.size() == 36);
}

TEST_CASE("the shipped exercises are the 40 of the syllabus and the baseline; the larger ones of four repeat a smaller one") {
  const auto all = shipped("exercises", read_design_exercises);
  std::map<std::string, std::string> variants;
  std::set<std::string> ids;
  for (const DesignExercise& exercise : all) {
    CHECK(ids.insert(exercise.id).second);
    if (!exercise.variant_of.empty()) variants[exercise.id] = exercise.variant_of;
    CHECK(exercise.rubric == std::vector<std::string>{"scope", "numbers", "core", "depth", "operations", "communication"});
    CHECK_FALSE(exercise.l6_prompt.empty());
    CHECK_FALSE(exercise.l7_prompt.empty());
  }
  CHECK(all.size() == 41);
  CHECK(variants == std::map<std::string, std::string>{{"chat-50m", "chat"},
                                                       {"ecommerce-backend", "ecommerce-platform"},
                                                       {"social-feed-100m", "social-feed"},
                                                       {"video-streaming-5m", "video-streaming"}});
}
