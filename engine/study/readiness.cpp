#include "study/readiness.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "study/open_folder.h"

namespace starling {

namespace {

constexpr int kLives = 3;  // the mean over many hundred cards moves little from life to life
constexpr Seed kSeed{1};
constexpr double kMinutesMore = 5;
constexpr double kFewestMinutes = 1;
constexpr double kLeastGain = 0.001;  // of all cards; less is luck
constexpr std::string_view kByPrices = "Review what adds most to the day";

Scenario with_minutes(Scenario scenario, double more) {
  const bool none = scenario.minutes_per_day.value_or(0) <= 0;
  const auto moved = [=](double minutes) { return minutes > 0 || none ? std::max(kFewestMinutes, minutes + more) : 0; };
  for (double& minutes : scenario.minutes_by_day) minutes = moved(minutes);
  scenario.minutes_per_day = moved(scenario.minutes_per_day.value_or(0));
  return scenario;
}

// The learner's own days, and what they could be.
class Readiness {
 public:
  explicit Readiness(const Study& study)
      : study_(study),
        from_(study.standpoint()),
        days_(from_.timeline.days_left(from_.now.day)),
        tests_from_(study.standing()),
        own_(study.scenario(days_, tests_from_)),
        can_price_(PricedScenario::can_price(own_)),
        tests_(recall_tests(tests_from_, from_.model)),
        doubt_(stability_doubt(tests_, from_.model)) {
    const std::vector<DayFrame> frames = day_frames(from_.settings, from_.timeline, from_.rule, from_.now, days_);
    last_days_ = frames.front().nothing_new == Why::LastDays;
    nothing_new_days_ = frames.front().nothing_new_days;
    const ScenarioItems items = scenario_items(from_.library.items(), from_.states, frames);
    items_ = items.known;
    for (const auto& opening : items.opening) items_.insert(items_.end(), opening.begin(), opening.end());
    for (const DayFrame& frame : frames) {
      off_days_ += frame.asking == Asking::Nothing ? 1 : 0;
      days_for_new_ += frame.asking == Asking::All ? 1 : 0;
    }
  }

  std::optional<ReadinessView> view(int threads, const Watch& watch, PricesSought* sought) {
    add_runs();
    const auto lives = simulate(runs_, {lives_of(own_, kLives), threads, kSeed, true, true}, watch, sought);
    if (!lives) return std::nullopt;
    lives_ = *lives;
    ReadinessView view;
    assume(view);
    set_recall(view);
    if (can_price_) set_bound(view, threads);
    set_earlier(view);
    set_path(view);
    set_dose(view);
    set_parts(view);
    set_moves(view);
    view.covered = coverage_view(from_).coverage.covered;
    view.calibration = calibration(tests_);
    return view;
  }

 private:
  // Three runs of one scenario, of a learner who forgets sooner, as is likely, and later.
  struct Three {
    std::size_t low = 0, middle = 0, high = 0;
  };
  struct Chance {
    std::size_t run;
    std::string text;
    std::string note;
  };

  std::size_t add(const Scenario& scenario, double factor, std::optional<std::size_t> like) {
    runs_.push_back({scenario, from_.model.weights(), Truth{from_.model.weights(), 0, 0, factor}, like});
    return runs_.size() - 1;
  }
  // Beside the learner's own days, which are the first.
  std::size_t add_likely(const Scenario& scenario) {
    return add(scenario, likely_factor(doubt_), runs_.empty() ? std::nullopt : std::optional(three_.middle));
  }
  Three add_three(const Scenario& scenario) {
    Three three;
    three.middle = add_likely(scenario);
    three.low = add(scenario, low_factor(doubt_), three.middle);
    three.high = add(scenario, high_factor(doubt_), three.middle);
    return three;
  }

  void add_runs() {
    three_ = add_three(own_);
    const double minutes = own_.minutes_per_day.value_or(0);
    if (minutes > kMinutesMore) doses_.emplace_back(minutes - kMinutesMore, add_three(with_minutes(own_, -kMinutesMore)));
    doses_.emplace_back(minutes, three_);
    Scenario longer = with_minutes(own_, kMinutesMore);
    // Without minutes nothing was compared, and auto goes by a stand-in.
    if (from_.settings.auto_policy && !can_price_ && PricedScenario::can_price(longer)) longer.policy = StudyPolicy::Deadline;
    doses_.emplace_back(minutes + kMinutesMore, add_three(longer));
    add_chances();
  }

  [[nodiscard]] static std::string set(std::string_view key, std::string_view value) { return fmt::format("starling config review.{} {}", key, value); }
  void chance(const Scenario& scenario, std::string text, std::string note) {
    chances_.push_back({add_likely(scenario), std::move(text), std::move(note)});
  }

  void add_chances() {
    const auto& [most_minutes, with_most] = doses_.back();
    chances_.push_back({with_most.middle, fmt::format("{:g} minutes more a day", kMinutesMore), set("minutes_per_day", fmt::format("{}", most_minutes))});
    add_ways();
    add_thoroughness();
    add_days();
    if (own_.new_per_day) {
      Scenario eager = own_;
      eager.new_per_day = *own_.new_per_day > 0 ? 2 * *own_.new_per_day : Settings{}.new_per_day;
      chance(eager, fmt::format("Up to {} new cards a day", *eager.new_per_day), set("new_per_day", fmt::format("{}", *eager.new_per_day)));
    }
  }

  // The best of those that were compared; before that, by prices.
  void add_ways() {
    std::optional<StudyWay> by_prices;
    if (from_.settings.interview && own_.policy != StudyPolicy::Deadline && can_price_) {
      Scenario aimed = own_;
      aimed.policy = StudyPolicy::Deadline;
      by_prices_ = add_likely(aimed);
      by_prices = way_of(aimed);
      if (!from_.guard) chances_.push_back({by_prices_, std::string(kByPrices), set("policy", to_string(StudyPolicy::Deadline))});
    }
    const WayForeseen* best = best_way_now();
    if (!best || policy_word(from_.settings) == kAutoPolicy || best->way == way_of(own_)) return;
    Scenario better = own_;
    better.policy = best->way.policy;
    if (best->way.base_price) better.base_price = best->way.base_price;
    const std::string text = best->way.policy == StudyPolicy::Deadline ? std::string(kByPrices) : fmt::format("Review by {}", to_string(best->way.policy));
    chances_.push_back({by_prices == best->way ? by_prices_ : add_likely(better), text, set("policy", kAutoPolicy)});
  }

  void add_thoroughness() {
    const Thoroughness thoroughness = from_.settings.thoroughness;
    const bool is_chosen = from_.settings.auto_policy && from_.settings.auto_thoroughness;
    if (is_chosen || own_.policy != StudyPolicy::Deadline || !can_price_ || !base_price_of(own_) || thoroughness == kThoroughnesses.back()) return;
    const Thoroughness next = kThoroughnesses[index_of(static_cast<int>(thoroughness) + 1)];
    Scenario thorough = own_;
    thorough.base_price = base_price_of(next);
    chance(thorough, "Review more thoroughly", set("thoroughness", to_string(next)));
  }

  void add_days() {
    if (off_days_ > 0) {
      Scenario busy = own_;
      busy.asking = asking_without_days_off();
      chance(busy, fmt::format("Study on {} too", counted(off_days_, "day off", "days off")), "by the cards alone: rest has its worth");
    }
    if (own_.lived < 1) {
      Scenario steady = own_;
      steady.lived = 1;
      chance(steady, "Miss no day", fmt::format("an estimate, by how you studied lately: {:.0f} of 100 days are missed", 100 * (1 - own_.lived)));
    }
  }

  [[nodiscard]] std::vector<Asking> asking_without_days_off() const {
    Settings settings = from_.settings;
    settings.days_off.clear();
    std::vector<Asking> asking;
    for (const DayFrame& frame : day_frames(settings, from_.timeline, from_.rule, from_.now, days_)) asking.push_back(frame.asking);
    return asking;
  }
  [[nodiscard]] const WayForeseen* best_way_now() const {
    return from_.guard ? best_way(from_.guard->ways, from_.guard->own, from_.settings.auto_thoroughness) : nullptr;
  }
  // Of review, beside the learner's own way.
  [[nodiscard]] int minutes_more(const Chance& chance) const {
    return static_cast<int>(std::max(0.0, lives_[chance.run].minutes - lives_[three_.middle].minutes));
  }
  [[nodiscard]] int study_days() const { return days_ - off_days_; }
  [[nodiscard]] Foreseen foreseen(const Three& of, const std::function<double(const Simulation&)>& figure) const {
    // Other days may be lived by who forgets sooner, so that now and then more is known.
    const auto [low, high] = std::minmax({figure(lives_[of.middle]), figure(lives_[of.low]), figure(lives_[of.high])});
    return {figure(lives_[of.middle]), low, high};
  }
  [[nodiscard]] double recall_now(const Item& item) const {
    const Standing& standing = state_of(from_.states, item.id).standing;
    if (!standing.memory) return 0;
    const Elapsed until = elapsed_days(WholeDays{days_between(standing.last_day, from_.timeline.interview())});
    return from_.model.recall_after(until, scaled(*standing.memory, likely_factor(doubt_)));
  }

  void assume(ReadinessView& view) const {
    view.today = from_.now.day;
    view.interview = from_.timeline.interview();
    view.days_left = days_;
    view.minutes_per_day = own_.minutes_per_day.value_or(0);
    view.policy = own_.policy;
    view.way = way_of(own_);
    view.policy_word = policy_word(from_.settings);
    view.waits_for_date = waits_for_date(from_.settings);
    view.last_days = last_days_;
    view.nothing_new_days = nothing_new_days_;
    view.days_for_new = days_for_new_;
    view.new_per_day = own_.new_per_day;
    view.past_new_per_day = never_by_number(own_, days_);
    if (from_.guard) {
      view.guard = *from_.guard;
      if (const WayForeseen* best = best_way_now()) view.best = best->way;
    }
    view.study_days = study_days();
    view.lived = own_.lived;
    view.practised_to_come = practised_in_all(own_);
    view.new_to_come = std::accumulate(own_.arrivals.begin(), own_.arrivals.end(), 0) - view.practised_to_come;
    view.weights = study_.store().adopted(from_.model.weights().kind())
                       ? "fitted to your answers"
                       : fmt::format("the usual ones of {}", to_string(from_.model.weights().kind()));
    view.answers = static_cast<int>(tests_.size());
    view.doubt = doubt_.deviation;
    view.stray = doubt_.mean;
  }

  void set_recall(ReadinessView& view) const {
    view.items = static_cast<int>(items_.size());
    view.begun = static_cast<int>(own_.known.size());
    for (const Item* item : items_) view.if_you_stop_now += recall_now(*item) / std::max(1.0, static_cast<double>(items_.size()));
    view.recall = foreseen(three_, [](const Simulation& life) { return life.mean_recall_at_end; });
    const Simulation& likely = lives_[three_.middle];
    view.lowest_tenth = likely.lowest_decile_recall_at_end;
    view.never_begun = view.items - view.begun - practised_in_all(own_) - static_cast<int>(std::lround(likely.fresh));
  }

  // From the prices by which these days were played, where some were.
  void set_bound(ReadinessView& view, int threads) const {
    Threads crew(threads);
    const std::optional<Prices>& prices = lives_[by_prices_].prices;
    const double bound = recall_bound(own_, from_.model.weights(), likely_factor(doubt_), crew,
                                      prices ? std::optional(prices_nearby(*prices)) : std::nullopt);
    view.bound = std::max(bound, view.recall.forecast);  // a few lives may be lucky
  }

  void set_earlier(ReadinessView& view) const {
    for (const Round* screen : phone_screens(from_.library.rounds(), view.today, view.interview))
      for (std::size_t i = 0; i < own_.earlier.size(); ++i) {
        if (*screen->on != view.today + std::chrono::days(own_.earlier[i].day)) continue;
        const int items = opened_before(own_, own_.earlier[i].day);
        view.earlier.push_back({*screen->on, screen->title, items,
                                foreseen(three_, [&](const Simulation& life) { return life.recalled_earlier[i] / std::max(1, items); })});
      }
  }

  void set_path(ReadinessView& view) const {
    int opened = view.begun;
    for (int day = 0; day < days_; ++day) {
      const auto at = static_cast<std::size_t>(day);
      opened += at < own_.arrivals.size() ? own_.arrivals[at] : 0;
      if (day % kDaysOfWeek != 0 && day + 1 != days_) continue;
      const double all = std::max(1, opened);
      view.path.push_back({from_.now.day + std::chrono::days(day),
                           foreseen(three_, [&](const Simulation& life) { return life.days[at].memorised / all; }),
                           lives_[three_.middle].days[at].kept / std::max(1, view.items)});
    }
  }

  void set_dose(ReadinessView& view) const {
    for (const auto& [minutes, of] : doses_)
      view.dose.push_back({minutes, foreseen(of, [](const Simulation& life) { return life.mean_recall_at_end; }),
                           lives_[of.middle].lowest_decile_recall_at_end, lives_[of.middle].minutes / 60});
  }

  // One part for each id that `part_of` gives; in their order.
  [[nodiscard]] std::vector<ReadinessPart> parts(const std::function<std::optional<std::string>(const Item&)>& part_of,
                                                 const std::function<std::string(const std::string&)>& title_of) const {
    std::map<std::string, ReadinessPart> found;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const auto id = part_of(*items_[i]);
      if (!id) continue;
      ReadinessPart& part = found[*id];
      ++part.items;
      part.begun += i < own_.known.size() ? 1 : 0;
      part.if_you_stop_now += recall_now(*items_[i]);
      const Foreseen more = foreseen(three_, [i](const Simulation& life) { return life.recall_at_end[i]; });
      part.recall = {part.recall.forecast + more.forecast, part.recall.low + more.low, part.recall.high + more.high};
    }
    std::vector<ReadinessPart> result;
    for (auto& [id, part] : found) {
      part.id = id;
      part.title = title_of(id);
      const double all = part.items;
      part.if_you_stop_now /= all;
      part.recall = {part.recall.forecast / all, part.recall.low / all, part.recall.high / all};
      result.push_back(std::move(part));
    }
    return result;
  }

  [[nodiscard]] std::optional<std::string> principle_of(const Item& item) const {
    constexpr std::string_view kDecks = "lp-";
    if (is_principle_card(item.id)) return std::string(item.id.name().substr(0, item.id.name().find('#')));
    if (item.id.kind() == ItemKind::Question) {
      const auto& list = from_.library.interview_questions();
      const auto at = std::ranges::find(list, item.id.name().substr(0, item.id.name().find('#')), &InterviewQuestion::id);
      return at == list.end() ? std::nullopt : std::optional(std::string(principles()[at->principles.front()].id));
    }
    if (item.id.kind() != ItemKind::Card || !item.id.group().starts_with(kDecks)) return std::nullopt;
    const std::string_view id = item.id.group().substr(kDecks.size());
    const auto at = std::ranges::find(principles(), id, &Principle::id);
    return at == principles().end() ? std::nullopt : std::optional(std::string(id));
  }

  [[nodiscard]] std::optional<std::string> story_of(const Item& item) const {
    if (item.id.kind() == ItemKind::Probe) return std::string(item.id.group());
    if (item.id.kind() == ItemKind::Story) return std::string(item.id.name());
    if (!is_of_stories(item.id) || is_principle_card(item.id)) return std::nullopt;
    return std::string(item.id.name().substr(0, item.id.name().find('#')));
  }

  void set_parts(ReadinessView& view) const {
    view.areas = parts([](const Item& item) { return std::optional(item.area); }, [](const std::string& id) { return id; });
    view.decks = parts(
        [](const Item& item) { return item.id.kind() == ItemKind::Card ? std::optional(std::string(item.id.group())) : std::nullopt; },
        [&](const std::string& id) {
          const DeckHead* head = from_.library.deck_head(id);
          return head ? head->title : id;
        });
    view.principles = parts([&](const Item& item) { return principle_of(item); },
                            [](const std::string& id) { return std::string(std::ranges::find(principles(), id, &Principle::id)->name); });
    std::ranges::sort(view.principles, {}, [](const ReadinessPart& part) { return std::ranges::find(principles(), part.id, &Principle::id); });
    view.stories = parts([&](const Item& item) { return story_of(item); },
                         [&](const std::string& id) {
                           const Story* story = from_.library.story(id);
                           return story ? story->title : id;
                         });
  }

  void set_moves(ReadinessView& view) const {
    for (const Chance& chance : chances_) {
      const double gain = lives_[chance.run].mean_recall_at_end - view.recall.forecast;
      if (gain >= kLeastGain) view.moves.push_back({chance.text, minutes_more(chance), gain, chance.note});
    }
    std::ranges::stable_sort(view.moves, std::greater(), &ReadinessMove::gain);
    view.moves.resize(std::min(view.moves.size(), kReadinessMoves));
  }

  const Study& study_;
  Standpoint from_;
  int days_;
  std::vector<Deed> tests_from_;  // the tests point into it
  Scenario own_;
  bool can_price_;
  std::vector<RecallTest> tests_;
  StabilityDoubt doubt_;
  std::vector<const Item*> items_;  // in the order of the scenario's cards
  int off_days_ = 0;
  int days_for_new_ = 0;
  bool last_days_ = false;
  int nothing_new_days_ = 0;
  std::vector<Run> runs_;
  Three three_;
  std::size_t by_prices_ = 0;  // of own_, under the policy deadline
  std::vector<std::pair<double, Three>> doses_;
  std::vector<Chance> chances_;
  std::vector<Simulation> lives_;
};

}  // namespace

std::vector<double> Study::recall_under(std::span<const PlanDraft> drafts, int threads) const {
  constexpr int kLives = 2;  // the mean over more than a thousand cards moves little from life to life
  const Standpoint from = standpoint();
  const std::vector<Deed> deeds = standing();
  const double likely = likely_factor(stability_doubt(recall_tests(deeds, model()), model()));
  std::vector<Run> runs;
  std::vector<std::size_t> run_of;  // by draft: what leaves the cards as they are is one run
  for (const PlanDraft& draft : drafts) {
    const Timeline timeline = laid_timeline(from, draft);
    const int days = std::max(1, timeline.days_left(from.now.day));
    Run run{scenario_from(library_->items(), from.states, deeds, day_frames(draft.settings, timeline, rule_, from.now, days),
                          spent_today(), policy_of(draft.settings, ItemKind::Card), worth()),
            model().weights(), Truth{model().weights(), 0, 0, likely}};
    see_ahead(run.scenario, timeline.interview(), deeds);
    const auto same = std::ranges::find(runs, run.scenario, &Run::scenario);
    run_of.push_back(static_cast<std::size_t>(same - runs.begin()));
    if (same != runs.end()) continue;
    if (!runs.empty()) run.like = 0;
    runs.push_back(std::move(run));
  }
  const auto lives = simulate(runs, {lives_of(runs.front().scenario, kLives), threads, Seed{1}, false});
  std::vector<double> recall;
  for (const std::size_t run : run_of) recall.push_back((*lives)[run].mean_recall_at_end);
  return recall;
}

void Study::foresee_recall(ReplanView& view, int threads) const {
  std::vector<PlanDraft> drafts{{settings_, timeline_->learner().changes}};
  for (const ReplanOption& option : view.options) drafts.push_back(option.draft);
  const std::vector<double> recall = recall_under(drafts, threads);
  view.now.recall = recall.front();
  for (std::size_t i = 0; i < view.options.size(); ++i) view.options[i].effect.recall = recall[i + 1];
}

std::optional<ReadinessView> readiness_of(const Study& study, int threads, const Watch& watch, PricesSought* sought) {
  return Readiness(study).view(threads, watch, sought);
}

}  // namespace starling
