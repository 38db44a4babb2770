#include "story/markdown_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "story/variants.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kAdvice =
    "put each part under a heading of its own: ## Situation, ## Task, ## Action, ## Result, ## Reflection";

struct SectionName {
  std::string_view word;  // folded
  Section section;
};
constexpr SectionName kSectionNames[]{
    {"situation", Section::Situation}, {"context", Section::Situation},   {"background", Section::Situation},
    {"task", Section::Task},           {"tasks", Section::Task},          {"goal", Section::Task},
    {"action", Section::Action},       {"actions", Section::Action},      {"what i did", Section::Action},
    {"result", Section::Result},       {"results", Section::Result},      {"outcome", Section::Result},
    {"reflection", Section::Reflection}, {"reflections", Section::Reflection}, {"learning", Section::Reflection},
    {"learnings", Section::Reflection}, {"lesson", Section::Reflection},  {"lessons", Section::Reflection},
    {"lesson learned", Section::Reflection}, {"lessons learned", Section::Reflection}, {"lesson learnt", Section::Reflection},
    {"lessons learnt", Section::Reflection}};

// A line of a text, with what ends it cut off.
struct MarkdownLine {
  std::string_view text;
  int number = 1;
};

// What a line begins: a section, with the words that follow on it, or the title.
struct Heading {
  std::optional<Section> section;
  std::string_view rest;
  std::string_view title;
};

std::vector<MarkdownLine> lines_of(std::string_view text) {
  std::vector<MarkdownLine> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({line, static_cast<int>(lines.size()) + 1});
    at = end + 1;
  }
  return lines;
}

std::string_view without_marks(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && (text.front() == '*' || text.front() == '_')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '*' || text.back() == '_')) text.remove_suffix(1);
  return trimmed(text);
}

// "1. ", "2) " in front.
std::string_view without_number(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits == text.size() || (text[digits] != '.' && text[digits] != ')')) return text;
  return trimmed(text.substr(digits + 1));
}

bool is_rule(std::string_view line, char sign) {
  const std::string_view rule = trimmed(line);
  return rule.size() >= 2 && rule.find_first_not_of(sign) == rule.npos;
}

// Of "## Situation" 2; of what is no such heading 0.
std::size_t hashes_of(std::string_view line) {
  const std::string_view text = trimmed(line);
  const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
  const bool hashed = marks >= 1 && marks <= 6 && (marks == text.size() || text[marks] == ' ' || text[marks] == '\t');
  return hashed ? marks : 0;
}

class MarkdownReader {
 public:
  MarkdownReader(std::string_view text, std::string_view file) : file_(file), lines_(lines_of(text)) {}

  MarkdownFile read() {
    for (std::size_t i = skip_front_matter(); i < lines_.size(); ++i) i += take(i);
    if (!found_) error(1, fmt::format("no heading says what belongs where; {}", kAdvice));
    for (const Section section : kSections) check_marks(section);
    MarkdownFile result;
    for (std::string& section : story_.sections) section = std::string(trimmed(section));
    if (left_out_ > 0)
      problems_.push_back({std::string(file_), left_out_, 1, "", "left-out", Severity::Warning,
                           "the text above the first heading of a section is left out"});
    sort_by_place(problems_);
    if (!has_error(problems_)) result.story = std::move(story_);
    result.problems = std::move(problems_);
    return result;
  }

 private:
  void error(int line, std::string text) {
    problems_.push_back({std::string(file_), line, 1, "", "no-story", Severity::Error, std::move(text)});
  }

  // Lines of data between two rules at the head, as site builders and note programs put them.
  [[nodiscard]] std::size_t skip_front_matter() const {
    if (lines_.empty() || lines_.front().text != "---") return 0;
    for (std::size_t i = 1; i < lines_.size(); ++i)
      if (lines_[i].text == "---") return i + 1;
    return 0;
  }

  // The lines that were taken beside the one at `i`.
  std::size_t take(std::size_t i) {
    const std::string_view line = lines_[i].text;
    if (trimmed(line).starts_with("```") || trimmed(line).starts_with("~~~")) in_code_ = !in_code_;
    const bool underlined = i + 1 < lines_.size() && !trimmed(line).empty() &&
                            (is_rule(lines_[i + 1].text, '=') || is_rule(lines_[i + 1].text, '-'));
    const auto heading = in_code_ ? std::nullopt : heading_of(line, underlined);
    if (!heading) {
      if (!in_code_) remark_unknown(line, lines_[i].number);
      add(line, lines_[i].number);
      return 0;
    }
    if (heading->section) {
      level_ = hashes_of(line);
      begin(*heading->section, lines_[i].number);
      if (!heading->rest.empty()) add(heading->rest, lines_[i].number);
    } else {
      story_.title = heading->title;
    }
    return underlined ? 1 : 0;
  }

  [[nodiscard]] std::optional<Heading> heading_of(std::string_view line, bool underlined) const {
    const std::string_view text = trimmed(line);
    const std::size_t marks = hashes_of(line);
    const bool hashed = marks > 0;
    if (hashed || underlined) {
      std::string_view name = hashed ? trimmed(text.substr(marks)) : text;
      while (hashed && name.ends_with('#')) name = trimmed(name.substr(0, name.size() - 1));
      if (auto section = section_heading(name, true)) return section;
      if (!current_ && story_.title.empty() && !without_marks(name).empty()) return Heading{std::nullopt, {}, without_marks(name)};
      return std::nullopt;
    }
    return section_heading(text, text.starts_with("**") || text.starts_with("__"));
  }

  // "Situation", "2. Situation (2024)", "**Situation:** text", "S: text". Without a mark of a heading a colon is needed.
  [[nodiscard]] std::optional<Heading> section_heading(std::string_view text, bool marked) const {
    const std::size_t colon = text.find(':');
    if (!marked && colon == text.npos) return std::nullopt;
    std::string_view name = text;
    std::string_view rest;
    if (text.starts_with("**") || text.starts_with("__")) {
      const std::size_t close = text.find(text.substr(0, 2), 2);
      if (close == text.npos) return std::nullopt;
      name = text.substr(2, close - 2);
      rest = text.substr(close + 2);
      if (trimmed(rest).starts_with(':')) rest = trimmed(rest).substr(1);
      if (const std::size_t inner = name.find(':'); inner != name.npos && !trimmed(name.substr(inner + 1)).empty()) return std::nullopt;
    } else if (colon != text.npos) {
      name = text.substr(0, colon);
      rest = text.substr(colon + 1);
    }
    const auto section = section_named(without_number(without_marks(name)));
    if (!section) return std::nullopt;
    return Heading{section, trimmed(rest), {}};
  }

  [[nodiscard]] std::optional<Section> section_named(std::string_view name) const {
    std::string word = fold(name.substr(0, name.find('(')));
    if (word.size() == 1) {
      switch (word[0]) {
        case 's': return Section::Situation;
        case 't': return Section::Task;
        case 'a': return Section::Action;
        // In STARR the second R is the reflection.
        case 'r': return last_ == Section::Result ? Section::Reflection : Section::Result;
        case 'l': return Section::Reflection;
        default: return std::nullopt;
      }
    }
    const auto known = std::ranges::find(kSectionNames, word, &SectionName::word);
    return known == std::end(kSectionNames) ? std::nullopt : std::optional(known->section);
  }

  // A deeper heading is one inside of the section.
  void remark_unknown(std::string_view line, int number) {
    const std::size_t level = hashes_of(line);
    const bool is_inside = level_ > 0 && level > level_;
    if (!current_ || level == 0 || is_inside) return;
    problems_.push_back({std::string(file_), number, 1, "", "unknown-heading", Severity::Warning,
                         fmt::format("this is no heading of a section: it stands in the {} with what follows", to_string(*current_))});
  }

  void begin(Section section, int line) {
    current_ = last_ = section;
    found_ = true;
    std::string& text = story_.sections[static_cast<std::size_t>(section)];
    if (!text.empty()) text += "\n";
    int& first = line_of_[static_cast<std::size_t>(section)];
    if (first == 0) first = line;
  }

  void add(std::string_view line, int number) {
    if (current_)
      story_.sections[static_cast<std::size_t>(*current_)] += std::string(line) + "\n";
    else if (left_out_ == 0 && !trimmed(line).empty())
      left_out_ = number;
  }

  void check_marks(Section section) {
    const auto i = static_cast<std::size_t>(section);
    if (const auto fault = fault_in_marks(story_.sections[i]))
      error(line_of_[i], fmt::format("{}: {}", to_string(section), fault->text));
  }

  std::string_view file_;
  std::vector<MarkdownLine> lines_;
  std::vector<Problem> problems_;
  MarkdownStory story_;
  std::array<int, kSectionCount> line_of_{};
  std::optional<Section> current_;
  std::optional<Section> last_;
  std::size_t level_ = 0;  // hashes of its heading
  int left_out_ = 0;
  bool found_ = false;
  bool in_code_ = false;
};

// What word processors write unless they are asked for text.
bool is_of_word_processor(std::string_view text) {
  constexpr std::array<std::string_view, 4> kBeginnings{"PK\x03\x04", "\xD0\xCF\x11\xE0", "%PDF-", "{\\rtf"};
  return std::ranges::any_of(kBeginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

// The first byte that no text holds; its place, and what it is.
std::optional<Problem> first_bad_byte(std::string_view text, std::string_view file) {
  int line = 1;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t character = next_character(text, at);
    const bool broken = character == kReplacement && text.substr(before, at - before) != "\xEF\xBF\xBD";
    const bool control = (character < 0x20 && character != '\t' && character != '\n' && character != '\r') || character == 0x7f;
    if (broken || control)
      return Problem{std::string(file), line, static_cast<int>(before - begin) + 1, "", "bad-text", Severity::Error,
                     broken ? "this is not UTF-8; save the file as UTF-8 and try again"
                            : "a control character stands here; take it out and try again"};
    if (character == '\n') {
      ++line;
      begin = at;
    }
  }
  return std::nullopt;
}

}  // namespace

MarkdownFile read_markdown_story(std::string_view text, std::string_view file) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const auto refuse = [&](std::string rule, std::string why) {
    return MarkdownFile{std::nullopt, {{std::string(file), 1, 1, "", std::move(rule), Severity::Error, std::move(why)}}};
  };
  if (text.size() > kMaxMarkdownBytes)
    return refuse("too-large", fmt::format("the file has more than {} bytes; take out of it what is one story", kMaxMarkdownBytes));
  if (is_of_word_processor(text))
    return refuse("no-text", "this is the file of a word processor, or a PDF; save it there as plain text or Markdown, and take that");
  if (const auto bad = first_bad_byte(text, file)) return {std::nullopt, {*bad}};
  if (trimmed(text).empty()) return refuse("empty", fmt::format("the file is empty; {}", kAdvice));
  return MarkdownReader(text, file).read();
}

}  // namespace starling
