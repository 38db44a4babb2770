// `review`: a sitting of cards. An answer is on disk before the next card shows.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/dialogue.h"
#include "cli/editor.h"
#include "cli/open_study.h"
#include "cli/queue_options.h"
#include "cli/screen/card.h"
#include "cli/tell.h"
#include "text/text.h"

namespace starling {

namespace {

// A command given where an answer is typed: ":u" and the like.
std::optional<char> command_of(std::string_view given) {
  if (given.size() == 2 && given[0] == ':' && std::string_view("uesbq").find(given[1]) != std::string_view::npos)
    return given[1];
  return std::nullopt;
}

// Draws a sitting and hands it the learner's keys.
class ReviewScreen {
 public:
  ReviewScreen(const Arguments& arguments, World& world)
      : arguments_(arguments),
        world_(world),
        talk_(world),
        study_(open_study(arguments, world)),
        wish_(wish_from(arguments, study_->library())),
        sitting_(*study_, wish_) {}

  // False when there was nothing to ask.
  bool run() {
    bool asked = false;
    while (const Asked* question = sitting_.question()) {
      asked = true;
      if (!ask(*question)) break;
    }
    finish(asked);
    return asked;
  }

 private:
  // False where the learner leaves.
  bool ask(const Asked& question) {
    const ItemId item = question.item->id;
    const Card& card = study_->library().card(item);
    const Face shown = study_->face_of(item);
    const Instant began = talk_.stopwatch();
    talk_.clear();
    show_heading(item);
    if (!remark_.empty()) talk_.say(talk_.style().dim(paragraph(remark_, talk_.width())) + "\n");
    remark_.clear();
    talk_.say(question_lines(shown, talk_.style(), talk_.width()) + answer_hint(card, talk_.style()));

    std::optional<Checked> checked;
    if (is_checked(card)) {
      talk_.say("\n" + hint("Enter: answer · :u undo · :e edit · :s suspend · :b bury · :q leave"));
      while (!checked) {
        const auto given = talk_.ask("> ");
        if (!given) return false;
        if (const auto command = command_of(trimmed(*given))) return act(*command, item);
        if (trimmed(*given).empty()) break;
        checked = check_answer(card, shown, *given, other_answers(*study_->library().deck(item.group()), card));
        if (checked->verdict != Verdict::Unusable) break;
        talk_.say(paragraph(capitalised(checked->remark) + ".", talk_.width()));
        checked.reset();
      }
    } else {
      const char key = talk_.choose("\n" + hint("space: answer · u undo · e edit · s suspend · b bury · q leave"),
                                    " \nuesbq");
      if (key != ' ' && key != '\n') return act(key, item);
    }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(talk_.stopwatch() - began);
    return grade(*question.item, shown, checked, took);
  }

  [[nodiscard]] std::string hint(std::string_view text) const {
    return talk_.style().dim(paragraph(text, talk_.width()));
  }

  void show_heading(const ItemId& item) {
    const Agenda& agenda = sitting_.agenda();
    const DeckHead* deck = study_->library().deck_head(item.group());
    const std::string left = deck ? deck->title : "";
    const std::string right = fmt::format("{} left · {:.0f} min", agenda.cards().size(), std::max(1.0, agenda.counts().minutes));
    const int room = std::max(10, talk_.width() - display_width(right) - 2);
    talk_.say(talk_.style().dim(at_both_ends(shorten(left, room), right, talk_.width())) + "\n\n");
  }

  bool grade(const Item& item, const Face& shown, const std::optional<Checked>& checked, std::chrono::milliseconds took) {
    talk_.say(answer_lines(shown, checked, talk_.style(), talk_.width()));
    std::string prompt = "\n" + grade_lines(study_->preview(item), talk_.width());
    std::string keys = "1234uesbq";
    // Without anything typed the learner looks at it themselves, and mostly knew it: the same key once more.
    const auto proposed = checked ? proposed_grade(checked->verdict) : std::optional(Grade::Good);
    if (proposed) {
      keys += "\n ";
      prompt += talk_.style().dim(fmt::format("Enter takes {}.", to_string(*proposed))) + "\n";
    }
    const char key = talk_.choose(prompt, keys, grade_key);
    const bool takes = key == '\n' || key == ' ';
    if (!takes && (key < '1' || key > '4')) return act(key, item.id);
    const Grade chosen = takes ? proposed.value() : static_cast<Grade>(key - '0');
    const AnswerView done = sitting_.answer(chosen, took).view;
    if (done.became_leech) remark_ = fmt::format("{}: {}", done.item.text(), leech_remark(done));
    add_remarks();
    return true;
  }

  bool act(char key, const ItemId& item) {
    if (key == 'q') return false;
    if (key == 'u') {
      const auto undone = sitting_.take_back();
      remark_ = undone ? "Took back: " + describe(*undone) + "." : "Nothing to take back.";
    } else if (key == 's') {
      (void)sitting_.put_away();
      remark_ = fmt::format("Suspended {}. u takes it back.", item.text());
    } else if (key == 'b') {
      (void)sitting_.bury();
      remark_ = fmt::format("Buried {} until tomorrow. u takes it back.", item.text());
    } else if (key == 'e') {
      edit(item);
    }
    add_remarks();
    return true;
  }

  // What came up while writing stands before everything else.
  void add_remarks() {
    std::string all;
    for (const std::string& remark : study_->take_remarks()) all += remark + " ";
    remark_ = all + remark_;
  }

  void edit(const ItemId& item) {
    const DeckHead deck = *study_->library().deck_head(item.group());
    const auto path = study_->library().path_of(deck);
    const int line = study_->library().card(item).line;
    if (world_.editor.empty() || !talk_.by_keys()) {
      remark_ = fmt::format("The card is in {}, line {}. Set EDITOR to open it from here.", path.string(), line);
      return;
    }
    open_editor(world_, path);
    sitting_.read_texts_again();
    remark_ = fmt::format("Read {} again.", deck.file);
  }

  void finish(bool asked) {
    const SittingSummary summary = sitting_.summary();
    if (summary.answers > 0)
      talk_.say(fmt::format("\n{} answered, all kept.\n", counted(summary.answers, "card")));
    else if (!asked)
      talk_.say("Nothing is due.\n");
    if (wish_.limit || wish_.minutes || sitting_.question()) return;
    const NoQuestion none = no_question(sitting_.agenda());
    if (none.deferred + none.fresh_deferred > 0)
      talk_.say(paragraph(sentence_of(none) + " More now: starling review --minutes 10", talk_.width()));
    else if (none.next)
      talk_.say(next_line(*none.next));
  }

  [[nodiscard]] std::string next_line(const Due& due) const {
    if (due.at) return fmt::format("Next at {}.\n", study_->rule().time_of_day(*due.at));
    return fmt::format("Next on {}.\n", short_date(due.day));
  }

  const Arguments& arguments_;
  World& world_;
  Dialogue talk_;
  std::unique_ptr<Study> study_;
  Wish wish_;
  Sitting sitting_;
  std::string remark_;
};

Exit run_review(const Arguments& arguments, World& world) {
  if (arguments.json) throw UsageError("'review' is for people; scripts use 'next --json' and 'answer --json'");
  const Kinds kinds = kinds_from(arguments);
  bool asked = false;
  if (kinds.cards) asked = ReviewScreen(arguments, world).run();
  if (kinds.stories) asked = tell_stories_due(arguments, world) || asked;
  return asked ? Exit::Ok : Exit::NotMet;
}

}  // namespace

const Command kReviewCommand{
    .name = "review",
    .summary = "a sitting: question, key, answer, grade",
    .options = queue_options(),
    .examples = {"starling review", "starling review --minutes 10", "starling review --deck aws-s3 --ahead 3"},
    .run = run_review};

}  // namespace starling
