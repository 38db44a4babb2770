// Prints docs/ready.md anew.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <thread>

#include "bench/lived_days.h"

using namespace starling;

namespace {

constexpr std::array kMinutes{10, 15, 25};
const Day kStart = *parse_day("2026-11-23");
const Day kInterview = *parse_day("2027-05-07");

// Gone with the object.
class Place {
 public:
  Place() {
    std::string name = (std::filesystem::temp_directory_path() / "starling-ready-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Place() {
    std::error_code none;
    std::filesystem::remove_all(path_, none);
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Row {
  bench::KnownOnTheDay known;
  double hours = 0;
};

Row lived(StudyPolicy policy, int minutes, ModelKind model) {
  const Place place;
  const auto study_folder = place.path() / "study";
  std::filesystem::create_directories(study_folder / "stories");
  std::ofstream(study_folder / "starling.toml")
      << fmt::format("level = \"L6\"\nstart = {}\ninterview = {}\n[day]\ntime_zone = \"UTC\"\n[review]\npolicy = \"{}\"\nminutes_per_day = {}\nmodel = \"{}\"\n",
                     to_string(kStart), to_string(kInterview), to_string(policy), minutes, to_string(model));
  for (const auto& file : std::filesystem::directory_iterator(STARLING_STORIES))
    std::filesystem::copy_file(file.path(), study_folder / "stories" / file.path().filename());
  std::uint64_t chance = 5;
  const StudyPlace where{StudyFolder(study_folder), ContentFolder(STARLING_BUILD_DECKS), place.path() / "cache", place.path() / "state",
                         "/etc/machine-id", [&chance] { return chance++; }};
  const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  Row row;
  for (Day day = kStart; day < kInterview; day += std::chrono::days(1)) {
    bench::SittingClock clock(day);
    Study study(where, clock);
    bench::practise(study);
    const bench::LivedDay lived = bench::live_day(study, clock, threads);
    row.hours += (lived.minutes + lived.told) / 60;
  }
  row.known = bench::known_on_the_day(Study(where, bench::SittingClock(kInterview - std::chrono::days(1))), "L6");
  return row;
}

void print_table(ModelKind model, std::span<const StudyPolicy> policies) {
  std::cout << "| minutes a day | review.policy | begun | recall | worst tenth | lost | hours |\n| --- | --- | --- | --- | --- | --- | --- |\n";
  for (const int minutes : kMinutes)
    for (const StudyPolicy policy : policies) {
      const Row row = lived(policy, minutes, model);
      std::cout << bench::ready_row(minutes, policy, row.known, row.hours) << std::flush;
    }
}

}  // namespace

// With minutes and a policy only their row; behind them a memory model, which the learner has too.
int main(int count, char** words) {
  if (count == 3 || count == 4) {
    const int minutes = std::atoi(words[1]);
    const auto policy = parse_study_policy(words[2]);
    const auto model = parse_model(count == 4 ? words[3] : "fsrs-6");
    if (minutes < 1 || !policy || !model) return 2;
    const Row row = lived(*policy, minutes, *model);
    std::cout << bench::ready_row(minutes, *policy, row.known, row.hours);
    return 0;
  }
  std::cout << "# Ready on the day\n\n"
               "Made by `bench/ready`: the shipped 24-week plan and decks lived at L6 through the sittings of the program, with 25\n"
               "stories, by a learner who recalls as FSRS-6 says and takes as long as people do (fsrs-rs' habits); the same luck in\n"
               "every row. The plan's problems and exercises are done on their days, in its own hours, and come back in reviews like\n"
               "the rest. `recall` is over all cards, questions, stories, problems and exercises on the day of the interview, those\n"
               "never begun counted as 0; `worst tenth` over a tenth of them; `lost` is what is not recalled, of all. New ones are\n"
               "inside the minutes.\n\n"
               "`deadline` asks what adds most to that day for each minute, at prices that each sitting works out anew; new ones that\n"
               "are worth more than their minutes have three quarters of a day, more where that would not begin all of them in time, and\n"
               "what reviews leave. The others go by due dates: cards first, then new ones, then problems and exercises, each when\n"
               "nothing of the one before waits. Under `deadline` stories are told within the minutes of the day, under the others\n"
               "beside them: `hours` are of both.\n\n";
  print_table(ModelKind::Fsrs6, kStudyPolicies);
  std::cout << "\nOf a learner who recalls as FSRS-7 says, and is reviewed by it:\n\n";
  print_table(ModelKind::Fsrs7, std::array{StudyPolicy::Plain, StudyPolicy::FinalPass, StudyPolicy::Deadline});
}
