// What breaks readers: TOML's own marks, the words of Starling's files, limits of numbers and dates, and letters
// that are not what they seem.
#pragma once

#include <array>
#include <string_view>

namespace starling::fuzzing {

using namespace std::string_view_literals;

// At any place.
inline constexpr std::array kTokens{
    "\n"sv,           "\r\n"sv,        " = "sv,          "."sv,           ","sv,       "#"sv,         "\""sv,
    "'"sv,            "\"\"\""sv,      "'''"sv,          "\\"sv,          "\\u0000"sv, "["sv,         "]"sv,
    "[["sv,           "]]"sv,          "{"sv,            "}"sv,           "{{1::"sv,   "{{2::"sv,     "::"sv,
    "}}"sv,           "[[[[[[[["sv,    "{a={a={a="sv,    "\\UFFFFFFFF"sv, "\0"sv,      "\x1b[31m"sv,  "\x7f"sv,
    "\xff"sv,         "\xc0\x80"sv,    "\xed\xa0\x80"sv, "\xf4\x90\x80\x80"sv};

// In place of a value.
inline constexpr std::array kValues{
    "true"sv,       "false"sv,       "nan"sv,      "-inf"sv,    "0"sv,     "-1"sv,      "1"sv,          "7"sv,
    "1e308"sv,      "1e-320"sv,      "2147483648"sv, "9223372036854775807"sv, "-9223372036854775808"sv, "0x7f"sv,
    "2026-02-30"sv, "2026-12-22"sv,  "0000-01-01"sv, "9999-12-31"sv, "07:32:00"sv, "2026-12-22T06:00:00Z"sv,
    "\"\""sv,       "\" \""sv,       "\"a\""sv,    "\"ownership\""sv, "\"63 %\""sv, "\"1,000\""sv, "\"10^5\""sv,
    "\"{{1::a}}\""sv, "\"{{1::}}\""sv, "\"cloze\""sv, "\"number\""sv, "\"choice\""sv, "[]"sv,     "[\"a\"]"sv,
    "[\"a\", \"a\"]"sv, "[1, 1]"sv,  "[[]]"sv,     "{}"sv,      "{ text = \"\" }"sv};

// As a line of its own.
inline constexpr std::array kLines{
    "\n"sv,           "# {{1::x}}\n"sv,    "[deck]\n"sv,      "[[card]]\n"sv,     "[story]\n"sv,
    "[[principle]]\n"sv,
    "[sections]\n"sv, "[plan]\n"sv,        "[[day]]\n"sv,     "[review]\n"sv,     "[a.b]\n"sv,    "id = \"a\"\n"sv,
    "id = \"b\"\n"sv, "week = 24\n"sv,     "needs = [\"a\"]\n"sv, "multi = true\n"sv, "unit = \"ms\"\n"sv};

// Inside a text: marks that join letters, turn a line, take no room, or change when they are folded.
inline constexpr std::array kLetters{
    " "sv,          "::"sv,         "}}"sv,         "{{1::"sv,     "e\xcc\x81\xcc\x81"sv, "\xe2\x80\xae"sv,
    "\xe2\x80\x8b"sv, "\xef\xbb\xbf"sv, "\xc2\xad"sv, "\xc4\xb0"sv, "\xc3\x9f"sv,        "\xef\xb7\xba"sv,
    "\xe3\x8d\xbf"sv, "\xe5\xae\xb6"sv, "\xf0\x9f\x87\xa9"sv, "\xe2\x81\xb5"sv,
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa6"sv};

}  // namespace starling::fuzzing
