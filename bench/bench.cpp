// What a learner waits for: the day's screen, an answer on disk, four outcomes. Medians of repeated runs.
// With STARLING_PEERS=FOLDER and hashcards on the path, its list of due cards is timed in the same run.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "bench/made_folder.h"
#include "bench/process.h"
#include "memory/memory.h"
#include "study/study.h"

namespace {

using namespace starling;
using bench::MadeFolder;

constexpr int kRepetitions = 9;

std::string program;

struct Scale {
  const char* name;
  int cards;
  int reviews_each;
};
constexpr Scale kShipped{"shipped decks", 0, 0};
constexpr Scale kLarge{"20,000 cards and 200,000 reviews", 20000, 10};

const MadeFolder& folder(const Scale& scale) {
  static std::unique_ptr<MadeFolder> shipped;
  static std::unique_ptr<MadeFolder> large;
  auto& made = scale.cards == 0 ? shipped : large;
  if (!made) {
    std::cerr << "making a folder: " << scale.name << "\n";
    made = std::make_unique<MadeFolder>(scale.cards, scale.reviews_each);
  }
  return *made;
}

std::vector<std::string> call(const MadeFolder& made, std::vector<std::string> words) {
  std::vector<std::string> all{program, "--home", made.path().string(), "--date", to_string(MadeFolder::today())};
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

// The whole process, its files in the page cache, its decks parsed by an earlier start.
void time_process(benchmark::State& state, const std::vector<std::string>& words) {
  (void)bench::run(words);
  double peak = 0;
  for (auto _ : state) {
    const bench::Run one = bench::run(words);
    if (one.exit != 0) {
      state.SkipWithError("the program failed");
      break;
    }
    state.SetIterationTime(one.seconds);
    peak = std::max(peak, one.peak_megabytes);
  }
  state.counters["peak_MB"] = peak;
}

void today(benchmark::State& state, const Scale& scale) { time_process(state, call(folder(scale), {"today"})); }
void version(benchmark::State& state) { time_process(state, {program, "--version"}); }
void answer_process(benchmark::State& state, const Scale& scale) {
  time_process(state, call(folder(scale), {"answer", "distributed-cap/cap-condition", "good", "--seconds", "9"}));
}

// As in a sitting: the folder is open, the answer is written and synced.
void answer_call(benchmark::State& state, const Scale& scale) {
  const FixedClock clock{Instant{}};
  Study study(StudyFolder(folder(scale).path()), ContentFolder(STARLING_BUILD_DECKS), clock,
              DayAndTime{MadeFolder::today(), {}});
  for (auto _ : state)
    benchmark::DoNotOptimize(study.answer("distributed-cap/cap-condition", Grade::Good, std::chrono::seconds(9)));
}

void four_outcomes(benchmark::State& state) {
  const MemoryModel model(default_weights());
  std::vector<MemoryState> states;
  for (int i = 0; i < 1024; ++i)
    states.push_back({Stability{0.1 + 3.0 * i}, Difficulty{1.0 + 9.0 * (i % 100) / 100}});
  std::size_t at = 0;
  for (auto _ : state) {
    const MemoryState& before = states[at++ % states.size()];
    const Elapsed elapsed = elapsed_days(WholeDays{static_cast<int>(before.stability.days)});
    benchmark::DoNotOptimize(model.outcomes(before, elapsed, 0.9));
  }
}

// hashcards over as many Markdown cards, by the peers' own script, which prints one JSON line a command.
void run_peer() {
  const char* peers = std::getenv("STARLING_PEERS");
  if (peers == nullptr) {
    std::cout << "skipped: hashcards (set STARLING_PEERS to the folder of the peers' harness)\n";
    return;
  }
  for (const int cards : {1300, 13000}) {
    const std::string script = fmt::format(
        "command -v hashcards >/dev/null && sh \"$STARLING_PEERS/hashcards/run.sh\" \"$(command -v hashcards)\" {}", cards);
    std::cout << std::flush;
    if (std::system(script.c_str()) != 0) {
      std::cout << "skipped: hashcards (it is not on the path, or its script failed)\n";
      return;
    }
  }
}

template <class... Extra>
void process_benchmark(const std::string& name, Extra&&... extra) {
  benchmark::RegisterBenchmark(name.c_str(), std::forward<Extra>(extra)...)
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond)
      ->Iterations(20)
      ->Repetitions(kRepetitions);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<char*> rest;
  constexpr std::string_view kProgram = "--program=";
  for (int i = 0; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with(kProgram))
      program = word.substr(kProgram.size());
    else
      rest.push_back(argv[i]);
  }
  if (program.empty()) {
    std::cerr << "say which program to time: --program=build/bench/cli/starling\n";
    return 2;
  }
  process_benchmark("starling --version", version);
  process_benchmark(fmt::format("starling today, {}", kShipped.name), today, kShipped);
  process_benchmark(fmt::format("starling today, {}", kLarge.name), today, kLarge);
  process_benchmark(fmt::format("starling answer, {}", kShipped.name), answer_process, kShipped);
  process_benchmark(fmt::format("starling answer, {}", kLarge.name), answer_process, kLarge);
  benchmark::RegisterBenchmark("one answer with its disk write, in a sitting", answer_call, kShipped)
      ->UseRealTime()
      ->Unit(benchmark::kMicrosecond)
      ->Repetitions(kRepetitions);
  benchmark::RegisterBenchmark("four outcomes of one card", four_outcomes)->Repetitions(kRepetitions);

  int count = static_cast<int>(rest.size());
  benchmark::Initialize(&count, rest.data());
  benchmark::RunSpecifiedBenchmarks();
  run_peer();
  return 0;
}
