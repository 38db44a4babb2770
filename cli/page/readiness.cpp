#include "cli/page/readiness.h"

#include <fmt/format.h>

#include "cli/page/chart.h"
#include "cli/page/document.h"
#include "cli/page/section.h"
#include "cli/screen/readiness.h"
#include "page_style.h"

namespace starling {

namespace {

std::string whole(double share) { return fmt::format("{:.0f} %", 100 * share); }

BandChart path_chart(const ReadinessView& view) {
  BandChart chart{"path", "Of what has opened by then you recall", "forecast", "if you stop then", {}};
  for (const ReadinessPoint& point : view.path)
    chart.points.push_back({100 * point.recall.forecast, 100 * point.recall.low, 100 * point.recall.high, 100 * point.if_you_stop_then,
                            short_date(point.date).substr(4)});
  return chart;
}

BarChart dose_chart(const ReadinessView& view) {
  BarChart chart{"dose", "On the day, by minutes a day", "recall", "", {}};
  for (const ReadinessDose& dose : view.dose)
    chart.bars.push_back({fmt::format("{:g} min", dose.minutes), 100 * dose.recall.forecast, {}, band_text(dose.recall)});
  return chart;
}

std::string parts_html(std::string_view title, const std::vector<ReadinessPart>& parts) {
  if (parts.empty()) return "";
  ReportSection section{std::string(title), {}, {{"", "items", "begun", "stopped", "on the day"}}, {}, ""};
  for (const ReadinessPart& part : parts)
    section.table.push_back({part.title, fmt::format("{}", part.items), fmt::format("{}", part.begun), whole(part.if_you_stop_now),
                             whole(part.recall.forecast)});
  return section_html(section);
}

std::string ways_html(const ReadinessView& view) {
  if (!view.guard) return "";
  ReportSection section{"Ways to review", {}, {{"", "on the day", "worst tenth", "hours"}}, ways_sentences(view), ""};
  for (const WayForeseen& each : view.guard->ways)
    section.table.push_back({way_text(view, each), fmt::format("{:.1f} %", 100 * in_doubt(each.recall)), whole(in_doubt(each.lowest_tenth)),
                             fmt::format("{:.0f}", each.hours)});
  return section_html(section);
}

std::string moves_html(const ReadinessView& view) {
  if (view.moves.empty()) return "";
  ReportSection section{"What would help most", {}, {}, {}, ""};
  for (const ReadinessMove& move : view.moves) section.points.push_back(fmt::format("{} ({})", move_text(move, view.items), move.note));
  return section_html(section);
}

}  // namespace

std::string readiness_page(const ReadinessView& view) {
  std::string body;
  for (const std::string& sentence : readiness_sentences(view)) body += html_element("p", html_text(sentence));
  if (view.items > 0) {
    body += html_element("div", "charts", "\n" + band_chart(path_chart(view)) + bar_chart(dose_chart(view)));
    body += html_element("div", "sections", "\n" + moves_html(view) + ways_html(view) + parts_html("By area", view.areas) + parts_html("By principle", view.principles) +
                                                parts_html("By story", view.stories) + parts_html("By deck", view.decks) +
                                                section_html({"Assumed", {}, {}, readiness_assumptions(view), ""}));
  }
  return html_document({fmt::format("Readiness for {}", long_date(view.interview)), body, page_style::report});
}

}  // namespace starling
