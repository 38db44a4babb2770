#include "cli/card_sitting.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "cli/changes.h"
#include "cli/flagging.h"
#include "cli/full_screen.h"
#include "cli/open_study.h"
#include "cli/queue_options.h"
#include "cli/screen.h"
#include "cli/settings_file.h"
#include "decklint/decklint.h"
#include "text/text.h"

namespace starling {

namespace {

// What was taken back or brought back. The card that the learner has in sight goes without its name, which would give
// answers away; anything else is named, since nothing on the screen says what it was.
std::string change_remark(const Deed& deed, Back direction, const std::optional<ItemId>& in_sight, const Study& study) {
  std::string text = change_lines(deed, {}, direction, settings_now(study), study);
  while (text.ends_with('\n')) text.pop_back();
  const Answered* answer = answer_in(deed);
  const ItemId* item = answer ? &answer->item : item_of(deed.events.front());
  if (item && in_sight && *item == *in_sight) {
    if (answer && !is_practice(deed)) text = fmt::format("{}: {}", verb_of(direction), to_string(answer->grade));
    else if (const std::size_t at = text.find(item->text()); at != text.npos) text.replace(at, item->text().size(), "this card");
  }
  return text + ".";
}

std::string result_line(const SittingSummary& summary) {
  const double minutes = std::chrono::duration<double, std::ratio<60>>(summary.time).count();
  return fmt::format("{}, {:.0f} % recalled, {:.0f} min.\n", counted(summary.answers, "answer"),
                     100.0 * summary.recalled / summary.answers, std::max(1.0, std::round(minutes)));
}

}  // namespace

CardSitting::CardSitting(const Arguments& arguments, World& world)
    : arguments_(arguments),
      world_(world),
      study_(open_study(arguments, world)),
      wish_(wish_from(arguments, study_->library())),
      sitting_(*study_, wish_) {
  // Prices of an earlier day, and their count of cards, would stand for one card alone.
  constexpr std::chrono::milliseconds kUnnoticed{400};
  sitting_.price(world.threads);
  sitting_.wait_for_prices(kUnnoticed);
  sitting_.refit(world.threads);
  sitting_.guard(world.threads);
}

const Card& CardSitting::card() const { return study_->library().card(question()->item->id); }
Face CardSitting::face() const { return study_->face_of(question()->item->id); }
std::array<Outcome, 4> CardSitting::outcomes() const { return study_->preview(*question()->item); }

std::string CardSitting::as_of() const {
  const auto date = quota_date(*study_->library().deck_of(question()->item->id), card());
  return date ? as_of_line(*date, study_->now().day) : "";
}

std::string CardSitting::info(bool answered) const {
  const Asked& asked = *question();
  std::string text = reason_of(study_->standpoint(), agenda(), *asked.item);
  if (asked.recall)
    text += fmt::format(" Recall now {:.0f} %; {}, {}.", *asked.recall * 100, counted(asked.state->reviews, "review"),
                        counted(asked.state->lapses, "lapse"));
  if (answered && !card().source.empty()) text += " Source: " + without_emphasis(card().source);
  return text;
}

bool CardSitting::opens_with_line() const {
  const Card& asked = card();
  switch (asked.kind) {
    case CardKind::Typed:
    case CardKind::Number:
    case CardKind::Ordered: return true;
    case CardKind::Choice: return asked.multi;
    case CardKind::Cloze:
    case CardKind::Code: return study_->settings().type_cloze;
    default: return false;
  }
}

Checked CardSitting::check(const Face& face, std::string_view given) const {
  const Deck& deck = *study_->library().deck_of(question()->item->id);
  return check_answer(card(), face, given, other_answers(deck, card()));
}

void CardSitting::answer(Grade grade, std::chrono::milliseconds took) {
  const auto did = sitting_.answer(grade, took);
  if (!did) remark_ = "That card was answered in another sitting meanwhile; yours was not kept.";
  else if (did->view.became_leech) remark_ = leech_remark(did->view);
}

std::optional<ItemId> CardSitting::in_sight() const { return question() ? std::optional(question()->item->id) : std::nullopt; }

std::string_view CardSitting::undo_words() const {
  if (!question()) return "starling undo";
  if (terminal_by_keys(world_)) return opens_with_line() ? "Esc, u" : "u";
  return asks_for_line() ? ":u" : "u";
}

void CardSitting::undo() {
  const auto undone = sitting_.take_back();
  remark_ = undone ? change_remark(*undone, Back::Undo, in_sight(), *study_) : "Nothing to undo.";
}

void CardSitting::redo() {
  const auto before = in_sight();
  const auto redone = sitting_.bring_back();
  remark_ = redone ? change_remark(*redone, Back::Redo, before, *study_) : "Nothing to redo.";
}

void CardSitting::suspend() {
  (void)sitting_.put_away();
  remark_ = fmt::format("Suspended. {} brings it back.", undo_words());
}

void CardSitting::bury() {
  (void)sitting_.bury();
  remark_ = fmt::format("Buried until tomorrow. {} brings it back.", undo_words());
}

bool CardSitting::flag(const std::string& note) {
  const ItemId item = question()->item->id;
  const Flagging done = sitting_.flag(note);
  const bool stays = question() && question()->item->id == item;
  // Its line was left by the key that flags.
  const std::string_view way = stays && terminal_by_keys(world_) ? "u" : undo_words();
  remark_ = fmt::format("{} {} takes it back.", capitalised(flag_sentence(done)), way);
  return stays;
}

void CardSitting::edit(const std::function<void(const std::function<void()>&)>& outside,
                       const std::function<AfterEdit(const std::vector<Problem>&)>& ask) {
  const ItemId item = question()->item->id;
  const auto edited_outside = [&](const std::function<Edited()>& work) {
    Edited edited;
    outside([&] { edited = work(); });
    return edited;
  };
  const Edited edited =
      mended(edited_outside([&] { return edit_card(world_, study_->library(), item); }), ask, [&](const Edited& last) {
        return edited_outside([&] { return edit_again(world_, study_->library(), last); });
      });
  remark_ = edited.said;
  if (const std::string more = new_id_sentence(study_->states(), item, edited); !more.empty()) remark_ += " " + more;
  if (edited.changed) sitting_.read_texts_again();
}

std::string CardSitting::take_remark() {
  std::string all;
  for (const std::string& remark : study_->take_remarks()) all += remark + (remark.ends_with('.') ? " " : ". ");
  return all + std::exchange(remark_, {});
}

std::string CardSitting::last_words(int width) {
  const SittingSummary summary = sitting_.summary();
  std::string text = summary.answers > 0 ? result_line(summary) : "";
  // With other weights there is another choice.
  const auto refit = sitting_.finish();
  if (const NoQuestion none = no_question(agenda(), study_->rule()); !question() && (none.more || !wish_.limit))
    text += no_question_lines(none, "review", arguments_, width);
  if (refit) text += paragraph(refit_sentence(*refit), width);
  return text;
}

bool review_cards(const Arguments& arguments, World& world) {
  CardSitting sitting(arguments, world);
  if (!terminal_by_keys(world)) return review_by_lines(sitting, world);
  const bool asked = review_by_keys(sitting, world);
  if (const std::string remark = sitting.question() ? "" : sitting.take_remark(); !remark.empty())
    world.out << paragraph(remark, text_width(world));
  world.out << sitting.last_words(text_width(world));
  return asked;
}

}  // namespace starling
