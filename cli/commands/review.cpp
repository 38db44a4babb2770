// `review`: a sitting of cards. An answer is on disk before the next card shows.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ostream>

#include "cli/commands.h"
#include "cli/dialogue.h"
#include "cli/editor.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "cli/queue_options.h"
#include "cli/tell.h"
#include "text/text.h"

namespace starling {

namespace {

std::optional<char> grade_key(std::string_view word) {
  const auto grade = parse_grade(word);
  if (!grade) return std::nullopt;
  return static_cast<char>('0' + static_cast<int>(*grade));
}

// Until the answer shows: "What the learner does next" of one card.
enum class Next { Card, Again, Leave };

class CardSitting {
 public:
  CardSitting(const Arguments& arguments, World& world, QueueFilter filter)
      : arguments_(arguments), world_(world), talk_(world), filter_(std::move(filter)), study_(open_study(arguments, world)) {
    check_filter(filter_, study_->library());
  }

  // False when there was nothing to ask.
  bool run() {
    bool asked = false;
    while (true) {
      const Queue queue = study_->queue(filter_);
      if (queue.cards.empty()) {
        finish(queue, asked);
        return asked;
      }
      asked = true;
      if (ask(queue) == Next::Leave) {
        finish(queue, asked);
        return true;
      }
    }
  }

 private:
  Next ask(const Queue& queue) {
    const QueuedCard& entry = queue.cards.front();
    const CardItem& item = *entry.item;
    const Card& card = study_->library().card(item);
    const Face shown = study_->face_of(item);
    const Instant began = talk_.stopwatch();

    talk_.clear();
    show_heading(queue, entry);
    if (!remark_.empty()) talk_.say(talk_.style().dim(paragraph(remark_, talk_.width())) + "\n");
    remark_.clear();
    show_question(card, shown);

    std::optional<Checked> checked;
    if (is_checked(card)) {
      talk_.say("\n" + hint("Enter: answer · :u undo · :e edit · :s suspend · :b bury · :q leave"));
      const auto given = talk_.ask("> ");
      if (!given) return Next::Leave;
      if (const auto command = command_of(trimmed(*given))) return act(*command, item);
      if (!trimmed(*given).empty()) checked = check_answer(card, shown, *given);
    } else {
      const char key = talk_.choose("\n" + hint("space: answer · u undo · e edit · s suspend · b bury · q leave"),
                                    " \nuesbq");
      if (key != ' ' && key != '\n') return act(key, item);
    }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(talk_.stopwatch() - began);
    return grade(item, shown, checked, took);
  }

  [[nodiscard]] std::string hint(std::string_view text) const {
    return talk_.style().dim(paragraph(text, talk_.width()));
  }

  void show_heading(const Queue& queue, const QueuedCard& entry) {
    const std::string left = study_->library().decks[entry.item->deck].title;
    const std::string right =
        fmt::format("{} left · {:.0f} min", queue.cards.size(), std::max(1.0, queue.minutes));
    talk_.say(talk_.style().dim(at_both_ends(shorten(left, std::max(10, talk_.width() - display_width(right) - 2)), right,
                                             talk_.width())) + "\n\n");
  }

  void show_question(const Card& card, const Face& shown) {
    const int width = talk_.width();
    talk_.say(talk_.style().bold(paragraph(plain(shown.front), width)));
    if (shown.code) show_code(shown.code_front);
    for (std::size_t i = 0; i < shown.options.size(); ++i)
      talk_.say(hanging(fmt::format("  {}  ", i + 1), plain(shown.options[i].text), width));
    for (std::size_t i = 0; i < shown.items.size(); ++i)
      talk_.say(hanging(fmt::format("  {}  ", i + 1), plain(shown.items[i]), width));
    if (card.kind == CardKind::Ordered) talk_.say(talk_.style().dim("\nType the numbers in order, such as 3 1 2.\n"));
    if (card.kind == CardKind::Choice)
      talk_.say(talk_.style().dim(card.multi ? "\nType the numbers of all that are right.\n" : "\nType a number.\n"));
    if (card.kind == CardKind::Number && !card.unit.empty())
      talk_.say(talk_.style().dim(fmt::format("\nIn {}.\n", card.unit)));
  }

  void show_code(const std::string& code) {
    talk_.say("\n");
    for (const std::string& line : wrap_code(code, talk_.width() - 2)) talk_.say("  " + line + "\n");
  }

  void show_answer(const Face& shown, const std::optional<Checked>& checked) {
    const int width = talk_.width();
    const Style& style = talk_.style();
    talk_.say("\n");
    if (checked) {
      const std::string verdict = checked->verdict == Verdict::Right  ? style.good("Right.")
                                  : checked->verdict == Verdict::Near ? style.warn("Nearly.")
                                                                      : style.warn("Not this time.");
      talk_.say(verdict + "\n");
      if (!checked->remark.empty()) talk_.say(paragraph(plain(checked->remark), width));
      talk_.say("\n");
    }
    talk_.say(style.accent(paragraph(plain(shown.back), width)));
    if (shown.code) show_code(shown.code_back);
    if (!shown.extra.empty()) talk_.say("\n" + style.dim(paragraph(plain(shown.extra), width)));
  }

  Next grade(const CardItem& item, const Face& shown, const std::optional<Checked>& checked,
             std::chrono::milliseconds took) {
    show_answer(shown, checked);
    const auto outcomes = study_->preview(item.id);
    std::string buttons = "\n";
    std::string line;
    for (const Grade grade : kGrades) {
      const auto& outcome = outcomes[static_cast<std::size_t>(grade) - 1];
      const std::string button = fmt::format("{} {}: {}", static_cast<int>(grade), to_string(grade), outcome_label(outcome));
      if (!line.empty() && display_width(line) + 3 + display_width(button) > talk_.width()) {
        buttons += line + "\n";
        line.clear();
      }
      line += (line.empty() ? "" : "   ") + button;
    }
    buttons += line + "\n";
    std::string keys = "1234uesbq";
    std::optional<Grade> suggested;
    if (checked) {
      suggested = checked->verdict == Verdict::Right  ? Grade::Good
                  : checked->verdict == Verdict::Near ? Grade::Hard
                                                      : Grade::Again;
      keys += '\n';
      buttons += talk_.style().dim(fmt::format("Enter takes {}.", to_string(*suggested))) + "\n";
    }
    const char key = talk_.choose(buttons, keys, grade_key);
    if (key != '\n' && (key < '1' || key > '4')) return act(key, item);
    const Grade grade = key == '\n' ? *suggested : static_cast<Grade>(key - '0');
    const Answered done = study_->answer(item.id, grade, took);
    ++answered_;
    if (filter_.limit) --*filter_.limit;
    if (filter_.minutes) *filter_.minutes -= std::chrono::duration<double>(took).count() / 60;
    if (done.became_leech) remark_ = fmt::format("{}: {}", item.id, leech_remark(done));
    return Next::Card;
  }

  // A command given where an answer is typed: ":u" and the like.
  static std::optional<char> command_of(std::string_view given) {
    if (given.size() == 2 && given[0] == ':' && std::string_view("uesbq").find(given[1]) != std::string_view::npos)
      return given[1];
    return std::nullopt;
  }

  Next act(char key, const CardItem& item) {
    if (key == 'q') return Next::Leave;
    if (key == 'u') {
      const auto undone = study_->undo();
      remark_ = undone ? "Took back: " + describe(*undone) + "." : "Nothing to take back.";
    } else if (key == 's') {
      study_->suspend(item.id);
      remark_ = fmt::format("Suspended {}. u takes it back.", item.id);
    } else if (key == 'b') {
      study_->bury_until_tomorrow(item.id);
      remark_ = fmt::format("Buried {} until tomorrow. u takes it back.", item.id);
    } else if (key == 'e') {
      edit(item);
    }
    return Next::Again;
  }

  void edit(const CardItem& item) {
    const Deck& deck = study_->library().decks[item.deck];
    const bool own = deck.file.starts_with("decks/");
    const auto path = own ? study_->folder().decks() / deck.file.substr(6)
                          : study_->content().cards() / deck.file.substr(deck.file.find('/') + 1);
    const int line = study_->library().card(item).line;
    if (world_.editor.empty() || !talk_.by_keys()) {
      remark_ = fmt::format("The card is in {}, line {}. Set EDITOR to open it from here.", path.string(), line);
      return;
    }
    open_editor(world_, path);
    study_ = open_study(arguments_, world_);
    remark_ = fmt::format("Read {} again.", deck.file);
  }

  void finish(const Queue& queue, bool asked) {
    if (answered_ > 0)
      talk_.say(fmt::format("\n{} answered, all kept.\n", counted(answered_, "card")));
    else if (!asked)
      talk_.say("Nothing is due.\n");
    if (filter_.limit || filter_.minutes) return;
    if (queue.deferred + queue.fresh_deferred > 0 && queue.cards.empty())
      talk_.say(paragraph(fmt::format("{} due and {} new wait: {}. More now: starling review --minutes 10", queue.deferred,
                                      queue.fresh_deferred,
                                      study_->off(study_->today())
                                          ? "a day off"
                                          : fmt::format("today's {:g} minutes are used", queue.budget_minutes)),
                          talk_.width()));
    else if (queue.cards.empty() && queue.next)
      talk_.say(next_line(*queue.next));
  }

  std::string next_line(const Due& due) const {
    if (due.at) return fmt::format("Next at {}.\n", study_->rule().time_of_day(*due.at));
    return fmt::format("Next on {}.\n", short_date(due.day));
  }

  const Arguments& arguments_;
  World& world_;
  Dialogue talk_;
  QueueFilter filter_;
  std::unique_ptr<Study> study_;
  std::string remark_;
  int answered_ = 0;
};

}  // namespace

Exit run_review(const Arguments& arguments, World& world) {
  if (arguments.json) throw UsageError("'review' is for people; scripts use 'next --json' and 'answer --json'");
  const Kinds kinds = kinds_from(arguments);
  bool asked = false;
  if (kinds.cards) asked = CardSitting(arguments, world, filter_from(arguments)).run();
  if (kinds.stories) asked = tell_stories_due(arguments, world) || asked;
  return asked ? Exit::Ok : Exit::NotMet;
}

}  // namespace starling
