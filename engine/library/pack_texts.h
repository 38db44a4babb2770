// What a text file holds, read once and packed for the cache: decks, own versions of cards, stories, problems, exercises,
// plans.
#pragma once

#include <string_view>
#include <vector>

#include "library/library.h"
#include "library/parsed_texts.h"
#include "source/source.h"

namespace starling {

// What a choice of the day needs of a deck.
struct DeckOutline {
  DeckHead head;
  std::vector<Item> items;
};
template <class Archive>
void fields(Archive& archive, DeckOutline& outline) {
  archive(outline.head, outline.items);
}

template <class Archive>
void fields(Archive& archive, CoreStory& story) {
  archive(story.index, story.told_for);
}
template <class Archive>
void fields(Archive& archive, StoryCore& core) {
  archive(core.stories, core.covered, core.missing);
}
template <class Archive>
void fields(Archive& archive, BankStory& story) {
  archive(story.id, story.primary, story.secondary, story.quality);
}

struct FoundCore {
  std::vector<BankStory> bank;
  StoryCore core;  // of this bank
};
template <class Archive>
void fields(Archive& archive, FoundCore& found) {
  archive(found.bank, found.core);
}

// What a choice of the day needs of all texts, so that it is read at once: with it a start asks the cache for one thing in
// place of one for each file.
struct ItemsTogether {
  std::vector<DeckOutline> decks;  // with own versions of their cards; as if no plan opened any
  std::vector<Item> others;        // those of stories as their files give their seconds
};
template <class Archive>
void fields(Archive& archive, ItemsTogether& together) {
  archive(together.decks, together.others);
}

// `read(text, name)` on a file's text, or what `unreadable` makes of the problem when there is none.
template <class Read>
auto read_text(const TextFile& file, Read&& read) {
  const FileText text = read_file(file.path, kMaxTomlBytes);
  if (text) return read(*text, file.name);
  auto result = read(std::string_view(), file.name);
  result.problems = {{file.name, 1, 1, "", "unreadable", Severity::Error, text.reason}};
  return result;
}

[[nodiscard]] DeckHead head_of(const Deck& deck);
// To tell it, its probes and its cards. Without seconds where the file gives none: the settings may change them.
[[nodiscard]] std::vector<Item> items_of(const Story& story);

// Lines to search in: of the story itself the first, then those of its cards.
[[nodiscard]] std::string searchable_with_cards(const Story& story);

// All items of a record.
template <class Record>
void add_items(const Record& record, std::vector<Item>& to) {
  to.push_back(item_of(record));
  if constexpr (requires { story_item_of(record); }) to.push_back(story_item_of(record));
}

// Each with the problems of its file; of a file that has errors nothing else. Problems and exercises are under the name of
// their file: records of one kind have their ids among all files.
[[nodiscard]] ParsedText parse_deck(const TextFile& file);
[[nodiscard]] ParsedText parse_changes(const TextFile& file);
[[nodiscard]] ParsedText parse_story(const TextFile& file);
[[nodiscard]] ParsedText parse_coding_problems(const TextFile& file);
[[nodiscard]] ParsedText parse_design_exercises(const TextFile& file);
[[nodiscard]] ParsedText parse_interview_questions(const TextFile& file);
[[nodiscard]] ParsedText parse_plan(const TextFile& file);

}  // namespace starling
