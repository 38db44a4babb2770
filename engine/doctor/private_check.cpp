#include "doctor/private_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "backup/backup.h"
#include "doctor/git_ignored.h"
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
      look_at_wins(file);
    } else {
      ++found_.files;
      FileText text = read_file(file.path, kMaxTomlBytes);
      if (text)
        add_pieces(file.name, with_joined_lines(*std::move(text.text)));
      else
        add({Gravity::Warning, "unread", file.name, 0, 0, fmt::format("it {}, and was not looked at", text.reason), "", {}});
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

  void look_at_wins(const KeptFile& file) {
    std::vector<std::pair<LinePlace, Won>> wins;
    (void)read_lines(file.path, {}, [&](LineRead read, const LinePlace& place) {
      if (!read.deed) return;
      for (const Event& event : read.deed->events)
        if (const auto* won = std::get_if<Won>(&event)) wins.emplace_back(place, *won);
    });
    for (const auto& [place, won] : wins) {
      ++found_.wins;
      add_win(file, place, won.text);
      for (const std::string& tag : won.tags) add_win(file, place, tag);
    }
  }

  // In the line of the file, as far as it stands there as it is.
  void add_win(const KeptFile& file, const LinePlace& place, std::string_view text) {
    for (const FoundPiece& piece : pieces_of(text)) {
      const std::string line = line_at(file.path, place).value_or("");
      const std::size_t at = line.find(text.substr(piece.place.begin, piece.place.size));
      add({piece.gravity, piece.rule, file.name, place.line, at == line.npos ? 0 : point_at(line, at).column, piece.text + " (a win)", "", {}});
    }
  }

  void add(Finding finding) {
    if (found_.findings.size() < kMostPrivateFindings)
      found_.findings.push_back(std::move(finding));
    else
      found_.more = true;
  }

  const StudyFolder& folder_;
  PrivateCheck found_;
  GitIgnored ignored_;
  std::vector<Story> stories_;
  Mask mask_;
  PrivateNames names_;
};

}  // namespace

PrivateCheck check_private(const StudyFolder& folder) { return PrivateSearch(folder).take(); }

}  // namespace starling
