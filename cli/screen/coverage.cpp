#include "cli/screen/coverage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

#include "text/text.h"

namespace starling {

namespace {

std::string status_text(CoverageStatus status, const Style& style) {
  const std::string word = padded(to_string(status), 7);
  switch (status) {
    case CoverageStatus::Covered: return style.good(word);
    case CoverageStatus::Gap: return style.bad(word);
    case CoverageStatus::Thin:
    case CoverageStatus::Stale: break;
  }
  return style.warn(word);
}

constexpr int kWide = 64;       // columns
constexpr int kWider = 92;      // with a column for follow-ups
constexpr int kLowRows = 24;    // fewer hold the sixteen principles and the goal
constexpr int kRowsForAll = 40;

std::string figures_of(const PrincipleCoverage& p, const PrincipleFacts* facts, int width) {
  const std::string stories = fmt::format("{} + {}", p.primary, p.secondary);
  if (!facts) return stories;
  if (width < kWide) return fmt::format("{:>7} {:>5}", stories, facts->depth);
  const std::string followups = width < kWider ? "" : fmt::format("  {:>10}", facts->followups);
  return fmt::format("{:>7}  {:>5}{}  {:>7}  {:>10}  {:>6}", stories, facts->depth, followups,
                     p.best_quality ? fmt::format("{:.1f}", *p.best_quality) : "-", p.last_told ? short_date(*p.last_told) : "-",
                     p.recall ? fmt::format("{:.0f} %", 100 * *p.recall) : "-");
}

std::string columns_line(bool with_facts, int width) {
  if (!with_facts) return at_both_ends("", "stories", width);
  if (width < kWide) return at_both_ends("", fmt::format("{}  {:>7} {:>5}", padded("status", 7), "stories", "depth"), width);
  const std::string followups = width < kWider ? "" : fmt::format("  {:>10}", "follow-ups");
  return at_both_ends("", fmt::format("{}  {:>7}  {:>5}{}  {:>7}  {:>10}  {:>6}", padded("status", 7), "stories", "depth", followups, "quality",
                                      "last told", "recall"), width);
}

void print_row(std::ostream& out, const PrincipleCoverage& p, const PrincipleFacts* facts, const Style& style, int width) {
  const Principle& principle = principles()[p.principle];
  const std::string figures = figures_of(p, facts, width);
  const int room = width - 4 - 9 - display_width(figures) - 1;
  out << principle.code << "  " << padded(shorten(principle.name, room), room) << " " << status_text(p.status, style)
      << "  " << style.dim(figures) << "\n";
}

constexpr std::string_view kLegend =
    "1 + 0: primary + secondary stories. depth: different stories that it can have while each other principle keeps one. "
    "The other words: starling help words";

std::string gate_line(const Coverage& c, int width) {
  if (c.gate_passed) return fmt::format("Month {}'s goal is met.", c.goal.month);
  const auto points = static_cast<int>(c.gate_reasons.size());
  if (width < kWide) return fmt::format("Month {}: {}; see coverage --why", c.goal.month, counted(points, "point"));
  return fmt::format("Month {}'s goal is not met yet; {}: starling coverage --why", c.goal.month, counted(points, "point"));
}

std::string list_lines(std::string_view head, const std::vector<std::string>& sentences, std::size_t most, int width) {
  std::string text;
  const std::string blank(static_cast<std::size_t>(display_width(head)), ' ');
  for (std::size_t i = 0; i < std::min(most, sentences.size()); ++i) text += hanging(i == 0 ? head : std::string_view(blank), sentences[i], width);
  return text;
}

const PrincipleFacts* facts_of(const CoverageReport& report, std::size_t principle) {
  return report.facts ? &report.facts->principles[principle] : nullptr;
}

std::string head_line(const CoverageReport& report, bool low, const Style& style, int width) {
  const Coverage& c = report.view.coverage;
  const std::string what = report.facts ? counted(c.complete, "complete story", "complete stories") : counted(c.stories, "story slot");
  return style.bold(at_both_ends(fmt::format("{} of {} principles covered", c.covered, c.principles.size()), low ? "" : what, width)) + "\n";
}

char cell_of(const Story& story, std::size_t principle) {
  const Angle* angle = angle_for(story, principle);
  if (!angle) return '.';
  return angle->strength == Strength::Primary ? 'P' : 's';
}

// "a" to "z", then "aa" …: what a story is called in a matrix.
std::string column_name(std::size_t index) {
  std::string name;
  for (std::size_t left = index + 1; left > 0; left = (left - 1) / 26) name.insert(name.begin(), static_cast<char>('a' + (left - 1) % 26));
  return name;
}

std::string csv_field(std::string_view text) {
  // A spreadsheet must not take a text for a formula.
  std::string field(text);
  if (!field.empty() && std::string_view("=+-@\t").find(field.front()) != std::string_view::npos) field.insert(field.begin(), '\'');
  if (field.find_first_of(",\"\n\r") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char letter : field) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
  return quoted + "\"";
}

std::string number_or_nothing(const std::optional<double>& value, int digits) {
  return value ? fmt::format("{:.{}f}", *value, digits) : "";
}

}  // namespace

std::vector<std::string> next_sentences(const Coverage& c) {
  std::vector<std::string> sentences;
  for (const CoverageStep& step : c.next) sentences.push_back(step.text);
  return sentences;
}

std::vector<std::string> leaning_sentences(const BankFacts& facts) {
  std::vector<std::string> sentences;
  for (const Leaning& leaning : facts.leanings) sentences.push_back(leaning.text);
  return sentences;
}

std::vector<std::string> gate_sentences(const Coverage& c) {
  std::vector<std::string> sentences;
  if (const int stories = counted_for_goal(c); stories < c.goal.stories)
    sentences.push_back(fmt::format("{} of the {} stories that the goal asks for are {}.", stories, c.goal.stories, c.goal.drafts ? "drafted" : "complete"));
  if (std::ranges::count_if(c.principles, meets_gate) >= c.goal.principles) return sentences;
  for (const PrincipleCoverage& row : c.principles) {
    const std::string_view name = principles()[row.principle].name;
    if (row.angles == 0)
      sentences.push_back(fmt::format("{} has no complete story at all.", name));
    else if (row.primary == 0)
      sentences.push_back(fmt::format("{} is only the second principle of its {}: none has it as the first.", name, counted(row.secondary, "story", "stories")));
    else if (row.angles < kGateAngles)
      sentences.push_back(fmt::format("{} has one story, and no second one for an interviewer who asks for another example.", name));
  }
  return sentences;
}

std::string core_sentence(const CoreOfBank& core) {
  if (core.stories.empty()) return "";
  std::vector<std::string> ids;
  for (const Story* story : core.stories) ids.push_back(story->id);
  const std::string what = counted(static_cast<int>(ids.size()), "story carries", "stories carry");
  if (core.missing.empty()) return fmt::format("{} all 16 principles twice, none used more than three times: {}.", what, fmt::join(ids, ", "));
  return fmt::format("{} as much as all of them can, with {} short of two: {}.", what,
                     counted(static_cast<int>(core.missing.size()), "principle"), fmt::join(ids, ", "));
}

std::vector<std::string> win_sentences(const CoverageReport& report) {
  constexpr int kShownOfWin = 60;
  std::vector<std::string> sentences;
  for (const WinForGap& each : report.wins)
    sentences.push_back(fmt::format("Win {0}, “{1}”, could fill {2}: starling story new --from-win {0}", each.win.number,
                                    shorten(each.win.what.text, kShownOfWin), principles()[each.principle].name));
  return sentences;
}

std::vector<std::string> aim_sentences(const CoverageReport& report) {
  std::vector<std::string> sentences;
  if (!report.aim) return sentences;
  const Coverage& c = report.view.coverage;
  sentences.push_back(fmt::format("By the end of week {} the plan wants {} complete stories; there are {}.", report.aim->week,
                                  report.aim->stories, c.complete));
  std::vector<std::string> short_of;
  for (const PrincipleCoverage& row : c.principles)
    if (row.primary < report.aim->wanted[row.principle])
      short_of.push_back(fmt::format("{} ({} of {})", principles()[row.principle].name, row.primary, report.aim->wanted[row.principle]));
  if (!short_of.empty()) sentences.push_back(fmt::format("Fewer primary stories than it has room for by then: {}.", fmt::join(short_of, ", ")));
  return sentences;
}

std::string coverage_screen(const CoverageReport& report, const Style& style, int width, std::optional<int> rows) {
  std::ostringstream out;
  const Coverage& c = report.view.coverage;
  const bool low = rows && *rows < kLowRows;
  out << head_line(report, low, style, width) << style.dim(columns_line(report.facts.has_value(), width)) << "\n";
  for (const PrincipleCoverage& p : c.principles) print_row(out, p, facts_of(report, p.principle), style, width);
  const std::string goal = style.dim(paragraph(gate_line(c, width), width));
  if (low) return out.str() + goal;
  for (const std::string& sentence : aim_sentences(report)) out << paragraph(sentence, width);
  const bool whole = !rows || *rows >= kRowsForAll;
  out << (whole ? "\n" : "") << list_lines("Next: ", next_sentences(c), whole ? 3 : report.wins.empty() ? 2 : 1, width)
      << list_lines("Wins: ", win_sentences(report), whole ? 2 : 1, width);
  if (report.facts && whole) {
    if (const std::string core = core_sentence(report.facts->core); !core.empty()) out << hanging("Core: ", core, width);
    out << list_lines("Mind: ", leaning_sentences(*report.facts), 3, width);
  }
  return out.str() + goal + style.dim(paragraph(kLegend, width));
}

namespace {

std::string what_goal_asks(const StoryGoal& goal) {
  std::vector<std::string> asked;
  if (goal.stories > 0) asked.push_back(fmt::format("{} {}", goal.stories, goal.drafts ? "stories drafted" : "complete stories"));
  if (goal.principles > 0)
    asked.push_back(fmt::format("a primary story and two angles for {}",
                                goal.principles >= static_cast<int>(kPrincipleCount) ? "every principle" : counted(goal.principles, "principle")));
  return fmt::format("It asks for {}.", fmt::join(asked, ", and "));
}

}  // namespace

std::string coverage_why_screen(const CoverageReport& report, const Style& style, int width) {
  const Coverage& c = report.view.coverage;
  std::string text;
  if (c.gate_passed) {
    text += style.bold(paragraph(fmt::format("Month {}'s goal is met.", c.goal.month), width));
  } else {
    text += style.bold(paragraph(fmt::format("Month {}'s goal is not met yet:", c.goal.month), width));
    for (const std::string& sentence : gate_sentences(c)) text += hanging("  - ", sentence, width);
    text += "\n" + style.dim(paragraph(what_goal_asks(c.goal), width));
  }
  if (!report.wins.empty()) {
    text += "\n" + style.accent("Wins that could fill a gap") + "\n";
    for (const std::string& sentence : win_sentences(report)) text += hanging("  - ", sentence, width);
  }
  if (report.facts)
    if (const std::string core = core_sentence(report.facts->core); !core.empty())
      text += "\n" + style.accent("The core") + "\n" + paragraph(core, width, 2);
  if (report.facts && !report.facts->leanings.empty()) {
    text += "\n" + style.accent("What a coach would mind") + "\n";
    for (const std::string& sentence : leaning_sentences(*report.facts)) text += hanging("  - ", sentence, width);
  }
  return text + "\n" +
         style.dim(paragraph("gap: no complete story. thin: no complete primary story, or one angle. stale: covered, and not told for 14 "
                             "days once the second half of the plan has begun.",
                             width));
}

std::string coverage_matrix_screen(const CoverageReport& report, const Style& style, int width) {
  if (!report.facts || report.facts->stories.empty()) return "No story is complete yet.\n";
  const auto& stories = report.facts->stories;
  const std::size_t cell = stories.size() > 26 ? 3 : 2;
  const std::size_t block = std::max<std::size_t>(1, (static_cast<std::size_t>(width) - 4) / cell);
  std::string text;
  for (std::size_t first = 0; first < stories.size(); first += block) {
    const std::size_t last = std::min(stories.size(), first + block);
    std::string head = "    ";
    for (std::size_t i = first; i < last; ++i) head += fmt::format("{:<{}}", column_name(i), cell);
    text += (first == 0 ? "" : "\n") + style.dim(head) + "\n";
    for (std::size_t principle = 0; principle < kPrincipleCount; ++principle) {
      text += fmt::format("{}  ", principles()[principle].code);
      for (std::size_t i = first; i < last; ++i) {
        const char mark = cell_of(*stories[i].story, principle);
        const std::string drawn(1, mark);
        text += (mark == 'P' ? style.bold(drawn) : mark == '.' ? style.dim(drawn) : drawn) + std::string(cell - 1, ' ');
      }
      text += "\n";
    }
  }
  text += "\n";
  for (std::size_t i = 0; i < stories.size(); ++i)
    text += hanging(fmt::format("{:<3} ", column_name(i)), fmt::format("{}: {}", stories[i].story->id, stories[i].story->title), width);
  return text + style.dim(paragraph("P: primary, s: secondary.", width));
}

std::string coverage_markdown(const CoverageReport& report) {
  const Coverage& c = report.view.coverage;
  std::string text = fmt::format("# Story coverage, {}\n\nLevel {}. {} of {} principles covered, {}.\n\n", to_string(report.view.date), report.view.level, c.covered,
                                 c.principles.size(), report.facts ? counted(c.complete, "complete story", "complete stories") : counted(c.stories, "story slot"));
  text += "| principle | status | primary | secondary | depth | best | mean | told | last told | recall | on the day | fits the level | stories |\n"
          "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | --- |\n";
  for (const PrincipleCoverage& p : c.principles) {
    const PrincipleFacts* facts = facts_of(report, p.principle);
    std::vector<std::string> ids;
    for (const CoveredStory& story : p.stories) ids.push_back(story.strength == Strength::Primary ? fmt::format("**{}**", story.id) : story.id);
    text += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", principles()[p.principle].name, to_string(p.status), p.primary, p.secondary,
                        facts ? fmt::format("{}", facts->depth) : "", number_or_nothing(p.best_quality, 1), number_or_nothing(p.mean_quality, 1), p.tellings,
                        p.last_told ? to_string(*p.last_told) : "", number_or_nothing(p.recall, 2), number_or_nothing(p.recall_on_interview, 2),
                        facts ? fmt::format("{} of {}", facts->fits, p.angles) : "", fmt::join(ids, ", "));
  }
  const auto section = [&](std::string_view title, const std::vector<std::string>& sentences) {
    if (sentences.empty()) return;
    text += fmt::format("\n## {}\n\n", title);
    for (const std::string& sentence : sentences) text += fmt::format("- {}\n", sentence);
  };
  section("Next", next_sentences(c));
  section(c.gate_passed ? "The goal is met" : "What the goal still asks for", gate_sentences(c));
  section("Wins that could fill a gap", win_sentences(report));
  if (report.facts) {
    if (const std::string core = core_sentence(report.facts->core); !core.empty()) section("The core", {core});
    section("What a coach would mind", leaning_sentences(*report.facts));
  }
  if (report.aim) section(fmt::format("By week {}", report.aim->week), aim_sentences(report));
  return text;
}

std::string coverage_csv(const CoverageReport& report) {
  std::string text = "principle,code,name,status,primary,secondary,angles,depth,depth_wanted,best_quality,mean_quality,tellings,last_told,warm,recall,"
                     "recall_on_interview,fits,under,over,followups,ready";
  const std::vector<StoryFacts> none;
  const std::vector<StoryFacts>& stories = report.facts ? report.facts->stories : none;
  for (const StoryFacts& each : stories) text += "," + csv_field(each.story->id);
  text += "\n";
  for (const PrincipleCoverage& p : report.view.coverage.principles) {
    const Principle& principle = principles()[p.principle];
    const PrincipleFacts* facts = facts_of(report, p.principle);
    text += fmt::format("{},{},{},{},{},{},{},", principle.id, principle.code, csv_field(principle.name), to_string(p.status), p.primary, p.secondary, p.angles);
    text += facts ? fmt::format("{},{},", facts->depth, facts->depth_wanted) : ",,";
    text += fmt::format("{},{},{},{},{},{},{},", number_or_nothing(p.best_quality, 2), number_or_nothing(p.mean_quality, 2), p.tellings,
                        p.last_told ? to_string(*p.last_told) : "", p.warm, number_or_nothing(p.recall, 3), number_or_nothing(p.recall_on_interview, 3));
    text += facts ? fmt::format("{},{},{},{},{}", facts->fits, facts->under, facts->over, facts->followups, facts->ready) : ",,,,";
    for (const StoryFacts& each : stories) {
      const char mark = cell_of(*each.story, p.principle);
      text += mark == '.' ? "," : fmt::format(",{}", mark);
    }
    text += "\n";
  }
  return text;
}

}  // namespace starling
