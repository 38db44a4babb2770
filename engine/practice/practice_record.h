// What every record of practice is read by.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace starling {

inline constexpr int kLongestPractice = 24 * 60;   // minutes
inline constexpr int kLastPracticeWeek = 104;
inline constexpr std::size_t kMostEntries = 100;   // of one list
inline constexpr std::size_t kLongestEntry = 2'000;  // bytes of one text

// The id, which names the record from here on: an item name that no earlier record of the file has.
[[nodiscard]] std::string need_practice_id(Fields& record, std::string_view noun, std::set<std::string>& taken);
// At least one text where `needed`; none empty or longer than kLongestEntry.
[[nodiscard]] std::vector<std::string> practice_texts(Fields& record, std::string_view key, bool needed);
// A text of at most kLongestEntry bytes; empty where it is absent.
[[nodiscard]] std::string practice_text(Fields& record, std::string_view key, bool needed);
// An address of a public page; empty where it is absent.
[[nodiscard]] std::string practice_url(Fields& record, std::string_view key);

// Reads a file that consists of `schema = 1` and records under `key`; false where something is wrong.
bool read_practice_file(std::string_view text, std::string_view file, std::string_view key, std::vector<Problem>& problems,
                        const std::function<void(const TomlTable&, Findings&)>& read_one);

}  // namespace starling
