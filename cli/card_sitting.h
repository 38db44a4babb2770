// A sitting of cards, whichever way it talks to the learner: the study folder, the question, and what each key does.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/editing.h"
#include "cli/open_study.h"
#include "cli/screen/card.h"
#include "cli/world.h"
#include "study/study.h"

namespace starling {

class CardSitting {
 public:
  // Both outlive this.
  CardSitting(const Arguments& arguments, World& world);

  [[nodiscard]] const Study& study() const { return *study_; }
  // Null when nothing is left.
  [[nodiscard]] const Asked* question() const { return sitting_.question(); }
  [[nodiscard]] const Agenda& agenda() const { return sitting_.agenda(); }

  // Of the question.
  [[nodiscard]] const Card& card() const;
  [[nodiscard]] Face face() const;
  [[nodiscard]] std::array<Outcome, 4> outcomes() const;
  // "as of 2026-11" of a quota, else empty.
  [[nodiscard]] std::string as_of() const;
  // Why it is asked now, and its state, without its name. Its source, which may name the answer, only where that is there.
  [[nodiscard]] std::string info(bool answered) const;
  // An answer is typed without being asked for.
  [[nodiscard]] bool opens_with_line() const;
  // Line by line a choice is typed as well.
  [[nodiscard]] bool asks_for_line() const { return opens_with_line() || card().kind == CardKind::Choice; }
  [[nodiscard]] Checked check(const Face& face, std::string_view given) const;

  // Each does what its key says and leaves a remark.
  void answer(Grade grade, std::chrono::milliseconds took);
  void undo();
  void redo();
  void suspend();
  void bury();
  // With what is unclear or wrong, which may be empty. False where the card is suspended by it, and another one is asked.
  bool flag(const std::string& note);
  // `outside` runs the editor with the usual screen; `ask` is asked where the edit broke the file.
  void edit(const std::function<void(const std::function<void()>&)>& outside,
            const std::function<AfterEdit(const std::vector<Problem>&)>& ask);

  // What the last of them had to say, and what came up while writing; empty once it was taken.
  [[nodiscard]] std::string take_remark();

  // When the learner leaves: "31 answers, 92 % recalled, 8 min.", where nothing is left why that is so, and what the weekly
  // fit brought.
  [[nodiscard]] std::string last_words(int width);

 private:
  [[nodiscard]] std::optional<ItemId> in_sight() const;
  // How the last deed is taken back from what is in sight: "u", "Esc, u" where a line is open, ":u" where lines are
  // typed, the command where nothing is asked any more.
  [[nodiscard]] std::string_view undo_words() const;

  const Arguments& arguments_;
  World& world_;
  OpenStudy study_;
  Wish wish_;
  Sitting sitting_;
  std::string remark_;
};

// What a call of `review` asks of cards, by keys or by lines. False when nothing was asked.
bool review_cards(const Arguments& arguments, World& world);
// Both are false when nothing was asked. By keys: the terminal of `world` can move.
bool review_by_keys(CardSitting& sitting, World& world);
bool review_by_lines(CardSitting& sitting, World& world);

}  // namespace starling
