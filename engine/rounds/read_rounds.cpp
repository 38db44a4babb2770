#include "rounds/read_rounds.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "text/text.h"

namespace starling {

namespace {

constexpr int kRoundsSchema = 1;
constexpr std::size_t kLongestRoundId = 60;
constexpr int kFirstRoundYear = 2000;
constexpr int kLastRoundYear = 2199;

class RoundsReader {
 public:
  RoundsReader(Findings& findings, const std::function<bool(std::string_view)>& is_story) : findings_(findings), is_story_(is_story) {}

  std::vector<Round> read(Fields& root) {
    const auto tables = root.tables("round");
    if (tables.size() > kMostRounds)
      root.problem("round", "too-many", fmt::format("[[round]] may stand {} times, not {}", kMostRounds, tables.size()));
    for (std::size_t i = 0; i < std::min<std::size_t>(kMostRounds, tables.size()); ++i) {
      Fields fields(*tables[i], findings_, "[[round]]");
      rounds_.push_back(read_round(fields));
      fields.finish();
    }
    return std::move(rounds_);
  }

 private:
  Round read_round(Fields& fields) {
    Round round;
    round.id = read_id(fields);
    round.title = one_line(fields, "title", fields.need_text("title"));
    if (display_width(round.title) > kRoundTitleColumns)
      fields.problem("title", "too-long", fmt::format("a title takes at most {} columns", kRoundTitleColumns));
    round.kind = read_kind(fields);
    round.principles = read_principles(fields, "principles");
    if (round.principles.size() > kMostPrinciplesOfRound) {
      fields.problem("principles", "too-many", fmt::format("a round takes at most {} principles, not {}", kMostPrinciplesOfRound, round.principles.size()));
      round.principles.clear();
    }
    round.interviewer = one_line(fields, "interviewer", fields.text("interviewer").value_or(""));
    if (round.interviewer.size() > kLongestInterviewer)
      fields.problem("interviewer", "too-long", fmt::format("an interviewer takes at most {} bytes", kLongestInterviewer));
    if (const auto minutes = fields.integer("minutes", kShortestRound, kLongestRound)) round.minutes = static_cast<int>(*minutes);
    round.on = read_day(fields);
    round.used = read_used(fields);
    return round;
  }

  std::string read_id(Fields& fields) {
    std::string id = fields.need_text("id");
    if (id.empty()) return id;
    fields.name(fmt::format("the round '{}'", shorten(id, 60)), id);
    if (!is_kebab(id) || id.size() > kLongestRoundId) {
      fields.problem("id", "bad-id", fmt::format("'{}' is no id of a round: small letters and digits with single hyphens between them, at most {}",
                                                 shorten(id, 60), kLongestRoundId));
    } else if (const auto [at, fresh] = lines_.emplace(id, fields.line()); !fresh) {
      fields.problem("id", "duplicate-id", fmt::format("the id '{}' is taken: line {} has it too", id, at->second));
    }
    return id;
  }

  static std::string one_line(Fields& fields, std::string_view key, std::string text) {
    if (text.find('\n') != text.npos) fields.problem(key, "wrong-type", fmt::format("{} is one line", key));
    return text;
  }

  static RoundKind read_kind(Fields& fields) {
    std::array<std::string_view, kRoundKinds.size()> words{};
    std::ranges::transform(kRoundKinds, words.begin(), [](RoundKind kind) { return to_string(kind); });
    const auto word = fields.word("kind", words);
    const auto at = word ? std::ranges::find(words, *word) : words.begin();
    return kRoundKinds[static_cast<std::size_t>(at - words.begin())];
  }

  static std::optional<Day> read_day(Fields& fields) {
    const auto day = fields.day("on");
    if (!day) return std::nullopt;
    const int year = static_cast<int>(std::chrono::year_month_day(*day).year());
    if (year >= kFirstRoundYear && year <= kLastRoundYear) return day;
    fields.problem("on", "far-away", fmt::format("{} is far away; a date is of the years {} to {}", to_string(*day), kFirstRoundYear, kLastRoundYear));
    return std::nullopt;
  }

  [[nodiscard]] std::vector<std::string> read_used(Fields& fields) const {
    std::vector<std::string> list = fields.texts("used");
    if (list.size() > kMostStoriesOfRound) {
      fields.problem("used", "too-many", fmt::format("a round takes at most {} stories, not {}", kMostStoriesOfRound, list.size()));
      list.resize(kMostStoriesOfRound);
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!is_kebab(list[i]))
        fields.problem("used", "bad-id", fmt::format("'{}' is no id of a story", shorten(list[i], 60)));
      else if (std::find(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i), list[i]) != list.begin() + static_cast<std::ptrdiff_t>(i))
        fields.problem("used", "duplicate-id", fmt::format("'{}' stands twice", list[i]));
      else if (is_story_ && !is_story_(list[i]))
        fields.problem("used", "unknown-story", fmt::format("'{}' is no story; where it has another id by now, put that there", list[i]), Severity::Warning);
    }
    return list;
  }

  Findings& findings_;
  const std::function<bool(std::string_view)>& is_story_;
  std::map<std::string, int> lines_;  // by id
  std::vector<Round> rounds_;
};

}  // namespace

RoundsFile read_rounds(std::string_view text, std::string_view file, const std::function<bool(std::string_view id)>& is_story) {
  TomlDocument document = parse_toml(text, file, kRoundsSchema);
  Findings findings{std::string(file), std::move(document.problems)};
  std::vector<Round> rounds;
  if (document.root && !document.root->members.empty()) {
    Fields root(*document.root, findings, "loop.toml");
    root.schema(kRoundsSchema, true);
    rounds = RoundsReader(findings, is_story).read(root);
    root.finish();
  }
  RoundsFile result{std::nullopt, std::move(findings.problems)};
  sort_by_place(result.problems);
  if (document.root && !has_error(result.problems)) result.rounds = std::move(rounds);
  return result;
}

}  // namespace starling
