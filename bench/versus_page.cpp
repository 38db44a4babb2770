// Prints docs/versus.md anew.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "contest/contest.h"

using namespace starling;

namespace {

constexpr std::array kTruths{"model", "noisy", "josh", "drawn", "fsrs-7"};
constexpr std::array kSkippedTruths{"noisy", "josh"};
constexpr std::array kSkippedMinutes{15, 25};
constexpr std::array kKnownMinutes{10, 15};
constexpr int kCards = 1300;
constexpr double kSkip = 0.25;
const std::vector kSeeds{Seed{1}, Seed{2}, Seed{3}, Seed{4}};
// Chosen after the index was done; of weights of their own, which are further apart than lives are.
constexpr std::string_view kFreshTitle = "drawn, seeds 101 to 116";
const std::vector<Seed> kFreshSeeds = [] {
  std::vector<Seed> seeds;
  for (std::uint64_t seed = 101; seed <= 116; ++seed) seeds.push_back(Seed{seed});
  return seeds;
}();

// What the index has to reach against the best of these rivals, in no more hours than it takes.
struct Goal {
  int minutes;
  double forgotten;  // of theirs at most
  std::vector<std::string_view> rivals;
  std::vector<double> bases;  // of the index, beside its usual ones: rivals take other hours from truth to truth
};
const std::array<Goal, 4> kGoals{{{10, 0.67, {"plain"}, {}},
                                  {15, 0.67, {"plain"}, {5e-5, 1e-4}},
                                  {25, 0.80, {"r-of-t", "final-pass"}, {1.4e-4}},
                                  {40, 0.85, {"r-of-t", "final-pass"}, {5e-5}}}};
constexpr double kMostGap = 0.003;  // from the index to the bound, where memory is as believed

// One truth's part of a result.
struct Table {
  std::string title;
  std::vector<ContestLine> lines;
  std::optional<double> bound;
};

Contest contest_of(int minutes, const std::vector<double>& bases, const std::vector<std::string_view>& truths,
                   const std::vector<Seed>& seeds, double skip) {
  Contest contest;
  contest.course = interview_course(kCards, minutes);
  for (const Contestant contestant : kContestants) contest.entrants.push_back({contestant});
  for (const double base : bases) contest.entrants.push_back({Contestant::Index, {base}});
  for (const std::string_view truth : truths) contest.natures.push_back(*nature_named(truth));
  contest.seeds = seeds;
  contest.refit_days = 7;
  contest.skip = skip;
  contest.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  contest.progress = [=](double share) { std::cerr << fmt::format("\r{} minutes a day: {:3.0f} %", minutes, 100 * share); };
  return contest;
}

std::vector<Table> tables_of(const Contest& contest) {
  const auto result = play(contest);
  std::cerr << "\n";
  std::vector<Table> tables;
  for (const ContestBound& bound : result->bounds) {
    tables.push_back({bound.nature, {}, bound.mean});
    std::ranges::copy_if(result->lines, std::back_inserter(tables.back().lines),
                         [&](const ContestLine& line) { return line.nature == bound.nature; });
  }
  return tables;
}

template <class Among>
const ContestLine* best_of(const Table& table, Among among) {
  const ContestLine* best = nullptr;
  for (const ContestLine& line : table.lines)
    if (among(line) && (!best || line.forgotten < best->forgotten)) best = &line;
  return best;
}

bool is_index(const ContestLine& line) { return line.name == to_string(Contestant::Index); }

void print_table(const Table& table) {
  const ContestLine* best = best_of(table, [](const ContestLine& line) { return !is_index(line); });
  std::cout << fmt::format("\n### {}\n\n| way | settings | recall | worst tenth | forgotten | hours | of the best |\n"
                           "| --- | --- | --- | --- | --- | --- | --- |\n",
                           table.title);
  for (const ContestLine& line : table.lines)
    std::cout << fmt::format("| {} | {} | {:.3f} | {:.3f} | {:.1f} | {:.1f} | {:.2f} |\n", line.name, line.settings,
                             line.mean, line.low_decile, line.forgotten, line.hours, line.forgotten / best->forgotten);
  if (table.bound) std::cout << fmt::format("\nBound of recall: {:.3f}\n", *table.bound);
}

double as_printed(double hours) { return std::round(10 * hours) / 10; }

// Of several the best that takes no more hours; where none does the one that takes fewest, and that is a miss.
std::string verdict(const Table& table, const Goal& goal) {
  const ContestLine* rival = best_of(table, [&](const ContestLine& line) {
    return std::ranges::find(goal.rivals, line.name) != goal.rivals.end();
  });
  const auto is_quick = [&](const ContestLine& line) { return as_printed(line.hours) <= as_printed(rival->hours); };
  const ContestLine* index = best_of(table, [&](const ContestLine& line) { return is_index(line) && is_quick(line); });
  if (!index)
    for (const ContestLine& line : table.lines)
      if (is_index(line) && (!index || line.hours < index->hours)) index = &line;
  const double share = index->forgotten / rival->forgotten;
  const bool is_reached = is_quick(*index) && share <= goal.forgotten && index->low_decile >= rival->low_decile;
  const double least = table.bound ? (1 - *table.bound) * kCards / rival->forgotten : 0;
  return fmt::format("{} {} ({:.3f} of {}{}, worst tenth {:.3f} to {:.3f}, hours {:.1f} to {:.1f})", table.title,
                     is_reached ? "reached" : "missed", share, rival->name,
                     least > goal.forgotten ? fmt::format(", where the bound allows {:.3f} at the least", least) : "",
                     index->low_decile, rival->low_decile, index->hours, rival->hours);
}

void print_verdicts(const std::vector<Table>& tables, const Goal& goal) {
  std::vector<std::string> all;
  for (const Table& table : tables) all.push_back(verdict(table, goal));
  for (const Table& table : tables)
    if (table.title == "model") {
      const double gap = *table.bound - best_of(table, is_index)->mean;
      all.push_back(fmt::format("gap to the bound {} ({:.4f}, at most {:g})", gap <= kMostGap ? "reached" : "missed", gap,
                                kMostGap));
    }
  std::cout << fmt::format("\nGoal of the index: it forgets at most {:.2f} of what {} does, in no more hours, its worst tenth not below: {}.\n",
                           goal.forgotten, fmt::join(goal.rivals, " or "), fmt::join(all, "; "));
}

Table fresh_table(const Goal& goal) {
  Table table = tables_of(contest_of(goal.minutes, goal.bases, {"drawn"}, kFreshSeeds, 0)).front();
  table.title = kFreshTitle;
  return table;
}

void print_fresh() {
  for (const Goal& goal : kGoals) {
    const std::vector<Table> tables{fresh_table(goal)};
    std::cout << fmt::format("\n## {} minutes a day\n", goal.minutes);
    print_table(tables.front());
    print_verdicts(tables, goal);
    std::cout << std::flush;
  }
}

void print_budget(const Goal& goal, const std::vector<std::string_view>& truths) {
  std::vector<Table> tables = tables_of(contest_of(goal.minutes, goal.bases, truths, kSeeds, 0));
  if (std::ranges::find(truths, "drawn") != truths.end()) tables.push_back(fresh_table(goal));
  std::cout << fmt::format("\n## {} minutes a day\n", goal.minutes);
  for (const Table& table : tables) print_table(table);
  print_verdicts(tables, goal);
  std::cout << std::flush;
}

constexpr std::string_view kPreface =
    "# Ways to review beside each other\n\n"
    "Made by `bench/versus`: 1,300 cards in 166 days, minutes of reviews a day, the same luck for all; each week both memory\n"
    "models are fitted and the one that foresees better is believed; means of four lives, or of sixteen where sixteen seeds are\n"
    "named. `plain`: one desired retention; `final-pass`: and everything once more in the last 14 days; `half-left`: no interval\n"
    "above half the days left; `r-of-t`: a retention that rises at the end; `ssp-mmc`: the intervals that last in the fewest\n"
    "seconds, and a final pass; `index`: what adds most for each second (base: what one is worth elsewhere). Settings served\n"
    "best where memory is as believed. Truths: `model`, as believed at first; `noisy`; `josh`, noisy, of other weights; `drawn`,\n"
    "noisy, of weights by seed (seeds 101 to 116 were chosen after the index was done); `fsrs-7`, noisy, by that model. `worst\n"
    "tenth`: its recall; `of the best`: forgotten, as a share of the best row that goes by due dates. No way exceeds the bound\n"
    "(without noise, no day skipped) in the mean. The index learns how many days are skipped; nobody is told which.\n";

void print_skipped() {
  for (const int minutes : kSkippedMinutes) {
    const auto tables = tables_of(contest_of(minutes, {}, {kSkippedTruths.begin(), kSkippedTruths.end()}, kSeeds, kSkip));
    std::cout << fmt::format("\n## {} minutes a day, and one day in four skipped unannounced\n", minutes);
    for (const Table& table : tables) print_table(table);
    std::cout << std::flush;
  }
}

// The sum of two tables of the same ways, line by line; empty is none yet.
void add_to(Table& sum, Table table, double share) {
  if (sum.lines.empty()) {
    sum.lines = table.lines;
    for (ContestLine& line : sum.lines) line.mean = line.low_decile = line.forgotten = line.hours = 0;
    sum.bound = 0;
  }
  for (std::size_t i = 0; i < sum.lines.size(); ++i) {
    sum.lines[i].mean += share * table.lines[i].mean;
    sum.lines[i].low_decile += share * table.lines[i].low_decile;
    sum.lines[i].forgotten += share * table.lines[i].forgotten;
    sum.lines[i].hours += share * table.lines[i].hours;
  }
  *sum.bound += share * *table.bound;
}

// What noise alone takes: each life's own weights are believed from its first day.
constexpr double kPlainOfFew = 0.975;  // what serves plain best where minutes are few
void print_known_lives() {
  const Goal& goal = kGoals.front();
  Table sum{"drawn, known", {}, {}};
  for (const Seed seed : kFreshSeeds) {
    Contest contest = contest_of(goal.minutes, goal.bases, {"drawn"}, {seed}, 0);
    Nature& nature = contest.natures.front();
    nature.weights = weights_in_life(nature, seed);
    nature.spread = 0;
    contest.course.believed = nature.weights;
    contest.refit_days.reset();
    contest.entrants = {{Contestant::Plain, {kPlainOfFew}}, {Contestant::Index}};
    add_to(sum, tables_of(contest).front(), 1.0 / static_cast<double>(kFreshSeeds.size()));
  }
  std::cout << fmt::format("\n## {} minutes a day, seeds 101 to 116, the weights of each life believed from its first day\n", goal.minutes);
  print_table(sum);
  print_verdicts({sum}, goal);
}

// No bound is exact of FSRS-7, so that this shows what is within reach there.
void print_known() {
  for (const int minutes : kKnownMinutes) {
    const Goal& goal = *std::ranges::find(kGoals, minutes, &Goal::minutes);
    Contest contest = contest_of(minutes, goal.bases, {"fsrs-7"}, kSeeds, 0);
    contest.course.believed = default_weights(ModelKind::Fsrs7);
    contest.natures.front() = {"fsrs-7, known", contest.course.believed};
    contest.refit_days.reset();
    const std::vector<Table> tables = tables_of(contest);
    std::cout << fmt::format("\n## {} minutes a day, memory by FSRS-7 as believed from the first day, without noise\n", minutes);
    for (const Table& table : tables) print_table(table);
    print_verdicts(tables, goal);
    std::cout << std::flush;
  }
  print_known_lives();
}

// Each can be asked for alone.
struct NamedPart {
  std::string_view name;
  void (*print)();
};
constexpr std::array kNamedParts{NamedPart{"skipped", print_skipped}, NamedPart{"known", print_known}, NamedPart{"fresh", print_fresh}};

void print_page() {
  std::cout << kPreface;
  for (const Goal& goal : kGoals) print_budget(goal, {kTruths.begin(), kTruths.end()});
  print_skipped();
  print_known();
}

}  // namespace

// With minutes, or minutes and a truth, of those who skip days, or of FSRS-7 known, only that part.
int main(int count, char** words) {
  if (count == 1) {
    print_page();
    return 0;
  }
  const std::string_view part = words[1];
  const auto named = std::ranges::find(kNamedParts, part, &NamedPart::name);
  if (count == 2 && named != kNamedParts.end()) {
    named->print();
    return 0;
  }
  const auto goal = std::ranges::find(kGoals, std::atoi(words[1]), &Goal::minutes);
  std::vector<std::string_view> truths(kTruths.begin(), kTruths.end());
  if (count == 3) std::erase_if(truths, [&](std::string_view truth) { return truth != words[2]; });
  if (count > 3 || goal == kGoals.end() || truths.empty()) {
    std::cerr << "bench/versus [skipped | known | fresh | 10|15|25|40 [model|noisy|josh|drawn|fsrs-7]]\n";
    return 2;
  }
  print_budget(*goal, truths);
}
