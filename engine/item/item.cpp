#include "item/item.h"

#include <algorithm>
#include <cassert>

namespace starling {

namespace {

constexpr std::size_t kLongestId = 400;
constexpr std::array<std::string_view, 6> kWords{"card", "story", "probe", "question", "problem", "exercise"};
constexpr std::string_view kMemoryWord = "memory";
constexpr std::string_view kPrincipleSchedule = "principle";
// Without its mark.
constexpr std::string_view kStoryWord = kStorySchedule.substr(1);

// Of the simulator's mean answer times and the content's targets for cards; a telling, a probe, a recognised question,
// a plan recall and a walk through an exercise as long as they are meant to be.
constexpr std::array<KindTraits, 6> kTraits{{
    {{25, 12, 10}, 1, true, true, false},
    {{150, 150, 150}, 10, false, false, false},
    {{30, 30, 30}, 2, false, true, false},
    {{15, 15, 10}, 1, true, true, false},
    {{180, 180, 180}, 2, false, false, true},
    {{900, 900, 900}, 4, false, false, true},
}};

constexpr std::array<bool, 256> kLetters = [] {
  std::array<bool, 256> letters{};
  for (int c = 'a'; c <= 'z'; ++c) letters[static_cast<std::size_t>(c)] = true;
  for (int c = '0'; c <= '9'; ++c) letters[static_cast<std::size_t>(c)] = true;
  return letters;
}();
bool is_letter(char c) { return kLetters[static_cast<unsigned char>(c)]; }

bool is_number(std::string_view part) {
  return !part.empty() && part.size() <= 9 && part.front() != '0' &&
         std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_story_schedule(std::string_view schedule) {
  constexpr std::string_view kBeat = "beat-";
  constexpr std::string_view kMetric = "metric-";
  if (schedule.starts_with(kBeat)) return is_number(schedule.substr(kBeat.size()));
  if (schedule.starts_with(kMetric)) return is_item_name(schedule.substr(kMetric.size()));
  return schedule == "opening" || schedule == kPrincipleSchedule;
}

// Whether its schedules are cards by themselves.
bool has_cards_apart(const ItemId& item) { return item.kind() == ItemKind::Question || is_of_stories(item); }

ItemKind kind_of(std::string_view first) {
  if (first.empty()) return ItemKind::Card;
  for (const ItemKind kind : kItemKinds)
    if (to_string(kind).front() == first.front() && first == to_string(kind)) return kind;
  return ItemKind::Card;
}

}  // namespace

std::string_view to_string(ItemKind kind) { return kWords[static_cast<std::size_t>(kind)]; }

std::optional<ItemKind> parse_item_kind(std::string_view word) {
  const auto found = std::ranges::find(kWords, word);
  if (found == kWords.end()) return std::nullopt;
  return static_cast<ItemKind>(found - kWords.begin());
}

bool is_item_name(std::string_view part) {
  char last = '-';
  for (const char c : part) {
    if (!is_letter(c) && (c != '-' || last == '-')) return false;
    last = c;
  }
  return last != '-';
}

bool is_reserved_deck(std::string_view deck) {
  return deck == kMemoryWord || deck == kStoryDeck || kind_of(deck) != ItemKind::Card;
}

std::optional<ItemId> ItemId::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (text.size() > kLongestId || slash == text.npos) return std::nullopt;
  const std::string_view first = text.substr(0, slash);
  const std::size_t mark = std::min(text.find('#'), text.size());
  if (mark <= slash || !is_item_name(first) || first == kMemoryWord) return std::nullopt;
  const ItemKind kind = kind_of(first);
  std::string_view rest = text.substr(slash + 1, mark - slash - 1);
  if (kind == ItemKind::Probe) {
    const std::size_t second = rest.find('/');
    if (second == rest.npos || !is_number(rest.substr(second + 1))) return std::nullopt;
    rest = rest.substr(0, second);
  }
  if (!is_item_name(rest)) return std::nullopt;
  if (mark < text.size()) {
    const std::string_view schedule = text.substr(mark + 1);
    if (kind == ItemKind::Question ? schedule != kStoryWord : kind != ItemKind::Card || schedule.empty()) return std::nullopt;
    if (kind == ItemKind::Card && !(first == kStoryDeck ? is_story_schedule(schedule) : std::ranges::all_of(schedule, is_letter)))
      return std::nullopt;
  }
  return ItemId(std::string(text), kind, mark);
}

std::string_view ItemId::group() const {
  const std::string_view all = text_;
  const std::size_t slash = all.find('/');
  if (kind_ == ItemKind::Probe) return all.substr(slash + 1, all.rfind('/') - slash - 1);
  return all.substr(0, slash);
}

std::string_view ItemId::name() const {
  const std::string_view all = whole();
  return all.substr((kind_ == ItemKind::Probe ? all.rfind('/') : all.find('/')) + 1);
}

bool is_of_stories(const ItemId& item) { return item.text().starts_with(kStoryDeck) && item.group() == kStoryDeck; }

bool is_principle_card(const ItemId& item) { return is_of_stories(item) && item.schedule().ends_with(kPrincipleSchedule); }

std::string_view card_of(const ItemId& item) { return has_cards_apart(item) ? item.text() : item.whole(); }

std::string_view name_in_deck(const ItemId& card) {
  return has_cards_apart(card) ? card_of(card).substr(card.group().size() + 1) : card.name();
}

std::optional<ItemId> same_direction(const ItemId& item) {
  if (item.kind() != ItemKind::Card) return std::nullopt;
  if (item.schedule() == kForward) return ItemId::parse(item.whole());
  if (!item.schedule().empty()) return std::nullopt;
  return ItemId::parse(std::string(item.whole()) + std::string(kForward));
}

ItemId story_item(std::string_view story) {
  auto id = ItemId::parse("story/" + std::string(story));
  assert(id);
  return *std::move(id);
}

Levels levels_of(const std::vector<std::string>& words) {
  const bool l6 = std::ranges::find(words, "L6") != words.end();
  const bool l7 = std::ranges::find(words, "L7") != words.end();
  return l6 == l7 ? Levels::Both : l6 ? Levels::L6 : Levels::L7;
}

std::string_view to_string(Levels levels) {
  return levels == Levels::Both ? "both" : levels == Levels::L6 ? "L6" : "L7";
}

bool meant_for(Levels levels, std::string_view level) { return levels == Levels::Both || to_string(levels) == level; }

const KindTraits& traits(ItemKind kind) { return kTraits[static_cast<std::size_t>(kind)]; }

}  // namespace starling
