#include "cli/screen/readiness.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace starling {

namespace {

constexpr int kWide = 64;

std::string percent_text(double share) { return fmt::format("{:.0f} %", 100 * share); }
std::string exact_text(double share) { return fmt::format("{:.1f} %", 100 * share); }

std::string minutes_text(double minutes) { return fmt::format("{:g} {}", minutes, minutes == 1 ? "minute" : "minutes"); }

std::string policy_text(const ReadinessView& view) {
  const std::string_view policy = to_string(view.policy);
  if (view.waits_for_date) return fmt::format("{}, without a date {}", view.policy_word, policy);
  return view.policy_word == kAutoPolicy ? fmt::format("{}, so {}", kAutoPolicy, policy) : std::string(policy);
}

std::string why_never(const ReadinessView& view) {
  if (view.study_days == 0) return "no day is left on which anything is asked";
  if (view.last_days) return fmt::format("nothing new is begun in the last {} days", view.nothing_new_days);
  if (view.days_for_new == 0) return "on none of the days left is anything new begun";
  // Days are skipped too: where it is nearly all of them, the number is why.
  constexpr double kNearly = 0.9;
  const int by_number = view.past_new_per_day;
  if (by_number > 0 && view.new_per_day == 0) return "review.new_per_day is 0";
  if (by_number > 0 && by_number >= kNearly * view.never_begun)
    return fmt::format("as the plan opens them {} too few at {} a day (review.new_per_day){}", counted(view.days_for_new, "day is", "days are"),
                       counted(*view.new_per_day, "new card"),
                       view.nothing_new_days > 0 ? fmt::format(" and none in the last {} days", view.nothing_new_days) : "");
  return "the minutes do not reach for them";
}

int items_of(double share, int items) { return static_cast<int>(std::lround(share * items)); }

void add_sentences(std::ostringstream& out, const std::vector<std::string>& sentences, int width) {
  for (const std::string& sentence : sentences) out << hanging("", sentence, width);
}

constexpr int kWeeksApart = 4;

void add_path(std::ostringstream& out, const ReadinessView& view, const Style& style, int width) {
  if (view.path.size() < 3) return;
  constexpr int kFigures = 15;  // date and percent
  out << "\n" << style.accent("Of what has opened by then you recall") << "\n";
  for (std::size_t i = 0; i < view.path.size(); ++i) {
    if (i % kWeeksApart != 0 && i + 1 != view.path.size()) continue;
    const double share = view.path[i].recall.forecast;
    out << fmt::format("{:>6}  {:>5}  {}\n", short_date(view.path[i].date).substr(4), percent_text(share), bar(share, width - kFigures));
  }
}

void add_parts(std::ostringstream& out, std::string_view title, const std::vector<ReadinessPart>& parts, const Style& style, int width) {
  if (parts.empty()) return;
  const bool wide = width >= kWide;
  const int names = width - (wide ? 37 : 16);
  out << "\n" << style.accent(wide ? fmt::format("{:{}}{:>7}{:>7}{:>12}{:>11}", title, names, "items", "begun", "if you stop", "on the day")
                                   : fmt::format("{:{}}{:>7}{:>9}", title, names, "items", "recall"))
      << "\n";
  for (const ReadinessPart& part : parts) {
    out << padded(shorten(part.title, names - 1), names)
        << (wide ? fmt::format("{:>7}{:>7}{:>12}{:>11}", part.items, part.begun, percent_text(part.if_you_stop_now), percent_text(part.recall.forecast))
                 : fmt::format("{:>7}{:>9}", part.items, percent_text(part.recall.forecast)))
        << "\n";
  }
}

void add_moves(std::ostringstream& out, const ReadinessView& view, const Style& style, int width) {
  if (view.moves.empty()) return;
  out << "\n" << style.accent("What would help most") << "\n";
  for (std::size_t i = 0; i < view.moves.size(); ++i) {
    const ReadinessMove& move = view.moves[i];
    out << hanging(fmt::format("{} ", i + 1), move_text(move, view.items), width)
        << style.dim(hanging("  ", move.note, width));
  }
}

std::string thoroughness_text(double base) {
  if (base == base_price_of(Thoroughness::Less)) return ", less thorough";
  return base == base_price_of(Thoroughness::More) ? ", more thorough" : "";
}

void add_ways(std::ostringstream& out, const ReadinessView& view, const Style& style, int width) {
  if (!view.guard) return;
  const bool wide = width >= kWide;
  const int names = width - (wide ? 37 : 16);
  out << "\n"
      << style.accent(wide ? fmt::format("{:{}}{:>12}{:>14}{:>11}", "Ways to review", names, "on the day", "worst tenth", "hours")
                           : fmt::format("{:{}}{:>8}{:>8}", "Ways to review", names, "recall", "hours"))
      << "\n";
  for (const WayForeseen& each : view.guard->ways) {
    const std::string recall = exact_text(in_doubt(each.recall));
    out << padded(shorten(way_text(view, each), names - 1), names)
        << (wide ? fmt::format("{:>12}{:>14}{:>11.0f}", recall, percent_text(in_doubt(each.lowest_tenth)), each.hours)
                 : fmt::format("{:>8}{:>8.0f}", recall, each.hours))
        << "\n";
  }
  for (const std::string& sentence : ways_sentences(view)) out << style.dim(paragraph(sentence, width));
}

std::string calibration_sentence(const ReadinessView& view) {
  if (view.answers < kAnswersToTrust)
    return fmt::format("{} so far tested your memory: too few to say how well the model fits it.", counted(view.answers, "answer"));
  return fmt::format("Of {} so far {} were recalled where {} were foreseen.", counted(view.answers, "answer"),
                     percent_text(view.calibration.tests.share().value_or(0)), percent_text(view.calibration.predicted));
}

std::string hours_text(double hours) {
  return hours < 1 ? counted(static_cast<int>(std::lround(60 * hours)), "minute") : counted(static_cast<int>(std::lround(hours)), "hour");
}

}  // namespace

std::string move_text(const ReadinessMove& move, int items) {
  const int more = items_of(move.gain, items);
  return fmt::format("{}: {} more, {}", move.text, more > 0 ? counted(more, "item") : "less than 1 item", takes_text(move.minutes));
}

std::string band_text(const Foreseen& recall) {
  return fmt::format("{} ({:.1f} to {})", exact_text(recall.forecast), 100 * recall.low, exact_text(recall.high));
}

std::vector<std::string> readiness_sentences(const ReadinessView& view) {
  if (view.items == 0) return {"There is nothing to recall yet: nothing to foresee."};
  const auto own = std::ranges::find(view.dose, view.minutes_per_day, &ReadinessDose::minutes);
  std::vector<std::string> sentences{
      fmt::format("At {} a day you will recall {} of {} on the day: {} of them{}.", minutes_text(view.minutes_per_day), band_text(view.recall),
                  counted(view.items, "item"), items_of(view.recall.forecast, view.items),
                  own == view.dose.end() ? "" : ", after " + hours_text(own->hours) + " more"),
      fmt::format("If you stopped now it would be {}. The worst tenth will be at {}.", percent_text(view.if_you_stop_now), percent_text(view.lowest_tenth))};
  for (const ReadinessEarlier& earlier : view.earlier)
    sentences.push_back(fmt::format("{} on {}: {} of {} open by then.", earlier.title, long_date(earlier.date),
                                    band_text(earlier.recall), counted(earlier.items, "item")));
  if (const auto share = share_of_bound(view)) sentences.push_back(fmt::format("Of what these minutes can give: {}.", percent_text(*share)));
  if (view.never_begun > 0)
    sentences.push_back(fmt::format("{} will not have been begun by then: {}.", counted(view.never_begun, "card"), why_never(view)));
  for (const ReadinessDose& dose : view.dose)
    if (dose.minutes != view.minutes_per_day)
      sentences.push_back(fmt::format("At {} a day: {}, in {}.", minutes_text(dose.minutes), band_text(dose.recall), hours_text(dose.hours)));
  sentences.push_back(fmt::format("Stories cover {} of {} principles.", view.covered, kPrincipleCount));
  return sentences;
}

std::vector<std::string> readiness_assumptions(const ReadinessView& view) {
  return {calibration_sentence(view),
          fmt::format("Assumed: {}{} with {}{}, {} never begun yet{}, review.policy {}, weights {}.", counted(view.study_days, "day"),
                      view.lived < 1 ? fmt::format(", of which you are expected to study on {},", percent_text(view.lived)) : "",
                      minutes_text(view.minutes_per_day), view.study_days == 1 ? "" : " each", counted(view.new_to_come, "card"),
                      view.practised_to_come > 0 ? fmt::format(", {} of the plan to come", counted(view.practised_to_come, "problem or exercise", "problems and exercises")) : "",
                      policy_text(view), view.weights),
          fmt::format("The band: eight in ten learners like you, whose stability is {:.2f} to {:.2f} times what is believed.",
                      std::exp(view.stray - kBandDeviations * view.doubt), std::exp(view.stray + kBandDeviations * view.doubt)),
          "Stories count once they were told, problems and exercises from the day on which they are done. This is recall, no chance of an offer: "
          "nobody has shown how one follows from the other."};
}

std::string way_name(const StudyWay& way) {
  return way.policy == StudyPolicy::Deadline ? fmt::format("deadline{}", thoroughness_text(way.base_price.value_or(0)))
                                             : fmt::format("{}, {:g} %", to_string(way.policy), 100 * way.retention);
}

std::string way_text(const ReadinessView& view, const WayForeseen& each) {
  return way_name(each.way) + (&each == way_now(view) ? " (now)" : "");
}

std::vector<std::string> ways_sentences(const ReadinessView& view) {
  if (!view.guard) return {};
  std::vector<std::string> said;
  const WayForeseen* now = way_now(view);
  if (view.policy_word == kAutoPolicy)
    said.push_back(fmt::format("review.policy auto: the days go by {}.", now ? way_name(now->way) : to_string(view.policy)));
  else if (are_as_good(view.guard->ways))
    said.push_back("By mean and worst tenth it makes no difference which of them you take.");
  else if (view.best && now && *view.best == now->way)
    said.push_back(fmt::format("By mean and worst tenth your way, {}, is the best of them.", way_name(now->way)));
  else if (view.best)
    said.push_back(fmt::format("By mean and worst tenth {} is the best: starling config review.policy auto", way_name(*view.best)));
  said.push_back(fmt::format("Means over a learner who forgets sooner than is likely, as is likely, and later; by a few lives, compared on {}, "
                             "so that (now) may be a little apart from the figures above.",
                             short_date(view.guard->day).substr(4)));
  return said;
}

std::string readiness_screen(const ReadinessView& view, const Style& style, int width) {
  std::ostringstream out;
  out << style.bold(at_both_ends(fmt::format("Readiness for {}", long_date(view.interview)), counted(view.days_left, "day") + " left", width)) << "\n";
  add_sentences(out, readiness_sentences(view), width);
  if (view.items == 0) return out.str();
  add_path(out, view, style, width);
  add_moves(out, view, style, width);
  add_ways(out, view, style, width);
  add_parts(out, "By area", view.areas, style, width);
  add_parts(out, "By principle", view.principles, style, width);
  add_parts(out, "By story", view.stories, style, width);
  out << "\n";
  for (const std::string& sentence : readiness_assumptions(view)) out << style.dim(paragraph(sentence, width));
  return out.str();
}

}  // namespace starling
