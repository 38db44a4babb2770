#include "source/layout.h"

#include <algorithm>
#include <optional>

namespace starling {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr int kDeepest = 100;

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), at_(text.starts_with(kMark) ? kMark.size() : 0) {
    layout_.tables.push_back({{}, at_});
  }

  TextLayout all() {
    while (at_ < text_.size()) {
      statement();
      at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
    }
    return std::move(layout_);
  }

 private:
  [[nodiscard]] char now() const { return at_ < text_.size() ? text_[at_] : '\n'; }
  [[nodiscard]] bool is_next(std::string_view part) const { return text_.substr(at_).starts_with(part); }
  void skip_blanks() {
    while (now() == ' ' || now() == '\t') ++at_;
  }
  void skip_blank_lines() {
    for (skip_blanks(); at_ < text_.size() && (now() == '\n' || now() == '\r' || now() == '#'); skip_blanks()) {
      if (now() == '#') at_ = std::min(text_.find('\n', at_), text_.size() - 1);
      ++at_;
    }
  }

  // Leaves the place anywhere in the statement's last line.
  void statement() {
    skip_blanks();
    const std::size_t start = at_;
    if (now() == '[') return heading();
    if (now() == '#') return commented();
    (void)assignment(layout_.tables.back().path, start, false);
  }

  void heading() {
    ++at_;
    if (now() == '[') ++at_;
    const auto path = key_path();
    if (!path || now() != ']') return;
    const std::size_t line_end = std::min(text_.find('\n', at_), text_.size() - 1);
    layout_.tables.push_back({*path, line_end + 1});
  }

  void commented() {
    const std::size_t start = at_++;
    skip_blanks();
    const std::size_t known = layout_.values.size();
    const std::size_t line_end = std::min(text_.find('\n', at_), text_.size());
    const bool read = assignment(layout_.tables.back().path, start, true);
    if (read && at_ <= line_end) {
      skip_blanks();
      if (now() == '#' || now() == '\n' || now() == '\r') return;
    }
    layout_.values.resize(known);
    at_ = std::min(line_end, text_.size());
  }

  bool assignment(const KeyPath& above, std::size_t mark, bool is_comment, bool inner = false) {
    PlacedValue placed{above, layout_.tables.size() - 1, mark, at_, 0, 0, is_comment, inner};
    const auto own = key_path();
    if (!own || now() != '=') return false;
    ++at_;
    skip_blanks();
    placed.path.insert(placed.path.end(), own->begin(), own->end());
    placed.value = at_;
    const std::size_t place = layout_.values.size();
    layout_.values.push_back(placed);
    if (!value(placed, place)) {
      layout_.values.resize(place);
      return false;
    }
    layout_.values[place].end = at_;
    return true;
  }

  std::optional<KeyPath> key_path() {
    KeyPath path;
    while (true) {
      skip_blanks();
      const std::size_t start = at_;
      if (now() == '"' || now() == '\'') {
        if (!string()) return std::nullopt;
        path.emplace_back(text_.substr(start + 1, at_ - start - 2));
      } else {
        while (at_ < text_.size() && is_bare(now())) ++at_;
        if (at_ == start) return std::nullopt;
        path.emplace_back(text_.substr(start, at_ - start));
      }
      skip_blanks();
      if (now() != '.') return path;
      ++at_;
    }
  }

  bool value(const PlacedValue& placed, std::size_t place) {
    if (now() == '"' || now() == '\'') return string();
    if (now() == '[') return list();
    if (now() == '{') return members(placed, place);
    const std::size_t start = at_;
    while (at_ < text_.size() && std::string_view(",]}#\r\n").find(now()) == std::string_view::npos) ++at_;
    while (at_ > start && (text_[at_ - 1] == ' ' || text_[at_ - 1] == '\t')) --at_;
    return at_ > start;
  }

  bool string() {
    const std::string_view quote = text_.substr(at_, 1);
    const std::string_view three = text_.substr(at_, 3);
    const bool is_long = three == "\"\"\"" || three == "'''";
    const std::string_view closing = is_long ? three : quote;
    for (at_ += closing.size(); at_ < text_.size(); ++at_) {
      if (quote == "\"" && now() == '\\') {
        ++at_;
      } else if (is_next(closing)) {
        at_ += closing.size();
        for (int more = 0; is_long && more < 2 && is_next(quote); ++more) ++at_;
        return true;
      } else if (now() == '\n' && !is_long) {
        return false;
      }
    }
    at_ = text_.size();
    return false;
  }

  bool list() {
    if (++depth_ > kDeepest) return false;
    const PlacedValue nothing;
    bool read = false;
    for (++at_; at_ < text_.size();) {
      skip_blank_lines();
      if (now() == ']') {
        ++at_;
        read = true;
        break;
      }
      // What stands in a list has no key that could be named.
      const std::size_t known = layout_.values.size();
      const bool one = value(nothing, known);
      layout_.values.resize(known);
      if (!one) break;
      skip_blank_lines();
      if (now() == ',') ++at_;
    }
    --depth_;
    return read;
  }

  bool members(const PlacedValue& placed, std::size_t place) {
    if (++depth_ > kDeepest) return false;
    bool read = false;
    for (++at_; at_ < text_.size();) {
      skip_blanks();
      if (now() == '}') {
        ++at_;
        read = true;
        break;
      }
      if (!assignment(placed.path, placed.mark, placed.commented, true)) break;
      skip_blanks();
      if (now() == ',') ++at_;
    }
    --depth_;
    if (!read) layout_.values.resize(std::min(layout_.values.size(), place + 1));
    return read;
  }

  std::string_view text_;
  std::size_t at_;
  int depth_ = 0;
  TextLayout layout_;
};

}  // namespace

TextLayout layout_of(std::string_view text) { return text.empty() ? TextLayout{{{}}, {}} : Scanner(text).all(); }

}  // namespace starling
