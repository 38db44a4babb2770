// Somebody goes through shipped cards of each kind by keys alone, and answers them in every way there is.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>

#include "cli/desk.h"
#include "cli/screen/card.h"
#include "deck/deck.h"

using namespace starling;
using test::contains;
using test::Desk;

namespace {

constexpr int kCards = 10;
enum class Way { Right, Wrong, Unusable, Empty, Undone, Edited, Buried };
constexpr std::array kWays{Way::Right, Way::Wrong, Way::Unusable, Way::Empty, Way::Undone, Way::Edited, Way::Buried};

// The first line of each question, as a window shows it, to its card.
std::map<std::string, Card> questions(const Deck& deck, int width) {
  std::map<std::string, Card> found;
  for (const Card& card : deck.cards)
    for (const std::string& schedule : schedules(card)) {
      const std::string text = question_lines(face(card, schedule, Seed{1}), Style(false), width);
      found.emplace(text.substr(0, text.find('\n')), card);
    }
  return found;
}

class Player final : public test::ScriptedTerminal {
 public:
  Player(CardKind kind, int columns, int window_rows) : kind_(kind) {
    width = columns;
    height = window_rows;
  }
  void sit_down(const Deck& deck) { deck_ = &deck; known_ = questions(deck, width); }
  [[nodiscard]] int answered() const { return answered_; }

  std::optional<Key> key(std::optional<std::chrono::milliseconds> wait) override {
    if (wait) return std::nullopt;  // a note goes after its second
    const Key next = choose(look_at());
    return next;
  }
  TypedLine line(std::string_view, std::string_view, const std::function<void()>&) override {
    const Card& card = *find(look_at());
    if (card.kind != kind_ || way() >= Way::Undone) return {"", TypedLine::End::Escape};
    if (way() == Way::Empty) return {"", TypedLine::End::Enter};
    if (way() == Way::Unusable && !tried_) {
      tried_ = true;
      return {card.kind == CardKind::Ordered ? "9" : "?", TypedLine::End::Enter};
    }
    return {way() == Way::Right ? right_line(card) : wrong_line(card), TypedLine::End::Enter};
  }

 private:
  [[nodiscard]] Way way() const { return kWays[static_cast<std::size_t>(answered_) % kWays.size()]; }

  std::string look_at() {
    const std::string all = screen->str();
    const std::string now = test::Rows(std::string_view(all).substr(all.rfind(codes()->begin)), width).text();
    CAPTURE(now);
    CHECK(std::ranges::count(now, '\n') <= height);
    CHECK(test::widest(now) <= width);
    CHECK_FALSE(contains(now, "more\n"));  // nothing has to be scrolled
    return now;
  }
  [[nodiscard]] const Card* find(const std::string& now) const {
    std::istringstream in(now);
    for (std::string text; std::getline(in, text);)
      if (const auto at = known_.find(text); at != known_.end()) return &at->second;
    return nullptr;
  }

  Key choose(const std::string& now) {
    if (answered_ >= kCards) return 'q';
    const bool graded = contains(now, "1 again");
    const Card* card = find(now);
    if (!graded) REQUIRE(card);
    if (!graded && card->kind != kind_) return 'b';
    if (graded) return grade(now);
    if (way() == Way::Undone && !tried_) {
      tried_ = true;
      return 'u';  // nothing to undo, or the card before: both go on
    }
    if (way() == Way::Edited && !tried_) {
      tried_ = true;
      return 'e';  // no editor is set: the remark says where the card is
    }
    if (way() == Way::Buried) return next_way(), 'b';
    if (card->kind == CardKind::Choice && !card->multi && way() != Way::Empty)
      return way() == Way::Unusable && !std::exchange(tried_, true) ? '9' : '1';
    return ' ';
  }
  Key grade(const std::string& now) {
    if (way() == Way::Right && (kind_ == CardKind::Typed || kind_ == CardKind::Number)) CHECK(contains(now, "Right."));
    next_way();
    return '3';
  }
  void next_way() {
    ++answered_;
    tried_ = false;
  }

  static std::string right_line(const Card& card) {
    if (card.kind == CardKind::Choice || card.kind == CardKind::Ordered) return wrong_line(card);  // orders are shuffled
    if (card.kind == CardKind::Number) return fmt::format("{:.12g}", card.number);
    return card.kind == CardKind::Typed ? card.answer : face(card, "", Seed{1}).back;
  }
  static std::string wrong_line(const Card& card) {
    if (card.kind == CardKind::Number) return "987654321";
    if (card.kind == CardKind::Choice) return "1";
    std::string order;
    for (std::size_t i = 0; i < card.items.size(); ++i) order += std::to_string(i + 1);
    return order.empty() ? "nothing like it" : order;
  }

  CardKind kind_;
  const Deck* deck_ = nullptr;
  std::map<std::string, Card> known_;
  int answered_ = 0;
  bool tried_ = false;
};

}  // namespace

TEST_CASE("ten shipped cards of each kind are gone through by keys, right, wrong, unusable, empty, undone, edited, buried") {
  std::vector<Deck> decks;
  for (const auto& file : std::filesystem::directory_iterator(test::shipped_content() / "cards"))
    decks.push_back(*read_deck(test::text_of(file.path()), file.path().filename().string()).deck);
  for (const auto& [columns, rows] : {std::pair{80, 24}, std::pair{40, 20}})
    for (std::size_t kind = 0; kind < kCardKinds.size(); ++kind) {
      CAPTURE(columns);
      CAPTURE(kCardKinds[kind]);
      Desk desk;
      desk.begin();
      Player player(static_cast<CardKind>(kind), columns, rows);
      desk.terminal = &player;
      int living = 0;
      for (const Deck& deck : decks) {
        const auto of_kind = std::ranges::count_if(deck.cards, [&](const Card& card) { return card.kind == static_cast<CardKind>(kind) && !card.retired; });
        living += static_cast<int>(of_kind);
        if (of_kind == 0 || player.answered() >= kCards) continue;
        player.sit_down(deck);
        const test::Reply reply = desk("review --date 2027-04-05 --minutes 600 --deck " + deck.id);
        CHECK(reply.err.empty());
      }
      // There are no more of some, and templates of code wait for what they need.
      CHECK(player.answered() >= (static_cast<CardKind>(kind) == CardKind::Code ? 4 : living < kCards ? 0 : kCards - 1));
    }
}
