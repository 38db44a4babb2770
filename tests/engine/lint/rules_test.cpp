// Each rule by two short texts: one that it marks, and one like it that it does not.
#include <doctest/doctest.h>

#include <functional>
#include <map>

#include "stories.h"

using namespace starling;
using test::day;
using test::Draftable;
using test::filler;
using test::marks;

namespace {

struct Pair {
  std::string rule;
  std::function<void(Draftable&)> marked;
  std::function<void(Draftable&)> silent;
};

const std::vector<Pair> kPairs{
    {"short", [](Draftable& s) { s.action = filler(80); }, [](Draftable& s) { s.action = filler(200); }},
    {"long", [](Draftable& s) { s.action = filler(400); }, [](Draftable& s) { s.action = filler(280); }},
    {"situation-heavy", [](Draftable& s) { s.situation = filler(120); }, [](Draftable& s) { s.situation = filler(50); }},
    {"action-thin", [](Draftable& s) { s.action = filler(60); }, [](Draftable& s) { s.action = filler(120); }},
    {"we-heavy", [](Draftable& s) { s.action = "We met. We’d talked to them. I chose one of our two ways."; },
     [](Draftable& s) { s.action = "We met, and my own team with us. I’d asked. I chose. I moved in the US."; }},
    {"i-blind",
     [](Draftable& s) {
       s.head = "when = \"2025\"\nscope = { people = 6 }\n";
       s.action = "I met them. I asked. I chose. I moved.";
     },
     [](Draftable& s) {
       s.head = "when = \"2025\"\nscope = { people = 5 }\n";
       s.action = "I met them. I asked. I chose. I moved.";
     }},
    {"no-number", [](Draftable& s) { s.result = "It went well on K8s, two of them said so, and everyone stayed to the end."; },
     [](Draftable& s) { s.result = "Two teams took it up, and fell in love with it."; }},
    {"one-number", [](Draftable& s) { s.result = "Errors fell by 60 %."; }, [](Draftable& s) { s.result = "Errors fell from 60 % to 2 %."; }},
    {"no-baseline", [](Draftable& s) { s.result = "Errors went to 2 in 10 days."; },
     [](Draftable& s) {
       s.result = "Errors went to 2 in 10 days.";
       s.tail = "[[metric]]\nname = \"errors\"\nbefore = \"60\"\nafter = \"2\"\n";
     }},
    {"no-date",
     [](Draftable& s) {
       s.head = "when = \"\"\n";
       s.situation = "May I say that it may have failed twice a month back then.";
     },
     [](Draftable& s) {
       s.head = "when = \"\"\n";
       s.situation = "It failed twice in May, and then once more for good.";
     }},
    {"hedged", [](Draftable& s) { s.task = "I think it was kind of slow, I guess, so I tried to fix it."; },
     [](Draftable& s) { s.task = "It was slow, and some said so, therefore I fixed it."; }},
    {"passive", [](Draftable& s) { s.action = "I chose. The change was moved. Two calls were rewritten but nothing had been seen."; },
     [](Draftable& s) { s.action = "I chose. " + filler(100) + " but the change was moved and it was red."; }},
    {"jargon", [](Draftable& s) { s.task = "I moved the ERP, the PIM, the CRM’s feed and the WMS."; },
     [](Draftable& s) { s.task = "I moved the API, the ERP, the PIM, the CRM and the WMS (the stock of the warehouse)."; }},
    {"no-conflict", [](Draftable& s) { s.action = "I chose one and moved it."; },
     [](Draftable& s) { s.action = "I chose one and moved it although nobody agreed."; }},
    {"no-decision", [](Draftable& s) { s.action = "She refused. We decided. I met him and he chose one, but it held."; },
     [](Draftable& s) { s.action = "She refused. I met him, thought of it and then chose one, but it held."; }},
    {"no-reflection", [](Draftable& s) { s.reflection = "I found that communication is key in all that we do."; },
     [](Draftable& s) { s.reflection = "I now ask on the first day who is against it."; }},
    {"old", [](Draftable& s) { s.head = "when = \"2022-02 to 2023-10\"\n"; }, [](Draftable& s) { s.head = "when = \"2022-02 to 2023-11\"\n"; }},
    {"blame",
     [](Draftable& s) {
       s.reflection = "I now ask on the first day who is against it.";
       s.task = "They never answered. He didn’t care.";
     },
     [](Draftable& s) {
       s.reflection = "I should have asked on the first day who was against it.";
       s.task = "They never answered. He didn’t care.";
     }},
    {"secret", [](Draftable& s) { s.tail = "[[followup]]\nask = \"Who?\"\nanswer = \"Ask ana.petrov@example.com for it.\"\n"; },
     [](Draftable& s) { s.tail = "[[followup]]\nask = \"Who?\"\nanswer = \"Ask Ana @ the desk, 2024-02 to 2024-11, 38 000 000 times.\"\n"; }},
    {"buzz", [](Draftable& s) { s.task = "I wanted to leverage what we had."; }, [](Draftable& s) { s.task = "I wanted to use what we had."; }},
};

}  // namespace

TEST_CASE("a whole and plain story has no flag") { CHECK(test::rules_of_text(Draftable{}.text()) == std::vector<std::string>{}); }

TEST_CASE("each rule marks one text and leaves one like it alone") {
  std::vector<std::string> seen;
  for (const Pair& pair : kPairs) {
    CAPTURE(pair.rule);
    Draftable marked;
    pair.marked(marked);
    CHECK(marks(marked.text(), pair.rule));
    Draftable silent;
    pair.silent(silent);
    CHECK_FALSE(marks(silent.text(), pair.rule));
    seen.push_back(pair.rule);
  }
  CHECK(seen.size() == kLintRules.size() - 1);  // same-lead has no text
}

TEST_CASE("a story is the same lead once it answered more than two questions of one interview") {
  const std::string text = Draftable{}.text();
  const std::vector<StoryUse> twice{{"2027-05-07", "a"}, {"2027-05-07", "b"}, {"2027-06-01", "c"}};
  CHECK(test::flags_of_text(text, {}, {{}, 140, twice}).empty());
  std::vector<StoryUse> often = twice;
  often.push_back({"2027-05-07", "d"});
  const auto flags = test::flags_of_text(text, {}, {{}, 140, often});
  REQUIRE(flags.size() == 1);
  CHECK(flags[0].rule == "same-lead");
  CHECK(flags[0].text == "It answered 3 questions of the interview of 2027-05-07; at most 2 is wanted.");
  CHECK(flags[0].place.line == 3);
}

TEST_CASE("a flag is turned off by its name, and every limit changes what is marked") {
  for (const Pair& pair : kPairs) {
    CAPTURE(pair.rule);
    Draftable marked;
    pair.marked(marked);
    LintSettings settings;
    settings.off = {pair.rule};
    CHECK_FALSE(marks(marked.text(), pair.rule, settings));
  }
  struct Change {
    LintLimit limit;
    double value;
    std::string rule;
  };
  const std::vector<Change> changes{{LintLimit::ShortWords, 400, "short"},
                                    {LintLimit::LongWords, 100, "long"},
                                    {LintLimit::SituationShare, 0.02, "situation-heavy"},
                                    {LintLimit::ActionShare, 0.9, "action-thin"},
                                    {LintLimit::OwnShare, 0.99, "we-heavy"},
                                    {LintLimit::ResultNumbers, 20, "one-number"},
                                    {LintLimit::ConflictWords, 20, "no-conflict"},
                                    {LintLimit::DecisionWords, 20, "no-decision"},
                                    {LintLimit::ReflectionWords, 50, "no-reflection"},
                                    {LintLimit::OldYears, 1, "old"}};
  for (const Change& change : changes) {
    CAPTURE(change.rule);
    LintSettings settings;
    settings.limits[static_cast<std::size_t>(change.limit)] = change.value;
    CHECK(test::rules_of_text(Draftable{}.text(), settings) == std::vector<std::string>{change.rule});
  }
}

TEST_CASE("the learner's own words count: what needs no spelling out, and what may not leave the house") {
  Draftable story;
  story.task = "I moved the ERP, the PIM, the CRM and the WMS of Blue Bird.";
  LintSettings settings;
  CHECK(marks(story.text(), "jargon", settings));
  settings.jargon_allowed.emplace_back("ERP");
  CHECK_FALSE(marks(story.text(), "jargon", settings));
  CHECK_FALSE(marks(story.text(), "secret", settings));
  settings.code_names = {"blue bird", " "};
  const auto flags = test::flags_of_text(story.text(), settings);
  REQUIRE(test::rules_of(flags) == std::vector<std::string>{"secret"});
  CHECK(flags[0].words == std::vector<std::string>{"Blue Bird"});
  CHECK(flags[0].severity == Severity::Error);
}

TEST_CASE("phone numbers are found and figures and dates are not") {
  for (const std::string text : {"+44 20 7946 0958", "(020) 7946-0958", "555-867-5309", "07700 900123", "+491701234567"}) {
    CAPTURE(text);
    Draftable story;
    story.task = "Call me on " + text + " then.";
    const auto flags = test::flags_of_text(story.text());
    REQUIRE(test::rules_of(flags) == std::vector<std::string>{"secret"});
    CHECK(flags[0].words == std::vector<std::string>{text});
  }
  for (const std::string text : {"2024-02-28 to 2025-03-01", "164 to 9 and 1,000,000", "10.0.0.255", "99.999 % of 0.000001", "(2024) 12"}) {
    CAPTURE(text);
    Draftable story;
    story.task = "It was " + text + " then.";
    CHECK_FALSE(marks(story.text(), "secret"));
  }
}

TEST_CASE("a story that ended long ago is an error, one that goes on is not old") {
  Draftable story;
  story.head = "when = \"2019 to 2021-10\"\n";
  const auto flags = test::flags_of_text(story.text());
  REQUIRE(test::rules_of(flags) == std::vector<std::string>{"old"});
  CHECK(flags[0].severity == Severity::Error);
  CHECK(flags[0].text == "It ended 5.1 years ago; at most 3 is recent.");
  CHECK(flags[0].place == FilePoint{5, 1});
  story.head = "when = \"2019 to now\"\n";
  CHECK(test::rules_of_text(story.text()).empty());
  story.head = "when = \"2019\"\n";
  CHECK(marks(story.text(), "old"));
}

TEST_CASE("of a draft only what is written is looked at") {
  Draftable story;
  story.head = "draft = true\n";
  story.situation = "It maybe failed for no reason that anybody knew.";
  story.task = story.action = story.result = story.reflection = "";
  CHECK(test::rules_of_text(story.text()).empty());
  story.action = "We met and we talked and we moved and we were done.";
  CHECK(test::rules_of_text(story.text()) == std::vector<std::string>{"no-conflict", "no-decision", "passive", "we-heavy"});
}

TEST_CASE("a story of any script is counted, and English rules keep quiet about what they cannot read") {
  Draftable story;
  story.action = filler(150) + "قررت أن أوقف النشر لأن الخطر كان كبيرا 🚀👩‍👩‍👦 我决定停止发布";
  const StoryFile file = read_story(story.text(), "a.toml");
  REQUIRE(file.story);
  CHECK(lint_words(*file.story) > 150);
  const auto rules = test::rules_of_text(story.text());
  CHECK(rules == std::vector<std::string>{"no-conflict", "no-decision"});
  // Digits of any script are numbers.
  story.result = "الأخطاء من ٤٠ إلى ٢, down from more.";
  CHECK_FALSE(marks(story.text(), "no-number"));
  CHECK_FALSE(marks(story.text(), "one-number"));
}

TEST_CASE("marks of lengths are no words") {
  Draftable story;
  const int before = lint_words(*read_story(story.text(), "a").story);
  story.task = "{{150: " + story.task + "}}";
  CHECK(lint_words(*read_story(story.text(), "a").story) == before);
  CHECK(test::rules_of_text(story.text()).empty());
}

TEST_CASE("a section of twenty thousand words is looked at like any other") {
  Draftable story;
  story.action = "I chose but ";
  for (int i = 0; i < 20'000; ++i) story.action += i % 11 == 0 ? "was moved. " : "maybe (020) a@b.cd {{150: x}} ";
  const auto flags = test::flags_of_text(story.text());
  CHECK(std::ranges::find(flags, "long", &LintFlag::rule) != flags.end());
  for (const LintFlag& flag : flags) CHECK(flag.words.size() <= 12);
}

TEST_CASE("every rule has a definition with its limits in it, a reason and one sentence of advice") {
  LintSettings settings;
  settings.limits[static_cast<std::size_t>(LintLimit::ShortWords)] = 123;
  std::vector<int> used(kLintLimitCount, 0);
  for (const LintRuleView& rule : lint_rule_views(settings)) {
    CAPTURE(rule.id);
    for (const std::string& text : {rule.definition, std::string(rule.why), std::string(rule.advice)}) {
      CHECK(text.ends_with('.'));
      CHECK(text.find('{') == std::string::npos);
    }
    CHECK(rule.advice.find(". ") == std::string_view::npos);
    for (const LintLimit limit : rule.limits) ++used[static_cast<std::size_t>(limit)];
  }
  CHECK(lint_rule_views(settings)[0].definition == "All sections have fewer than 123 words.");
  for (std::size_t i = 0; i < used.size(); ++i) {
    CAPTURE(lint_limits()[i].key);
    CHECK(used[i] == 1);
  }
}
