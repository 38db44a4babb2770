// Everything that is in text: decks, stories and the plan, read once and kept in the cache until a file changes. What a
// choice of the day needs is there at once; the texts of a deck are unpacked when somebody first asks for them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "deck/deck.h"
#include "find/find.h"
#include "item/item.h"
#include "library/folder.h"
#include "library/plans.h"
#include "plan/plan.h"
#include "practice/practice.h"
#include "rounds/rounds.h"
#include "store/store.h"
#include "story/story.h"

namespace starling {

// What is known of a deck without its texts.
struct DeckHead {
  std::string id;
  std::string title;
  std::string area;
  std::string file;        // as shown in messages: "decks/lead.toml"
  std::vector<int> weeks;
  int cards = 0;           // without those that are retired
  bool operator==(const DeckHead&) const = default;
};

// For source/pack.h.
template <class Archive>
void fields(Archive& archive, DeckHead& head) {
  archive(head.id, head.title, head.area, head.file, head.weeks, head.cards);
}

// What one file holds, as lines to search in (see find/find.h).
struct SearchText {
  SearchKind kind = SearchKind::Cards;
  std::string id;  // of the deck, the story, the plan
  std::string lines;
};

// What the settings say of stories.
struct StoryReading {
  int seconds = 150;  // what a telling takes where its file does not say
  bool cards = true;  // whether stories make cards of themselves
};

// Whether a mistake keeps a file of `folder`, "stories", or the folder itself from being read: then nobody knows what lies in it.
[[nodiscard]] bool is_any_unread(std::span<const Problem> problems, std::string_view folder);

// Where a text lies.
struct TextPlace {
  std::filesystem::path path;
  std::string name;  // as shown in messages: "decks/lead.toml"
  int line = 1;
};

class Library {
 public:
  // Reads what changed since the cache last kept it and takes the rest from there. A file with a mistake is a problem;
  // the rest is there. `plan_id` names a plan of the content folder. `store` outlives this.
  Library(const StudyFolder& study, const ContentFolder& content, const std::string& plan_id, StoryReading stories,
          Store& store);
  ~Library();
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;

  // Of decks, stories and the plan; files named from their folder: "decks/lead.toml".
  [[nodiscard]] const std::vector<Problem>& problems() const;
  // As it is shipped; with the learner's changes it is the timeline's (plan/timeline.h).
  [[nodiscard]] const std::optional<Plan>& plan() const;
  // Of this study folder and the shipped ones; read anew, each file whole.
  [[nodiscard]] FoundPlans all_plans() const;
  // None where the file of them has a mistake.
  [[nodiscard]] const PlanChanges& plan_changes() const;
  // As loop.toml has them, in its order; none where there is no such file or it has a mistake.
  [[nodiscard]] const std::vector<Round>& rounds() const;

  // Begins to unpack the items on another thread, for a caller that has something else to do before it asks for them.
  void read_items_ahead() const;
  // Cards in the order of decks (shipped ones by file name, then the learner's), then stories by file name, each with its
  // probes and its cards, problems, exercises and questions.
  [[nodiscard]] std::span<const Item> items() const;
  // Null where there is none. Looks into the files of its group alone.
  [[nodiscard]] const Item* find(const ItemId& item) const;

  // Of files.
  [[nodiscard]] const std::vector<DeckHead>& decks() const;
  // Of those and of what the stories make (story_deck.h), which is in no file of its own.
  [[nodiscard]] const DeckHead* deck_head(std::string_view id) const;
  // Whether a setting may name it: a deck that is there, or that of stories, which comes with the first one that is told.
  [[nodiscard]] bool may_name_deck(std::string_view id) const { return id == kStoryDeck || deck_head(id); }
  // The deck with its texts, own versions of shipped cards among them; null where there is none. Problems, exercises
  // and questions make one each, of what a sitting asks about them (practice/recall.h), and so do the stories.
  [[nodiscard]] const Deck* deck(std::string_view id) const;
  // The deck that an item stands in; of a probe that of its story (probe_deck.h). Null for stories and for what is not there.
  [[nodiscard]] const Deck* deck_of(const ItemId& item) const;
  [[nodiscard]] const DeckHead* head_of_deck(const ItemId& item) const;
  // The card of an item that is there. Throws FileError where its text cannot be read any more; so do place_of and
  // story_of_card.
  [[nodiscard]] const Card& card(const ItemId& item) const;
  // The place of its text in the file system, for an editor.
  [[nodiscard]] std::filesystem::path path_of(const DeckHead& deck) const;
  // Of the text that counts: an own version of a shipped card where there is one, the file of a story. The item is there.
  [[nodiscard]] TextPlace place_of(const ItemId& card) const;
  [[nodiscard]] static bool is_shipped(const DeckHead& deck);
  // A shipped deck as it was shipped; nothing for one of the learner's own.
  [[nodiscard]] std::optional<Deck> shipped_deck(std::string_view id) const;
  // The file of own versions of cards of that deck, which need not be there yet.
  [[nodiscard]] TextPlace changes_place(std::string_view deck) const;

  // By file name, shipped ones first; one id once.
  [[nodiscard]] const std::vector<CodingProblem>& coding_problems() const;
  [[nodiscard]] const CodingProblem* coding_problem(std::string_view id) const;
  [[nodiscard]] const std::vector<DesignExercise>& design_exercises() const;
  [[nodiscard]] const DesignExercise* design_exercise(std::string_view id) const;
  [[nodiscard]] const std::vector<InterviewQuestion>& interview_questions() const;

  [[nodiscard]] const std::vector<Story>& stories() const;
  [[nodiscard]] const Story* story(std::string_view id) const;
  // Of bank_of(stories()); kept until a text changes, since with many stories it takes long to find.
  [[nodiscard]] const StoryCore& core() const;
  // What a card of stories is made of; of one that asks for a principle the first that it tells of. The card is there.
  [[nodiscard]] const Story& story_of_card(const ItemId& card) const;
  // The story is there.
  [[nodiscard]] TextPlace place_of_story(std::string_view id) const;

  // In the order of `items`; the plan is one text, and wins are not in texts.
  [[nodiscard]] std::vector<SearchText> search_texts(SearchKind kind) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace starling
