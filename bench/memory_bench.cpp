// The memory model beside its peers, as the Markdown page docs/memory-speed.md: ratios of medians, each pair measured
// one right after the other in one run. STARLING_PEERS names the folder of the peers' harness; what is not there is
// said to be skipped.
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <numeric>

#include "bench/peer.h"
#include "bench/process.h"
#include "fit/fit.h"
#include "simulate/simulate.h"

namespace {

using namespace starling;
using bench::Json;
using bench::Peers;
namespace fs = std::filesystem;

constexpr int kRuns = 9;
constexpr int kRunsOfSmallLog = 31;  // what takes a millisecond is timed more often, on both sides
constexpr int kSeeds = 7;
constexpr int kThreads = 2;
constexpr Instant kLatest{std::chrono::sys_days{std::chrono::year{2100} / 1 / 1}};

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Median of the milliseconds that calls of `work` take.
double median_ms(const std::function<void()>& work, int runs = kRuns) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    const auto began = std::chrono::steady_clock::now();
    work();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
  }
  std::ranges::sort(times);
  return times[times.size() / 2];
}

struct Spread {
  std::vector<double> values;
  [[nodiscard]] double mean() const {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  }
  [[nodiscard]] std::string text() const {
    if (values.empty()) return "";
    const auto [low, high] = std::ranges::minmax(values);
    return fmt::format("{:.5f} [{:.5f}-{:.5f}]", mean(), low, high);
  }
};

std::string milliseconds(double ms) {
  return ms < 10 ? fmt::format("{:.2f} ms", ms) : fmt::format("{:.0f} ms", ms);
}

void row(const std::string& what, double ours_ms, const std::string& peer, double peer_ms) {
  std::cout << fmt::format("| {} | {} | {} | {} | {:.1f} |\n", what, milliseconds(ours_ms), peer, milliseconds(peer_ms),
                           peer_ms / ours_ms);
}
void row(const std::string& what, double ours_ms) {
  std::cout << fmt::format("| {} | {} | | | |\n", what, milliseconds(ours_ms));
}

// The median of one mode, or of one part of it.
double peer_ms(const std::vector<Json>& lines, const std::string& mode, const std::string& part = "") {
  for (const Json& line : lines)
    if (line.at("mode") == mode) return (part.empty() ? line : line.at(part)).at("median_ms").get<double>();
  return 0;
}

FitOptions options_of(ModelKind kind, int seed = 0) {
  FitOptions options;
  options.kind = kind;
  options.threads = kThreads;
  options.seed = static_cast<std::uint64_t>(2023 + seed);
  return options;
}

double loss(const ReviewLog& log, const Weights& weights) {
  const ItemRange all{0, log.items};
  return score(items_of(log), all, predict(log, weights, all, kThreads)).log_loss;
}

// The reviews up to the first `items` items; `rows` are in the order of time.
void write_past(std::size_t items, const std::vector<LogRow>& rows, const fs::path& path) {
  const DayRule rule("UTC", 4);
  const auto items_in = [&](std::size_t count) {
    return make_log({rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count)}, rule).items;
  };
  std::size_t low = 0;
  std::size_t high = rows.size();
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (items_in(middle) <= items)
      low = middle;
    else
      high = middle - 1;
  }
  std::ofstream file(path, std::ios::binary);
  file << "card_id,review_time,review_rating,review_state,review_duration\n";
  for (std::size_t i = 0; i < low; ++i)
    file << rows[i].card << ',' << rows[i].at.time_since_epoch().count() << ',' << static_cast<int>(rows[i].grade)
         << ",2,0\n";
}

struct Subject {
  std::string name;
  fs::path path;
};

void compare_speed(const Subject& subject, const ReviewLog& log, const std::string& text) {
  std::cout << fmt::format("\n### {}\n\n{} reviews, {} cards, {} predictions.\n\n"
                           "| what | Starling | peer | | ratio |\n| --- | ---: | --- | ---: | ---: |\n",
                           subject.name, log.reviews(), log.cards(), log.items);
  const ItemRange all{0, log.items};
  const int repeats = log.reviews() < 50'000 ? kRunsOfSmallLog : kRuns;
  const std::string runs = fmt::format("--runs {} --modes ", repeats);
  const auto beside = [&](const std::string& what, const std::function<void()>& work, const std::string& mode,
                          const std::string& peer, const std::string& part = "") {
    const auto lines = Peers::crate(subject.path, runs + mode);
    const double ours = median_ms(work, repeats);
    const double theirs = peer_ms(lines, mode == "none" ? "items" : mode, part);
    if (theirs > 0)
      row(what, ours, peer, theirs);
    else
      row(what, ours);
  };
  const auto fit = [&](ModelKind kind, double epochs) {
    FitOptions options = options_of(kind);
    options.epochs = epochs;
    (void)fit_weights(log, log.items, options);
  };
  beside("CSV to rows", [&] { (void)read_log_csv(text, kLatest); }, "none", "crate driver, CSV to reviews", "parse_csv");
  beside("fit of FSRS-6, 5 passes at most", [&] { fit(ModelKind::Fsrs6, 5); }, "train_cards",
         "crate `train_cards`, 5 epochs");
  beside("fit of FSRS-6, as it is used", [&] { fit(ModelKind::Fsrs6, 0); }, "train_cards", "crate `train_cards`, 5 epochs");
  beside("fit of FSRS-6, as it is used", [&] { fit(ModelKind::Fsrs6, 0); }, "train", "crate `train`, 5 epochs");
  if (const auto json = Peers::binding(subject.path, 3)) {
    std::vector<double> times = json->at("train_5_epochs_ms").get<std::vector<double>>();
    std::ranges::sort(times);
    row("fit of FSRS-6, as it is used", median_ms([&] { fit(ModelKind::Fsrs6, 0); }, repeats), "binding, 5 epochs",
        times[times.size() / 2]);
  }
  beside("log loss and RMSE(bins) of given weights", [&] {
    (void)score(items_of(log), all, predict(log, default_weights(), all, kThreads), recency_weights(log.items));
  }, "evaluate_cards", "crate `evaluate_with_card_ids`");
  beside("memory of every card by replay", [&] { (void)last_states(log, default_weights(), kThreads); }, "memory_state",
         "crate `memory_state_batch`");
  const double six = median_ms([&] { fit(ModelKind::Fsrs6, 0); }, repeats);
  const double seven = median_ms([&] { fit(ModelKind::Fsrs7, 0); }, 3);
  row("fit of FSRS-7, as it is used", seven, "our own FSRS-6", six);
}

void compare_losses(const Subject& subject, const ReviewLog& log) {
  Spread ours;
  Spread seven;
  Spread train;
  Spread cards;
  for (int seed = 0; seed < kSeeds; ++seed) {
    ours.values.push_back(loss(log, fit_weights(log, log.items, options_of(ModelKind::Fsrs6, seed)).weights));
    seven.values.push_back(loss(log, fit_weights(log, log.items, options_of(ModelKind::Fsrs7, seed)).weights));
    for (const Json& line : Peers::crate(subject.path, fmt::format("--runs 1 --seed {} --modes train,train_cards", 2023 + seed)))
      if (line.contains("trained"))
        (line.at("mode") == "train" ? train : cards).values.push_back(line.at("trained").at("log_loss").get<double>());
  }
  std::cout << fmt::format("| {} | {:.5f} | {} | {} | {} | {} |\n", subject.name, loss(log, default_weights()), ours.text(),
                           train.text(), cards.text(), seven.text());
}

// The peer is fitted to each past by itself; what came next is predicted with its weights by our own code.
void compare_by_time(const Subject& subject, const ReviewLog& log, std::vector<LogRow> rows) {
  std::ranges::stable_sort(rows, {}, &LogRow::at);
  const Items items = items_of(log);
  const auto folds = time_series_folds(log.items);
  const ItemRange range{folds.front().first, log.items};
  Spread ours;
  Spread seven;
  Spread train;
  const auto judged = [&](const std::function<Weights(std::size_t fold)>& weights) {
    std::vector<float> all;
    for (std::size_t k = 0; k < folds.size(); ++k) {
      const auto some = predict(log, weights(k), folds[k], kThreads);
      all.insert(all.end(), some.begin(), some.end());
    }
    return score(items, range, all).log_loss;
  };
  std::vector<fs::path> pasts;
  for (std::size_t k = 0; k < folds.size(); ++k) {
    pasts.push_back(subject.path.parent_path() / fmt::format("past-{}.csv", k));
    if (Peers::folder()) write_past(folds[k].first, rows, pasts.back());
  }
  for (int seed = 0; seed < kSeeds; ++seed) {
    for (const ModelKind kind : kModelKinds)
      (kind == ModelKind::Fsrs6 ? ours : seven).values.push_back(judged([&](std::size_t k) {
        return fit_weights(log, folds[k].first, options_of(kind, seed)).weights;
      }));
    std::vector<Weights> theirs;
    for (const fs::path& past : pasts)
      for (const Json& line : Peers::crate(past, fmt::format("--runs 1 --seed {} --modes train", 2023 + seed)))
        if (line.contains("params"))
          if (auto read = make_weights(ModelKind::Fsrs6, line.at("params").get<std::vector<double>>()); read.weights)
            theirs.push_back(*read.weights);
    if (theirs.size() == folds.size()) train.values.push_back(judged([&](std::size_t k) { return theirs[k]; }));
  }
  for (const fs::path& past : pasts) fs::remove(past);
  std::cout << fmt::format("| {} | {:.5f} | {} | {} | | {} |\n", subject.name,
                           judged([](std::size_t) { return default_weights(); }), ours.text(), train.text(), seven.text());
}

double peak_megabytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// In a process of its own: what reading the log and fitting to it hold at most.
int print_peak(const fs::path& path) {
  CsvLog csv;
  {
    const std::string text = read_text(path);
    csv = read_log_csv(text, kLatest);
  }
  const ReviewLog log = make_log(std::move(csv.rows), DayRule("UTC", 4));
  std::ofstream("/proc/self/clear_refs") << "5";  // the peak counts from here on
  (void)fit_weights(log, log.items, options_of(ModelKind::Fsrs6));
  std::cout << fmt::format("{:.0f}\n", peak_megabytes());
  return 0;
}

void small_figures(const Subject& subject) {
  std::cout << "\n| what | Starling | peer | | ratio |\n| --- | ---: | --- | ---: | ---: |\n";
  const MemoryModel model(default_weights());
  std::vector<MemoryState> states;
  for (int i = 0; i < 1024; ++i) states.push_back({Stability{0.1 + 3.0 * i}, Difficulty{1.0 + 9.0 * (i % 100) / 100}});
  double sum = 0;
  constexpr int kCalls = 409'600;
  const auto lines = Peers::crate(subject.path, fmt::format("--runs {} --modes next_states", kRuns));
  const double ours = median_ms([&] {
    for (int i = 0; i < kCalls; ++i) {
      const MemoryState& before = states[static_cast<std::size_t>(i) % states.size()];
      const WholeDays elapsed{static_cast<int>(before.stability.days)};
      for (const MemoryOutcome& outcome : model.outcomes(before, elapsed_days(elapsed), 0.9)) sum += outcome.interval_days;
    }
  });
  const double ns = ours * 1e6 / kCalls;
  const double theirs = peer_ms(lines, "next_states") * 1e6 / kCalls;
  if (theirs > 0)
    std::cout << fmt::format("| four outcomes of one card | {:.0f} ns | crate `next_states` | {:.0f} ns | {:.1f} |\n", ns,
                             theirs, theirs / ns);
  else
    std::cout << fmt::format("| four outcomes of one card | {:.0f} ns | | | |\n", ns);
  if (!(sum > 0)) std::cerr << "no intervals\n";

  constexpr int kLearners = 400;
  Run run;
  run.scenario = interview_scenario();
  run.scenario.minutes_per_day = 25;
  for (const bool memorised : {false, true}) {
    const double ms = median_ms([&] {
      (void)simulate(std::span(&run, 1), {kLearners, kThreads, Seed{1}, memorised});
    }, 3);
    std::cout << fmt::format("| learners a second through 166 days and 1,290 cards{} | {:.0f} | | | |\n",
                             memorised ? ", with what is known each day" : "", 1000 * kLearners / ms);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--peak") return print_peak(argv[2]);
  const fs::path folder = fs::temp_directory_path() / fmt::format("starling-memory-bench-{}", ::getpid());
  fs::create_directories(folder);
  fs::copy_file(STARLING_REAL_LOG, folder / "real.csv", fs::copy_options::overwrite_existing);
  std::vector<Subject> subjects{{"real log", folder / "real.csv"}};
  for (const int reviews : {100'000, 1'000'000}) {
    const fs::path path = folder / fmt::format("made-{}.csv", reviews);
    if (Peers::make_log(reviews, path))
      subjects.push_back({fmt::format("made log, {} reviews", reviews), path});
    else
      std::cerr << "skipped: a made log (STARLING_PEERS does not name the peers' harness, or there is no python3)\n";
  }
  if (Peers::crate(subjects.front().path, "--runs 1 --modes none").empty())
    std::cerr << "skipped: crate fsrs 6.6.2 (build it in the folder of the peers' harness)\n";
  std::cout << read_text(STARLING_MEMORY_PREFACE);

  struct Loaded {
    std::string text;
    std::vector<LogRow> rows;
    ReviewLog log;
  };
  std::vector<Loaded> loaded;
  for (const Subject& subject : subjects) {
    Loaded one{read_text(subject.path), {}, {}};
    one.rows = read_log_csv(one.text, kLatest).rows;
    one.log = make_log(one.rows, DayRule("UTC", 4));
    loaded.push_back(std::move(one));
  }
  std::cout << "\n## Speed\n";
  for (std::size_t i = 0; i < subjects.size(); ++i) compare_speed(subjects[i], loaded[i].log, loaded[i].text);
  std::cout << "\n### Smaller things\n";
  small_figures(subjects.front());
  const std::string head = "\n\n| log | default weights | Starling | crate `train` | crate `train_cards` | Starling, FSRS-7 |\n"
                           "| --- | ---: | ---: | ---: | ---: | ---: |\n";
  std::cout << "\n## Log loss, every prediction weighing 1: mean of seven seeds [lowest-highest]" << head;
  for (std::size_t i = 0; i < subjects.size(); ++i) compare_losses(subjects[i], loaded[i].log);
  std::cout << "\n## The same for fits to the past, on what came next (five folds)" << head;
  for (std::size_t i = 0; i < subjects.size(); ++i) compare_by_time(subjects[i], loaded[i].log, loaded[i].rows);
  std::cout << "\n## Memory\n\nPeak of a process while it fits FSRS-6 to a log that is read, in MB.\n\n| log | Starling |\n| --- | ---: |\n";
  loaded.clear();
  for (const Subject& subject : subjects) {
    std::cout << "| " << subject.name << " | " << std::flush;
    const std::string command = fmt::format("'{}' --peak '{}'", fs::canonical("/proc/self/exe").string(), subject.path.string());
    std::string peak = "?";
    if (FILE* pipe = ::popen(command.c_str(), "r")) {
      std::array<char, 64> line{};
      if (std::fgets(line.data(), line.size(), pipe)) peak = line.data();
      ::pclose(pipe);
    }
    while (!peak.empty() && peak.back() == '\n') peak.pop_back();
    std::cout << peak << " |\n";
  }
  fs::remove_all(folder);
  return 0;
}
