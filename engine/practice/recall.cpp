#include "practice/recall.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <string>
#include <utility>

namespace starling {

namespace {

constexpr std::size_t kStoriesNamed = 3;
constexpr int kDaysBeforeStory = 4 * kDaysOfWeek;
constexpr int kLastNewWeek = 18;  // of the long plan, behind which nothing new opens

ItemId id_of(std::string_view group, const std::string& name) {
  auto id = ItemId::parse(fmt::format("{}/{}", group, name));
  assert(id);
  return *std::move(id);
}

Item practised(ItemId id, std::string area, int week, Levels levels) {
  const KindTraits& kind = traits(id.kind());
  return {std::move(id), std::move(area), plan_day(week, 1), {}, levels, Away::No, kind.usual, kind.worth};
}

// A heading and its lines; nothing where there are none.
void add_list(std::string& text, std::string_view heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  text += fmt::format("{}{}:", text.empty() ? "" : "\n", heading);
  for (const std::string& line : lines) text += "\n- " + line;
}

void add_line(std::string& text, std::string_view heading, std::string_view line) {
  if (!line.empty()) text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", heading, line);
}

Deck deck_of(std::string_view id, std::string title, std::string area) {
  Deck deck;
  deck.id = id;
  deck.title = std::move(title);
  deck.area = std::move(area);
  return deck;
}

}  // namespace

Item item_of(const CodingProblem& problem) {
  return practised(id_of(kProblemGroup, problem.id), "coding", problem.week, Levels::Both);
}

// Both levels do the exercises of both scales (S37).
Item item_of(const DesignExercise& exercise) {
  return practised(id_of(kExerciseGroup, exercise.id), "architecture", exercise.week, Levels::Both);
}

Item item_of(const InterviewQuestion& question) {
  return practised(id_of(kQuestionGroup, question.id), "lp", question.week, levels_of(question.levels));
}

Item story_item_of(const InterviewQuestion& question) {
  Item item = item_of(question);
  item.id = ItemId::parse(item.id.text() + std::string(kStorySchedule)).value();
  item.opens = std::min(item.opens + kDaysBeforeStory, plan_day(kLastNewWeek, 1));
  item.needs = {ItemId::parse(fmt::format("{}/{}", kStoryDeck, principles()[question.principles.front()].id)).value()};
  return item;
}

Card plan_recall(const CodingProblem& problem) {
  Card card;
  card.id = problem.id;
  card.line = problem.line;
  card.front = numbered_title(problem) + ": say the plan in three minutes, without code. What points to it, what stays true, the steps, the cost?";
  add_line(card.back, "Cue", problem.cue);
  add_line(card.back, "Stays true", problem.invariant);
  std::vector<std::string> steps;
  for (const std::string& step : problem.plan) steps.push_back(step);
  add_list(card.back, "Plan", steps);
  add_line(card.back, "Cost", problem.complexity);
  add_list(card.extra, "Pitfalls", problem.pitfalls);
  if (!problem.url.empty()) add_line(card.extra, "Where", problem.url);
  card.tags = problem.patterns;
  card.week = problem.week;
  card.source = problem.url;
  return card;
}

const DesignExercise* larger_variant(const DesignExercise& exercise, std::span<const DesignExercise> all) {
  const auto larger = std::ranges::find(all, exercise.id, &DesignExercise::variant_of);
  return larger == all.end() ? nullptr : &*larger;
}

Card walk_through(const DesignExercise& exercise, std::span<const DesignExercise> all) {
  const DesignExercise* larger = larger_variant(exercise, all);
  const DesignExercise& shown = larger ? *larger : exercise;
  Card card;
  card.id = exercise.id;
  card.line = exercise.line;
  card.front = fmt::format("{}: walk through it aloud in a quarter of an hour.\n{}", shown.title, shown.brief);
  add_list(card.back, "Figures", shown.scale);
  add_list(card.back, "Trade-offs", shown.tradeoffs);
  add_list(card.back, "To be named", shown.hit_list);
  add_list(card.extra, "Deep dives", shown.deep_dives);
  if (larger) add_line(card.extra, "The larger variant of", exercise.title);
  card.week = exercise.week;
  return card;
}

std::vector<const Story*> stories_to_tell(std::span<const Story> stories) {
  std::vector<const Story*> told;
  for (const Story& story : stories)
    if (counts(story)) told.push_back(&story);
  return told;
}

std::vector<const Story*> stories_for(const InterviewQuestion& question, std::span<const Story* const> told) {
  std::vector<const Story*> found;
  for (const Strength strength : {Strength::Primary, Strength::Secondary})
    for (const Story* story : told) {
      const auto serves = [&](std::size_t principle) {
        const Angle* angle = angle_for(*story, principle);
        return angle && angle->strength == strength;
      };
      if (std::ranges::any_of(question.principles, serves) && std::ranges::find(found, story) == found.end()) found.push_back(story);
    }
  return found;
}

Card principle_asked(const InterviewQuestion& question, std::span<const Story* const> told) {
  Card card;
  card.id = question.id;
  card.kind = CardKind::Typed;
  card.line = question.line;
  card.front = fmt::format("“{}”\nWhich principle is asked after?", question.text);
  card.answer = principles()[question.principles.front()].name;
  for (const std::size_t principle : question.principles) std::ranges::move(names_of(principle), std::back_inserter(card.accept));
  std::erase(card.accept, card.answer);
  if (question.neighbour) card.reject = names_of(*question.neighbour);
  if (question.principles.size() > 1) {
    std::vector<std::string_view> also;
    for (const std::size_t principle : std::span(question.principles).subspan(1)) also.push_back(principles()[principle].name);
    card.extra = fmt::format("As well: {}.", fmt::join(also, "; "));
  }
  add_line(card.extra, "Listened for", question.why);
  if (question.neighbour) add_line(card.extra, "Not", fmt::format("{}.", principles()[*question.neighbour].name));
  if (const auto fit = stories_for(question, told); !fit.empty()) {
    std::vector<std::string> titles;
    for (const Story* story : std::span(fit).first(std::min(fit.size(), kStoriesNamed))) titles.push_back(story->title);
    add_line(card.extra, "Yours for it", fmt::format("{}", fmt::join(titles, "; ")));
  }
  card.level = question.levels;
  card.week = question.week;
  return card;
}

Card story_asked(const InterviewQuestion& question, std::span<const Story* const> told) {
  Card card;
  card.id = question.id + std::string(kStorySchedule);
  card.line = question.line;
  card.front = fmt::format("“{}”\n{}", question.text,
                           question.examples > 1 ? fmt::format("Which {} of your stories answer it, and how does each begin?", question.examples)
                                                 : "Which of your stories answers it, and how does it begin?");
  std::vector<std::string> right;
  for (const Story* story : stories_for(question, told))
    if (right.size() < kStoriesNamed) right.push_back(fmt::format("“{}”: {}", story->title, opening_of(*story)));
  card.back = right.empty() ? "None of yours yet." : fmt::format("{}", fmt::join(right, "\n"));
  add_line(card.extra, "Listened for", question.why);
  card.level = question.levels;
  card.week = question.week;
  return card;
}

Deck recall_deck(std::span<const InterviewQuestion> questions, std::span<const Story> stories) {
  Deck deck = deck_of(kQuestionGroup, "Questions of an interviewer", "lp");
  const std::vector<const Story*> told = stories_to_tell(stories);
  for (const InterviewQuestion& question : questions) {
    deck.cards.push_back(principle_asked(question, told));
    deck.cards.push_back(story_asked(question, told));
  }
  return deck;
}

Deck recall_deck(std::span<const CodingProblem> problems) {
  Deck deck = deck_of(kProblemGroup, "Coding problems", "coding");
  for (const CodingProblem& problem : problems) deck.cards.push_back(plan_recall(problem));
  return deck;
}

Deck recall_deck(std::span<const DesignExercise> exercises) {
  Deck deck = deck_of(kExerciseGroup, "Design exercises", "architecture");
  for (const DesignExercise& exercise : exercises) deck.cards.push_back(walk_through(exercise, exercises));
  return deck;
}

}  // namespace starling
