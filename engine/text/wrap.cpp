#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "text/clusters.h"
#include "text/text.h"
#include "text/utf8.h"
#include "text/whole_pieces.h"

namespace starling {

namespace {

constexpr int kTabStop = 4;

void drop_blanks_at_end(std::string& line) { line.resize(line.find_last_not_of(' ') + 1); }

int width_of(const std::vector<Cluster>& clusters) {
  return std::accumulate(clusters.begin(), clusters.end(), 0,
                         [](int sum, const Cluster& cluster) { return sum + cluster.width; });
}

std::string with_tabs_as_blanks(std::string_view line) {
  if (line.find('\t') == line.npos) return std::string(line);
  std::string result;
  int column = 0;
  for (const Cluster& cluster : clusters(line)) {
    if (line[cluster.begin] == '\t') {
      const int blanks = kTabStop - column % kTabStop;
      result.append(static_cast<std::size_t>(blanks), ' ');
      column += blanks;
    } else {
      result += line.substr(cluster.begin, cluster.size);
      column += cluster.width;
    }
  }
  return result;
}

std::vector<std::string> paragraphs(std::string_view text) {
  const std::string clean = shown(text);
  std::vector<std::string> result;
  std::string_view rest = clean;
  while (true) {
    const std::size_t end = rest.find('\n');
    result.push_back(with_tabs_as_blanks(rest.substr(0, end)));
    if (end == rest.npos) return result;
    rest.remove_prefix(end + 1);
  }
}

// Fills lines from the left. Blanks at the end of a line take no room.
class Filler {
 public:
  Filler(std::string_view text, int width, std::vector<std::string>& lines)
      : text_(text), width_(width), lines_(lines) {}

  [[nodiscard]] bool fits_on_a_line(const Cluster* begin, const Cluster* end) const {
    return width_without_blanks(begin, word_end(begin, end)) <= width_;
  }

  // A piece that is kept on one line where it fits on one.
  void add(const Cluster* begin, const Cluster* end) {
    const Cluster* word_end = this->word_end(begin, end);
    if (column_ > 0 && column_ + width_without_blanks(begin, word_end) > width_) finish_line(false);
    for (const Cluster* c = begin; c != end; ++c) {
      if (c < word_end && column_ > 0 && column_ + c->width > width_) finish_line(false);
      line_ += text_.substr(c->begin, c->size);
      column_ += c->width;
    }
  }

  // A line of blanks alone is only kept where it is the whole paragraph.
  void finish_line(bool last) {
    drop_blanks_at_end(line_);
    if (last || !line_.empty()) lines_.push_back(line_);
    line_.clear();
    column_ = 0;
  }

  void begin_line() {
    if (column_ > 0) finish_line(false);
  }

 private:
  [[nodiscard]] bool is_blank(const Cluster& cluster) const {
    return cluster.size == 1 && text_[cluster.begin] == ' ';
  }
  [[nodiscard]] const Cluster* word_end(const Cluster* begin, const Cluster* end) const {
    while (end != begin && is_blank(end[-1])) --end;
    return end;
  }
  static int width_without_blanks(const Cluster* begin, const Cluster* end) {
    return std::accumulate(begin, end, 0, [](int sum, const Cluster& cluster) { return sum + cluster.width; });
  }

  std::string_view text_;
  int width_;
  std::vector<std::string>& lines_;
  std::string line_;
  int column_ = 0;
};

// "98 %" stays on one line.
bool is_percent_of_number(std::string_view text, std::size_t at) {
  return at >= 2 && text[at] == '%' && text[at - 1] == ' ' && text[at - 2] >= '0' && text[at - 2] <= '9';
}

// "--interview" too, whose hyphens would else end a line.
bool is_inside_option(std::string_view text, std::size_t at) {
  const std::size_t blank = text.substr(0, at).find_last_of(" \n");
  const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
  return begin < at && text.substr(begin, at - begin).starts_with("--");
}

// A text in pieces that stay on a line where they can: where a command or an id is longer than one, it is broken as little
// as can be, a command between its words.
class Pieces {
 public:
  Pieces(std::string_view paragraph, int width, std::vector<std::string>& lines)
      : text_(paragraph), filler_(paragraph, width, lines), all_(clusters(paragraph)) {
    auto& [whole, inside_commands, anywhere] = starts_;
    anywhere = line_starts(paragraph, all_);
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (anywhere[i] && (is_percent_of_number(paragraph, all_[i].begin) || is_inside_option(paragraph, all_[i].begin))) anywhere[i] = false;
    inside_commands = without_starts_in(anywhere, ids_in(paragraph));
    whole = without_starts_in(inside_commands, commands_in(paragraph));
  }

  void fill() {
    add(0, all_.size(), 0);
    filler_.finish_line(true);
  }

 private:
  [[nodiscard]] std::vector<bool> without_starts_in(std::vector<bool> starts, std::span<const WholePiece> pieces) const {
    auto piece = pieces.begin();
    for (std::size_t i = 0; i < all_.size(); ++i) {
      while (piece != pieces.end() && piece->end <= all_[i].begin) ++piece;
      if (piece != pieces.end() && all_[i].begin > piece->begin) starts[i] = false;
    }
    return starts;
  }

  void add(std::size_t begin, std::size_t end, std::size_t level) {
    for (std::size_t i = begin + 1; i <= end; ++i) {
      if (i < end && !starts_[level][i]) continue;
      put(begin, i, level);
      begin = i;
    }
  }

  void put(std::size_t begin, std::size_t end, std::size_t level) {
    const Cluster* first = all_.data() + begin;
    const Cluster* last = all_.data() + end;
    if (level + 1 == starts_.size() || filler_.fits_on_a_line(first, last)) {
      filler_.add(first, last);
      return;
    }
    if (level == 0 && !commands_in(text_.substr(first->begin, last[-1].begin + last[-1].size - first->begin)).empty()) filler_.begin_line();
    add(begin, end, level + 1);
  }

  std::string_view text_;
  Filler filler_;
  std::vector<Cluster> all_;
  std::array<std::vector<bool>, 3> starts_;  // from the fewest places where a line may begin to all of them
};

// Below this there is no room for the sign of a line that goes on.
constexpr int kNarrowestMarked = 6;
constexpr int kWidest = 2;  // columns of one cluster

enum class CodePart { Blank, Word, Sign };

CodePart part_of(std::string_view row, const Cluster& cluster) {
  const char first = row[cluster.begin];
  if (first == ' ' && cluster.size == 1) return CodePart::Blank;
  const bool word = cluster.size > 1 || first == '_' || (first >= '0' && first <= '9') ||
                    (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  return word ? CodePart::Word : CodePart::Sign;
}

// One line of code on as many as it takes.
class CodeCutter {
 public:
  CodeCutter(std::string_view row, int width, std::vector<std::string>& lines)
      : row_(row), width_(width), lines_(lines), all_(clusters(row)) {
    const std::size_t indent = std::min(row.find_first_not_of(' '), row.size());
    // Deep indentation leaves half of the line for the code.
    if (width < kNarrowestMarked) return;
    const std::size_t blanks = std::min(indent, static_cast<std::size_t>(width / 2 - 2));
    next_ = std::string(blanks, ' ') + "↪ ";
    next_width_ = static_cast<int>(blanks) + 2;
  }

  void cut() {
    for (std::size_t begin = 0; begin < all_.size();) {
      std::size_t end = end_of_part(begin);
      if (opens_text(begin)) end = end_of_part(end);
      add(begin, end);
      begin = end;
    }
    lines_.push_back(std::move(line_));
  }

 private:
  // A quotation mark before a word and not behind one: both stay together.
  [[nodiscard]] bool opens_text(std::size_t at) const {
    const char sign = row_[all_[at].begin];
    if ((sign != '"' && sign != '\'') || at + 1 == all_.size() || part_of(row_, all_[at + 1]) != CodePart::Word) return false;
    return at == 0 || part_of(row_, all_[at - 1]) != CodePart::Word;
  }
  [[nodiscard]] std::size_t end_of_part(std::size_t begin) const {
    const CodePart part = part_of(row_, all_[begin]);
    std::size_t end = begin + 1;
    while (end < all_.size() && part_of(row_, all_[end]) == part && !opens_text(end)) ++end;
    return end;
  }

  void add(std::size_t begin, std::size_t end) {
    int token = 0;
    for (std::size_t i = begin; i < end; ++i) token += all_[i].width;
    const bool blank = part_of(row_, all_[begin]) == CodePart::Blank;
    if (begun_ && !blank && column_ + token > width_) go_on();
    for (std::size_t i = begin; i < end; ++i) {
      // At the end of a line nobody sees blanks, and indentation leaves room for what is indented.
      if (blank && column_ + (begun_ ? 1 : kWidest) > std::max(width_, kWidest)) continue;
      if (column_ > 0 && column_ + all_[i].width > width_) go_on();
      line_ += row_.substr(all_[i].begin, all_[i].size);
      column_ += all_[i].width;
      begun_ = begun_ || !blank;
    }
  }

  void go_on() {
    drop_blanks_at_end(line_);
    lines_.push_back(std::move(line_));
    line_ = next_;
    column_ = next_width_;
    begun_ = false;
  }

  std::string_view row_;
  int width_;
  std::vector<std::string>& lines_;
  std::vector<Cluster> all_;
  std::string next_;
  int next_width_ = 0;
  std::string line_;
  int column_ = 0;
  bool begun_ = false;  // something but blanks stands on the line
};

void cut(std::string_view row, int width, std::vector<std::string>& lines) {
  if (is_plain_ascii(row) && row.size() <= static_cast<std::size_t>(width))
    lines.emplace_back(row);
  else
    CodeCutter(row, width, lines).cut();
}

std::string one_line(std::string_view text) {
  std::string line = shown(text);
  std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, int width) {
  std::vector<std::string> lines;
  for (std::string& paragraph : paragraphs(text)) {
    drop_blanks_at_end(paragraph);
    if (is_plain_ascii(paragraph) && paragraph.size() <= static_cast<std::size_t>(std::max(width, 1)))
      lines.push_back(std::move(paragraph));
    else
      Pieces(paragraph, std::max(width, 1), lines).fill();
  }
  return lines;
}

std::vector<std::string> wrap_code(std::string_view text, int width) {
  std::vector<std::string> lines;
  for (std::string& row : paragraphs(text)) {
    drop_blanks_at_end(row);
    cut(row, std::max(width, 1), lines);
  }
  return lines;
}

int display_width(std::string_view text) {
  if (is_plain_ascii(text)) return static_cast<int>(text.size());
  return width_of(clusters(one_line(text)));
}

std::string shorten(std::string_view text, int width) {
  std::string line = one_line(text);
  const std::vector<Cluster> all = clusters(line);
  if (width_of(all) <= width) return line;
  if (width < 1) return {};
  std::size_t kept = 0;
  int column = 0;
  for (const Cluster& cluster : all) {
    if (column + cluster.width > width - 1) break;
    column += cluster.width;
    kept = cluster.begin + cluster.size;
  }
  line.resize(kept);
  drop_blanks_at_end(line);
  return line + "…";
}

std::string padded(std::string_view text, int width) {
  std::string result(text);
  result.append(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
  return result;
}

}  // namespace starling
