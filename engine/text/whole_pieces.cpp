#include "text/whole_pieces.h"

#include <algorithm>

namespace starling {

namespace {

constexpr std::string_view kProgram = "starling";
constexpr std::string_view kEnds = ".,;:!?)";  // of a sentence or a part of it
constexpr int kCommandWords = 2;               // "story edit"

bool is_small_letter_of_id(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit_of_id(char c) { return c >= '0' && c <= '9'; }
bool is_between_words(char c) { return c == ' ' || c == '\n'; }

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_between_words(text[at])) ++at;
  return at;
}

std::string_view without_ends(std::string_view word) {
  const std::size_t last = word.find_last_not_of(kEnds);
  return word.substr(0, last == word.npos ? 0 : last + 1);
}

// Reads the words behind the name of the program.
class CommandWords {
 public:
  // `around`: the quotation mark that opens in front of it, and ends it.
  explicit CommandWords(char around) : around_(around) {}

  // Whether the word belongs to the command; no word behind one that ends a part of a sentence does. A third plain word is a
  // name where it is the `last` of the text, or ends a part of it.
  bool takes(std::string_view word, bool last) {
    if (over_) return false;
    std::string_view bare = without_ends(word);
    const bool closes = around_ != '\0' && bare.ends_with(around_);
    if (closes) bare.remove_suffix(1);
    const bool ends = bare.size() < word.size() && !quoted_;
    const bool plain = std::ranges::all_of(bare, is_small_letter_of_id);
    const bool taken = quoted_ || words_ < kCommandWords || !plain || of_option_ || (words_ == kCommandWords && (ends || last));
    if (bare.empty() || bare == "–" || bare == "·" || !taken) return false;
    words_ += plain ? 1 : 0;
    of_option_ = bare.starts_with("--");
    if (std::ranges::count(bare, '"') % 2 == 1) quoted_ = !quoted_;
    over_ = closes || (bare.size() < word.size() && !quoted_);
    return true;
  }

 private:
  char around_;
  int words_ = 0;
  bool of_option_ = false;  // the next word is its value
  bool quoted_ = false;
  bool over_ = false;
};

bool is_quote(char c) { return c == '\'' || c == '"'; }

std::size_t end_of_command(std::string_view text, std::size_t at, char before) {
  CommandWords words(is_quote(before) ? before : '\0');
  std::size_t end = at;
  while (at + 1 < text.size() && text[at] == ' ' && !is_between_words(text[at + 1])) {
    const std::size_t next = end_of_word(text, at + 1);
    if (!words.takes(text.substr(at + 1, next - at - 1), next == text.size())) break;
    end = at = next;
  }
  return end;
}

bool begins_word(std::string_view text, std::size_t at) {
  return at == 0 || is_between_words(text[at - 1]) || text[at - 1] == '(' || is_quote(text[at - 1]);
}

bool is_id(std::string_view word) {
  constexpr std::string_view kAround = "()[]'\",.;:!?";
  const std::size_t first = word.find_first_not_of(kAround);
  if (first == word.npos) return false;
  const std::string_view bare = word.substr(first, word.find_last_not_of(kAround) - first + 1);
  if ((bare.starts_with('/') || bare.starts_with("~/")) && bare.find('/', 2) != bare.npos) return true;
  const auto fits = [](char c) { return is_small_letter_of_id(c) || is_digit_of_id(c) || c == '-' || c == '_' || c == '/' || c == '.' || c == '#'; };
  return std::ranges::all_of(bare, fits) && std::ranges::any_of(bare, is_small_letter_of_id) && bare.find_first_of("-_/") != bare.npos;
}

}  // namespace

std::vector<WholePiece> commands_in(std::string_view text) {
  std::vector<WholePiece> commands;
  for (std::size_t at = text.find(kProgram); at != text.npos; at = text.find(kProgram, at)) {
    const std::size_t named = at + kProgram.size();
    const std::size_t end = begins_word(text, at) ? end_of_command(text, named, at == 0 ? '\0' : text[at - 1]) : named;
    if (end > named) commands.push_back({at, end});
    at = end;
  }
  return commands;
}

std::vector<WholePiece> ids_in(std::string_view text) {
  std::vector<WholePiece> ids;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_word(text, at);
    if (is_id(text.substr(at, end - at))) ids.push_back({at, end});
    at = end + 1;
  }
  return ids;
}

}  // namespace starling
