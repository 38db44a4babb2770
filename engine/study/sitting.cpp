#include "study/sitting.h"

#include <algorithm>
#include <utility>

namespace starling {

void price_anew(Study& study, int threads) {
  auto task = study.pricing_task();
  if (!task) return;
  study.take(Pricing(*std::move(task), threads).aim());
  study.keep_aim();
}

void price_today(Study& study, int threads) {
  if (!study.is_priced_today()) price_anew(study, threads);
}

void price_answered(Study& study, int threads) {
  const DayFrame today = study.frame();
  if (!today.aimed) return;
  const bool any_unknown = std::ranges::any_of(study.states(), [&](const auto& entry) {
    const auto& [id, state] = entry;
    if (!state.standing.memory || state.standing.last_day != today.now.day || state.suspended) return false;
    const Item* item = study.library().find(id);  // what is put away has no prices, however often they are sought
    return item && item->away == Away::No && !today.aimed(id, state.standing);
  });
  if (any_unknown) price_anew(study, threads);
}

Sitting::Sitting(Study& study, Wish wish) : study_(study), wish_(std::move(wish)), agenda_(study.agenda(wish_)), begun_before_(agenda_.spent().begun) {}

Sitting::~Sitting() {
  leaves_ = true;
  try {
    if (pricing_.valid()) (void)take_prices();
    if (priced_) study_.keep_aim();
    wait_for_guard();
  } catch (const std::exception&) {
    // The next sitting works them out.
  }
}

void Sitting::price(int threads) {
  auto task = study_.pricing_task();
  if (!task) return;
  pricing_ = std::async(std::launch::async, [task = *std::move(task), threads]() mutable { return Pricing(std::move(task), threads); });
  wait_where_empty();
}

void Sitting::wait_for_prices() {
  if (pricing_.valid() && take_prices()) choose_anew();
}

void Sitting::wait_for_prices(std::chrono::milliseconds at_most) {
  if (pricing_.valid() && pricing_.wait_for(at_most) == std::future_status::ready) wait_for_prices();
}

// By due dates alone a sitting would end that has something to ask.
void Sitting::wait_where_empty() {
  const bool limit_reached = wish_.limit && summary().answers >= *wish_.limit;
  if (!question() && !limit_reached) wait_for_prices();
}

void Sitting::refit(int threads) {
  refit_ = weekly_refit_task(study_, threads);
  if (refit_) best_fit_ = std::async(std::launch::async, [this] { return best_fit(refit_->log, refit_->options); });
}

void Sitting::guard(int threads) {
  if (study_.states().size() < kItemsToCompare) return;
  auto task = study_.guard_task();
  if (!task) return;
  guard_ = std::async(std::launch::async, [this, threads, task = *std::move(task)] { return foresee_ways(task, threads, {&leaves_, {}}); });
}

void Sitting::wait_for_guard() {
  if (!guard_.valid()) return;
  if (auto guard = guard_.get()) study_.keep(*std::move(guard));
}

std::optional<Refit> Sitting::finish() {
  if (!best_fit_.valid()) return std::nullopt;
  const Refit refit = take_over(study_, *refit_, best_fit_.get());
  if (!refit.is_adopted) return refit;
  wait_for_prices();
  price(refit_->options.fit.threads);
  wait_for_prices();
  choose_anew();
  return refit;
}

// Those of what was answered meanwhile too. False where the days go by due dates.
bool Sitting::take_prices() {
  priced_ = pricing_.get();
  study_.take(priced_->aim());
  if (!priced_->aim().settled) return false;
  for (const Deed& deed : answers_) follow(answer_in(deed)->item);
  return true;
}

void Sitting::follow(const ItemId& item) {
  if (!priced_ || !priced_->aim().settled) return;
  const ItemState state = study_.state(item);
  if (state.standing.memory) study_.take(priced_->aimed(item, *state.standing.memory, state.standing.last_day));
}

Wish Sitting::rest_of_wish() const {
  const SittingSummary so_far = summary();
  Wish rest = wish_;
  if (rest.limit) rest.limit = std::max(0, *rest.limit - so_far.answers);
  if (rest.minutes)
    rest.minutes = std::max(0.0, *rest.minutes - std::chrono::duration<double, std::ratio<60>>(so_far.time).count());
  rest.fresh_begun = agenda_.spent().begun - begun_before_;
  return rest;
}

void Sitting::choose_anew() {
  agenda_ = study_.agenda(rest_of_wish());
  hold_siblings();
}

// Those of what was put away today.
void Sitting::hold_siblings() {
  if (put_away_.empty()) return;
  Spent spent = agenda_.spent();
  const Item* last = nullptr;
  for (const Deed& deed : put_away_) {
    const ItemId& item = *item_of(deed.events.front());
    const Item* known = deed.day == study_.now().day ? study_.library().find(item) : nullptr;
    if (known && spent.wholes.emplace(item.whole()).second) last = known;
  }
  if (last) agenda_.changed(*last, std::move(spent), study_.now());
}

const Asked* Sitting::question() const {
  if (again_)
    if (const Asked* asked = agenda_.asked(*again_)) return asked;
  return agenda_.cards().empty() ? nullptr : &agenda_.cards().front();
}

std::optional<Did> Sitting::answer(Grade grade, std::optional<std::chrono::milliseconds> took) {
  const Item& item = *question()->item;
  const int readings = study_.readings();
  const int begun = agenda_.spent().begun;
  std::optional<Did> did;
  try {
    did = study_.answer_shown(item, grade, took, study_.state(item.id).reviews, [&](const Deed& deed) {
      follow(item.id);
      if (study_.readings() == readings) agenda_.answered(item, deed, study_.now());
    });
  } catch (...) {
    follow(item.id);
    const int not_kept = agenda_.spent().begun - begun;
    begun_before_ += not_kept;
    choose_anew();
    begun_before_ -= not_kept;
    throw;
  }
  again_.reset();
  if (did) answers_.push_back(did->deed);
  const bool priced = pricing_.valid() && pricing_.wait_for(std::chrono::seconds(0)) == std::future_status::ready && take_prices();
  if (!did || priced || study_.readings() != readings) choose_anew();
  wait_where_empty();
  return did;
}

Deed Sitting::put_away() {
  return put_away([&](const ItemId& item) { return study_.suspend(item); });
}

Deed Sitting::bury() {
  return put_away([&](const ItemId& item) { return study_.bury_until_tomorrow(item); });
}

Deed Sitting::put_away(const std::function<Deed(const ItemId&)>& work) {
  return change([&](const ItemId& item) {
    put_away_.push_back(work(item));
    return put_away_.back();
  });
}

Flagging Sitting::flag(const std::string& note) {
  Flagging flagging;
  std::vector<ItemId> schedules;
  const ItemId asked = question()->item->id;
  for (const Item& item : study_.library().items())
    if (card_of(item.id) == card_of(asked)) schedules.push_back(item.id);
  (void)change([&](const ItemId&) {
    flagging = study_.flag(schedules, note);
    return flagging.deed;
  });
  if (flagging.suspended)
    choose_anew();  // other schedules of the card went with it
  else
    again_ = asked;
  return flagging;
}

Deed Sitting::change(const std::function<Deed(const ItemId&)>& work) {
  const Item& item = *question()->item;
  again_.reset();
  const int readings = study_.readings();
  Deed deed = work(item.id);
  if (study_.readings() == readings) {
    agenda_.changed(item, study_.now());
    hold_siblings();
  } else {
    choose_anew();
  }
  wait_where_empty();
  return deed;
}

std::optional<Deed> Sitting::take_back() {
  const std::vector<Deed> taken = study_.undo();
  if (taken.empty()) return std::nullopt;
  if (std::erase_if(answers_, [&](const Deed& deed) { return deed.id == taken.front().id; }) > 0) taken_back_.push_back(taken.front().id);
  std::erase_if(put_away_, [&](const Deed& deed) { return deed.id == taken.front().id; });
  again_.reset();
  if (const ItemId* item = item_of(taken.front().events.front()); item && item->kind() != ItemKind::Story) again_ = *item;
  if (again_) follow(*again_);
  go_on_after(taken.front());
  return taken.front();
}

std::optional<Deed> Sitting::bring_back() {
  const std::vector<Deed> back = study_.redo();
  if (back.empty()) return std::nullopt;
  again_.reset();
  if (std::erase(taken_back_, back.front().id) > 0) answers_.push_back(back.front());
  const Event& event = back.front().events.front();
  if (std::holds_alternative<Suspended>(event) || std::holds_alternative<Buried>(event)) put_away_.push_back(back.front());
  go_on_after(back.front());
  return back.front();
}

// Settings or a plan that are other ones now choose the day anew.
void Sitting::go_on_after(const Deed& deed) {
  if (sets_settings(deed) || changes_plan(deed)) study_.read_texts_again();
  choose_anew();
}

void Sitting::read_texts_again() {
  study_.read_texts_again();
  choose_anew();
}

SittingSummary Sitting::summary() const {
  SittingSummary sum;
  for (const Deed& deed : answers_) {
    const Answered* answer = answer_in(deed);
    ++sum.answers;
    sum.recalled += answer->grade != Grade::Again ? 1 : 0;
    sum.time += answer->took.value_or(std::chrono::milliseconds(0));
  }
  return sum;
}

}  // namespace starling
