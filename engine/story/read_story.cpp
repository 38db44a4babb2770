#include "story/read_story.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "story/principles.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kMostPeople = 10'000'000;
constexpr int kMostMonths = 1'200;

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
    (void)fields.integer("schema", 1, 1);
    each(fields, "principle", &StoryReader::read_principle);
    if (const TomlTable* table = fields.table("sections")) read_sections(*table);
    each(fields, "metric", &StoryReader::read_metric);
    each(fields, "followup", &StoryReader::read_followup);
    if (const TomlTable* table = fields.table("score")) read_score(*table);
    each(fields, "revision", &StoryReader::read_revision);
    fields.finish();

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
    story_.fictional = fields.flag("fictional").value_or(false);
    story_.draft = fields.flag("draft").value_or(false);
    story_.level = fields.word("level", levels).value_or("");
    story_.when = fields.text("when").value_or("");
    story_.role = fields.text("role").value_or("");
    if (const auto seconds = fields.integer("target_seconds", kShortestTelling, kLongestTelling))
      story_.target_seconds = static_cast<int>(*seconds);
    story_.tags = fields.texts("tags");
    if (const TomlTable* table = fields.table("scope")) {
      Fields scope = open(*table, "scope");
      story_.teams = whole(scope.integer("teams", 0, kMostPeople));
      story_.people = whole(scope.integer("people", 0, kMostPeople));
      story_.horizon_months = whole(scope.integer("horizon_months", 0, kMostMonths));
      scope.finish();
    }
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
    story_.angles.push_back({*principle, secondary ? Strength::Secondary : Strength::Primary});
  }

  void read_sections(const TomlTable& table) {
    Fields fields = open(table, "sections");
    for (const Section section : kSections)
      story_.sections[static_cast<std::size_t>(section)] = fields.text(to_string(section)).value_or("");
    fields.finish();
  }

  void read_metric(Fields fields) {
    StoryMetric& metric = story_.metrics.emplace_back();
    metric.name = fields.text("name").value_or("");
    metric.before = fields.text("before").value_or("");
    metric.after = fields.text("after").value_or("");
    fields.finish();
  }

  void read_followup(Fields fields) {
    FollowUp& followup = story_.followups.emplace_back();
    followup.ask = fields.text("ask").value_or("");
    followup.answer = fields.text("answer").value_or("");
    fields.finish();
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
  TomlDocument document = parse_toml(text, file);
  if (!document.root) return {std::nullopt, std::move(document.problems)};
  return StoryReader(file, std::move(document.problems)).read(*document.root);
}

}  // namespace starling
