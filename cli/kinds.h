// What the word behind an option, or an operand, may be. Each kind reads a word into a value of its own type or throws
// UsageError, naming the option or operand as `what`; and says what a shell may offer while the word is typed.
#pragma once

#include <chrono>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "cli/usage_error.h"
#include "text/text.h"

namespace starling {

struct Offer {
  // Those behind Folders are looked up in the study folder.
  enum class From { Nothing, Words, Files, Folders, Items, Decks, Stories, Tags, Problems, Patterns, Exercises, Questions, Tasks, Rounds };
  From from = From::Nothing;
  std::vector<std::string> words = {};  // of From::Words
  bool list = false;                    // several between commas
};

// Anything, as a text without control characters: it may become a deed, which nobody changes.
struct Text {
  using Value = std::string;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {}; }
};

// An id of the study folder, or a title in its place, as a Text. Whether it is there shows when the folder is open.
struct Name {
  using Value = std::string;
  Offer::From from;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {from}; }
};

// The path of a file.
struct File {
  using Value = std::string;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {Offer::From::Files}; }
};

struct Folder {
  using Value = std::string;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {Offer::From::Folders}; }
};

struct Whole {
  using Value = int;
  int low;
  int high;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {}; }
};

struct Real {
  using Value = double;
  double low;
  double high;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {}; }
};

// One to `most` numbers between commas or blanks; finite ones where no range is given.
struct Reals {
  using Value = std::vector<double>;
  std::size_t most;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {}; }
};

// A span of time, written as a number of seconds.
struct Seconds {
  using Value = std::chrono::milliseconds;
  double low;
  double high;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {}; }
};

struct Date {
  using Value = Day;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {}; }
};

struct DateAndTime {
  using Value = DayAndTime;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {}; }
};

// The name of a time zone that the machine knows.
struct Zone {
  using Value = std::string;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {}; }
};

// Throws UsageError: `what` takes one of `words`, and `word` is none, with the nearest.
[[noreturn]] void refuse_word(std::string_view what, std::string_view word, const std::vector<std::string>& words);
// The words between commas; an empty one where two commas meet.
[[nodiscard]] std::vector<std::string_view> between_commas(std::string_view list);

// One of a few words, each standing for a value: enumerators that have a to_string, or the words themselves. `parse`
// may know other spellings beside; without it only the words count.
template <class T>
struct Choice {
  using Value = T;
  std::span<const T> values;
  std::optional<T> (*parse)(std::string_view) = nullptr;

  [[nodiscard]] Value read(std::string_view what, std::string_view word) const {
    if (parse)
      if (const auto value = parse(word)) return *value;
    for (const T& value : values)
      if (same_spelling(word_of(value), word)) return value;
    refuse_word(what, word, words());
  }
  [[nodiscard]] Offer offer() const { return {Offer::From::Words, words()}; }
  [[nodiscard]] std::vector<std::string> words() const {
    std::vector<std::string> list;
    for (const T& value : values) list.emplace_back(word_of(value));
    return list;
  }

 private:
  static std::string_view word_of(const T& value) {
    if constexpr (std::is_same_v<T, std::string_view>)
      return value;
    else
      return to_string(value);
  }
};

// One or more of such words between commas.
template <class T>
struct Choices {
  using Value = std::vector<T>;
  Choice<T> each;

  [[nodiscard]] Value read(std::string_view what, std::string_view word) const {
    Value list;
    for (const std::string_view part : between_commas(word)) list.push_back(each.read(what, part));
    return list;
  }
  [[nodiscard]] Offer offer() const { return {Offer::From::Words, each.words(), true}; }
};

}  // namespace starling
