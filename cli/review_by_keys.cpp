// A sitting at a terminal: one screen a card, drawn in place, the same keys on every card.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/card_sitting.h"
#include "cli/flagging.h"
#include "cli/full_screen.h"
#include "cli/screen/card_frame.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::chrono::milliseconds kNoteStays{1000};

// One card, from its question to its grade.
struct Showing {
  ItemId item;
  Card card;
  Face face;
  Instant began;
  bool typing = false;
  std::string typed = {};  // stands in the line when it opens
  bool answered = false;
  bool revealed = false;  // the first line of the answer was in the window
  std::optional<GivenAnswer> given = {};
  std::array<Outcome, 4> outcomes{};  // once it is answered
  std::chrono::milliseconds took{};
  bool info = false;
  bool keys = false;
  std::string remark = {};  // of what was done before
};

enum class Then { Stay, NextCard, Leave };

class ReviewByKeys {
 public:
  ReviewByKeys(CardSitting& sitting, World& world) : sitting_(sitting), screen_(world) {}

  void run() {
    while (sitting_.question())
      if (!ask()) return;
  }

 private:
  // False where the learner leaves.
  bool ask() {
    Showing now{.item = sitting_.question()->item->id,
                .card = sitting_.card(),
                .face = sitting_.face(),
                .began = screen_.stopwatch(),
                .remark = sitting_.take_remark()};
    now.typing = sitting_.opens_with_line();
    screen_.begin_anew();
    while (true) {
      const Then then = now.typing ? type(now) : press(now);
      if (then != Then::Stay) return then == Then::NextCard;
    }
  }

  // Keys -------------------------------------------------------------------------------------------------------------

  Then press(Showing& now) {
    screen_.show([&] { return frame(now); });
    if (now.answered && !std::exchange(now.revealed, true)) screen_.reveal(line_of_answer(now));
    std::optional<Key> key = screen_.key(note_.empty() ? std::nullopt : std::optional(kNoteStays));
    note_.clear();
    if (!key) return Then::Stay;
    if (now.keys) {
      now.keys = false;
      return *key == key::kLeave ? Then::Leave : Then::Stay;
    }
    if (*key == ' ' || *key == key::kEnter) return now.answered ? take_proposed(now) : show_answer(now);
    if (*key >= '0' && *key <= '9') return digit(now, static_cast<int>(*key - '0'));
    return letter(now, *key);
  }

  Then letter(Showing& now, Key key) {
    switch (key) {
      case 'q':
      case key::kLeave: return Then::Leave;
      case 'u': return undo(now);
      case 'r': sitting_.redo(); return Then::NextCard;
      case 's': sitting_.suspend(); return Then::NextCard;
      case 'b': sitting_.bury(); return Then::NextCard;
      case 'f': return flag(now);
      case 'e':
        sitting_.edit([this](const std::function<void()>& work) { screen_.outside(work); },
                      [this](const std::vector<Problem>& mistakes) { return mend(mistakes); });
        return Then::NextCard;
      case 'i': now.info = !now.info; return Then::Stay;
      case 't':
        if (!now.answered) now.typing = true;
        else note_ = "The answer is shown already.";
        return Then::Stay;
      case '?': now.keys = true; return Then::Stay;
      case key::kEscape:
      case key::kNothing: return Then::Stay;
      default: note_ = kKeysRemark; return Then::Stay;
    }
  }

  Then flag(const Showing& now) {
    note_ = std::string(kAskForNote) + " Esc flags nothing.";
    Showing asking = now;
    asking.typing = true;
    const TypedLine line = screen_.line([&] { return frame(asking); }, "> ", "");
    note_.clear();
    if (line.end == TypedLine::End::Leave) return Then::Leave;
    if (line.end == TypedLine::End::Escape) return Then::Stay;
    if (!sitting_.flag(std::string(trimmed(line.text)))) return Then::NextCard;
    note_ = sitting_.take_remark();
    return Then::Stay;
  }

  Then undo(Showing& now) {
    if (!now.given) {
      sitting_.undo();
      return Then::NextCard;
    }
    // What was typed first; the card is still open.
    now.typed = now.given->text;
    now.given.reset();
    now.answered = now.revealed = false;
    now.typing = sitting_.opens_with_line() || now.card.kind != CardKind::Choice;
    note_ = "Your answer again.";
    return Then::Stay;
  }

  Then digit(Showing& now, int number) {
    if (now.answered) {
      if (number < 1 || number > 4) {
        note_ = "1 to 4 grade it. ? shows the keys";
        return Then::Stay;
      }
      sitting_.answer(static_cast<Grade>(number), now.took);
      return Then::NextCard;
    }
    if (now.card.kind != CardKind::Choice || now.card.multi) {
      note_ = "Space shows the answer first.";
      return Then::Stay;
    }
    return give(now, std::to_string(number));
  }

  Then show_answer(Showing& now) {
    now.took = std::chrono::duration_cast<std::chrono::milliseconds>(screen_.stopwatch() - now.began);
    now.outcomes = sitting_.outcomes();
    now.answered = true;
    now.typing = false;
    return Then::Stay;
  }

  Then take_proposed(Showing& now) {
    const auto grade = proposed_grade(now.given);
    if (!grade) {
      note_ = kNothingProposed;
      return Then::Stay;
    }
    sitting_.answer(*grade, now.took);
    return Then::NextCard;
  }

  AfterEdit mend(const std::vector<Problem>& mistakes) {
    const auto made = [&] {
      const int width = screen_.width();
      Frame frame{screen_.style().bold("The edit left mistakes") + "\n\n", "", "\n" + paragraph(kMendKeys, width)};
      for (const Problem& mistake : mistakes) frame.body += paragraph(to_line(mistake), width);
      return frame;
    };
    screen_.begin_anew();
    screen_.show(made);
    while (true) {
      const auto key = screen_.key();
      if (key == Key('e')) return AfterEdit::EditAgain;
      if (key == Key('u')) return AfterEdit::PutBack;
      if (key == key::kEnter || key == Key('q') || key == Key(key::kLeave)) return AfterEdit::LeaveSo;
    }
  }

  // A typed line -----------------------------------------------------------------------------------------------------

  Then type(Showing& now) {
    const TypedLine line = screen_.line([&] { return frame(now); }, "> ", now.typed);
    note_.clear();
    now.typed.clear();
    if (line.end == TypedLine::End::Leave) return Then::Leave;
    if (line.end == TypedLine::End::Escape) {
      now.typing = false;
      now.typed = line.text;
      return Then::Stay;
    }
    if (trimmed(line.text).empty()) return show_answer(now);
    return give(now, std::string(trimmed(line.text)));
  }

  Then give(Showing& now, std::string text) {
    Checked checked = sitting_.check(now.face, text);
    if (checked.verdict == Verdict::Unusable) {
      note_ = capitalised(checked.remark) + ".";
      if (now.typing) note_ += " Esc: keys";
      return Then::Stay;
    }
    now.given = GivenAnswer{std::move(text), std::move(checked)};
    return show_answer(now);
  }

  // The screen -------------------------------------------------------------------------------------------------------

  [[nodiscard]] CardScreen card_screen(const Showing& now) const {
    return {.card = now.card,
            .face = now.face,
            .deck = *sitting_.study().library().head_of_deck(now.item),
            .item = now.item,
            .left = cards_left(sitting_.agenda()),
            .outcomes = now.outcomes,
            .remark = now.remark,
            .info = now.info ? sitting_.info(now.answered) : "",
            .note = note_,
            .typing = now.typing,
            .answered = now.answered,
            .given = now.given,
            .as_of = sitting_.as_of()};
  }

  [[nodiscard]] int line_of_answer(const Showing& now) const {
    Showing before = now;
    before.answered = false;
    before.given.reset();
    const auto plain_frame = [&](const Showing& of) { return card_frame(card_screen(of), Style(Ink()), screen_.width(), screen_.rows()); };
    return first_line_of_answer(plain_frame(before), plain_frame(now));
  }

  [[nodiscard]] Frame frame(const Showing& now) const {
    return now.keys ? key_frame(screen_.style(), screen_.width())
                    : card_frame(card_screen(now), screen_.style(), screen_.width(), screen_.rows() - (now.typing ? 1 : 0));
  }

  CardSitting& sitting_;
  FullScreen screen_;
  std::string note_;  // stands for a second, or until the next key
};

}  // namespace

bool review_by_keys(CardSitting& sitting, World& world) {
  const bool asked = sitting.question() != nullptr;
  if (asked) ReviewByKeys(sitting, world).run();
  return asked;
}

}  // namespace starling
