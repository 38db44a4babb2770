// What a file of an interviewer's questions must have, and how a question is drilled.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "deck/deck.h"
#include "engine/story/samples.h"
#include "practice/practice.h"

namespace starling {
namespace {

constexpr std::string_view kQuestion = R"toml(schema = 1

[[question]]
id = "let-one-down"
text = "Tell me about a customer you let down."
principles = ["CO", "earn-trust"]
examples = 2
levels = ["L7"]
for = "managers"
week = 13
why = "The harm in the customer's terms."
not = "ownership"
)toml";

std::string with_line(std::string_view from, std::string_view to) {
  std::string changed(kQuestion);
  const auto at = changed.find(from);
  REQUIRE(at != changed.npos);
  return changed.replace(at, from.size(), to);
}

std::string refusal(std::string_view from, std::string_view to) {
  const QuestionFile read = read_interview_questions(with_line(from, to), "q.toml");
  CHECK(read.list.empty());
  REQUIRE_FALSE(read.problems.empty());
  const Problem& problem = read.problems.front();
  return fmt::format("{}:{} {} {}", problem.line, problem.column, problem.rule, problem.text);
}

std::vector<InterviewQuestion> shipped_questions() {
  std::vector<InterviewQuestion> all;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(STARLING_SOURCE_ROOT) / "decks" / "questions")) {
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    const QuestionFile read = read_interview_questions(text.str(), entry.path().filename().string());
    CHECK(read.problems.empty());
    all.insert(all.end(), read.list.begin(), read.list.end());
  }
  return all;
}

TEST_CASE("a question is read with what it asks after, for whom and from which week") {
  const QuestionFile read = read_interview_questions(kQuestion, "q.toml");
  REQUIRE(read.problems.empty());
  const InterviewQuestion& question = read.list.front();
  CHECK(question.principles == std::vector<std::size_t>{0, 10});
  CHECK(question.examples == 2);
  CHECK(question.candidate == Candidate::Manager);
  CHECK(question.neighbour == 1);
  const Item item = item_of(question);
  CHECK(item.id.text() == "question/let-one-down");
  CHECK(item.levels == Levels::L7);
  CHECK(week_and_day(item.opens).week == 13);
}

TEST_CASE("what cannot be asked is told by its place, with a way out") {
  CHECK(refusal("\"CO\"", "\"ownershp\"").find("unknown-principle 'ownershp' is not a principle; did you mean 'ownership'?") != std::string::npos);
  CHECK(refusal("\"CO\", \"earn-trust\"", "\"CO\", \"customer-obsession\"").find("duplicate-principle") != std::string::npos);
  CHECK(refusal("principles = [\"CO\", \"earn-trust\"]\n", "").find("principles") != std::string::npos);
  CHECK(refusal("\"L7\"", "\"L8\"").starts_with("8:10 bad-level"));
  CHECK(refusal("\"managers\"", "\"manager\"").find("did you mean 'managers'") != std::string::npos);
  CHECK(refusal("not = \"ownership\"", "not = \"ET\"").starts_with("12:7 contradiction"));
  CHECK(refusal("examples = 2", "examples = 4").starts_with("7:12"));
  CHECK(refusal("id = \"let-one-down\"", "id = \"Let one down\"").find("bad-id") != std::string::npos);
  CHECK(refusal("text =", "texts =").find("text") != std::string::npos);
}

TEST_CASE("any principle that a question asks after is right, by name, code or alias, and its neighbour is not") {
  const InterviewQuestion question = read_interview_questions(kQuestion, "q.toml").list.front();
  const Card card = principle_asked(question, {});
  const auto is_right = [&](std::string_view typed) { return check_answer(card, face(card, "", Seed{}), typed).verdict == Verdict::Right; };
  for (const std::string_view right : {"Customer Obsession", "customer obsession", "CO", "earn trust", "ET", "trust"})
    CHECK_MESSAGE(is_right(right), right);
  for (const std::string_view wrong : {"Ownership", "own", "OW", "Dive Deep", "", "x"}) CHECK_FALSE_MESSAGE(is_right(wrong), wrong);
}

TEST_CASE("the learner's whole stories stand behind a question, those of the first strength first") {
  const InterviewQuestion question = read_interview_questions(kQuestion, "q.toml").list.front();
  std::vector<Story> stories{test::complete_story("secondary", 4), test::complete_story("draft", 0),
                             test::complete_story("primary", 10), test::complete_story("other", 1)};
  stories[0].angles.push_back({0, Strength::Secondary});
  stories[1].draft = true;
  const auto found = stories_for(question, stories_to_tell(stories));
  REQUIRE(found.size() == 2);
  CHECK(found[0]->id == "primary");
  CHECK(found[1]->id == "secondary");
  CHECK(principle_asked(question, stories_to_tell(stories)).extra.find("Yours for it: primary; secondary") != std::string::npos);
  CHECK(principle_asked(question, stories_to_tell(std::span(stories).subspan(3))).extra.find("Yours") == std::string::npos);
}

TEST_CASE("four weeks later a question asks for a story, where the learner knows which is told for its principle") {
  InterviewQuestion question = read_interview_questions(kQuestion, "q.toml").list.front();
  question.week = 2;
  const Item first = item_of(question);
  const Item later = story_item_of(question);
  CHECK(later.id.text() == first.id.text() + "#story");
  CHECK(later.id.whole() == first.id.whole());
  CHECK(week_and_day(later.opens).week == 6);
  REQUIRE(later.needs.size() == 1);
  CHECK(later.needs[0].text() == "my-stories/" + std::string(principles()[question.principles.front()].id));
  question.week = 16;
  CHECK(week_and_day(story_item_of(question).opens).week == 18);

  const std::vector<Story> stories{test::complete_story("primary", 10)};
  const Card card = story_asked(question, stories_to_tell(stories));
  CHECK(card.id == name_in_deck(later.id));
  CHECK(card.front.find(question.text) != std::string::npos);
  CHECK(card.back == "“" + stories[0].title + "”: " + opening_of(stories[0]));
  CHECK(story_asked(question, {}).back == "None of yours yet.");
  question.examples = 2;
  CHECK(story_asked(question, stories_to_tell(stories)).front.find("Which 2 of your stories") != std::string::npos);
  CHECK(recall_deck(std::vector{question}, stories).cards.size() == 2);
}

TEST_CASE("the shipped questions ask after every principle, eight times or more, and some after two") {
  const std::vector<InterviewQuestion> all = shipped_questions();
  CHECK(all.size() == 160);
  std::set<std::string> ids;
  std::set<std::string> texts;
  std::map<std::size_t, int> of_principle;
  int of_two = 0;
  for (const InterviewQuestion& question : all) {
    CHECK(ids.insert(question.id).second);
    CHECK(texts.insert(question.text).second);
    for (const std::size_t principle : question.principles) ++of_principle[principle];
    of_two += question.principles.size() > 1 ? 1 : 0;
    CHECK_FALSE(question.why.empty());
    CHECK((question.week == 2 || (question.week >= 13 && question.week <= 16)));
  }
  CHECK(of_two >= 24);
  for (std::size_t principle = 0; principle < kPrincipleCount; ++principle) CHECK_MESSAGE(of_principle[principle] >= 8, principle);
}

}  // namespace
}  // namespace starling
