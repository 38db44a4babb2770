// `stats`: what was done, what was recalled, and what the model had foreseen.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "cli/stats_screen.h"

namespace starling {

namespace {

constexpr int kWeeks = 8;
constexpr int kDays = 14;

std::map<std::string, DeckLine> deck_lines(const Study& study, const ItemStates& states, const std::vector<Event>& counting) {
  std::map<std::string, DeckLine> lines;
  for (const CardItem& item : study.library().items) {
    DeckLine& line = lines[study.library().decks[item.deck].id];
    ++line.items;
    const auto state = states.find(item.id);
    if (state == states.end() || !state->second.standing.memory) continue;
    ++line.seen;
    const Standing& standing = state->second.standing;
    line.recall_sum += study.model().recall_after(elapsed_since(standing, study.now(), study.today()), *standing.memory);
  }
  for (DeckRecall& recall : recall_by_deck(counting))
    if (const auto line = lines.find(recall.deck); line != lines.end()) line->second.answers = std::move(recall);
  for (const DeckTime& time : time_by_deck(counting, study.today() - std::chrono::days(kDays - 1), study.today()))
    if (const auto line = lines.find(time.deck); line != lines.end()) line->second.minutes = minutes_of(time.time);
  return lines;
}

// The first day of the seven, counted from the plan's start, that hold `today`.
Day week_of(Day start, Day today) {
  const int offset = days_between(start, today);
  return today - std::chrono::days((offset % 7 + 7) % 7);
}

Numbers numbers_of(const Study& study) {
  Numbers numbers;
  const Day today = study.today();
  const Day week_start = date_of(study.start(), study.position().week, 1);
  const auto counting = standing_events(study.store().events());
  const auto tests = recall_tests(counting, study.model());
  const ItemStates states = study.store().states();
  numbers.today = today;
  numbers.week = study.position().week;
  numbers.of_today = done_between(counting, today, today);
  numbers.of_week = done_between(counting, week_start, week_start + std::chrono::days(6));
  numbers.of_all = done_between(counting, Day::min(), Day::max());
  numbers.retention = true_retention(tests);
  numbers.ages = recall_by_age(tests);
  numbers.weeks = recall_by_week(tests, week_of(study.start(), today), kWeeks);
  numbers.calibration = calibration(tests);
  numbers.days = done_by_day(counting, today - std::chrono::days(kDays - 1), today);
  numbers.decks = deck_lines(study, states, counting);
  numbers.leech_lapses = study.settings().leech_lapses;
  numbers.leeches = static_cast<int>(study.leeches().size());
  return numbers;
}

Json grades_json(const Done& done) {
  Json grades = Json::object();
  for (const Grade grade : kGrades) grades[std::string(to_string(grade))] = done.grades[static_cast<std::size_t>(grade) - 1];
  return grades;
}

Json done_json(const Done& done) {
  return {{"reviews", done.reviews}, {"new", done.new_items}, {"tellings", done.tellings}, {"grades", grades_json(done)},
          {"minutes", rounded(minutes_of(done.time), 1)}};
}

Json recalled_json(const Recalled& tests) {
  return {{"reviews", tests.answers}, {"recalled", tests.recalled}, {"share", rounded(tests.share())}};
}

Json retention_json(const Numbers& numbers) {
  Json json = recalled_json(numbers.retention);
  json["young"] = recalled_json(recall_of(numbers.ages, false));
  json["mature"] = recalled_json(recall_of(numbers.ages, true));
  json["ages"] = Json::array();
  for (const AgeRecall& age : numbers.ages) {
    Json one = recalled_json(age.tests);
    one["from_days"] = age.from_days;
    one["to_days"] = age.to_days ? Json(*age.to_days) : Json(nullptr);
    json["ages"].push_back(std::move(one));
  }
  json["weeks"] = Json::array();
  for (const WeekRecall& week : numbers.weeks) {
    Json one = recalled_json(week.tests);
    one["starts"] = to_string(week.first);
    json["weeks"].push_back(std::move(one));
  }
  return json;
}

Json calibration_json(const Calibration& calibration) {
  const auto mean = [](const Recalled& tests, double predicted) {
    return tests.answers > 0 ? rounded(predicted) : Json(nullptr);
  };
  Json json = recalled_json(calibration.tests);
  json["predicted"] = mean(calibration.tests, calibration.predicted);
  json["bins"] = Json::array();
  for (const Calibration::Bin& bin : calibration.bins) {
    Json one = recalled_json(bin.tests);
    one["from"] = bin.from;
    one["to"] = bin.to;
    one["predicted"] = mean(bin.tests, bin.predicted);
    json["bins"].push_back(std::move(one));
  }
  return json;
}

Json decks_json(const Numbers& numbers) {
  Json decks = Json::array();
  for (const auto& [deck, line] : numbers.decks)
    decks.push_back(
        {{"deck", deck}, {"items", line.items}, {"seen", line.seen}, {"reviews", line.answers.reviews},
         {"recalled", line.answers.recalled},
         {"true_recall", line.answers.reviews ? rounded(1.0 * line.answers.recalled / line.answers.reviews) : Json(nullptr)},
         {"predicted_recall", line.seen ? rounded(line.recall_sum / line.seen) : Json(nullptr)},
         {"minutes", rounded(line.minutes, 1)}});
  return decks;
}

Json all_json(const Numbers& numbers) {
  Json json = reply();
  json["date"] = to_string(numbers.today);
  json["today"] = done_json(numbers.of_today);
  json["week"] = done_json(numbers.of_week);
  json["all"] = done_json(numbers.of_all);
  json["true_retention"] = retention_json(numbers);
  json["calibration"] = calibration_json(numbers.calibration);
  json["days"] = Json::array();
  for (const DayDone& day : numbers.days)
    json["days"].push_back({{"day", to_string(day.day)}, {"reviews", day.answers}, {"minutes", rounded(minutes_of(day.time), 1)}});
  json["leeches"] = numbers.leeches;
  json["decks"] = decks_json(numbers);
  return json;
}

// The section asked for; nothing where none is.
std::optional<std::string> section_of(const Arguments& arguments) {
  const auto section = arguments.text("--by");
  if (section && arguments.has("--all")) throw UsageError("--all shows every section: leave --by out");
  if (section && std::ranges::find(kStatsSections, *section) == std::end(kStatsSections))
    throw UsageError(fmt::format("--by takes week, age, deck, calibration or day, not '{}'{}", *section,
                                 did_you_mean(*section, {std::begin(kStatsSections), std::end(kStatsSections)})));
  return section;
}

}  // namespace

Exit run_stats(const Arguments& arguments, World& world) {
  const auto section = section_of(arguments);
  const auto study = open_study(arguments, world);
  const Numbers numbers = numbers_of(*study);
  if (arguments.json) {
    write_json(world.out, all_json(numbers));
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  if (section) {
    print_section(world.out, *section, numbers, style, width);
    return Exit::Ok;
  }
  print_essentials(world.out, numbers, style, width, is_low(world));
  if (arguments.has("--all") && numbers.of_all.reviews > 0)
    for (const std::string_view each : kStatsSections) {
      world.out << "\n";
      print_section(world.out, each, numbers, style, width);
    }
  return Exit::Ok;
}

}  // namespace starling
