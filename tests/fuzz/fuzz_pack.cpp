// Any bytes are a packed value or nothing; what they give can be packed and read again, and answers every question that
// a deck, a story or a plan is asked. The bytes are read as they are, and as damage to values that were packed.
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../engine/plan/plan_text.h"
#include "damage.h"
#include "deck/deck.h"
#include "law.h"
#include "plan/plan.h"
#include "source/source.h"
#include "story/story.h"

using namespace starling;

namespace {

enum class Colour { Red, Blue };
constexpr Colour last_of(Colour) { return Colour::Blue; }

struct Leaf {
  std::string name;
  std::optional<double> weight;
  std::optional<std::string> note;
};
template <class Archive>
void fields(Archive& archive, Leaf& leaf) {
  archive(leaf.name, leaf.weight, leaf.note);
}

struct Tree {
  bool green = false;
  Colour colour = Colour::Red;
  std::chrono::local_days planted{};
  std::vector<Leaf> leaves;
  std::vector<std::vector<std::string>> words;
  std::optional<std::vector<std::int64_t>> rings;
};
template <class Archive>
void fields(Archive& archive, Tree& tree) {
  archive(tree.green, tree.colour, tree.planted, tree.leaves, tree.words, tree.rings);
}

template <class T>
std::optional<T> check(std::string_view bytes) {
  const auto value = unpack<T>(bytes);
  if (!value) return value;
  const std::string packed = pack(*value);
  law(packed == bytes, "what was read is packed as it was");
  if (!bytes.empty()) law(!unpack<T>(bytes.substr(0, bytes.size() - 1)), "a byte less is nothing");
  return value;
}

// What was unpacked is used as the screens use it ------------------------------------------------------------------------

void use(const Card& card) {
  law(!to_string(card.kind).empty(), "a kind has a word");
  for (const std::string& schedule : schedules(card)) {
    const Face shown = face(card, schedule, Seed{7});
    law(shown.options.size() == 0 || shown.options.size() == card.options.size(), "options are all shown");
    for (const std::string_view given : {std::string_view("1"), std::string_view("2 1; 3"), std::string_view(shown.back)})
      (void)check_answer(card, shown, given);
  }
  if (card.as_of) law(!to_string(*card.as_of).empty(), "a date has a text");
  law(card.difficulty >= 1 && card.difficulty <= 5 && card.line >= 1, "numbers are in their range");
}

void use(const Deck& deck) {
  for (const Card& card : deck.cards) use(card);
  for (const Item& item : items_of(deck, 3)) {
    law(item.id.group() == deck.id && item.opens >= 3 && item.opens < kLastCardWeek * kDaysOfWeek, "an item is its deck's");
    law(check<Item>(pack(item)) == item, "an item comes back from its bytes");
  }
  (void)check_together(std::span(&deck, 1));
}

void use(const DeckFile& file) {
  if (file.deck) use(*file.deck);
  for (const Problem& problem : file.problems) law(!to_line(problem).empty(), "a problem has a line");
}

void use(const Story& story) {
  for (const Angle& angle : story.angles) {
    law(!principles()[angle.principle].name.empty(), "a principle has a name");
    law(!neighbours(angle.principle).empty(), "a principle has neighbours");
  }
  law(missing(story).empty() == is_complete(story), "what is missing keeps it from being whole");
  law(item_of(story, 150).usual.first >= kShortestTelling, "a telling takes its time");
  const auto worth = quality(story);
  law(!worth || (*worth >= 1 && *worth <= kHighestScore), "a quality is a mean of scores");
  law(estimated_seconds(story, 140) >= 0, "seconds are counted");
}

void use(const StoryFile& file) {
  if (file.story) use(*file.story);
}

void use(const std::vector<Item>& items) {
  for (const Item& item : items) {
    law(ItemId::parse(item.id.text()) == item.id, "an id is its text");
    for (const ItemId& need : item.needs) law(!need.whole().empty(), "a need has an id");
    law(!to_string(item.levels).empty() && item.worth > 0, "an item has a level and a worth");
  }
}

void use(const Plan& plan) {
  const Day start = *parse_day("2026-11-23");
  const Timeline timeline(plan, {start, {}}, start);
  for (int week = 1; week <= plan.weeks; ++week) {
    (void)area_minutes(tasks_of_week(plan, "L7", week), "L7");
    (void)expected_progress(plan, week);
    law(!week_of(plan, week)->title.empty() || phase_of(plan, week) != nullptr, "a week is in a phase");
    (void)month_entry(plan, month_of(week));
    for (const Metric& metric : plan.metrics) (void)target_in_week(metric, week);
  }
  for (int day = -1; day <= plan.weeks * kDaysOfWeek; ++day) {
    const Day date = start + std::chrono::days(day);
    (void)timeline.checklists_on(date);
    const auto dated = timeline.day_on(date);
    if (!dated) continue;
    law(dated->spare || timeline.date_of(dated->week, dated->day) == date, "each day stands at its place");
    for (const Task* task : dated->tasks) law(!to_string(task->area).empty() && !to_string(task->slot).empty(), "words");
  }
  for (const StorySlot& slot : story_slots(plan)) law(!principles()[slot.principle].id.empty(), "a slot has a principle");
  for (const Gate& gate : plan.gates) law(gate.evidence != "metric" || metric_of(plan, gate), "a gate has its metric");
  for (const LevelHours& level : plan.levels) (void)total_hours(plan, level.id);
  (void)date_warnings(timeline);
  (void)timeline.left_out();
  law(unpack_plan(pack_plan(plan)) == plan, "a plan comes back from its bytes");
}

// Values of every kind, as they are kept -------------------------------------------------------------------------------

constexpr std::string_view kDeck = R"([deck]
id = "d"
title = "Deck"
area = "aws"
as_of = 2026-11-22
weeks = [2, 5]
[[card]]
id = "a"
kind = "reversible"
front = "f"
back = "b"
needs = ["b", "other/c"]
level = ["L7"]
[[card]]
id = "b"
kind = "cloze"
text = "{{1::one}} and {{2::two::hint}}"
week = 4
[[card]]
id = "c"
kind = "choice"
front = "f"
options = [{text = "x", correct = true}, {text = "y", why_not = "no"}]
[[card]]
id = "d"
kind = "ordered"
front = "f"
items = ["1", "2", "3"]
[[card]]
id = "e"
kind = "number"
front = "f"
answer = 63
unit = "%"
tolerance = 1
[[card]]
id = "f"
kind = "code"
front = "f"
lang = "cpp"
code = "int {{1::x}};"
[[card]]
id = "g"
kind = "typed"
front = "f"
answer = "x"
accept = ["y"]
wrong = 1
)";

constexpr std::string_view kStory = R"([story]
id = "s"
title = "S"
level = "L6"
target_seconds = 120
scope = { teams = 2, people = 8, horizon_months = 6 }
[[principle]]
id = "ownership"
[[principle]]
id = "dive-deep"
strength = "secondary"
[sections]
situation = "five words are quite enough"
[score]
situation = 3
result = 5
[[revision]]
date = 2026-12-01
)";

template <class T>
void check_and_use(std::string_view bytes) {
  if (const auto value = check<T>(bytes)) use(*value);
}

void use_plan(std::string_view bytes) {
  if (const auto plan = unpack_plan(bytes)) use(*plan);
}

struct Kept {
  std::string deck = pack(read_deck(kDeck, "d.toml"));
  std::string story = pack(read_story(kStory, "s.toml"));
  std::string items = pack(items_of(*read_deck(kDeck, "d.toml").deck, 9));
  std::string plan = pack_plan(read_plan(plan_text(), "p.toml").plan.value());
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Kept kept;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)check<Tree>(bytes);
  (void)check<Leaf>(bytes);
  (void)check<std::vector<std::optional<std::string>>>(bytes);
  check_and_use<DeckFile>(bytes);
  check_and_use<StoryFile>(bytes);
  check_and_use<std::vector<Item>>(bytes);
  use_plan(bytes);
  // A single place where the bytes are many: most values with one byte wrong are still values.
  for (const std::string_view damage : {bytes, bytes.substr(0, 3)}) {
    check_and_use<DeckFile>(damaged(kept.deck, damage));
    check_and_use<StoryFile>(damaged(kept.story, damage));
    check_and_use<std::vector<Item>>(damaged(kept.items, damage));
    use_plan(damaged(kept.plan, damage));
  }
  return 0;
}
