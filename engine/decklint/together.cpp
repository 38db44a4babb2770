// What only shows from deck to deck. One pass over the cards makes an index of their words, so that it takes as long
// for two decks as the decks are long.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "decklint/card_words.h"
#include "decklint/lint_deck.h"
#include "decklint/rules.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kRun = 3;          // words
constexpr std::size_t kFewestRuns = 4;   // of a card that is long enough to be like another
constexpr std::size_t kCommonRun = 100;  // cards: what so many hold tells none of them from another
constexpr std::size_t kNamed = 6;        // cards in one message

// All gaps filled in: a question in other gaps is the same text.
std::string told_text(const Card& card) {
  std::string text;
  if (card.kind == CardKind::Cloze || card.kind == CardKind::Code)
    for (const GapPart& part : gaps_of(card).parts) text += part.text;
  text = card.front + " " + text;
  if (card.kind != CardKind::Cloze)
    for (const std::string& answer : prose_answers(card)) text += " " + answer;
  if (card.kind == CardKind::Number) text += fmt::format(" {:g} {}", card.number, card.unit);
  for (const std::string& item : card.items) text += " " + item;
  return text;
}

// Hashes of each three words that stand one after the other, each once, rising.
std::vector<std::size_t> runs_of(std::string_view text) {
  const FoldedWords words = folded_words(text);
  std::vector<std::size_t> runs;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i)
    runs.push_back(std::hash<std::string>{}(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]));
  std::ranges::sort(runs);
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

struct LintedCard {
  const Deck* deck = nullptr;
  const Card* card = nullptr;
  std::vector<std::size_t> runs = {};
  [[nodiscard]] std::string name() const { return deck->id + "/" + card->id; }
};

class DecksTogether {
 public:
  explicit DecksTogether(std::span<const Deck* const> decks) {
    for (const Deck* deck : decks)
      for (const Card& card : deck->cards) {
        all_.emplace(deck->id + "/" + card.id, LintedCard{deck, &card});
        if (!card.retired) cards_.push_back({deck, &card, runs_of(told_text(card))});
      }
  }

  std::vector<Problem> lint() {
    near_duplicates();
    repeated_answers();
    levels();
    needs_out_of_reach();
    std::vector<Problem> all;
    for (auto& [file, problems] : problems_) std::ranges::move(problems, std::back_inserter(all));
    return all;
  }

 private:
  void remark(const LintedCard& at, std::string_view rule, std::string_view text) {
    const std::string& file = file_of(*at.deck, *at.card);
    add_problem(problems_[file], {file, at.card->line, 1, at.card->id, std::string(rule), deck_rule(rule).severity,
                                  fmt::format("card '{}': {}", at.card->id, text)});
  }

  // The later card of each pair, with the one before that it is most like.
  void near_duplicates() {
    std::unordered_map<std::size_t, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < cards_.size(); ++i) {
      if (cards_[i].runs.size() < kFewestRuns) continue;
      std::unordered_map<std::size_t, std::size_t> shared;
      for (const std::size_t run : cards_[i].runs) {
        std::vector<std::size_t>& before = holders[run];
        if (before.size() > kCommonRun) continue;
        for (const std::size_t other : before) ++shared[other];
        before.push_back(i);
      }
      report_nearest(i, shared);
    }
  }

  void report_nearest(std::size_t at, const std::unordered_map<std::size_t, std::size_t>& shared) {
    double most = kNearShare;
    std::optional<std::size_t> nearest_one;
    for (const auto& [other, count] : shared) {
      const std::size_t shorter = std::min(cards_[at].runs.size(), cards_[other].runs.size());
      const double share = static_cast<double>(count) / static_cast<double>(shorter);
      const bool first_of_equals = nearest_one && share == most && other < *nearest_one;
      if (share <= most && !first_of_equals) continue;
      most = share;
      nearest_one = other;
    }
    if (nearest_one)
      remark(cards_[at], "near-duplicate", fmt::format("it says nearly what '{}' says; keep one, or ask for something else",
                                                       cards_[*nearest_one].name()));
  }

  void repeated_answers() {
    std::map<std::string, std::vector<const LintedCard*>> by_answer;
    for (const LintedCard& each : cards_)
      for (const std::string& answer : prose_answers(*each.card)) {
        std::vector<const LintedCard*>& same = by_answer[fold(answer)];
        if (same.empty() || same.back() != &each) same.push_back(&each);
      }
    for (const auto& [answer, same] : by_answer) {
      if (answer.empty() || same.size() <= kMostAlike) continue;
      std::vector<std::string> names;
      for (const LintedCard* each : same)
        if (names.size() < kNamed) names.push_back(each->name());
      if (names.size() < same.size()) names.emplace_back("…");
      remark(*same.back(), "answer-repeated",
             fmt::format("“{}” is the answer of {} cards; at most {}: {}", answer, same.size(), kMostAlike, fmt::join(names, ", ")));
    }
  }

  void levels() {
    struct Share {
      std::size_t cards = 0;
      std::size_t l7 = 0;
      const LintedCard* first = nullptr;
    };
    std::map<std::string_view, Share> areas;
    for (const LintedCard& each : cards_) {
      Share& share = areas[each.deck->area];
      ++share.cards;
      share.l7 += each.card->level == std::vector<std::string>{"L7"} ? 1 : 0;
      if (!share.first) share.first = &each;
    }
    for (const auto& [area, share] : areas) {
      if (share.cards < kLevelFamily || static_cast<double>(share.l7) >= kLevelShare * static_cast<double>(share.cards)) continue;
      const std::string& file = share.first->deck->file;
      add_problem(problems_[file], {file, 1, 1, "", "level-share", deck_rule("level-share").severity,
                                    fmt::format("{} of the {} cards of the area {} are for L7 alone; at least {:.0f} %", share.l7,
                                                share.cards, area, kLevelShare * 100)});
    }
  }

  static int week_of(const LintedCard& each) { return each.card->week.value_or(first_week(each.deck->weeks)); }

  void needs_out_of_reach() {
    for (const LintedCard& each : cards_)
      for (const std::string& need : each.card->needs) {
        const auto needed = all_.find(need);
        if (needed == all_.end()) continue;
        if (week_of(needed->second) > week_of(each))
          remark(each, "needs-later-week", fmt::format("it is of week {} and needs '{}', which is of week {}", week_of(each), need,
                                                       week_of(needed->second)));
        const Levels wanted = levels_of(needed->second.card->level);
        if (wanted != Levels::Both && wanted != levels_of(each.card->level))
          remark(each, "needs-other-level", fmt::format("it needs '{}', which is of {} alone", need, to_string(wanted)));
      }
  }

  std::map<std::string, LintedCard> all_;
  std::vector<LintedCard> cards_;
  std::map<std::string, std::vector<Problem>> problems_;  // by file
};

}  // namespace

std::vector<Problem> lint_decks_together(std::span<const Deck* const> decks) { return DecksTogether(decks).lint(); }

}  // namespace starling
