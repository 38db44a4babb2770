// A story told shorter or longer.
#include <doctest/doctest.h>

#include <string>

#include "engine/story/samples.h"
#include "story/story.h"

using namespace starling;

namespace {

const std::string kOpening = "schema = 1\n[story]\nid = \"my-story\"\ntitle = \"My story\"\n";

Story read(const std::string& text) {
  const StoryFile file = read_story(text, "s.toml");
  for (const Problem& problem : file.problems) FAIL_CHECK(to_line(problem));
  REQUIRE(file.story);
  return *file.story;
}

std::string first_problem(const std::string& text) {
  const StoryFile file = read_story(text, "s.toml");
  REQUIRE_FALSE(file.problems.empty());
  return std::to_string(file.problems[0].line) + " " + file.problems[0].rule + (file.story ? " kept" : "");
}

constexpr std::string_view kMarked = "It broke. {{150: For the third time.}} I owned it. {{270: Nobody else did.}}";

}  // namespace

TEST_CASE("a passage is told from the length on that its mark names") {
  CHECK(at_length(kMarked, 30) == "It broke. I owned it.");
  CHECK(at_length(kMarked, 60) == "It broke. I owned it.");
  CHECK(at_length(kMarked, 150) == "It broke. For the third time. I owned it.");
  CHECK(at_length(kMarked, 270) == "It broke. For the third time. I owned it. Nobody else did.");
  CHECK(at_length("{{60:a}}", 30) == "");
  CHECK(at_length("plain, {as} it } stands", 30) == "plain, {as} it } stands");
  CHECK(at_length("", 150) == "");
}

TEST_CASE("a longer telling has every word of a shorter one") {
  for (const std::string_view text : {kMarked, std::string_view("{{60: a}} b {{150:c}}\n\nd {{270: e}} f")})
    for (std::size_t i = 1; i < kVariantLengths.size(); ++i) {
      const std::string shorter = at_length(text, kVariantLengths[i - 1]);
      const std::string longer = at_length(text, kVariantLengths[i]);
      CHECK(longer.size() >= shorter.size());
      std::size_t at = 0;
      for (const char letter : shorter)
        if (letter != ' ' && letter != '\n') {
          at = longer.find(letter, at);
          REQUIRE(at != longer.npos);
          ++at;
        }
    }
}

TEST_CASE("a mark that cannot be read is told by its place, and the story is left out") {
  const auto with = [](const std::string& text) { return kOpening + "[sections]\naction = \"" + text + "\"\n"; };
  for (const char* text : {"a {{150: b", "a }} b", "{{150: a {{270: b}} c}}", "{{90: a}}", "{{: a}}", "{{a}}", "{{}}", "{{150 a}}"}) {
    CAPTURE(text);
    CHECK(first_problem(with(text)) == "6 bad-mark");
  }
}

TEST_CASE("the sections are as they are told in the standard time, and can be told in each length that there is a text for") {
  const Story story = read(kOpening + "[[principle]]\nid = \"OW\"\n[sections]\nsituation = \"" + std::string(kMarked) +
                           "\"\ntask = \"It fell to me to stop it.\"\naction = \"I did.\"\n[[variant]]\nseconds = 30\ntext = \"In one breath.\"\n");
  CHECK(story.sections[0] == "It broke. For the third time. I owned it.");
  CHECK(lengths_of(story) == std::vector<int>{30, 60, 150, 270});
  CHECK(telling_text(story, 30).size() == 1);
  CHECK(telling_text(story, 30)[0].text == "In one breath.");
  CHECK(telling_text(story, 60)[0].text == "It broke. I owned it.");
  CHECK(telling_text(story, 270)[1].text == "It fell to me to stop it.");
  CHECK(words_of(telling_text(story, 30)) == 3);
  CHECK(target_of(story, 30, 150) == 30);
  CHECK(target_of(story, kStandardVariant, 140) == 140);
  CHECK(lengths_of(test::sample(1)) == std::vector<int>{kStandardVariant});
  CHECK(target_of(test::sample(1), kStandardVariant, 140) == 170);
}

TEST_CASE("an introduction has a text and takes 75 seconds, and is no story of a principle") {
  const std::string words = "I run payments at a grocer with six teams on one path, and I came to it from storage, where I had learnt to count.";
  const Story intro = read(kOpening + "kind = \"intro\"\ntext = \"" + words + "\"\n");
  CHECK(is_complete(intro));
  CHECK_FALSE(counts(intro));
  CHECK(lengths_of(intro) == std::vector<int>{kStandardVariant});
  CHECK(target_of(intro, kStandardVariant, 150) == kIntroSeconds);
  CHECK(total_words(intro) == 25);
  CHECK(telling_text(intro, kStandardVariant)[0].text == words);
  CHECK(missing(read(kOpening + "kind = \"intro\"\ntext = \"I am here.\"\n")) ==
        std::vector<std::string>{"the text has 3 words: at least 20 are needed"});
  CHECK(first_problem(kOpening + "kind = \"intro\"\n[sections]\ntask = \"a\"\n") == "6 part-of-intro");
  CHECK(first_problem(kOpening + "text = \"a\"\n") == "5 text-of-story");
}

TEST_CASE("a story that is put away counts nowhere and is told no more") {
  Story story = test::complete_story("a", 3);
  CHECK(counts(story));
  story.archived = true;
  CHECK_FALSE(counts(story));
  CHECK(item_of(story, 150).away == Away::Retired);
}

TEST_CASE("what a story may hold besides is read") {
  const Story story = read(kOpening +
                           "employer = \"Larkfield\"\ninsight = \"One push, one cell.\"\nprivate_names = [\"Ana Petrov\"]\n"
                           "from_win = \"k3f9x2-42\"\nscope = { money = \"2.4 M EUR a year\" }\n"
                           "[[confidential]]\nword = \"Larkfield\"\npublic = \"an online grocer\"\n"
                           "[[confidential]]\nword = \"Heron\"\n"
                           "[[followup]]\nask = \"Who?\"\nprobe = 3\nlayer = \"decision\"\nfrom = \"he feared\"\n");
  CHECK(story.employer == "Larkfield");
  CHECK(story.money == "2.4 M EUR a year");
  CHECK(story.confidential[0].replacement == "an online grocer");
  CHECK(story.confidential[1].replacement == "[…]");
  CHECK(story.followups[0].probe == 3);
  CHECK(story.followups[0].layer == Layer::Decision);
  CHECK(story.followups[0].from == "he feared");
}

TEST_CASE("what is doubtful in a story is told by its place and way out, and the story is kept") {
  CHECK(first_problem(kOpening + "when = \"2024-13\"\n") == "5 bad-when kept");
  CHECK(first_problem(kOpening + "when = \"2024-05 to 2024-02\"\n") == "5 bad-when kept");
  CHECK(first_problem(kOpening + "[[metric]]\nname = \"cost\"\nbefore = \"23\"\n") == "7 no-unit kept");
  for (const char* name : {"night pages per week", "number of pages", "latency (ms)"})
    CHECK(read_story(kOpening + "[[metric]]\nname = \"" + name + "\"\nbefore = \"23\"\n", "s.toml").problems.empty());
  CHECK(first_problem(kOpening + "[[principle]]\nid = \"OW\"\n[[principle]]\nid = \"DD\"\n") == "8 two-primaries kept");
  CHECK(first_problem(kOpening + "[sections]\nsituation = \"It broke.\"\n") == "5 no-action kept");
  CHECK(read_story(kOpening + "draft = true\n[sections]\nsituation = \"It broke.\"\n", "s.toml").problems.empty());
}

TEST_CASE("two probes of one number and two texts of one length are refused") {
  CHECK(first_problem(kOpening + "[[followup]]\nprobe = 1\n[[followup]]\nprobe = 1\n") == "8 duplicate-probe");
  CHECK(first_problem(kOpening + "[[variant]]\nseconds = 60\ntext = \"a\"\n[[variant]]\nseconds = 60\ntext = \"b\"\n") == "9 duplicate-length");
  CHECK(first_problem(kOpening + "[[variant]]\nseconds = 90\ntext = \"a\"\n") == "6 bad-length");
}

TEST_CASE("when it happened is counted from its first day to its last") {
  const auto day = [](std::string_view text) { return parse_day(text).value(); };
  CHECK(period_of("2024") == Period{day("2024-01-01"), day("2024-12-31")});
  CHECK(period_of("2024-02") == Period{day("2024-02-01"), day("2024-02-29")});
  CHECK(period_of("2024-02-11") == Period{day("2024-02-11"), day("2024-02-11")});
  for (const char* text : {"2024-02 to 2024-11", "2024-02 until 2024-11", "2024-02 - 2024-11", "2024-02\xE2\x80\x93" "2024-11"})
    CHECK(period_of(text) == Period{day("2024-02-01"), day("2024-11-30")});
  for (const char* text : {"", "spring", "2024-13", "2024-02-30", "24", "2024-11 to 2024-02", "2024 to", "to 2024", "99999"}) {
    CAPTURE(text);
    CHECK_FALSE(period_of(text).has_value());
  }
}
