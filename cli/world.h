// What a command may touch of the world outside: streams, clocks, the terminal, where things lie.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "calendar/calendar.h"
#include "cli/clean_stream.h"

namespace starling {

class Terminal;

enum class Exit { Ok = 0, NotMet = 1, Usage = 2, BadText = 3, Database = 4 };

// For how long work took, finer than a Clock counts.
class WorkClock {
 public:
  virtual ~WorkClock() = default;
  // Since some moment that stays the same.
  [[nodiscard]] virtual std::chrono::nanoseconds now() const = 0;
};

class StandingWorkClock final : public WorkClock {
 public:
  [[nodiscard]] std::chrono::nanoseconds now() const override { return {}; }
};
inline const StandingWorkClock kNoTimePasses;

// What a terminal may show beside plain text. NO_COLOR is about colour alone: bold and dim stay.
struct Ink {
  bool colour = false;
  bool emphasis = false;
  constexpr Ink() = default;
  constexpr Ink(bool all) : colour(all), emphasis(all) {}
  constexpr Ink(bool with_colour, bool with_emphasis) : colour(with_colour), emphasis(with_emphasis) {}
};

struct World {
  std::istream& in;
  std::ostream& out;
  CleanStream err;  // made of a plain stream
  const Clock& clock;
  const Clock& stopwatch;       // for how long an answer took; runs on while `--date` pretends a day
  Terminal* terminal = nullptr;  // present when a person sits at both ends
  std::filesystem::path home;     // the study folder unless --home says otherwise; empty: there is none
  std::filesystem::path content;  // the shipped decks and plans
  std::string editor;             // a command; empty: there is none
  Ink colour;                     // unless --color says otherwise
  int columns = 80;               // of the output
  std::optional<std::filesystem::path> user = {};   // HOME, for "~"
  std::optional<std::filesystem::path> cache = {};  // for what can be made again; absent: nowhere
  std::optional<std::filesystem::path> state = {};  // for what belongs to this machine alone; absent: nowhere
  std::filesystem::path machine_id = "/etc/machine-id";
  std::function<std::uint64_t()> entropy = {};      // sixty-four bits that nobody can foresee
  int threads = 1;                                  // that run at once
  const WorkClock& work_clock = kNoTimePasses;
  // Shows a text that is longer than the window page by page; false where it did not, and it is to be printed. Absent:
  // everything is printed.
  std::function<bool(const std::string&)> page = {};
  // Shows a page of the web; false where it did not. Absent: there is no browser.
  std::function<bool(const std::string& address)> browse = {};
  // Begins to record speech into a file; calling what comes back ends it. What comes back is empty where it did not begin.
  // Absent: there is no recorder.
  std::function<std::function<void()>(const std::filesystem::path& file)> record = {};
  bool last = false;  // the process ends with this call: what is open may be left to the system
  std::filesystem::path program = {};  // of this process, for what calls it later; empty: not known
};

}  // namespace starling
