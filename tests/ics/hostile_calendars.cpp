// hostile_calendars FOLDER: writes each hostile calendar as N.ics, and beside it as N.json what is to be read in it.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "ics/hostile.h"

namespace {

using namespace starling;
using Json = nlohmann::json;

Json expected(const test::HostileCalendar& made, const DayRule& rule) {
  Json json{{"zone", made.zone}, {"sequence", made.calendar.sequence}, {"made", rule.iso(made.calendar.made)}, {"events", Json::array()}};
  for (const CalendarEvent& event : made.calendar.events)
    json["events"].push_back({{"uid", event.uid},
                              {"date", to_string(event.date)},
                              {"start", event.start ? Json(rule.iso(*event.start)) : Json(nullptr)},
                              {"minutes", event.start ? Json(event.length.count()) : Json(nullptr)},
                              {"busy", event.busy},
                              {"title", test::one_line(event.title)},
                              {"text", calendar_text(event.text)}});
  return json;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "say into which folder\n";
    return 2;
  }
  for (std::uint64_t seed = 0; seed < test::kHostileSeeds; ++seed) {
    const test::HostileCalendar made = test::hostile_calendar(seed);
    const DayRule rule(made.zone, 4);
    const std::filesystem::path file = std::filesystem::path(argv[1]) / std::to_string(seed);
    std::ofstream(file.string() + ".ics", std::ios::binary) << ics_text(made.calendar, rule);
    std::ofstream(file.string() + ".json", std::ios::binary) << expected(made, rule).dump();
  }
  return 0;
}
