// `memory`: what a run of reviews does to memory, without a study folder.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ostream>
#include <sstream>

#include "cli/chart.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"

namespace starling {

namespace {

constexpr std::size_t kMostReviews = 10'000;
constexpr double kLastDay = 36'500;
constexpr int kDecimals = 6;
constexpr int kCurvePoints = 60;

struct Given {
  Grade grade = Grade::Again;
  double day = 0;
};

// What one review met and left behind.
struct Met {
  Given given;
  std::optional<double> recall;  // before; absent for the first
  MemoryState after;
  std::array<MemoryOutcome, 4> outcomes;  // of every grade, the given one among them
};

Elapsed span_of(double days) { return {WholeDays{static_cast<int>(days)}, FractionalDays{days}}; }

Grade read_grade(const std::string& word, const std::string& text) {
  if (const auto grade = parse_grade(text)) return *grade;
  std::vector<std::string> grades;
  for (const Grade grade : kGrades) grades.emplace_back(to_string(grade));
  const std::string near = did_you_mean(text, grades);
  throw UsageError(fmt::format("'{}' has no grade{}", word, near.empty() ? "; use again, hard, good or easy" : near));
}

double read_day(const std::string& word, const std::string& text, ModelKind kind) {
  double day = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
  if (error != std::errc{} || end != text.data() + text.size() || !(day >= 0 && day <= kLastDay))
    throw UsageError(fmt::format("'{}': a day is a number from 0 to {:g}", word, kLastDay));
  if (kind == ModelKind::Fsrs6 && day != std::floor(day))
    throw UsageError(fmt::format("'{}': fsrs-6 counts in whole days; fractions go with --model fsrs-7", word));
  return day;
}

std::vector<Given> read_sequence(const std::vector<std::string>& operands, ModelKind kind) {
  std::vector<Given> sequence;
  for (const std::string& operand : operands) {
    std::istringstream words(operand);
    for (std::string word; words >> word;) {
      const std::size_t at = word.find('@');
      if (at == word.npos) throw UsageError(fmt::format("'{}' is not a review; write it like good@4", word));
      const Given given{read_grade(word, word.substr(0, at)), read_day(word, word.substr(at + 1), kind)};
      if (!sequence.empty() && given.day < sequence.back().day)
        throw UsageError(fmt::format("'{}' comes after day {:g}: days do not fall", word, sequence.back().day));
      if (sequence.size() == kMostReviews)
        throw UsageError(fmt::format("a sequence has at most {} reviews", kMostReviews));
      sequence.push_back(given);
    }
  }
  if (sequence.empty()) throw UsageError("no reviews; write them like \"good@0 good@4 again@14\"");
  return sequence;
}

MemoryModel model_of(const Arguments& arguments, ModelKind kind) {
  const WeightsRead read = read_weights(kind, arguments.text("--parameters").value_or(""));
  if (!read.weights) throw UsageError(fmt::format("--parameters: {}", read.problem));
  return MemoryModel(*read.weights);
}

ModelKind kind_of(const Arguments& arguments) {
  const std::string text = arguments.text("--model").value_or(std::string(to_string(ModelKind::Fsrs6)));
  if (const auto kind = parse_model(text)) return *kind;
  throw UsageError(fmt::format("--model takes fsrs-6 or fsrs-7, not '{}'", text));
}

std::vector<Met> review_all(const MemoryModel& model, const std::vector<Given>& sequence, double retention) {
  std::vector<Met> list;
  std::optional<MemoryState> state;
  double last_day = 0;
  for (const Given& given : sequence) {
    const Elapsed elapsed = span_of(given.day - last_day);
    Met met;
    met.given = given;
    if (state) met.recall = model.recall_after(elapsed, *state);
    met.outcomes = model.outcomes(state, elapsed, retention);
    met.after = met.outcomes[static_cast<std::size_t>(given.grade) - 1].state;
    state = met.after;
    last_day = given.day;
    list.push_back(met);
  }
  return list;
}

// Of both models, what the stability of FSRS-6 says.

// After the last review, far enough to see the curve fall well below what is aimed at.
std::vector<RecallChart::Point> curve_after(const MemoryModel& model, const Met& last, double retention) {
  const double interval = std::max(model.interval_days(last.after, retention), model.days_to_90(last.after));
  const bool whole = model.kind() == ModelKind::Fsrs6;
  double span = std::min(3 * interval, kLastDay);
  if (whole) span = std::max(5.0, std::ceil(span));
  std::vector<RecallChart::Point> points;
  double before = -1;
  for (int i = 0; i < kCurvePoints; ++i) {
    double days = span * i / (kCurvePoints - 1);
    if (whole) days = std::round(days);
    if (days == before) continue;
    before = days;
    points.push_back({days, model.recall_after(span_of(days), last.after)});
  }
  return points;
}

Json day_number(double day) { return day == std::floor(day) ? Json(static_cast<int>(day)) : Json(day); }

Json review_json(const MemoryModel& model, const Met& met) {
  Json json{{"grade", to_string(met.given.grade)},
            {"day", day_number(met.given.day)},
            {"recall", rounded(met.recall, kDecimals)},
            {"stability", rounded(model.days_to_90(met.after), kDecimals)},
            {"difficulty", rounded(met.after.difficulty.level, kDecimals)}};
  if (model.kind() == ModelKind::Fsrs7) {
    json["slow"] = rounded(met.after.stability.days, kDecimals);
    json["fast"] = rounded(met.after.fast.days, kDecimals);
  }
  for (const Grade grade : kGrades)
    json["intervals"][std::string(to_string(grade))] =
        rounded(met.outcomes[static_cast<std::size_t>(grade) - 1].interval_days, kDecimals);
  return json;
}

Json all_json(const MemoryModel& model, const std::vector<Met>& reviews, double retention) {
  Json json = reply();
  json["model"] = to_string(model.kind());
  json["retention"] = retention;
  json["reviews"] = Json::array();
  for (const Met& met : reviews) json["reviews"].push_back(review_json(model, met));
  json["curve"] = Json::array();
  const double last_day = reviews.back().given.day;
  for (const auto& point : curve_after(model, reviews.back(), retention))
    json["curve"].push_back({{"day", rounded(last_day + point.x, kDecimals + 3)}, {"recall", rounded(point.recall)}});
  return json;
}

// "<0.01", "0.04", "2.3", "165": days in few columns.
std::string few_digits(double days) {
  if (days < 0.01) return "<0.01";
  return fmt::format("{:.{}f}", days, days < 0.1 ? 2 : days < 99.95 ? 1 : 0);
}

std::string percent(const std::optional<double>& recall) { return recall ? fmt::format("{:.1f} %", *recall * 100) : "-"; }

void print_reviews(std::ostream& out, const MemoryModel& model, const std::vector<Met>& reviews, std::size_t shown,
                   const Style& style, int width) {
  const bool wide = width >= 64;
  const std::size_t first = reviews.size() > shown ? reviews.size() - shown : 0;
  out << style.accent(wide ? "    day  grade   recall  stability  difficulty    again    hard    good    easy"
                           : "   day  grade   recall    stab.    diff.")
      << "\n";
  if (first > 0) out << style.dim(fmt::format("  {} earlier; --json has all", first)) << "\n";
  for (std::size_t i = first; i < reviews.size(); ++i) {
    const Met& met = reviews[i];
    std::array<std::string, 4> next;
    for (std::size_t grade = 0; grade < 4; ++grade) next[grade] = few_digits(met.outcomes[grade].interval_days);
    const std::string stability = few_digits(model.days_to_90(met.after));
    if (wide)
      out << fmt::format("{:>7.6g}  {:5}  {:>7}  {:>9}  {:>10.1f}  ", met.given.day, to_string(met.given.grade),
                         percent(met.recall), stability, met.after.difficulty.level)
          << style.dim(fmt::format("{:>7} {:>7} {:>7} {:>7}", next[0], next[1], next[2], next[3])) << "\n";
    else
      out << fmt::format("{:>6.6g}  {:5}  {:>7}  {:>7}  {:>7.1f}\n", met.given.day, to_string(met.given.grade),
                         percent(met.recall), stability, met.after.difficulty.level)
          << style.dim(fmt::format("      next {} / {} / {} / {}", next[0], next[1], next[2], next[3])) << "\n";
  }
}

RecallChart chart_of(const MemoryModel& model, const Met& last, double retention, int width) {
  RecallChart chart;
  chart.points = curve_after(model, last, retention);
  const double end = chart.points.back().x;
  for (const double place : tick_places(0, end, std::max(2, width / 10), model.kind() == ModelKind::Fsrs6 ? 1 : 0))
    chart.ticks.push_back({place, fmt::format("{:g}", place)});
  const double interval = model.interval_days(last.after, retention);
  chart.marks.push_back({interval, 'D', fmt::format("due at {:g} %, after {} days", retention * 100,
                                                     interval < 0.1 ? fmt::format("{:.2g}", interval) : few_digits(interval))});
  return chart;
}

}  // namespace

Exit run_memory(const Arguments& arguments, World& world) {
  const ModelKind kind = kind_of(arguments);
  const double retention = arguments.number("--retention", 0.70, 0.99).value_or(0.90);
  const MemoryModel model = model_of(arguments, kind);
  const auto reviews = review_all(model, read_sequence(arguments.operands, kind), retention);
  if (arguments.json) {
    write_json(world.out, all_json(model, reviews, retention));
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  const bool low = is_low(world);
  print_reviews(world.out, model, reviews, low ? 3 : 8, style, width);
  if (!low)
    world.out << style.dim(paragraph(fmt::format("Stability: days until recall falls to 90 %. At the right, or after "
                                                 "'next': days until {:g} % after again, hard, good and easy.",
                                                 retention * 100),
                                     width));
  world.out << "\n" << style.accent("Recall, by days after the last review") << "\n";
  for (const std::string& line : draw(chart_of(model, reviews.back(), retention, width), width, low ? 5 : 7))
    world.out << line << "\n";
  return Exit::Ok;
}

}  // namespace starling
