// What can be asked, whatever it is made of: its name, and what a choice of the day has to know of it. Its texts are
// in the rooms that read them, its state is in the history.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace starling {

enum class ItemKind { Card, Story, Probe, Question, Problem, Exercise };
inline constexpr std::array<ItemKind, 6> kItemKinds{ItemKind::Card,     ItemKind::Story,   ItemKind::Probe,
                                                    ItemKind::Question, ItemKind::Problem, ItemKind::Exercise};

// "card", "story" …: the words are stored, so they are never renamed.
[[nodiscard]] std::string_view to_string(ItemKind kind);
[[nodiscard]] std::optional<ItemKind> parse_item_kind(std::string_view word);

// Lower-case words of a to z and digits, joined by single "-": what a part of an id is made of.
[[nodiscard]] bool is_item_name(std::string_view part);

// The deck that the learner's stories make of themselves.
inline constexpr std::string_view kStoryDeck = "my-stories";

// Words that begin the ids of other kinds, "memory", and the deck of stories: no deck of a file may be called so.
[[nodiscard]] bool is_reserved_deck(std::string_view deck);

// The name of one schedule: "aws-s3/consistency#f", "my-stories/checkout-cells#beat-2", "story/checkout-cells",
// "probe/checkout-cells/3", "question/7f2c", "problem/lc-0076", "exercise/url-shortener". Parsed once, where it comes in;
// always valid.
class ItemId {
 public:
  // Parts are lower-case words joined by "-", at most 400 letters in all; a probe ends in its number from 1; only a
  // card has a schedule: letters and digits, but in the deck of stories "opening", "beat-N", "metric-NAME" or "principle",
  // so that all that a story makes is of one whole. A question may have kStorySchedule. Nothing for anything else.
  [[nodiscard]] static std::optional<ItemId> parse(std::string_view text);

  [[nodiscard]] ItemKind kind() const { return kind_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  // What its kind is divided into: the deck of a card, the story of a probe; else the word of the kind.
  [[nodiscard]] std::string_view group() const;
  // Without the schedule. Items with the same one are siblings: the answer to one gives the other away.
  [[nodiscard]] std::string_view whole() const { return std::string_view(text_).substr(0, whole_); }
  // "#f", "#2" or nothing.
  [[nodiscard]] std::string_view schedule() const { return std::string_view(text_).substr(whole_); }
  // What stands behind the group: the card of a deck, the id of a story, the number of a probe.
  [[nodiscard]] std::string_view name() const;

  bool operator==(const ItemId& other) const { return text_ == other.text_; }
  auto operator<=>(const ItemId& other) const { return text_ <=> other.text_; }

 private:
  ItemId(std::string text, ItemKind kind, std::size_t whole)
      : text_(std::move(text)), whole_(static_cast<std::uint32_t>(whole)), kind_(kind) {}

  std::string text_;
  std::uint32_t whole_;
  ItemKind kind_;
};

[[nodiscard]] bool is_of_stories(const ItemId& item);
// "my-stories/ownership#principle": its name is a principle, and no story.
[[nodiscard]] bool is_principle_card(const ItemId& item);
// What has one text: all schedules of a card, so its whole; but of a story and of a question each is a card by itself.
[[nodiscard]] std::string_view card_of(const ItemId& item);
// What that card is called in its deck: "consistency", "checkout-cells#beat-2".
[[nodiscard]] std::string_view name_in_deck(const ItemId& card);

// The schedule of the first direction of a reversible card.
inline constexpr std::string_view kForward = "#f";
// The schedule by which a question asks for a story in place of its principle.
inline constexpr std::string_view kStorySchedule = "#story";
// The other id that the first direction of a card has where it is made reversible, or is so no more: "a/b#f" of "a/b"
// and "a/b" of "a/b#f". Both are never there at once. Nothing for other items.
[[nodiscard]] std::optional<ItemId> same_direction(const ItemId& item);

[[nodiscard]] ItemId story_item(std::string_view story);

// A week of a plan has seven days, whatever dates they fall on. A day of the plan counts from 0 through all of them.
inline constexpr int kDaysOfWeek = 7;
// `week` and `day` count from 1.
[[nodiscard]] constexpr int plan_day(int week, int day) { return (week - 1) * kDaysOfWeek + day - 1; }
struct WeekAndDay {
  int week = 1;
  int day = 1;
};
// `plan_day` is at least 0.
[[nodiscard]] constexpr WeekAndDay week_and_day(int plan_day) {
  return {plan_day / kDaysOfWeek + 1, plan_day % kDaysOfWeek + 1};
}

// Which of the two levels an item is meant for.
enum class Levels : std::uint8_t { Both, L6, L7 };
// From the words of a text; none, or both of them, is both.
[[nodiscard]] Levels levels_of(const std::vector<std::string>& words);
// `level` is "L6" or "L7".
[[nodiscard]] bool meant_for(Levels levels, std::string_view level);
// "L6", "L7" or "both".
[[nodiscard]] std::string_view to_string(Levels levels);

// Put away by its own text.
enum class Away : std::uint8_t {
  No,
  Suspended,  // for as long as the text says so
  Retired,    // for good; what was learnt of it stays in the history
  Draft       // not whole yet: an unfinished story
};

// What an answer is expected to take until the learner's own times are known.
struct UsualSeconds {
  int first = 25;   // never seen, with its steps
  int review = 12;
  int step = 10;
  bool operator==(const UsualSeconds&) const = default;
};

struct Item {
  ItemId id;
  std::string area;          // the family of a deck: "lp", "aws" …; "story" of a story
  int opens = 0;             // day of the plan, from 0, from which it may be begun
  std::vector<ItemId> needs; // wholes that must have been met before; siblings of one count alike
  Levels levels = Levels::Both;
  Away away = Away::No;
  UsualSeconds usual;
  double worth = 1;          // of knowing it, beside a card; above 0
  bool operator==(const Item&) const = default;
};

// For source/pack.h; an id is kept as its text.
constexpr Levels last_of(Levels) { return Levels::L7; }
constexpr Away last_of(Away) { return Away::Draft; }
[[nodiscard]] inline bool is_sound(const Item& item) { return item.worth > 0; }
[[nodiscard]] inline ItemId blank_of(std::type_identity<ItemId>) {
  static const ItemId blank = story_item("blank");
  return blank;
}
[[nodiscard]] inline Item blank_of(std::type_identity<Item>) {
  return {blank_of(std::type_identity<ItemId>()), {}, 0, {}, Levels::Both, Away::No, {}, 1};
}
template <class Archive>
void fields(Archive& archive, UsualSeconds& usual) {
  archive.within(0, 24 * 60 * 60, usual.first, usual.review, usual.step);
}
template <class Archive>
void fields(Archive& archive, Item& item) {
  archive(item.id, item.area, item.needs, item.levels, item.away, item.usual, item.worth);
  archive.within(0, 100 * 366, item.opens);
}

// What is the same for every item of a kind.
struct KindTraits {
  UsualSeconds usual;
  // Of as many cards as its usual time would keep, a quarter of a minute each with their lapses, so that nothing is left
  // aside for being long; a question counts as a card. A problem is worth two and an exercise four: the cards of their
  // areas hold much of what they recall, and the plan has hours of its own in which they are done again. With more, cards
  // that could be kept in their minutes are lost (docs/ready.md has what is known of all).
  double worth = 1;
  bool steps = true;        // learning and relearning steps; without, it is asked once a day at most
  bool with_cards = true;   // its answers are fitted together with those of cards
  bool begun_by_hand = false;  // never new in a sitting: it comes back once the learner logged it
};
[[nodiscard]] const KindTraits& traits(ItemKind kind);

}  // namespace starling

template <>
struct std::hash<starling::ItemId> {
  std::size_t operator()(const starling::ItemId& id) const noexcept {
    return std::hash<std::string_view>{}(id.text());
  }
};
