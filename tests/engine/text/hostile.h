// Texts that make trouble, in a fixed order, for laws that must hold for every text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace starling::testing {

inline constexpr std::array<std::string_view, 44> kPieces{
    "a", "Word", " ", "  ", "\n", "\t", "\r\n", "-", "—", "’", "“", ".", "(", ")", "*", "%", "63", "1,000",
    "/", "_", "é", "e\u0301", "\u0301", "ß", "İ", "ﬁ", "²", "⁵", "½", "日本", "ไทยภาษา", "עברית", "العربية",
    "हिन्दी", "가", "ᄀ", "👩‍👩‍👧", "❤️", "🇩🇪", "🇩", "\u202E", "\u2066", "\x1B[31m", "\u200B"};

inline constexpr std::array<std::string_view, 10> kBroken{"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
                                                          "\xF4\x90\x80\x80", "\xFF", "\xE2\x82", "\xF0\x9F\x91",
                                                          "\xC3", "\xF8\x88\x80\x80\x80"};

// A text of 0 to 24 pieces; `broken` mixes in bytes that are not UTF-8.
inline std::string hostile_text(std::uint64_t seed, bool broken) {
  std::uint64_t state = seed * 0x9E3779B97F4A7C15U + 1;
  const auto draw = [&](std::uint64_t below) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return static_cast<std::size_t>((state * 0x2545F4914F6CDD1DU >> 33) % below);
  };
  std::string text;
  for (std::size_t left = draw(25); left > 0; --left)
    text += broken && draw(4) == 0 ? kBroken[draw(kBroken.size())] : kPieces[draw(kPieces.size())];
  return text;
}

}  // namespace starling::testing
