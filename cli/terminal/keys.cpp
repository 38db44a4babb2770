#include "cli/terminal/keys.h"

#include <array>
#include <utility>

#include "text/text.h"

namespace starling {

namespace {

constexpr char kEsc = '\x1b';
constexpr std::size_t kLongestSequence = 32;
constexpr std::string_view kPasteBegins = "[200~";
constexpr std::string_view kPasteEnds = "\x1b[201~";

// What stands behind "\x1b[" or "\x1bO"; modifiers such as in "1;5C" are not told apart.
constexpr std::array<std::pair<std::string_view, Key>, 20> kSequences{{
    {"A", key::kUp},      {"B", key::kDown},    {"C", key::kRight},     {"D", key::kLeft},    {"H", key::kHome},
    {"F", key::kEnd},     {"1~", key::kHome},   {"7~", key::kHome},     {"4~", key::kEnd},    {"8~", key::kEnd},
    {"3~", key::kDelete}, {"5~", key::kPageUp}, {"6~", key::kPageDown}, {"1;5A", key::kUp},   {"1;5B", key::kDown},
    {"1;5C", key::kRight}, {"1;5D", key::kLeft}, {"M", key::kEnter},    {"1;2A", key::kUp},   {"1;2B", key::kDown},
}};

Key of_sequence(std::string_view rest) {
  for (const auto& [bytes, key] : kSequences)
    if (bytes == rest) return key;
  return key::kNothing;
}

constexpr char control(char letter) { return static_cast<char>(letter & 0x1f); }

Key of_control(char byte) {
  switch (byte) {
    case '\r':
    case '\n': return key::kEnter;
    case '\x7f':
    case '\b': return key::kBackspace;
    case control('C'):
    case control('D'): return key::kLeave;
    case control('Z'): return key::kStop;
    case control('A'): return key::kHome;
    case control('E'): return key::kEnd;
    case control('B'): return key::kLeft;
    case control('F'): return key::kRight;
    case control('P'): return key::kUp;
    case control('N'): return key::kDown;
    case control('W'): return key::kEraseWord;
    case control('U'): return key::kEraseLine;
    case control('K'): return key::kEraseRest;
    case control('L'): return key::kRedraw;
    default: return key::kNothing;
  }
}

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == '\x7f'; }

std::size_t bytes_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
}

}  // namespace

void KeyDecoder::clear() {
  waiting_.clear();
  pasting_ = false;
}

Stroke KeyDecoder::take_off(std::size_t bytes, Key key) {
  waiting_.erase(0, bytes);
  return {key, pasting_};
}

std::optional<Stroke> KeyDecoder::next(bool complete) {
  if (waiting_.empty()) return std::nullopt;
  if (waiting_[0] == kEsc) return sequence(complete);
  if (!is_control(waiting_[0])) return character(complete);
  if (!pasting_) return take_off(1, of_control(waiting_[0]));
  const bool blank = waiting_[0] == '\n' || waiting_[0] == '\r' || waiting_[0] == '\t';
  return take_off(1, blank ? U' ' : static_cast<Key>(key::kNothing));
}

std::optional<Stroke> KeyDecoder::sequence(bool complete) {
  if (pasting_) {
    if (waiting_.starts_with(kPasteEnds)) {
      pasting_ = false;
      return take_off(kPasteEnds.size(), key::kNothing);
    }
    if (kPasteEnds.starts_with(waiting_) && !complete) return std::nullopt;
    return take_off(1, key::kNothing);
  }
  if (waiting_.size() == 1) return complete ? std::optional(take_off(1, key::kEscape)) : std::nullopt;
  if (waiting_[1] == kEsc) return take_off(1, key::kEscape);
  if (waiting_[1] == '[' || waiting_[1] == 'O') return control_sequence(complete);
  return take_off(2, key::kNothing);  // a letter with Alt
}

std::optional<Stroke> KeyDecoder::control_sequence(bool complete) {
  std::size_t end = 2;
  while (end < waiting_.size() && end < kLongestSequence && waiting_[end] >= 0x20 && waiting_[end] < 0x40) ++end;
  if (end == waiting_.size() && end < kLongestSequence)
    return complete ? std::optional(take_off(end, key::kNothing)) : std::nullopt;
  // A byte that ends no sequence is a key of its own.
  const bool ends = waiting_[end] >= 0x40 && waiting_[end] < 0x7f;
  const std::string rest = waiting_.substr(1, end);
  if (rest == kPasteBegins) {
    (void)take_off(end + 1, key::kNothing);
    pasting_ = true;
    return Stroke{};
  }
  return take_off(ends ? end + 1 : end, ends ? of_sequence(std::string_view(rest).substr(1)) : static_cast<Key>(key::kNothing));
}

std::optional<Stroke> KeyDecoder::character(bool complete) {
  const std::size_t wanted = bytes_of(waiting_[0]);
  if (waiting_.size() < wanted && !complete) return std::nullopt;
  std::size_t at = 0;
  const char32_t read = next_character(waiting_, at);
  return take_off(at, read);
}

}  // namespace starling
