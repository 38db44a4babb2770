// What an interviewer asks after a story.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "engine/probe/probed_stories.h"
#include "probe/templates.h"
#include "text/text.h"

using namespace starling;
using namespace starling::test;

namespace {

void add_words(std::set<std::string>& words, std::string_view text) {
  for (const Stretch word : words_in(text)) words.insert(fold(text.substr(word.begin, word.size)));
}

// That a question about the story may be made of.
std::set<std::string> words_allowed(const Story& story) {
  std::set<std::string> words{"your"};  // of "my director"
  for (const auto list : {text_templates(), principle_templates(), generic_templates()})
    for (const ProbeTemplate& each : list) {
      add_words(words, each.with);
      add_words(words, each.without);
    }
  add_words(words, smooth_template().with);
  for (const Layer layer : kLayers)
    for (const std::string_view rung : ladder(layer)) add_words(words, rung);
  for (const ProbeLine& each : interruptions()) add_words(words, each.text);
  for (const ProbeLine& each : pushes()) add_words(words, each.text);
  for (const std::string_view each : {kPivot, kPivotOfPrinciple}) add_words(words, each);
  for (const Principle& each : principles()) add_words(words, each.name);
  for (const std::string& section : story.sections) add_words(words, section);
  for (const StoryMetric& metric : story.metrics) add_words(words, metric.name);
  for (const FollowUp& each : story.followups) add_words(words, each.ask);
  return words;
}

std::string word_made_up(const Story& story, std::string_view ask) {
  const std::set<std::string> allowed = words_allowed(story);
  std::set<std::string> asked;
  add_words(asked, ask);
  for (const std::string& word : asked)
    if (!allowed.contains(word)) return word;
  return "";
}

}  // namespace

TEST_CASE("every story is asked at least six questions in at least four layers, an introduction none") {
  for (const ProbedText& each : probed_texts()) {
    CAPTURE(each.name);
    const auto questions = probe_questions(each.story);
    if (each.story.kind == StoryKind::Intro) {
      CHECK(questions.empty());
      continue;
    }
    std::set<Layer> layers;
    for (const ProbeQuestion& question : questions) layers.insert(question.layer);
    CHECK(questions.size() >= 6);
    CHECK(layers.size() >= 4);
    CHECK(std::ranges::count_if(questions, is_generic) >= 2);
  }
}

TEST_CASE("a question has no word that neither its wording nor the story has, and no slot is left open") {
  for (const ProbedText& each : probed_texts()) {
    CAPTURE(each.name);
    for (const ProbeQuestion& question : probe_questions(each.story)) {
      CAPTURE(question.ask);
      CHECK(question.ask.find_first_of("{}") == std::string::npos);
      CHECK(word_made_up(each.story, question.ask) == "");
    }
    for (const DrillStep& step : drill(each.story, Seed{1}, {kMostSteps, {}})) CHECK(word_made_up(each.story, step.question.ask) == "");
  }
}

TEST_CASE("the words that made a question stand in the story, and no question is asked twice") {
  for (const ProbedText& each : probed_texts()) {
    CAPTURE(each.name);
    std::set<std::string> asked;
    for (const ProbeQuestion& question : probe_questions(each.story)) {
      CAPTURE(question.ask);
      CHECK(still_says(each.story, question.from));
      CHECK(asked.insert(fold(question.ask)).second);
      CHECK((question.from.empty() || !is_generic(question)));
    }
  }
}

TEST_CASE("equal stories are asked equal questions, layer by layer") {
  for (const ProbedText& each : probed_texts()) {
    const auto first = probe_questions(each.story);
    const auto second = probe_questions(read_story(each.text, "b.toml").story.value());
    CHECK(std::ranges::equal(first, second, {}, &ProbeQuestion::ask, &ProbeQuestion::ask));
    CHECK(std::ranges::is_sorted(first, {}, &ProbeQuestion::layer));
  }
}

TEST_CASE("a text is asked about what it says, and about nothing where it says nothing of the kind") {
  struct Row {
    const char* rule;
    const char* says;
    const char* silent;
    const char* ask;
  };
  const Row rows[]{
      {"decision", "Then I chose the slow queue, as it was there.", "Then the queue was slow.",
       "You said “I chose the slow queue”. Which options did you reject, and on what ground?"},
      {"objection", "The owner of the list disagreed.", "The owner of the list nodded.",
       "You said “The owner of the list disagreed”. What was the best argument on the other side?"},
      {"person", "I rang Ragna, who knew.", "I rang in June, which helped.", "What would Ragna say of this?"},
      {"person", "I asked my director for a week.", "I asked for a week.", "What would your director say of this?"},
      {"team", "The team wrote the tests.", "I wrote the tests.", "You speak of “the team”. Who did which part?"},
      {"we", "We met. We wrote it. We sent it.", "We met. I wrote it. I sent it.", "You said “We met”. Which part of that was yours alone?"},
      {"slip", "The service came eight months late.", "The service came in May.",
       "You said “The service came eight months late”. When did you first know, and whom did you tell?"},
      {"cost", "It cost us nine days.", "It took shape.", "You said “It cost us nine days”. What did you give up?"},
      {"superlative", "I took the slowest part over.", "I took a part over.", "You said “I took the slowest part over”. By what measure?"},
      {"hidden-actor", "In May it was decided to stop.", "In May I stopped.", "You said “In May it was decided to stop”. Who did that, by name?"},
      {"no-owner", "Nobody owned the clock.", "Per owned the clock.", "You said “Nobody owned the clock”. Whose job was it before you took it on?"},
      {"no-authority", "I had no authority over them.", "I was their manager.",
       "You said “I had no authority over them”. How did you get them to do it all the same?"},
      {"no-failure", "I wrote it and sent it.", "I wrote it and it failed.", "What went wrong on the way?"},
      {"ownership", "I wrote a small program that walks.", "I left.", "Who looks after the small program, now that you do not?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.says);
    const auto questions = probe_questions(telling_that(row.says));
    const ProbeQuestion* made = made_by(questions, row.rule);
    REQUIRE(made != nullptr);
    const auto asks = [&](const std::vector<ProbeQuestion>& list) { return std::ranges::count(list, row.ask, &ProbeQuestion::ask); };
    CHECK(asks(questions) == 1);
    CHECK(asks(probe_questions(telling_that(row.silent))) == 0);
  }
}

TEST_CASE("a figure of the result is asked about with what it counts, a bare number and a date are not") {
  const auto asked = [](const char* result) {
    std::vector<std::string> all;
    for (const ProbeQuestion& each : probe_questions(telling_that("I went.", result)))
      if (each.rule == "figure") all.push_back(each.from);
    return all;
  };
  CHECK(asked("By May 2025 it fell from 164 to 9 %.") == std::vector<std::string>{"9 %"});
  CHECK(asked("It took 48,000 daily parcels and 2.5 million.") == std::vector<std::string>{"48,000 daily parcels", "2.5 million"});
  CHECK(asked("On 10 February 2025 there were 4 of 5.").empty());
  CHECK(asked("It was 7% and 3 of us, 61% in the end, then 99 %.") == std::vector<std::string>{"7%", "61%"});
}

TEST_CASE("what holds a quotation or a brace is not quoted") {
  const auto questions = probe_questions(telling_that("I chose {x} “at once” as it was there. I chose {y}."));
  for (const ProbeQuestion& each : questions) CHECK(each.ask.find_first_of("{}") == std::string::npos);
}

TEST_CASE("a text without a word that is known is asked what any story is asked") {
  const auto questions = probe_questions(telling_that("私は決めました。", "良かったです。", "チームで会いました。"));
  CHECK(questions.size() >= 6);
  const Story rtl = telling_that("החלטתי לעצור 🛑.", "הגענו ל־9 %.", "נפגשנו.");
  CHECK(probe_questions(rtl).size() >= 6);
  CHECK(probe_questions(Story{}).size() >= 6);
}

TEST_CASE("each of the sixteen principles has at least two questions, and one of them needs nothing of the story") {
  for (std::size_t principle = 0; principle < kPrincipleCount; ++principle) {
    CAPTURE(principles()[principle].id);
    Story bare = telling_that("Things went on.");
    bare.angles = {{principle, Strength::Primary}};
    const auto questions = probe_questions(bare);
    CHECK(std::ranges::count(questions, std::optional(principle), &ProbeQuestion::principle) >= 2);
    for (const ProbeTemplate& each : principle_templates())
      if (each.principle == static_cast<int>(principle)) {
        CHECK(each.rule == principles()[principle].id);
        CHECK((each.slot == ProbeSlot::None) == each.without.empty());
        CHECK((each.slot == ProbeSlot::None) == (each.with.find("{x}") == std::string_view::npos));
      }
  }
}

TEST_CASE("words are looked for without case, accents, punctuation and breaks of lines, and not inside others") {
  Story story = telling_that("She said, “You people\ntell us things when it suits you.” It took 19 min.");
  CHECK(still_says(story, "you people tell us things"));
  CHECK(still_says(story, "when it suits you."));
  CHECK(still_says(story, ""));
  CHECK(still_says(story, "19 min"));
  CHECK_FALSE(still_says(story, "9 min"));
  CHECK_FALSE(still_says(story, "You persons tell us"));
  story.marked[2] = "She said. {{270: It rained.}}";
  CHECK(still_says(story, "it rained"));
  story.variants = {{60, "It snowed."}};
  CHECK(still_says(story, "It snowed"));
}
