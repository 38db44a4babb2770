#include "contest/contest.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <span>
#include <utility>

#include "contest/by_index.h"
#include "contest/final_pass.h"
#include "contest/half_left.h"
#include "contest/life.h"
#include "contest/plain.h"
#include "contest/rising.h"
#include "contest/ssp_mmc.h"
#include "threads/threads.h"

namespace starling {

namespace {

struct ContestantWord {
  Contestant contestant;
  std::string_view word;
};
// The first of a contestant is its name.
constexpr std::array<ContestantWord, 8> kContestantWords{{{Contestant::Plain, "plain"},
                                                          {Contestant::FinalPass, "final-pass"},
                                                          {Contestant::HalfLeft, "half-left"},
                                                          {Contestant::HalfLeft, "cepeda"},
                                                          {Contestant::Rising, "r-of-t"},
                                                          {Contestant::SspMmc, "ssp-mmc"},
                                                          {Contestant::Index, "index"},
                                                          {Contestant::Index, "deadline"}}};
constexpr Seed kTuningSeed{0x7e57};  // far from those that are asked for

// What may be set, in this order, and where each number may lie.
struct Limits {
  double low;
  double high;
};
constexpr std::array<Limits, 1> kRetention{{{0.5, 0.995}}};
constexpr std::array<Limits, 3> kRise{{{0.5, 0.999}, {0.5, 0.999}, {2, 365}}};
constexpr std::array<Limits, 1> kTargetDays{{{1, 36500}}};
constexpr std::array<Limits, 1> kBasePrice{{{0, 1}}};

constexpr std::span<const Limits> limits_of(Contestant contestant) {
  switch (contestant) {
    case Contestant::Rising: return kRise;
    case Contestant::SspMmc: return kTargetDays;
    case Contestant::Index: return kBasePrice;
    default: return kRetention;
  }
}

Rival rival_by(Contestant contestant, std::span<const double> settings, const Course& course) {
  switch (contestant) {
    case Contestant::Plain: return plain_rival(settings[0]);
    case Contestant::FinalPass: return final_pass_rival(settings[0]);
    case Contestant::HalfLeft: return half_left_rival(settings[0]);
    case Contestant::Rising: return rising_rival(settings[0], settings[1], static_cast<int>(settings[2]));
    case Contestant::SspMmc: return ssp_mmc_rival(settings[0]);
    case Contestant::Index: break;
  }
  return index_rival(index_settings(course, settings[0]));
}

std::vector<Rival> candidates(Contestant contestant, const Course& course) {
  std::vector<Rival> rivals;
  switch (contestant) {
    case Contestant::Plain:
      for (const double retention : {0.8, 0.85, 0.88, 0.91, 0.94, 0.96, 0.975, 0.985})
        rivals.push_back(plain_rival(retention));
      break;
    case Contestant::FinalPass:
      for (const double retention : {0.83, 0.86, 0.89, 0.92, 0.95, 0.97}) rivals.push_back(final_pass_rival(retention));
      break;
    case Contestant::HalfLeft:
      for (const double retention : {0.83, 0.86, 0.89, 0.92, 0.95, 0.975}) rivals.push_back(half_left_rival(retention));
      break;
    case Contestant::Rising:
      for (const double low : {0.85, 0.88, 0.91, 0.94})
        for (const double high : {0.985, 0.993, 0.996})
          for (const int days : {16, 24, 36}) rivals.push_back(rising_rival(low, high, days));
      break;
    case Contestant::SspMmc:
      for (const double target_days : {100, 200, 365, 730, 1500, 2500}) rivals.push_back(ssp_mmc_rival(target_days));
      break;
    case Contestant::Index:
      for (const PriceSettings& settings : usual_index_settings(course)) rivals.push_back(index_rival(settings));
      break;
  }
  return rivals;
}

// Lives side by side. Each thread takes the next one.
class Lives {
 public:
  explicit Lives(const Contest& contest) : contest_(contest), threads_(contest.threads) {}

  struct Task {
    const Nature* nature;
    const Rival* rival;
    Seed seed;
    ContestRules rules;
  };
  // `from` and `to`: shares of all the work.
  std::vector<LifeEnd> ends(const std::vector<Task>& tasks, double from, double to) {
    std::vector<LifeEnd> ends(tasks.size());
    std::atomic<std::size_t> done = 0;
    threads_.run(tasks.size(), [&](std::size_t i, std::size_t thread) {
      if (stopped()) return;
      ends[i] = live(contest_.course, *tasks[i].nature, *tasks[i].rival, tasks[i].seed, tasks[i].rules);
      const double share = static_cast<double>(++done) / static_cast<double>(tasks.size());
      if (thread == 0 && contest_.progress) contest_.progress(from + share * (to - from));
    });
    return ends;
  }
  [[nodiscard]] bool stopped() const { return contest_.stop && contest_.stop->load(std::memory_order_relaxed); }
  [[nodiscard]] Threads& threads() { return threads_; }

 private:
  const Contest& contest_;
  Threads threads_;
};

// With the settings that served best where memory is as believed.
std::vector<Rival> tuned(Lives& lives, const Contest& contest) {
  const Nature believed{"model", contest.course.believed};
  std::vector<Rival> chosen;
  for (const auto& [contestant, settings] : contest.entrants) {
    if (!settings.empty()) {
      chosen.push_back(rival_by(contestant, settings, contest.course));
      continue;
    }
    std::vector<Rival> rivals = candidates(contestant, contest.course);
    if (contestant == Contestant::Index) {
      chosen.insert(chosen.end(), rivals.begin(), rivals.end());
      continue;
    }
    std::vector<Lives::Task> tasks;
    for (const Rival& rival : rivals) tasks.push_back({&believed, &rival, kTuningSeed, {}});
    const std::vector<LifeEnd> ends = lives.ends(tasks, 0, 0);
    const auto best = std::ranges::max_element(ends, {}, &LifeEnd::mean);
    chosen.push_back(rivals[static_cast<std::size_t>(best - ends.begin())]);
  }
  return chosen;
}

ContestLine line_of(const Nature& nature, const Rival& rival, std::span<const LifeEnd> ends, int cards) {
  ContestLine line{nature.name, rival.name, rival.settings};
  const auto count = static_cast<double>(ends.size());
  for (const LifeEnd& end : ends) {
    line.mean += end.mean / count;
    line.low_decile += end.low_decile / count;
    line.hours += end.hours / count;
    line.most_minutes = std::max(line.most_minutes, end.most_minutes);
    line.keeps_minutes = line.keeps_minutes && end.most_over <= end.most_item;
  }
  line.forgotten = (1 - line.mean) * cards;
  return line;
}

double bound_of(const Course& course, const Fsrs6Weights& weights) {
  Threads threads(1);
  Outlook outlook;
  outlook.seconds.assign(static_cast<std::size_t>(course.days), course.minutes * 60);
  for (int day = 0; day < course.days; ++day)
    if (const int begun = course.fresh[static_cast<std::size_t>(day)]; begun > 0) outlook.fresh.push_back({day, static_cast<double>(begun), {}});
  outlook.doubt = 0;  // the bound of the mean itself
  const ReviewMoves moves(Weights(weights), course.habits, course.looks, longest_interval(outlook), threads);
  // A search that was cut short may leave it above what recall can be.
  return std::min(1.0, worth_bound(moves, outlook, find_prices(moves, outlook, kBoundHeat, threads), threads));
}

std::vector<ContestBound> bounds_of(Lives& lives, const Contest& contest) {
  struct Part {
    std::size_t nature;
    Fsrs6Weights weights;
    double bound = 0;
  };
  std::vector<Part> parts;
  for (std::size_t i = 0; i < contest.natures.size(); ++i) {
    const Nature& nature = contest.natures[i];
    if (!nature.weights.fsrs6()) continue;
    for (const Seed seed : std::span(contest.seeds).first(nature.spread > 0 ? contest.seeds.size() : 1))
      parts.push_back({i, *weights_in_life(nature, seed).fsrs6()});
  }
  lives.threads().run(parts.size(), [&](std::size_t i, std::size_t) {
    if (!lives.stopped()) parts[i].bound = bound_of(contest.course, parts[i].weights);
  });
  std::vector<ContestBound> bounds;
  for (const Nature& nature : contest.natures) bounds.push_back({nature.name, std::nullopt});
  for (const Part& part : parts) {
    const double lives_of = contest.natures[part.nature].spread > 0 ? static_cast<double>(contest.seeds.size()) : 1;
    std::optional<double>& mean = bounds[part.nature].mean;
    mean = mean.value_or(0) + part.bound / lives_of;
  }
  return bounds;
}

}  // namespace

std::string_view to_string(Contestant contestant) {
  return std::ranges::find(kContestantWords, contestant, &ContestantWord::contestant)->word;
}

std::optional<Contestant> parse_contestant(std::string_view text) {
  const auto found = std::ranges::find(kContestantWords, text, &ContestantWord::word);
  if (found == kContestantWords.end()) return std::nullopt;
  return found->contestant;
}

std::optional<Entrant> parse_entrant(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  const auto contestant = parse_contestant(text.substr(0, colon));
  if (!contestant) return std::nullopt;
  Entrant entrant{*contestant};
  if (colon == text.size()) return entrant;
  std::string_view left = text.substr(colon + 1);
  for (const auto& [low, high] : limits_of(*contestant)) {
    double number = 0;
    const auto [end, error] = std::from_chars(left.data(), left.data() + left.size(), number);
    if (error != std::errc{} || !(number >= low && number <= high)) return std::nullopt;
    entrant.settings.push_back(number);
    left.remove_prefix(static_cast<std::size_t>(end - left.data()));
    if (left.starts_with('/')) left.remove_prefix(1);
  }
  const bool falls = *contestant == Contestant::Rising && entrant.settings[0] > entrant.settings[1];
  if (!left.empty() || text.ends_with('/') || falls) return std::nullopt;
  return entrant;
}

std::optional<ContestResult> play(const Contest& contest) {
  Lives lives(contest);
  const std::vector<Rival> rivals = tuned(lives, contest);
  std::vector<Lives::Task> tasks;
  for (const Nature& nature : contest.natures)
    for (const Rival& rival : rivals)
      for (const Seed seed : contest.seeds) tasks.push_back({&nature, &rival, seed, {contest.refit_days, contest.skip}});
  const std::vector<LifeEnd> ends = lives.ends(tasks, 0, 1);
  const int cards = std::accumulate(contest.course.fresh.begin(), contest.course.fresh.end(), 0);
  ContestResult result;
  std::span<const LifeEnd> left = ends;
  for (const Nature& nature : contest.natures)
    for (const Rival& rival : rivals) {
      result.lines.push_back(line_of(nature, rival, left.first(contest.seeds.size()), cards));
      left = left.subspan(contest.seeds.size());
    }
  result.bounds = bounds_of(lives, contest);
  if (lives.stopped()) return std::nullopt;
  return result;
}

}  // namespace starling
