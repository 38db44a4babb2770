#include "story/read_story.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "story/principles.h"
#include "story/variants.h"
#include "story/when.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kSchema = 1;
constexpr int kMostPeople = 10'000'000;
constexpr int kMostMonths = 1'200;

constexpr std::array<std::string_view, kLayers.size()> kLayerWords{"context", "role", "decision", "execution", "result", "learning"};

// Digits and their separators and nothing else.
bool is_bare_number(std::string_view text) {
  const std::string_view number = trimmed(text);
  return !number.empty() && number.find_first_not_of("0123456789., ") == std::string_view::npos;
}

// "night pages per week", "latency (ms)": the figure needs no unit of its own.
bool names_unit(std::string_view name) {
  const std::string folded = fold(name);
  return name.find_first_of("(%") != std::string_view::npos ||
         std::ranges::any_of(std::array<std::string_view, 4>{" per ", "number", "count", "percent"},
                             [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

int whole(std::optional<std::int64_t> value) { return static_cast<int>(value.value_or(0)); }

class StoryReader {
 public:
  StoryReader(std::string_view file, std::vector<Problem> problems) {
    findings_.file = file;
    findings_.problems = std::move(problems);
    story_.file = file;
  }

  StoryFile read(const TomlTable& root) {
    Fields fields(root, findings_, "the story file");
    read_head(fields);
    fields.schema(kSchema);
    each(fields, "principle", &StoryReader::read_principle);
    if (const TomlTable* table = fields.table("sections")) read_sections(*table);
    each(fields, "variant", &StoryReader::read_variant);
    each(fields, "metric", &StoryReader::read_metric);
    each(fields, "followup", &StoryReader::read_followup);
    if (const TomlTable* table = fields.table("score")) read_score(*table);
    each(fields, "revision", &StoryReader::read_revision);
    each(fields, "confidential", &StoryReader::read_confidential);
    fields.finish();
    check_whole(fields);

    auto& problems = findings_.problems;
    sort_by_place(problems);
    StoryFile result;
    if (!has_error(problems)) result.story = std::move(story_);
    result.problems = std::move(problems);
    return result;
  }

 private:
  Fields open(const TomlTable& table, const std::string& part) {
    const std::string subject = fmt::format("{}, {}", subject_, part);
    Fields fields(table, findings_, subject);
    fields.name(subject, story_.id);
    return fields;
  }

  void each(Fields& fields, std::string_view key, void (StoryReader::*read_one)(Fields)) {
    int number = 0;
    for (const TomlTable* table : fields.tables(key))
      (this->*read_one)(open(*table, fmt::format("{} {}", key, ++number)));
  }

  void read_head(Fields& root) {
    const TomlTable* table = root.table("story");
    if (!table) {
      if (!root.has("story")) root.problem("", "missing", "the file has no [story]");
      return;
    }
    Fields fields(*table, findings_, "the story");
    const std::string id = fields.need_text("id");
    if (kebab(id) == id && !id.empty()) {
      story_.id = id;
      subject_ = fmt::format("story '{}'", shorten(id, 60));
      fields.name(subject_, id);
      root.name(subject_, id);
    } else if (!trimmed(id).empty()) {
      fields.problem("id", "bad-id",
                     "the id of a story is lower-case letters and digits joined by '-', at most 60, such as "
                     "'checkout-cells'");
    }
    story_.title = fields.need_text("title");
    read_details(fields);
    fields.finish();
  }

  void read_details(Fields& fields) {
    constexpr std::array<std::string_view, 2> levels{"L6", "L7"};
    constexpr std::array<std::string_view, 2> kinds{"star", "intro"};
    story_.kind = fields.word("kind", kinds) == "intro" ? StoryKind::Intro : StoryKind::Star;
    story_.fictional = fields.flag("fictional").value_or(false);
    story_.draft = fields.flag("draft").value_or(false);
    story_.archived = fields.flag("archived").value_or(false);
    story_.level = fields.word("level", levels).value_or("");
    read_when(fields);
    story_.role = fields.text("role").value_or("");
    story_.employer = fields.text("employer").value_or("");
    story_.insight = fields.text("insight").value_or("");
    story_.private_names = fields.texts("private_names");
    story_.from_win = fields.text("from_win").value_or("");
    story_.text = fields.text("text").value_or("");
    if (!story_.text.empty() && story_.kind == StoryKind::Star)
      fields.problem("text", "text-of-story", fmt::format("{}: only an introduction (kind = \"intro\") has a text; a story has [sections]", subject_));
    if (const auto seconds = fields.integer("target_seconds", kShortestTelling, kLongestTelling))
      story_.target_seconds = static_cast<int>(*seconds);
    story_.tags = fields.texts("tags");
    if (const TomlTable* table = fields.table("scope")) {
      Fields scope = open(*table, "scope");
      story_.teams = whole(scope.integer("teams", 0, kMostPeople));
      story_.people = whole(scope.integer("people", 0, kMostPeople));
      story_.horizon_months = whole(scope.integer("horizon_months", 0, kMostMonths));
      story_.money = scope.text("money").value_or("");
      scope.finish();
    }
  }

  void read_when(Fields& fields) {
    story_.when = fields.text("when").value_or("");
    if (!story_.when.empty() && !period_of(story_.when))
      fields.problem("when", "bad-when",
                     fmt::format("{}: '{}' is no time that can be counted; write it as \"2025\", \"2025-01\" or \"2025-01 to "
                                 "2025-05\"", subject_, shorten(story_.when, 40)),
                     Severity::Warning);
  }

  // What only the whole file shows.
  void check_whole(Fields& root) {
    if (story_.kind == StoryKind::Intro) {
      for (const std::string_view key : {"principle", "sections"})
        if (root.has(key))
          root.problem(key, "part-of-intro", fmt::format("{}: an introduction has a text and no [{}]", subject_, key));
      return;
    }
    if (story_.draft || story_.archived) return;
    const auto written = [&](const std::string& section) { return !trimmed(section).empty(); };
    if (std::ranges::none_of(story_.sections, written) || written(story_.sections[static_cast<std::size_t>(Section::Action)])) return;
    root.problem("sections", "no-action",
                 fmt::format("{} has no action, what you did yourself: write it, or mark the story with draft = true", subject_),
                 Severity::Warning);
  }

  void read_principle(Fields fields) {
    constexpr std::array<std::string_view, 2> strengths{"primary", "secondary"};
    const std::string word = fields.need_text("id");
    const bool secondary = fields.word("strength", strengths) == "secondary";
    fields.finish();
    if (trimmed(word).empty()) return;
    const auto principle = find_principle(word);
    if (!principle) {
      const auto near = nearest(word, principle_ids());
      fields.problem("id", "unknown-principle",
                     near ? fmt::format("{}: '{}' is not a principle; did you mean '{}'?", subject_,
                                        shorten(word, 60), *near)
                          : fmt::format("{}: '{}' is not a principle; use one of: {}", subject_, shorten(word, 60),
                                        fmt::join(principle_ids(), ", ")));
      return;
    }
    const bool again = std::any_of(story_.angles.begin(), story_.angles.end(),
                                   [&](const Angle& angle) { return angle.principle == *principle; });
    if (again) {
      fields.problem("id", "duplicate-principle",
                     fmt::format("{} names the principle '{}' twice", subject_, principles()[*principle].id));
      return;
    }
    if (!secondary && std::ranges::any_of(story_.angles, [](const Angle& angle) { return angle.strength == Strength::Primary; }))
      fields.problem("id", "two-primaries",
                     fmt::format("{}: '{}' is a second primary principle; keep the one without which the story could not be told, "
                                 "and give the others strength = \"secondary\"", subject_, principles()[*principle].id),
                     Severity::Warning);
    story_.angles.push_back({*principle, secondary ? Strength::Secondary : Strength::Primary});
  }

  void read_sections(const TomlTable& table) {
    Fields fields = open(table, "sections");
    for (const Section section : kSections) {
      const auto i = static_cast<std::size_t>(section);
      std::string text = fields.text(to_string(section)).value_or("");
      const auto fault = fault_in_marks(text);
      if (fault)
        fields.problem(to_string(section), "bad-mark", fmt::format("{}, {}: {}", subject_, to_string(section), fault->text));
      if (fault || marked_lengths(text).empty()) {
        story_.sections[i] = std::move(text);
      } else {
        story_.sections[i] = at_length(text, kStandardVariant);
        story_.marked[i] = std::move(text);
      }
    }
    fields.finish();
  }

  void read_variant(Fields fields) {
    const auto seconds = fields.need_integer("seconds", kShortestTelling, kLongestTelling);
    StoryVariant variant{static_cast<int>(seconds), fields.need_text("text")};
    fields.finish();
    if (std::ranges::find(kVariantLengths, variant.seconds) == kVariantLengths.end()) {
      if (seconds != 0)
        fields.problem("seconds", "bad-length", fmt::format("{}: a text of its own is for 30, 60, 150 or 270 seconds, not {}", subject_, seconds));
      return;
    }
    if (std::ranges::find(story_.variants, variant.seconds, &StoryVariant::seconds) != story_.variants.end()) {
      fields.problem("seconds", "duplicate-length", fmt::format("{} has two texts for {} seconds", subject_, seconds));
      return;
    }
    story_.variants.push_back(std::move(variant));
  }

  void read_confidential(Fields fields) {
    Confidential confidential{fields.need_text("word"), fields.text("public").value_or("[…]")};
    fields.finish();
    if (!trimmed(confidential.word).empty()) story_.confidential.push_back(std::move(confidential));
  }

  void read_metric(Fields fields) {
    StoryMetric& metric = story_.metrics.emplace_back();
    metric.name = fields.text("name").value_or("");
    metric.before = fields.text("before").value_or("");
    metric.after = fields.text("after").value_or("");
    fields.finish();
    for (const auto& [key, end] : {std::pair("before", &metric.before), std::pair("after", &metric.after)})
      if (is_bare_number(*end) && !names_unit(metric.name))
        fields.problem(key, "no-unit", fmt::format("{}: {} of what? Write the unit beside the figure, as in \"{} pages a week\"", subject_, *end, *end),
                       Severity::Warning);
  }

  void read_followup(Fields fields) {
    FollowUp& followup = story_.followups.emplace_back();
    followup.ask = fields.text("ask").value_or("");
    followup.answer = fields.text("answer").value_or("");
    followup.from = fields.text("from").value_or("");
    if (const auto layer = fields.word("layer", kLayerWords))
      followup.layer = kLayers[static_cast<std::size_t>(std::ranges::find(kLayerWords, *layer) - kLayerWords.begin())];
    const auto probe = fields.integer("probe", 1, kMostProbes);
    fields.finish();
    if (!probe) return;
    const bool again = std::ranges::any_of(story_.followups, [&](const FollowUp& other) { return other.probe == static_cast<int>(*probe); });
    if (again) fields.problem("probe", "duplicate-probe", fmt::format("{} has two probes {}; give one of them another number", subject_, *probe));
    followup.probe = static_cast<int>(*probe);
  }

  void read_score(const TomlTable& table) {
    Fields fields = open(table, "score");
    for (std::size_t i = 0; i < kScoreNames.size(); ++i)
      if (const auto score = fields.integer(kScoreNames[i], 1, kHighestScore)) story_.scores[i] = static_cast<int>(*score);
    fields.finish();
  }

  void read_revision(Fields fields) {
    Revision& revision = story_.revisions.emplace_back();
    revision.date = fields.day("date");
    revision.note = fields.text("note").value_or("");
    fields.finish();
  }

  Findings findings_;
  Story story_;
  std::string subject_ = "the story";
};

}  // namespace

StoryFile read_story(std::string_view text, std::string_view file) {
  TomlDocument document = parse_toml(text, file, kSchema);
  if (!document.root) return {std::nullopt, std::move(document.problems)};
  return StoryReader(file, std::move(document.problems)).read(*document.root);
}

}  // namespace starling
