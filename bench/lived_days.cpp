#include "bench/lived_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

#include "price/price.h"
#include "simulate/chance.h"
#include "view/laid_plan.h"

namespace starling::bench {

namespace {

constexpr Seed kLuck{168};
constexpr std::chrono::seconds kTelling{150};

// One of the shares that sum to 1.
template <std::size_t N>
std::size_t pick(const std::array<double, N>& shares, double chance) {
  std::size_t at = 0;
  while (at + 1 < N && chance >= shares[at]) chance -= shares[at++];
  return at;
}

struct Given {
  Grade grade;
  double seconds;
};

Given answer_to(const Asked& asked, Day today) {
  const CardChance chance(kLuck, 0, std::hash<std::string>()(asked.item->id.text()));
  const double recalled = chance.unit(asked.state->reviews, Draw::Recall);
  const double which = chance.unit(asked.state->reviews, Draw::Grade);
  const Habits habits;
  if (!seen(*asked.state)) {
    const std::size_t grade = pick(habits.first_shares, which);
    return {kGrades[grade], habits.first_seconds[grade]};
  }
  if (in_step(*asked.state) && asked.state->standing.last_day == today) return {Grade::Good, habits.step_seconds};
  const std::size_t grade = recalled < asked.recall.value_or(1) ? 1 + pick(habits.recalled_shares, which) : 0;
  const bool practised = traits(asked.item->id.kind()).begun_by_hand;
  return {kGrades[grade], practised ? asked.item->usual.review : habits.review_seconds[grade]};
}

}  // namespace

LivedDay live_day(Study& study, SittingClock& clock, int threads) {
  LivedDay day;
  Sitting sitting(study, {});
  sitting.price(threads);
  sitting.wait_for_prices();
  day.limit = sitting.agenda().counts().budget_minutes;
  constexpr double kWholeDay = 24 * 60;
  while (const Asked* asked = day.minutes < kWholeDay ? sitting.question() : nullptr) {
    const Given given = answer_to(*asked, study.now().day);
    day.begun += seen(*asked->state) ? 0 : 1;
    day.minutes += given.seconds / 60;
    day.longest = std::max(day.longest, given.seconds / 60);
    clock.pass(given.seconds);
    (void)sitting.answer(given.grade, std::chrono::milliseconds(static_cast<int>(given.seconds * 1000)));
  }
  for (const Asked& asked : std::vector<Asked>(study.agenda().stories())) {
    (void)study.answer(*asked.item, Grade::Good, kTelling);
    day.told += kTelling.count() / 60.0;
  }
  return day;
}

void practise(Study& study) {
  for (const ItemId& id : practice_on(study.timeline(), study.now().day)) {
    const Item* item = study.library().find(id);
    if (!item || item->away != Away::No) continue;
    const ItemState state = study.state(id);
    Asked asked{item, &state, std::nullopt, item->usual.review, Reason::Due, 0};
    if (state.standing.memory)
      asked.recall = study.model().recall_after(elapsed_days(WholeDays{days_between(state.standing.last_day, study.now().day)}), *state.standing.memory);
    const Given given = answer_to(asked, study.now().day);
    const std::string name(id.name());
    const Event done = id.kind() == ItemKind::Problem ? Event(Solved{name, {}, {}, {}, given.grade != Grade::Again, {}, {}})
                                                      : Event(Designed{name, {}, {}, {}, {}, {}});
    (void)study.log({done}, Answer{item, given.grade, std::nullopt});
  }
}

std::string ready_row(int minutes_a_day, StudyPolicy policy, const KnownOnTheDay& known, double hours) {
  return fmt::format("| {} | {} | {} of {} | {:.3f} | {:.3f} | {:.0f} | {:.1f} |\n", minutes_a_day, to_string(policy), known.begun,
                     known.items, known.mean, known.low_decile, known.forgotten(), hours);
}

bool is_drilled(const Item& item) { return item.id.kind() == ItemKind::Card || item.id.kind() == ItemKind::Question; }

KnownOnTheDay known_on_the_day(const Study& study, std::string_view level) {
  const Day interview = study.timeline().interview();
  KnownOnTheDay known;
  std::vector<double> recall;
  for (const Item& item : study.library().items()) {
    const auto memory = study.state(item.id).standing.memory;
    const bool counts = is_drilled(item) || item.id.kind() == ItemKind::Story || (traits(item.id.kind()).begun_by_hand && memory);
    if (!counts || item.away != Away::No || !meant_for(item.levels, level)) continue;
    known.begun += memory ? 1 : 0;
    const WholeDays waited{days_between(study.state(item.id).standing.last_day, interview)};
    recall.push_back(memory ? study.model().recall_after(elapsed_days(waited), *memory) : 0);
  }
  if (recall.empty()) return known;
  std::ranges::sort(recall);
  const auto mean = [&](std::size_t count) {
    return std::accumulate(recall.begin(), recall.begin() + static_cast<std::ptrdiff_t>(count), 0.0) / static_cast<double>(count);
  };
  known.items = static_cast<int>(recall.size());
  known.mean = mean(recall.size());
  known.low_decile = mean(std::max<std::size_t>(1, recall.size() / 10));
  return known;
}

}  // namespace starling::bench
