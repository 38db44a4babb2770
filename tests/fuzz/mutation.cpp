#include "fuzz/mutation.h"

#include <algorithm>

#include "fuzz/tokens.h"

namespace starling::fuzzing {

namespace {

constexpr std::string_view kIsSetTo = " = ";

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kSmallLetters = "abcdefghijklmnopqrstuvwxyz";

}  // namespace

Mutator::Mutator(std::vector<std::string> corpus, std::uint64_t seed) : corpus_(std::move(corpus)), state_(seed) {}

// SplitMix64.
std::uint64_t Mutator::draw() {
  std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

std::size_t Mutator::below(std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(draw() % limit); }

const std::string& Mutator::any_text() { return corpus_[below(corpus_.size())]; }

std::string Mutator::next() {
  std::string text = any_text();
  const bool bytes = below(3) == 0;
  for (std::size_t left = 1 + below(4); left > 0; --left) bytes ? damage_bytes(text) : damage_lines(text);
  text.resize(std::min(text.size(), kLargest));
  return text;
}

void Mutator::damage_bytes(std::string& text) {
  switch (below(8)) {
    case 0:
    case 1:
      return flip(text);
    case 2:
    case 3:
      return insert_token(text);
    case 4:
      return erase(text);
    case 5:
      return repeat(text);
    case 6:
      return splice(text);
    default:
      return text.resize(below(text.size()));
  }
}

void Mutator::flip(std::string& text) {
  if (text.empty()) return;
  char& byte = text[below(text.size())];
  byte = static_cast<char>(below(2) == 0 ? static_cast<unsigned char>(byte) ^ (1U << below(8)) : below(256));
}

void Mutator::insert_token(std::string& text) {
  const std::string_view token = kTokens[below(kTokens.size())];
  text.insert(below(text.size() + 1), token);
}

void Mutator::erase(std::string& text) {
  const std::size_t at = below(text.size());
  text.erase(at, 1 + below(30));
}

void Mutator::repeat(std::string& text) {
  const std::size_t at = below(text.size());
  const std::string piece = text.substr(at, 1 + below(200));
  for (std::size_t times = 1 + below(4); times > 0; --times) text.insert(at, piece);
}

void Mutator::splice(std::string& text) {
  const std::string& other = any_text();
  text.resize(below(text.size() + 1));
  text += other.substr(below(other.size()));
}

void Mutator::damage_lines(std::string& text) {
  switch (below(8)) {
    case 0:
    case 1:
    case 2:
      return set_value(text);
    case 3:
      return set_digit(text);
    case 4:
    case 5:
      return insert_letters(text);
    case 6:
      return insert_line(text);
    default:
      return erase_line(text);
  }
}

Mutator::Line Mutator::any_line(std::string_view text) {
  if (text.empty()) return {0, 0};
  const std::size_t inside = below(text.size());
  const std::size_t before = inside == 0 ? text.npos : text.rfind('\n', inside - 1);
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  const std::size_t end = text.find('\n', inside);
  return {begin, (end == text.npos ? text.size() : end + 1) - begin};
}

// One of the known ones, or that of a line of the corpus.
std::string Mutator::any_value() {
  const std::string& other = any_text();
  const Line line = any_line(other);
  const std::string_view words = std::string_view(other).substr(line.begin, line.size);
  const std::size_t at = words.find(kIsSetTo);
  if (below(2) == 0 || at == words.npos) return std::string(kValues[below(kValues.size())]);
  const std::string_view value = words.substr(at + kIsSetTo.size());
  return std::string(value.substr(0, value.find('\n')));
}

void Mutator::set_value(std::string& text) {
  const std::string value = any_value();
  const std::size_t at = text.find(kIsSetTo, below(text.size()));
  if (at == text.npos) return;
  const std::size_t begin = at + kIsSetTo.size();
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  text.replace(begin, end - begin, value);
}

void Mutator::set_digit(std::string& text) {
  const std::size_t at = text.find_first_of(kDigits, below(text.size()));
  if (at != text.npos) text[at] = static_cast<char>('0' + below(10));
}

void Mutator::insert_letters(std::string& text) {
  const std::string_view letters = kLetters[below(kLetters.size())];
  const std::size_t quote = text.find('"', below(text.size()));
  const std::size_t from = quote == text.npos ? below(text.size()) : quote;
  text.insert(std::min(text.find_first_of(kSmallLetters, from), text.size()), letters);
}

void Mutator::insert_line(std::string& text) {
  const std::string& other = any_text();
  const Line source = any_line(other);
  const std::string words = below(2) == 0 ? std::string(kLines[below(kLines.size())])
                                          : other.substr(source.begin, source.size);
  text.insert(any_line(text).begin, words);
}

void Mutator::erase_line(std::string& text) {
  const Line line = any_line(text);
  text.erase(line.begin, line.size);
}

}  // namespace starling::fuzzing
