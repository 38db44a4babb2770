// What a learner waits for: the day's screen, an answer on disk, four outcomes. Medians of repeated runs.
// With STARLING_PEERS=FOLDER and hashcards on the path, its list of due cards is timed in the same run.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bench/made_folder.h"
#include "bench/process.h"
#include "deck/deck.h"
#include "lint/lint.h"
#include "memory/memory.h"
#include "price/price.h"
#include "rounds/rounds.h"
#include "study/study.h"
#include "tests/support/window.h"

namespace {

using namespace starling;
using bench::MadeFolder;

constexpr int kRepetitions = 9;

std::string program;

struct Scale {
  const char* name;
  bench::Made made;
};
constexpr Scale kShipped{"shipped decks", {}};
constexpr Scale kHalfYear{"six months of daily use", {1300, 12, true}};
constexpr Scale kStories{"200 stories, 5,000 tellings", {0, 0, false, 200, 25}};
constexpr Scale kLarge{"20,000 cards and 200,000 reviews", {20000, 10, false}};

const MadeFolder& folder(const Scale& scale) {
  static std::map<std::string, std::unique_ptr<MadeFolder>> folders;
  auto& made = folders[scale.name];
  if (!made) {
    std::cerr << "making a folder: " << scale.name << "\n";
    made = std::make_unique<MadeFolder>(scale.made);
  }
  return *made;
}

std::vector<std::string> call(const MadeFolder& made, std::vector<std::string> words) {
  ::setenv("XDG_CACHE_HOME", made.cache().c_str(), 1);
  ::setenv("XDG_STATE_HOME", made.state().c_str(), 1);
  std::vector<std::string> all{program, "--home", made.study().string(), "--date", to_string(MadeFolder::today())};
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

// The whole process, its files in the page cache, its decks parsed by an earlier start.
void time_process(benchmark::State& state, const std::vector<std::string>& words) {
  (void)bench::run(words);
  double peak = 0;
  for (auto _ : state) {
    const bench::Run one = bench::run(words);
    // 1 is an answer too: a gate that is not met.
    if (one.exit > 1) {
      state.SkipWithError("the program failed");
      break;
    }
    state.SetIterationTime(one.seconds);
    peak = std::max(peak, one.peak_megabytes);
  }
  state.counters["peak_MB"] = peak;
}

void today(benchmark::State& state, const Scale& scale) { time_process(state, call(folder(scale), {"today"})); }
void command(benchmark::State& state, const Scale& scale, const std::vector<std::string>& words) {
  time_process(state, call(folder(scale), words));
}
// Every card holds the word, and every text is looked at.
void search(benchmark::State& state, const Scale& scale) { time_process(state, call(folder(scale), {"search", "what"})); }
void ics(benchmark::State& state, const Scale& scale) {
  time_process(state, call(folder(scale), {"ics", "--from", "2026-11-23", "--weeks", "24"}));
}
void version(benchmark::State& state) { time_process(state, {program, "--version"}); }
void answer_process(benchmark::State& state, const Scale& scale) {
  time_process(state, call(folder(scale), {"answer", scale.made.cards == 0 ? "distributed-cap/cap-condition" : "made-7/c7", "good", "--seconds", "9"}));
}

// The whole cache from the lines, as after it was deleted.
void rebuild(benchmark::State& state, const Scale& scale) {
  const MadeFolder& made = folder(scale);
  const std::vector<std::string> words = call(made, {"why", "made-7/c7"});
  for (auto _ : state) {
    std::filesystem::remove_all(made.cache());
    const bench::Run one = bench::run(words);
    if (one.exit != 0) state.SkipWithError("the program failed");
    state.SetIterationTime(one.seconds);
  }
}

// What an answer cannot do without: one line appended, one fdatasync.
class Line {
 public:
  explicit Line(const std::filesystem::path& path) : file_(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600)) {}
  ~Line() { ::close(file_); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  [[nodiscard]] bool write_and_sync() const {
    return ::write(file_, text_.data(), text_.size()) == static_cast<ssize_t>(text_.size()) && ::fdatasync(file_) == 0;
  }

 private:
  const std::string text_ = std::string(220, 'x');
  int file_;
};

enum class Timed { Answer, Line };

// Of at least one.
double median(std::vector<double>& values) {
  const auto middle = values.begin() + std::ssize(values) / 2;
  std::ranges::nth_element(values, middle);
  return *middle;
}

// As in a sitting: the folder is open, the answer is written and synced. Behind each answer a bare line is, so that both
// meet the same disk, and caches as cold as a wait for it leaves them. `of_the_line`: an answer in lines.
void answer_call(benchmark::State& state, const Scale& scale, Timed timed) {
  const MadeFolder& made = folder(scale);
  const FixedClock clock{Instant{}};
  SplitMix64 dice(Seed{1});
  Study study({StudyFolder(made.study()), ContentFolder(STARLING_BUILD_DECKS), made.cache(), made.state(),
               "/etc/machine-id", [&dice] { return dice.next(); }},
              clock, DayAndTime{MadeFolder::today(), {}});
  Sitting sitting(study, {.wanted = {}, .minutes = 25, .limit = {}, .ahead_days = 0});
  if (sitting.question()) (void)sitting.answer(Grade::Good, std::chrono::seconds(9));  // reads what the others find there
  const Line line(made.state().parent_path() / "lines");
  std::vector<double> answers;
  std::vector<double> lines;
  for (auto _ : state) {
    if (!sitting.question()) {
      state.SkipWithError("nothing is left to ask");
      break;
    }
    const auto began = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(sitting.answer(Grade::Good, std::chrono::seconds(9)));
    const auto answered = std::chrono::steady_clock::now();
    if (!line.write_and_sync()) state.SkipWithError("the disk failed");
    const auto written = std::chrono::steady_clock::now();
    answers.push_back(std::chrono::duration<double>(answered - began).count());
    lines.push_back(std::chrono::duration<double>(written - answered).count());
    state.SetIterationTime((timed == Timed::Answer ? answers : lines).back());
  }
  if (!answers.empty()) state.counters["of_the_line"] = median(answers) / median(lines);
}

// From a key to the next card, as somebody at a terminal sees it: graded, on disk, drawn.
void key_to_card(benchmark::State& state, const Scale& scale) {
  const MadeFolder& made = folder(scale);
  std::vector<std::string> words = call(made, {"review", "--ahead", "60", "--minutes", "600"});
  test::Window window(std::move(words), {"TERM=xterm", "NO_COLOR=1", "XDG_CACHE_HOME=" + made.cache().string(),
                                         "XDG_STATE_HOME=" + made.state().string()});
  constexpr std::string_view kQuestion = "space: answer";
  constexpr std::string_view kAnswer = "space: good";
  for (auto _ : state) {
    const bool asked = window.shows(kQuestion);
    window.type(" ");
    if (!asked || !window.shows(kAnswer)) {
      state.SkipWithError("no card was shown");
      break;
    }
    const auto began = std::chrono::steady_clock::now();
    window.type(" ");
    if (!window.shows("\x1b[H") || !window.sees(kQuestion)) state.SkipWithError("no next card was shown");
    state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  }
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

// All that the lint does with a folder of stories, their files read before.
void lint_of_stories(benchmark::State& state) {
  std::vector<std::pair<Story, std::string>> stories;
  const auto files = list_files(ContentFolder(STARLING_BUILD_DECKS).example_stories(), ".toml");
  for (std::size_t i = 0; i < 200; ++i) {
    std::string text = *read_file(files[i % files.size()].path, kMaxTomlBytes).text;
    Story story = *read_story(text, "story").story;
    stories.emplace_back(std::move(story), std::move(text));
  }
  for (auto _ : state)
    for (const auto& [story, text] : stories) {
      benchmark::DoNotOptimize(lint(story, text, {}, {MadeFolder::today(), 140, {}}));
      benchmark::DoNotOptimize(missing_fact(story, "L7"));
    }
}

// Stories with one primary principle and none to three more, scored in sixths, as a learner's bank has them.
std::vector<BankStory> story_bank(int stories, std::uint64_t seed) {
  SplitMix64 dice(Seed{seed});
  std::vector<BankStory> bank;
  for (int i = 0; i < stories; ++i) {
    BankStory& story = bank.emplace_back();
    story.id = fmt::format("story-{:03}", i);
    story.primary = set_of(dice.below(kPrincipleCount));
    for (std::uint64_t more = dice.below(4); more > 0; --more) story.secondary |= set_of(dice.below(kPrincipleCount)) & ~story.primary;
    story.quality = static_cast<double>(12 + dice.below(19)) / 6;
  }
  return bank;
}

// What `coverage` and `loop` ask of the rounds: the core, the depths, and which story goes where. A bank a run, so that
// no lucky one is timed alone.
// All shipped decks from their texts, as after an update.
void shipped_decks_parsed(benchmark::State& state) {
  std::vector<std::pair<std::string, std::string>> texts;
  for (const ListedFile& file : list_files(ContentFolder(STARLING_BUILD_DECKS).cards(), ".toml"))
    texts.emplace_back(*read_file(file.path, kMaxTomlBytes).text, file.path.filename().string());
  for (auto _ : state)
    for (const auto& [text, name] : texts) benchmark::DoNotOptimize(read_deck(text, name));
}

void core_and_loop(benchmark::State& state) {
  std::vector<std::size_t> principles;
  for (std::size_t place = 0; place < 24; ++place) principles.push_back(place % kPrincipleCount);
  std::uint64_t seed = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const std::vector<BankStory> bank = story_bank(60, seed++);
    std::vector<MapStory> stories;
    for (const BankStory& each : bank) stories.push_back({each, 0.5, false});
    state.ResumeTiming();
    benchmark::DoNotOptimize(story_core(bank));
    benchmark::DoNotOptimize(story_depths(bank));
    benchmark::DoNotOptimize(round_map(principles, stories));
  }
}

// The candidate of the plan, 1,300 cards within ten minutes a day, on both cores.
struct Priced {
  Threads threads{2};
  Outlook outlook = [] {
    Outlook ahead;
    ahead.seconds.assign(166, 600);
    for (int day = 0; day < 130; ++day) ahead.fresh.push_back({day, 10, {}});
    return ahead;
  }();
  ReviewMoves moves{default_weights(), {}, {}, longest_interval(outlook), threads};
  Prices prices = find_prices(moves, outlook, 2e-3, threads);
};
Priced& priced() {
  static Priced priced;
  return priced;
}

void prices_cold(benchmark::State& state) {
  Priced& of = priced();
  for (auto _ : state) benchmark::DoNotOptimize(find_prices(of.moves, of.outlook, 2e-3, of.threads));
}

// Beside the first evaluation, which the prices of the day before need too.
void prices_warm_step(benchmark::State& state) {
  Priced& of = priced();
  constexpr int kSteps = 9;
  for (auto _ : state) {
    const auto began = std::chrono::steady_clock::now();
    const Prices warm = renew_prices(of.moves, of.outlook, of.prices, 0, of.prices.heat, kSteps, of.threads);
    state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count() / warm.evaluations);
  }
}

void gains_of_all_days(benchmark::State& state) {
  Priced& of = priced();
  const DayWorth worth(of.moves, of.outlook, of.prices, of.threads);
  constexpr std::size_t kShares = 20;
  std::vector<std::vector<ReviewGain>> gains(kShares, std::vector<ReviewGain>(166));
  for (auto _ : state)
    of.threads.run(kShares, [&](std::size_t share, std::size_t) {
      for (int i = 0; i < 1000; ++i)
        worth.gains({{Stability{0.3 + 0.07 * i}, Difficulty{1 + static_cast<double>(share) * 0.45}}, 0, {}}, gains[share]);
      benchmark::DoNotOptimize(gains[share].data());
    });
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
  for (const char* word : {"today", "week", "gates", "replan"})
    process_benchmark(fmt::format("starling {}, {}", word, kHalfYear.name), command, kHalfYear, std::vector<std::string>{word});
  process_benchmark(fmt::format("starling coverage, {}", kStories.name), command, kStories, std::vector<std::string>{"coverage"});
  process_benchmark(fmt::format("starling search, {}", kShipped.name), search, kShipped);
  process_benchmark(fmt::format("starling search, {}", kLarge.name), search, kLarge);
  process_benchmark(fmt::format("starling ics, 24 weeks, {}", kShipped.name), ics, kShipped);
  process_benchmark(fmt::format("starling ics, 24 weeks, {}", kLarge.name), ics, kLarge);
  process_benchmark(fmt::format("starling answer, {}", kShipped.name), answer_process, kShipped);
  process_benchmark(fmt::format("starling answer, {}", kLarge.name), answer_process, kLarge);
  benchmark::RegisterBenchmark(fmt::format("cache made anew, {}", kLarge.name).c_str(), rebuild, kLarge)
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond)
      ->Iterations(1)
      ->Repetitions(kRepetitions);
  const auto sitting_benchmark = [](const std::string& name, Timed timed) {
    benchmark::RegisterBenchmark(name.c_str(), answer_call, kLarge, timed)
        ->UseManualTime()
        ->Unit(benchmark::kMicrosecond)
        ->Iterations(50)
        ->Repetitions(kRepetitions);
  };
  sitting_benchmark("one line written and synced", Timed::Line);
  sitting_benchmark(fmt::format("one answer in a sitting, {}", kLarge.name), Timed::Answer);
  process_benchmark(fmt::format("key to the next card at a terminal, {}", kLarge.name), key_to_card, kLarge);
  benchmark::RegisterBenchmark("lint of 200 stories", lint_of_stories)->Unit(benchmark::kMillisecond)->Repetitions(kRepetitions);
  benchmark::RegisterBenchmark("shipped decks parsed from nothing", shipped_decks_parsed)->Unit(benchmark::kMillisecond)->Repetitions(kRepetitions);
  benchmark::RegisterBenchmark("four outcomes of one card", four_outcomes)->Repetitions(kRepetitions);
  benchmark::RegisterBenchmark("core and loop, 60 stories, 8 rounds", core_and_loop)
      ->Unit(benchmark::kMillisecond)
      ->Iterations(50)
      ->Repetitions(kRepetitions);
  const auto price_benchmark = [](const char* name, auto work, int iterations) {
    return benchmark::RegisterBenchmark(name, work)->Unit(benchmark::kMillisecond)->Iterations(iterations)->Repetitions(kRepetitions);
  };
  price_benchmark("prices of 166 days, cold, 1,300 cards", prices_cold, 1)->UseRealTime();
  price_benchmark("prices of 166 days, one warm step", prices_warm_step, 1)->UseManualTime();
  price_benchmark("gains of 20,000 items on each of 166 days", gains_of_all_days, 3)->UseRealTime();

  int count = static_cast<int>(rest.size());
  benchmark::Initialize(&count, rest.data());
  benchmark::RunSpecifiedBenchmarks();
  run_peer();
  return 0;
}
