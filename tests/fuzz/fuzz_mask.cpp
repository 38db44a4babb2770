// Whatever the bytes are: the first line marks words, and nothing of them is left in the masked rest.
#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "law.h"
#include "privacy/privacy.h"

using namespace starling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(bytes.find('\n'), size);
  std::vector<Confidential> words;
  for (std::size_t at = 0; at < end && words.size() < 8;) {
    const std::size_t comma = std::min(bytes.find(',', at), end);
    const std::string_view word = bytes.substr(at, comma - at);
    const std::size_t equals = std::min(word.find('='), word.size());
    words.push_back({std::string(word.substr(0, equals)), std::string(word.substr(std::min(equals + 1, word.size())))});
    at = comma + 1;
  }
  const std::string_view text = bytes.substr(std::min(end + 1, size));
  const Mask mask(words);
  std::size_t last = 0;
  for (const MarkedPlace& each : mask.find(text)) {
    law(each.place.begin >= last && each.place.size > 0 && each.place.begin + each.place.size <= text.size(), "a place lies in the text, behind the one before");
    law(each.word < mask.words().size(), "a place is of a word");
    last = each.place.begin + each.place.size;
  }
  const MaskedText masked = mask.masked(text);
  law(mask.find(masked.text).empty(), "nothing marked is left");
  law(masked.words > 0 || masked.text == text, "a text without marked words stays as it is");
  Story story;
  for (const Confidential& word : words) story.private_names.push_back(word.word);
  for (const PrivatePiece& piece : find_private_pieces(text, PrivateNames(std::span(&story, 1))))
    law(piece.place.begin + piece.place.size <= text.size(), "a piece lies in the text");
  return 0;
}
