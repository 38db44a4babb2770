#include "doctor/private_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "backup/backup.h"
#include "doctor/git_ignored.h"
#include "doctor/own_words.h"
#include "log/log.h"
#include "privacy/privacy.h"
#include "source/source.h"
#include "story/story.h"

namespace starling {

namespace {

constexpr std::string_view kStoriesFolder = "stories/";

std::string_view rule_of(PrivateKind kind) {
  switch (kind) {
    case PrivateKind::MailAddress:
      return "mail-address";
    case PrivateKind::PhoneNumber:
      return "phone-number";
    case PrivateKind::Name:
      return "private-name";
  }
  return "";
}

// A line of TOML that goes on in the next one: its backslash is no letter of the text.
std::string with_joined_lines(std::string text) {
  for (std::size_t at = text.find("\\\n"); at != text.npos; at = text.find("\\\n", at)) text[at] = ' ';
  return text;
}

// A line break in a text as it is written in JSON or TOML: its letter is none of the text, but behind a backslash that is.
std::string with_plain_breaks(std::string text) {
  constexpr std::string_view kBreaks = "nrt";
  for (std::size_t at = text.find('\\'); at != text.npos && at + 1 < text.size(); at = text.find('\\', at + 2))
    if (kBreaks.find(text[at + 1]) != kBreaks.npos) text.replace(at, 2, "  ");
  return text;
}

struct FoundPiece {
  Stretch place;
  Gravity gravity = Gravity::Error;
  std::string rule;
  std::string text;
};

class PrivateSearch {
 public:
  explicit PrivateSearch(const StudyFolder& folder)
      : folder_(folder), ignored_(folder.root()), stories_(read_stories()), mask_(marked_words(stories_)), names_(stories_) {}

  PrivateCheck take() {
    found_.marked = static_cast<int>(mask_.words().size());
    for (const KeptFile& file : list_kept_files(folder_.root()).files) look_at(file);
    std::ranges::stable_sort(found_.findings, [](const Finding& a, const Finding& b) {
      return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    return std::move(found_);
  }

 private:
  std::vector<Story> read_stories() {
    std::vector<Story> stories;
    for (const ListedFile& file : list_files(folder_.stories(), ".toml")) {
      const std::string name = std::string(kStoriesFolder) + file.path.filename().string();
      const FileText text = read_file(file.path, kMaxTomlBytes);
      StoryFile read = text ? read_story(*text, name) : StoryFile{};
      if (read.story)
        stories.push_back(*std::move(read.story));
      else
        add({Gravity::Error, "unread", name, 0, 0, "it cannot be read, so nobody knows which words it marks", "", {}});
    }
    return stories;
  }

  void look_at(const KeptFile& file) {
    if (ignored_(file.name)) {
      ++found_.ignored;
    } else if (is_log_name(file.name)) {
      look_at_history(file);
    } else {
      ++found_.files;
      FileText text = read_file(file.path, kMaxTomlBytes);
      if (text)
        add_pieces(file.name, with_joined_lines(*std::move(text.text)));
      else
        add_unread(file.name, 0, "it " + text.reason);
    }
  }

  [[nodiscard]] std::vector<FoundPiece> pieces_of(std::string_view text) const {
    std::vector<FoundPiece> pieces;
    for (const MarkedPlace& each : mask_.find(text)) {
      const Confidential& word = mask_.words()[each.word];
      pieces.push_back({each.place, Gravity::Error, "marked-word", fmt::format("'{}' is marked as confidential; outside it is '{}'", word.word, word.replacement)});
    }
    for (const PrivatePiece& each : find_private_pieces(text, names_))
      pieces.push_back({each.place, Gravity::Warning, std::string(rule_of(each.kind)),
                        fmt::format("{} stands here: {}", to_string(each.kind), text.substr(each.place.begin, each.place.size))});
    std::ranges::stable_sort(pieces, {}, [](const FoundPiece& piece) { return piece.place.begin; });
    return pieces;
  }

  void add_pieces(const std::string& name, std::string_view text) {
    int line = 1;
    std::size_t begin = 0;  // of the line
    for (const FoundPiece& piece : pieces_of(text)) {
      for (std::size_t end = text.find('\n', begin); end < piece.place.begin; end = text.find('\n', begin)) {
        ++line;
        begin = end + 1;
      }
      const int column = point_at(text.substr(begin), piece.place.begin - begin).column;
      add({piece.gravity, piece.rule, name, line, column, piece.text, "", {}});
    }
  }

  // A line that nobody can read is pushed as well: it is searched as it stands.
  void look_at_history(const KeptFile& file) {
    LinePlace last;
    const auto read = read_lines(file.path, {}, [&](const LineRead& line, const LinePlace& place) {
      last = place;
      if (line.deed)
        look_at_deed(file, *line.deed, place);
      else
        look_at_raw_line(file, place);
    });
    std::error_code error;
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(file.path, error));
    if (!read || error)
      add_unread(file.name, 0, "it cannot be read");
    else if (size > read->end)  // torn, or still on its way
      look_at_raw_line(file, {read->end, size - read->end, last.line + (last.length > 0 ? 1 : 0)});
  }

  void look_at_deed(const KeptFile& file, const Deed& deed, const LinePlace& place) {
    ++found_.deeds;
    std::string line;        // read where it is needed
    std::size_t behind = 0;  // in it, what was found last
    for (const Event& event : deed.events) {
      found_.wins += std::holds_alternative<Won>(event) ? 1 : 0;
      for (const OwnWords& words : own_words(event)) {
        if (words.is_name && !names_told_.insert(file.name + "\n" + std::string(words.text)).second) continue;
        const std::string text = words.is_written ? with_plain_breaks(std::string(words.text)) : std::string(words.text);
        for (const FoundPiece& piece : pieces_of(text)) {
          if (line.empty()) line = line_at(file.path, place).value_or("");
          const std::string_view written = std::string_view(words.text).substr(piece.place.begin, piece.place.size);
          std::size_t at = line.find(written, behind);
          if (at == line.npos) at = line.find(written);  // as far as it stands there as it is
          if (at != line.npos) behind = at + written.size();
          add({piece.gravity, piece.rule, file.name, place.line, at == line.npos ? 0 : point_at(line, at).column,
               fmt::format("{} ({})", piece.text, words.what), "", {}});
        }
      }
    }
  }

  void look_at_raw_line(const KeptFile& file, const LinePlace& place) {
    const auto line = place.length <= static_cast<std::int64_t>(kMaxLineBytes) ? line_at(file.path, place) : std::nullopt;
    if (!line) {
      add_unread(file.name, place.line, "it cannot be read");
      return;
    }
    for (const FoundPiece& piece : pieces_of(with_plain_breaks(*line)))
      add({piece.gravity, piece.rule, file.name, place.line, point_at(*line, piece.place.begin).column, piece.text + " (a line that cannot be read)", "", {}});
  }

  void add_unread(const std::string& name, int line, std::string_view why) {
    add({Gravity::Warning, "unread", name, line, 0, fmt::format("{}, and was not looked at", why), "", {}});
  }

  void add(Finding finding) {
    if (found_.findings.size() < kMostPrivateFindings)
      found_.findings.push_back(std::move(finding));
    else
      found_.more = true;
  }

  const StudyFolder& folder_;
  PrivateCheck found_;
  std::set<std::string> names_told_;  // each once a file
  GitIgnored ignored_;
  std::vector<Story> stories_;
  Mask mask_;
  PrivateNames names_;
};

}  // namespace

PrivateCheck check_private(const StudyFolder& folder) { return PrivateSearch(folder).take(); }

}  // namespace starling
