#include "cli/screen/stats.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/screen/done.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kDecksShown = 6;
constexpr int kBarColumns = 20;

// Dim where so few answers stand behind it that it may be chance.
std::string weighed(std::string_view text, int answers, const Style& style) {
  return answers < kFewAnswers ? style.dim(text) : std::string(text);
}

std::string whole_percent(const std::optional<double>& share) { return share ? fmt::format("{:3.0f} %", *share * 100) : "    -"; }

// "  this week   ####----   91 %  of  212"; the bar only where there is room, and where enough stands behind it.
void print_share(std::ostream& out, std::string_view name, const Recalled& tests, const Style& style, int width) {
  const std::string right = fmt::format("{}  of {:>4}", whole_percent(tests.share()), tests.answers);
  const bool wide = width >= 64;
  const bool enough = tests.answers >= kFewAnswers;
  std::string middle;
  if (wide) middle = padded(enough ? bar(*tests.share(), kBarColumns) : "", kBarColumns) + " ";
  const int room = width - 2 - display_width(middle) - display_width(right) - 1;
  out << "  " << padded(shorten(name, room), room) << " " << weighed(middle + right, tests.answers, style) << "\n";
}

std::string calibration_line(const Calibration& calibration) {
  if (calibration.tests.answers == 0) return "";
  return fmt::format("predicted {:.1f} %, recalled {:.1f} % over {}", calibration.predicted * 100,
                     *calibration.tests.share() * 100, counted(calibration.tests.answers, "review"));
}

std::string grades_line(const Done& done) {
  std::string line;
  for (const Grade grade : kGrades)
    if (done.grades[index_of(grade)] > 0)
      line += fmt::format("{}{} {:.0f} %", line.empty() ? "" : ", ", to_string(grade),
                          100.0 * done.grades[index_of(grade)] / done.reviews);
  return line + fmt::format(" of {}", counted(done.reviews, "answer"));
}

std::string minutes_line(const StatsView& numbers) {
  double minutes = 0;
  int studied = 0;
  for (const DayDone& day : numbers.days) {
    minutes += minutes_of(day.time);
    if (day.answers > 0) ++studied;
  }
  const auto count = static_cast<double>(numbers.days.size());
  if (studied == 0) return "";
  return fmt::format("{:.0f} min a day over the last {} days, {} on the {} studied", minutes / count, numbers.days.size(),
                     duration(minutes / studied), counted(studied, "day"));
}

struct RowOfDeck {
  std::string_view deck;
  const DeckNumbers* line = nullptr;
  [[nodiscard]] double recall() const { return line->recall_sum / line->seen; }
};

// Of the decks that were begun.
std::vector<RowOfDeck> deck_rows(const StatsView& numbers) {
  std::vector<RowOfDeck> rows;
  for (const auto& [deck, line] : numbers.decks)
    if (line.seen > 0) rows.push_back({deck, &line});
  return rows;
}

void print_deck_rows(std::ostream& out, std::string_view title, const std::vector<RowOfDeck>& rows, const Style& style,
                     int width, bool minutes) {
  const bool wide = width >= 64;
  std::string head = wide ? "seen  predicted  recalled    of" : "now   true   of";
  if (wide && minutes) head += "    min";
  out << style.accent(at_both_ends(title, head, width)) << "\n";
  for (const RowOfDeck& row : rows) {
    const Recalled& tests = row.line->tests;
    const std::string seen = wide ? fmt::format("{:4}  {:>7.0f} %  ", row.line->seen, 100 * row.recall())
                                  : fmt::format("{:.0f} %  ", 100 * row.recall());
    const std::string truth = fmt::format("{:>{}}{:>{}}", whole_percent(tests.share()), wide ? 8 : 5, tests.answers, wide ? 6 : 5);
    const std::string spent = wide && minutes ? fmt::format("{:7.0f}", row.line->minutes) : "";
    const int room = width - 3 - display_width(seen) - display_width(truth) - display_width(spent);
    out << "  " << padded(shorten(row.deck, room), room) << " " << seen << weighed(truth, tests.answers, style) << spent
        << "\n";
  }
}

void print_weeks(std::ostream& out, const StatsView& numbers, const Style& style, int width) {
  out << style.accent("True retention by week") << "\n";
  for (const WeekRecall& week : numbers.weeks)
    print_share(out, "from " + short_date(week.first), week.tests, style, width);
}

std::string age_name(const AgeRecall& age) {
  if (!age.to_days) return fmt::format("{} days and more", age.from_days);
  return fmt::format("{} to {} days", age.from_days, *age.to_days);
}

void print_ages(std::ostream& out, const StatsView& numbers, const Style& style, int width) {
  out << style.accent("True retention by interval") << "\n";
  for (const AgeRecall& age : numbers.ages) print_share(out, age_name(age), age.tests, style, width);
  print_share(out, "young", recall_of(numbers.ages, false), style, width);
  print_share(out, "mature", recall_of(numbers.ages, true), style, width);
}

void print_calibration(std::ostream& out, const StatsView& numbers, const Style& style, int width) {
  const bool wide = width >= 64;
  out << style.accent(at_both_ends("Calibration", wide ? "predicted  recalled     of" : "predicted  recalled   of", width))
      << "\n";
  for (const Calibration::Bin& bin : numbers.calibration.bins) {
    const int answers = bin.tests.answers;
    const std::string name = fmt::format("{:.0f} to {:.0f} %", bin.from * 100, bin.to * 100);
    const auto predicted = answers > 0 ? std::optional(bin.predicted) : std::nullopt;
    const std::string right = fmt::format("{:>9}  {:>8} {:>{}}", whole_percent(predicted), whole_percent(bin.tests.share()), answers,
                                          wide ? 6 : 4);
    const int room = width - 3 - display_width(right);
    out << "  " << padded(shorten(name, room), room) << " " << weighed(right, answers, style) << "\n";
  }
  const std::string line = calibration_line(numbers.calibration);
  out << paragraph(line.empty() ? "No card has come back on a later day yet." : capitalised(line) + ".", width)
      << style.dim(paragraph("Predicted by the present weights, for every answer on a later day than the one before.", width));
}

void print_days(std::ostream& out, const StatsView& numbers, const Style& style, int width) {
  out << style.accent(at_both_ends("Minutes a day", "time  answers", std::min(width, 76))) << "\n";
  double most = 1;
  for (const DayDone& day : numbers.days) most = std::max(most, minutes_of(day.time));
  for (const DayDone& day : numbers.days) {
    const std::string right = fmt::format("{:>6}  {:>7}", duration(minutes_of(day.time)), day.answers);
    const int room = std::min(width, 76) - 2 - 10 - 2 - display_width(right) - 1;
    const int full = static_cast<int>(minutes_of(day.time) / most * room + 0.5);
    const std::string filled(static_cast<std::size_t>(full), '#');
    out << fmt::format("  {:10}  {:{}} {}\n", short_date(day.day), filled, room, right);
  }
  if (const std::string line = minutes_line(numbers); !line.empty()) out << paragraph(capitalised(line) + ".", width);
}

constexpr std::string_view kNothingYet = "Nothing was asked yet.";

}  // namespace

void print_essentials(std::ostream& out, const StatsView& numbers, const Style& style, int width, bool low) {
  if (numbers.of_all.reviews == 0) {
    out << kNothingYet << "\n";
    return;
  }
  const std::string_view gap = low ? "" : "\n";
  out << style.accent("Today") << "\n" << paragraph(done_words(numbers.of_today), width, 2)
      << style.accent(fmt::format("Week {}", numbers.week)) << "\n" << paragraph(done_words(numbers.of_week), width, 2);
  out << gap << style.accent("True retention") << "\n";
  print_share(out, fmt::format("young, under {} days", kMatureDays), recall_of(numbers.ages, false), style, width);
  if (const Recalled mature = recall_of(numbers.ages, true); mature.answers > 0)
    print_share(out, fmt::format("mature, {} and more", kMatureDays), mature, style, width);
  if (const std::string line = calibration_line(numbers.calibration); !line.empty())
    out << weighed(paragraph(line, width, 2), numbers.calibration.tests.answers, style);
  out << gap;
  if (!low)
    out << style.accent("Grades and time") << "\n"
        << weighed(paragraph(grades_line(numbers.of_all), width, 2), numbers.of_all.reviews, style);
  if (const std::string line = minutes_line(numbers); !line.empty()) out << paragraph(line, width, 2);
  if (numbers.leeches > 0)
    out << paragraph(fmt::format("{}, forgotten {} times or more", counted(numbers.leeches, "leech", "leeches"),
                                 numbers.leech_lapses),
                     width, 2);
  std::vector<RowOfDeck> rows = deck_rows(numbers);
  std::stable_sort(rows.begin(), rows.end(), [](const RowOfDeck& a, const RowOfDeck& b) { return a.recall() < b.recall(); });
  const std::size_t shown = low ? 2 : kDecksShown;
  const bool all = rows.size() <= shown;
  if (!all) rows.resize(shown);
  out << gap;
  print_deck_rows(out, all ? "Decks" : "Weakest decks now", rows, style, width, false);
  out << style.dim(paragraph("More: stats --by week, age, deck, calibration or day; --all.", width));
}

void print_section(std::ostream& out, std::string_view section, const StatsView& numbers, const Style& style, int width) {
  if (numbers.of_all.reviews == 0) {
    out << kNothingYet << "\n";
    return;
  }
  if (section == "week") print_weeks(out, numbers, style, width);
  if (section == "age") print_ages(out, numbers, style, width);
  if (section == "calibration") print_calibration(out, numbers, style, width);
  if (section == "day") print_days(out, numbers, style, width);
  if (section == "week" || section == "age")
    out << style.dim(paragraph("True retention: recalled, of the answers to learned cards and stories on a later day than "
                               "the answer before.",
                               width));
  if (section != "deck") return;
  print_deck_rows(out, "Recall by deck", deck_rows(numbers), style, width, true);
  const std::string_view note = width >= 64 ? "predicted: recall now of what was seen. recalled: share of so many reviews of learned cards."
                                            : "now: predicted recall of what was seen. true: share recalled of so many reviews of "
                                              "learned cards.";
  out << style.dim(paragraph(fmt::format("{}{}", note,
                                         width >= 64 ? fmt::format(" min: of the last {} days.", numbers.days.size()) : ""),
                             width));
}

}  // namespace starling
