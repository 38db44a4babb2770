#include "cli/page/coverage.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/page/document.h"
#include "cli/screen/coverage.h"
#include "page_style.h"

namespace starling {

namespace {

// The matrix as a drawing ------------------------------------------------------------------------------------------------

constexpr double kCell = 18;
constexpr double kNames = 276;   // to the left: the principles
constexpr double kTitles = 150;  // above: the stories, aslant

std::string mark_at(double x, double y, bool primary) {
  return fmt::format("<rect class=\"{0}\" x=\"{1:.1f}\" y=\"{2:.1f}\" width=\"{3:.1f}\" height=\"{3:.1f}\" rx=\"2\"/>\n"
                     "<text class=\"{0}\" x=\"{4:.1f}\" y=\"{5:.1f}\">{6}</text>\n",
                     primary ? "first" : "second", x + 2, y + 2, kCell - 4, x + kCell / 2, y + kCell - 5, primary ? "P" : "s");
}

std::string matrix_drawing(const std::vector<StoryFacts>& stories) {
  const double width = kNames + kCell * static_cast<double>(stories.size()) + 90;
  const double height = kTitles + kCell * kPrincipleCount + 4;
  std::string inside;
  std::string said;
  for (std::size_t principle = 0; principle < kPrincipleCount; ++principle) {
    const double y = kTitles + kCell * static_cast<double>(principle);
    inside += fmt::format("<line class=\"grid\" x1=\"0\" y1=\"{0:.1f}\" x2=\"{1:.1f}\" y2=\"{0:.1f}\"/>\n", y, width - 90);
    inside += fmt::format("<text x=\"0\" y=\"{:.1f}\">{}</text>\n", y + kCell - 5, html_text(principles()[principle].name));
  }
  for (std::size_t column = 0; column < stories.size(); ++column) {
    const Story& story = *stories[column].story;
    const double x = kNames + kCell * static_cast<double>(column);
    inside += fmt::format("<text class=\"tick\" transform=\"translate({:.1f} {:.1f}) rotate(-55)\">{}</text>\n", x + kCell / 2 + 3, kTitles - 6,
                          html_text(story.id));
    for (const Angle& angle : story.angles)
      inside += mark_at(x, kTitles + kCell * static_cast<double>(angle.principle), angle.strength == Strength::Primary);
  }
  said = fmt::format("{} stories by 16 principles; the table above has the same in words.", stories.size());
  return fmt::format(
      "<figure class=\"matrix\">\n<figcaption>Principles by stories: P primary, s secondary</figcaption>\n<svg role=\"img\" "
      "aria-labelledby=\"matrix-title matrix-desc\" viewBox=\"0 0 {:g} {:g}\">\n<title id=\"matrix-title\">Principles by stories</title>\n"
      "<desc id=\"matrix-desc\">{}</desc>\n{}</svg>\n</figure>\n",
      width, height, html_text(said), inside);
}

// The table ---------------------------------------------------------------------------------------------------------------

std::string cell(std::string_view text) { return html_element("td", html_text(text)); }

std::string row_html(const PrincipleCoverage& p, const PrincipleFacts& facts) {
  const auto percent = [](const std::optional<double>& share) { return share ? fmt::format("{:.0f} %", 100 * *share) : "–"; };
  std::string row = fmt::format("<th scope=\"row\">{}</th>\n", html_text(principles()[p.principle].name));
  row += html_element("td", to_string(p.status), html_text(to_string(p.status)));
  row += cell(fmt::format("{} + {}", p.primary, p.secondary)) + cell(fmt::format("{}", facts.depth));
  row += cell(p.best_quality ? fmt::format("{:.1f}", *p.best_quality) : "–") + cell(fmt::format("{}", p.tellings));
  row += cell(p.last_told ? short_date(*p.last_told) : "–") + cell(percent(p.recall)) + cell(percent(p.recall_on_interview));
  row += cell(fmt::format("{} of {}", facts.fits, p.angles)) + cell(fmt::format("{}", facts.ready));
  return html_element("tr", "\n" + row);
}

std::string table_html(const CoverageReport& report) {
  std::string head;
  for (const std::string_view name : {"principle", "status", "stories", "depth", "quality", "told", "last told", "recall", "on the day", "fits the level", "ready"})
    head += fmt::format("<th scope=\"col\">{}</th>", name);
  std::string body;
  for (const PrincipleCoverage& p : report.view.coverage.principles) body += row_html(p, report.facts->principles[p.principle]);
  return html_element("div", "wide",
                      "\n" + html_element("table", "\n<caption>Coverage by principle</caption>\n" + html_element("thead", html_element("tr", head)) +
                                                       html_element("tbody", "\n" + body)));
}

std::string list_html(std::string_view title, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return "";
  std::string items;
  for (const std::string& sentence : sentences) items += html_element("li", html_text(sentence));
  return html_element("section", "\n" + html_element("h2", html_text(title)) + html_element("ul", "\n" + items));
}

}  // namespace

std::string coverage_page(const CoverageReport& report) {
  const Coverage& c = report.view.coverage;
  std::string body = html_element("p", "lead", html_text(fmt::format("{}. Level {}. {} of {} principles covered, {}.", long_date(report.view.date), report.view.level,
                                                                     c.covered, c.principles.size(), counted(c.complete, "complete story", "complete stories"))));
  body += table_html(report);
  if (!report.facts->stories.empty()) body += matrix_drawing(report.facts->stories);
  std::string sections;
  const std::string core = core_sentence(report.facts->core);
  sections += list_html("Next", next_sentences(c)) + list_html(c.gate_passed ? "" : "What the goal still asks for", gate_sentences(c)) +
              list_html("Wins that could fill a gap", win_sentences(report));
  sections += list_html("The core", core.empty() ? std::vector<std::string>() : std::vector{core}) + list_html("What a coach would mind", leaning_sentences(*report.facts));
  if (report.aim) sections += list_html(fmt::format("By week {}", report.aim->week), aim_sentences(report));
  body += html_element("div", "sections", "\n" + sections);
  return html_document({"Story coverage", body, page_style::coverage});
}

}  // namespace starling
