// What a terminal, or whoever writes to one, may send.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/terminal/keys.h"
#include "law.h"

using namespace starling;

namespace {

std::vector<Key> read(std::string_view bytes, std::size_t at_a_time) {
  KeyDecoder decoder;
  std::vector<Key> keys;
  const auto take_all = [&](bool complete) {
    while (const auto next = decoder.next(complete)) {
      law(next->key <= key::kRedraw, "a key is a character or one that has a name");
      law(next->key >= key::kNothing || next->key >= 0x20 || next->key == key::kEnter || next->key == key::kEscape,
                "no control character comes through as one");
      law(!next->pasted || next->key >= key::kNothing || next->key >= 0x20, "a paste has no line ends");
      if (next->key != key::kNothing) keys.push_back(next->key);
    }
  };
  for (std::size_t at = 0; at < bytes.size(); at += at_a_time) {
    decoder.take(bytes.substr(at, at_a_time));
    take_all(false);
  }
  take_all(true);
  law(decoder.empty(), "nothing stays behind");
  return keys;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::vector<Key> whole = read(bytes, size + 1);
  law(read(bytes, 1) == whole, "however bytes are cut, the keys are the same");
  return 0;
}
