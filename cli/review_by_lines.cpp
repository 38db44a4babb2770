// A sitting without a terminal that can move: everything is printed once, and answers are lines.
#include <fmt/format.h>

#include "cli/card_sitting.h"
#include "cli/flagging.h"
#include "cli/dialogue.h"
#include "cli/screen/card_frame.h"
#include "cli/topics.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kKeys = "uresbfqit?";
constexpr std::string_view kLineKeys = "Enter: answer · :u undo · :e edit · :s suspend · :b bury · :f flag · :? keys · :q leave";
constexpr std::string_view kPlainKeys = "space: answer · u undo · e edit · s suspend · b bury · f flag · ? keys · q leave";

// A key given where an answer is typed: ":u" and the like.
std::optional<char> key_in(std::string_view given) {
  if (given.size() == 2 && given[0] == ':' && kKeys.find(given[1]) != std::string_view::npos) return given[1];
  return std::nullopt;
}

// A key that ends the question, or what was typed; neither where the answer is just to be shown.
struct Given {
  std::optional<char> key = {};
  std::optional<GivenAnswer> answer = {};
};

class ReviewByLines {
 public:
  ReviewByLines(CardSitting& sitting, World& world) : sitting_(sitting), talk_(world) {}

  bool run() {
    bool asked = false;
    while (sitting_.question()) {
      asked = true;
      if (!ask()) break;
    }
    if (!sitting_.question()) talk_.say(hint(sitting_.take_remark()));
    talk_.say("\n" + sitting_.last_words(talk_.width()));
    return asked;
  }

 private:
  // False where the learner leaves.
  bool ask() {
    const Face face = sitting_.face();
    const Card card = sitting_.card();
    const Instant began = talk_.stopwatch();
    talk_.say("\n" + hint(sitting_.take_remark()) + hint(counts_line(cards_left(sitting_.agenda()))) + "\n" +
              question_lines(face, talk_.style(), talk_.width()));
    const Given given = sitting_.asks_for_line() ? ask_line(card, face) : ask_key(card, face);
    if (given.key) return act(*given.key);
    return grade(card, face, given.answer, std::chrono::duration_cast<std::chrono::milliseconds>(talk_.stopwatch() - began));
  }

  Given ask_line(const Card& card, const Face& face) {
    talk_.say("\n" + hint(answer_hint(card)) + hint(kLineKeys));
    while (true) {
      const auto line = talk_.ask("> ");
      if (!line) return {'q', {}};
      const std::string word(trimmed(*line));
      if (word.empty()) return {};
      if (const auto key = key_in(word)) {
        if (!tells(*key, "Type it here.")) return {key, {}};
        continue;
      }
      GivenAnswer given{word, sitting_.check(face, word)};
      if (given.checked.verdict != Verdict::Unusable) return {{}, std::move(given)};
      talk_.say(paragraph(capitalised(given.checked.remark) + ". A key: :q", talk_.width()));
    }
  }

  Given ask_key(const Card& card, const Face& face) {
    while (true) {
      const char key = talk_.choose("\n" + hint(kPlainKeys), std::string(" \n") + std::string(kKeys));
      if (key == 't') return ask_line(card, face);
      if (key == ' ' || key == '\n') return {};
      if (!tells(key, "")) return {key, {}};
    }
  }

  // Whether the key only has something to say, and the card stays. `typing` is what there is to say of typing the answer.
  bool tells(char key, std::string_view typing, bool answered = false) {
    if (key == 'i') talk_.say("\n" + hint(sitting_.info(answered)));
    else if (key == '?') talk_.say("\n" + talk_.style().bold(find_topic("keys")->title) + "\n\n" + topic_text(*find_topic("keys"), talk_.width()));
    else if (key == 't') talk_.say(hint(typing));
    else return false;
    return true;
  }

  bool grade(const Card& card, const Face& face, const std::optional<GivenAnswer>& given, std::chrono::milliseconds took) {
    const ItemId item = sitting_.question()->item->id;
    talk_.say(answer_lines(card, face, given, talk_.style(), talk_.width()));
    talk_.say(hint(sitting_.as_of()));
    talk_.say(hint(source_line(*sitting_.study().library().head_of_deck(item), card, item)));
    const auto proposed = proposed_grade(given);
    std::string prompt = "\n" + grade_lines(sitting_.outcomes(), proposed, talk_.style(), talk_.width());
    std::string keys = std::string("1234") + std::string(kKeys);
    if (proposed) {
      keys += "\n ";
      prompt += hint(fmt::format("Enter takes {}.", to_string(*proposed)));
    }
    char key = talk_.choose(prompt, keys, grade_key);
    while (tells(key, "The answer is shown already.", true)) key = talk_.choose(prompt, keys, grade_key);
    const bool takes = key == '\n' || key == ' ';
    if (!takes && (key < '1' || key > '4')) return act(key);
    sitting_.answer(takes ? *proposed : static_cast<Grade>(key - '0'), took);
    return true;
  }

  bool act(char key) {
    switch (key) {
      case 'u': sitting_.undo(); return true;
      case 'r': sitting_.redo(); return true;
      case 's': sitting_.suspend(); return true;
      case 'b': sitting_.bury(); return true;
      case 'f': return flag();
      case 'e':
        sitting_.edit([](const std::function<void()>& work) { work(); },
                      [this](const std::vector<Problem>& mistakes) { return mend(mistakes); });
        return true;
      default: return false;
    }
  }

  bool flag() {
    talk_.say(hint(kAskForNote));
    const auto note = talk_.ask("> ");
    if (!note) return false;
    (void)sitting_.flag(std::string(trimmed(*note)));
    return true;
  }

  AfterEdit mend(const std::vector<Problem>& mistakes) {
    for (const Problem& mistake : mistakes) talk_.say(to_line(mistake) + "\n");
    return ask_to_mend(talk_);
  }

  [[nodiscard]] std::string hint(std::string_view text) const {
    return text.empty() ? "" : talk_.style().dim(paragraph(text, talk_.width()));
  }

  CardSitting& sitting_;
  Dialogue talk_;
};

}  // namespace

bool review_by_lines(CardSitting& sitting, World& world) { return ReviewByLines(sitting, world).run(); }

}  // namespace starling
