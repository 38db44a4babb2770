#include "library/story_deck.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kOpening = "#opening";
constexpr std::string_view kBeat = "#beat-";
constexpr std::string_view kMetric = "#metric-";
constexpr std::string_view kPrinciple = "#principle";
constexpr int kLongestBeat = 600;  // columns
constexpr int kLongestCue = 160;
constexpr std::size_t kOthersNamed = 3;

Away away_of(const Story& story) {
  if (story.archived) return Away::Retired;
  return is_complete(story) ? Away::No : Away::Draft;
}

std::optional<ItemId> id_in_deck(std::string_view name) { return ItemId::parse(fmt::format("{}/{}", kStoryDeck, name)); }

Card card_with(std::string id, std::string front, std::string back) {
  Card card;
  card.id = std::move(id);
  card.front = std::move(front);
  card.back = std::move(back);
  return card;
}

void add_opening(const Story& story, std::string_view title, std::vector<Card>& to) {
  if (std::string opening = opening_of(story); !opening.empty())
    to.push_back(card_with(fmt::format("{}{}", story.id, kOpening), fmt::format("How does “{}” begin?", title), std::move(opening)));
}

// What was said last before a beat.
std::string cue_of(std::string_view beat_before) { return shorten(sentences(beat_before).back(), kLongestCue); }

void add_beats(const Story& story, std::string_view title, std::vector<Card>& to) {
  const std::vector<std::string> beats = beats_of(story);
  for (std::size_t i = 0; i < beats.size(); ++i) {
    std::string front = i == 0 ? fmt::format("What did you do first in “{}”?", title)
                               : fmt::format("What did you do next in “{}”?\n\n{}", title, cue_of(beats[i - 1]));
    to.push_back(card_with(fmt::format("{}{}{}", story.id, kBeat, i + 1), std::move(front), shorten(beats[i], kLongestBeat)));
  }
}

// The history keeps ids, and no word that is withheld.
bool is_withheld(const Story& story, std::string_view name) {
  const std::string folded = fold(name);
  const auto holds = [&](std::string_view word) { return !fold(word).empty() && folded.find(fold(word)) != std::string::npos; };
  return std::ranges::any_of(story.confidential, holds, &Confidential::word) || std::ranges::any_of(story.private_names, holds);
}

// Each by its name, and the second of one name is "name-2"; one whose name has no letters for an id, or a word that is
// withheld, goes by its place.
std::vector<std::string> names_of_metrics(const Story& story) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (std::size_t i = 0; i < story.metrics.size(); ++i) {
    std::string name = kebab(story.metrics[i].name);
    if (name.empty() || is_withheld(story, story.metrics[i].name)) name = std::to_string(i + 1);
    std::string own = name;
    for (int count = 2; !taken.insert(own).second; ++count) own = fmt::format("{}-{}", name, count);
    names.push_back(std::move(own));
  }
  return names;
}

// Asked for is where it came to; where the story does not say that, where it was before.
Card card_of(const StoryMetric& metric, std::string id, std::string_view title) {
  const std::string before = on_one_line(metric.before);
  const std::string after = on_one_line(metric.after);
  const std::string name = metric.name.empty() ? "the figure" : on_one_line(metric.name);
  const std::string asked = after.empty() ? before : after;
  const std::string question = after.empty() ? "what was it before?" : before.empty() ? "what did it come to?" : fmt::format("from {} to what?", before);
  Card card = card_with(std::move(id), fmt::format("“{}”, {}: {}", title, name, question), asked);
  if (const auto figure = only_figure(asked)) {
    card.kind = CardKind::Number;
    card.number = figure->value;
    card.unit = figure->unit;
    card.accept = {card.unit.substr(0, card.unit.find(' '))};  // as in a telling
    card.back = fmt::format("{}: {}{}{}", name, before, before.empty() || after.empty() ? "" : " → ", after);
  }
  return card;
}

void add_metrics(const Story& story, std::string_view title, std::vector<Card>& to) {
  if (story.kind == StoryKind::Intro) return;
  const std::vector<std::string> names = names_of_metrics(story);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (const StoryMetric& metric = story.metrics[i]; !trimmed(metric.before).empty() || !trimmed(metric.after).empty())
      to.push_back(card_of(metric, fmt::format("{}{}{}", story.id, kMetric, names[i]), title));
}

std::vector<Card> cards_of(const Story& story) {
  const std::string title = on_one_line(story.title);
  std::vector<Card> cards;
  add_opening(story, title, cards);
  add_beats(story, title, cards);
  add_metrics(story, title, cards);
  for (Card& card : cards) card.retired = away_of(story) != Away::No;
  return cards;
}

// Where the story stands for it; nothing for one that is not told for any.
std::optional<std::size_t> principle_asked_of(const Story& story) {
  return counts(story) ? primary_principle(story) : std::nullopt;
}

std::string id_of_principle(std::size_t principle) { return fmt::format("{}{}", principles()[principle].id, kPrinciple); }

// All stories that are told for it first are right.
Card card_of(std::size_t principle, std::span<const Story> stories) {
  std::vector<std::string> right;
  std::vector<std::string> others;
  for (const Story& story : stories) {
    const Angle* angle = counts(story) ? angle_for(story, principle) : nullptr;
    if (!angle) continue;
    const std::string title = on_one_line(story.title);
    if (angle->strength == Strength::Primary) right.push_back(fmt::format("“{}”: {}", title, opening_of(story)));
    else if (others.size() < kOthersNamed) others.push_back(fmt::format("“{}”", title));
  }
  Card card = card_with(id_of_principle(principle), fmt::format("Which of your stories is told first for {}?", principles()[principle].name),
                        right.size() == 1 ? right.front() : fmt::format("One of these:\n- {}", fmt::join(right, "\n- ")));
  if (!others.empty()) card.extra = fmt::format("Told for it as well: {}.", fmt::join(others, ", "));
  return card;
}

}  // namespace

std::vector<Item> story_card_items(const Story& story) {
  const KindTraits& kind = traits(ItemKind::Card);
  std::vector<Item> items;
  const auto add = [&](std::string_view name) {
    if (auto id = id_in_deck(name))
      items.push_back({*std::move(id), "lp", 0, {story_item(story.id)}, Levels::Both, away_of(story), kind.usual, kind.worth});
  };
  for (const Card& card : cards_of(story)) add(card.id);
  if (const auto principle = principle_asked_of(story)) add(id_of_principle(*principle));
  return items;
}

Deck story_deck(std::span<const Story> stories) {
  Deck deck;
  deck.id = kStoryDeck;
  deck.title = "Your stories";
  deck.area = "lp";
  deck.file = "stories";
  std::array<bool, kPrincipleCount> asked{};
  for (const Story& story : stories) {
    for (Card& card : cards_of(story))
      if (id_in_deck(card.id)) deck.cards.push_back(std::move(card));
    const auto principle = principle_asked_of(story);
    if (!principle || std::exchange(asked[*principle], true)) continue;
    deck.cards.push_back(card_of(*principle, stories));
  }
  return deck;
}

const Story* story_of_card(std::span<const Story> stories, const ItemId& card) {
  const auto found = std::ranges::find_if(stories, [&](const Story& story) {
    if (!is_principle_card(card)) return story.id == card.name();
    const auto principle = principle_asked_of(story);
    return principle && principles()[*principle].id == card.name();
  });
  return found == stories.end() ? nullptr : &*found;
}

int line_of_card(const Story& story, const ItemId& card, std::string_view file) {
  const std::string_view schedule = card.schedule();
  const auto primary = std::ranges::find(story.angles, Strength::Primary, &Angle::strength);
  ValueName name{"principle", "id", static_cast<std::size_t>(primary - story.angles.begin())};
  if (schedule == kOpening) name = story.kind == StoryKind::Intro ? ValueName{"story", "text", 0} : ValueName{"sections", "situation", 0};
  if (schedule.starts_with(kBeat)) name = {"sections", "action", 0};
  if (schedule.starts_with(kMetric)) {
    const std::vector<std::string> names = names_of_metrics(story);
    const auto at = std::ranges::find(names, schedule.substr(kMetric.size()));
    name = {"metric", "name", static_cast<std::size_t>(at - names.begin())};
  }
  return place_of_piece(file, layout_of(file), name, "", std::nullopt).line;
}

}  // namespace starling
