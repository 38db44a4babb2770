#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/terminal/keys.h"
#include "text/utf8.h"

using namespace starling;

namespace {

std::vector<Key> keys_of(const std::string& bytes) {
  KeyDecoder decoder;
  decoder.take(bytes);
  std::vector<Key> keys;
  while (const auto next = decoder.next(true))
    if (next->key != key::kNothing) keys.push_back(next->key);
  return keys;
}

}  // namespace

TEST_CASE("what a terminal sends for a key is that key") {
  const std::vector<std::pair<std::string, std::vector<Key>>> table{
      {"a?", {'a', '?'}},
      {"\r", {key::kEnter}},
      {"\n", {key::kEnter}},
      {"\x1b", {key::kEscape}},
      {"\x1b\x1b", {key::kEscape, key::kEscape}},
      {"\x1b[A\x1b[B\x1b[C\x1b[D", {key::kUp, key::kDown, key::kRight, key::kLeft}},
      {"\x1bOA\x1bOD", {key::kUp, key::kLeft}},
      {"\x1b[H\x1b[F\x1b[1~\x1b[4~\x1bOH", {key::kHome, key::kEnd, key::kHome, key::kEnd, key::kHome}},
      {"\x1b[3~\x1b[5~\x1b[6~", {key::kDelete, key::kPageUp, key::kPageDown}},
      {"\x7f\x08", {key::kBackspace, key::kBackspace}},
      {"\x01\x05\x17\x15\x0b", {key::kHome, key::kEnd, key::kEraseWord, key::kEraseLine, key::kEraseRest}},
      {"\x03\x04\x1a\x0c", {key::kLeave, key::kLeave, key::kStop, key::kRedraw}},
      {"é日", {0xe9, 0x65e5}},
      // Nothing of an unknown sequence is taken for letters.
      {"\x1b[?25h\x1b[38;5;1m\x1b[24~q", {'q'}},
      {"\x1bq\x1b[1;3Dz", {'z'}},
  };
  for (const auto& [bytes, keys] : table) {
    CAPTURE(bytes);
    CHECK(keys_of(bytes) == keys);
  }
}

TEST_CASE("a paste is one line of text: its line ends are blanks, and it holds no keys") {
  KeyDecoder decoder;
  decoder.take("\x1b[200~two\nlines\tq\x1b[A\x03\x1b[201~q");
  std::u32string pasted;
  std::u32string typed;
  while (const auto next = decoder.next(true))
    if (next->key != key::kNothing) (next->pasted ? pasted : typed) += next->key;
  CHECK(pasted == U"two lines q[A");
  CHECK(typed == U"q");
}

TEST_CASE("a key that comes in pieces is the same key, and nothing is known before it is whole") {
  for (const std::string bytes : {"\x1b[A", "\x1b[3~", "é", "日", "\x1b[200~a\x1b[201~"}) {
    KeyDecoder decoder;
    std::vector<Key> keys;
    for (const char byte : bytes) {
      decoder.take({&byte, 1});
      while (const auto next = decoder.next(false))
        if (next->key != key::kNothing) keys.push_back(next->key);
    }
    CHECK(keys == keys_of(bytes));
    CHECK(decoder.empty());
  }
}
