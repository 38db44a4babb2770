#include "library/pack_texts.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "library/story_deck.h"
#include "probe/probe.h"

namespace starling {

DeckHead head_of(const Deck& deck) {
  const auto living = std::ranges::count_if(deck.cards, [](const Card& card) { return !card.retired; });
  return {deck.id, deck.title, deck.area, deck.file, deck.weeks, static_cast<int>(living)};
}

ParsedText parse_deck(const TextFile& file) {
  DeckFile read = read_text(file, read_deck);
  if (!read.deck) return {"", std::move(read.problems), "", ""};
  return {read.deck->id, std::move(read.problems), pack(DeckOutline{head_of(*read.deck), items_of(*read.deck, std::nullopt)}),
          pack(*read.deck), searchable(*read.deck)};
}

ParsedText parse_changes(const TextFile& file) {
  DeckFile read = read_text(file, read_changes);
  if (!read.deck) return {"", std::move(read.problems), "", ""};
  return {read.deck->id, std::move(read.problems), "", pack(*read.deck)};
}

std::vector<Item> items_of(const Story& story) {
  std::vector<Item> items{item_of(story, 0)};
  std::ranges::move(probe_items(story), std::back_inserter(items));
  std::ranges::move(story_card_items(story), std::back_inserter(items));
  return items;
}

std::string searchable_with_cards(const Story& story) { return searchable(story) + searchable(story_deck({&story, 1})); }

ParsedText parse_story(const TextFile& file) {
  StoryFile read = read_text(file, read_story);
  if (!read.story) return {"", std::move(read.problems), "", ""};
  return {read.story->id, std::move(read.problems), pack(items_of(*read.story)), pack(*read.story),
          searchable_with_cards(*read.story)};
}

namespace {

template <class Record, class Read>
ParsedText parse_practice(const TextFile& file, Read read_list) {
  auto read = read_text(file, read_list);
  if (has_error(read.problems)) return {"", std::move(read.problems), "", ""};
  std::vector<Item> items;
  for (const Record& record : read.list) add_items(record, items);
  return {file.name, std::move(read.problems), pack(items), pack(read.list)};
}

}  // namespace

ParsedText parse_coding_problems(const TextFile& file) { return parse_practice<CodingProblem>(file, read_coding_problems); }
ParsedText parse_design_exercises(const TextFile& file) { return parse_practice<DesignExercise>(file, read_design_exercises); }

ParsedText parse_interview_questions(const TextFile& file) {
  return parse_practice<InterviewQuestion>(file, read_interview_questions);
}

ParsedText parse_plan(const TextFile& file) {
  PlanFile read = read_text(file, read_plan);
  if (!read.plan) return {"", std::move(read.problems), "", ""};
  return {read.plan->id, std::move(read.problems), "", pack_plan(*read.plan), searchable(*read.plan)};
}

}  // namespace starling
