// Texts made from others by small damage, the same for equal seeds on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace starling::fuzzing {

class Mutator {
 public:
  // `corpus` holds at least one text.
  Mutator(std::vector<std::string> corpus, std::uint64_t seed);

  // One of the corpus with one to four things wrong with it, at most kLargest bytes. Every third has its bytes
  // damaged, which few TOML texts survive; the others whole lines and values, which gets past the parser.
  [[nodiscard]] std::string next();

  static constexpr std::size_t kLargest = 6 * 1024;

 private:
  [[nodiscard]] std::uint64_t draw();
  [[nodiscard]] std::size_t below(std::size_t limit);  // 0 where the limit is 0
  [[nodiscard]] const std::string& any_text();

  void damage_bytes(std::string& text);
  void flip(std::string& text);
  void insert_token(std::string& text);
  void erase(std::string& text);
  void repeat(std::string& text);
  void splice(std::string& text);

  struct Line {
    std::size_t begin;
    std::size_t size;  // with its newline
  };
  [[nodiscard]] Line any_line(std::string_view text);
  [[nodiscard]] std::string any_value();
  void damage_lines(std::string& text);
  void set_value(std::string& text);
  void set_digit(std::string& text);
  void insert_letters(std::string& text);
  void insert_line(std::string& text);
  void erase_line(std::string& text);

  std::vector<std::string> corpus_;
  std::uint64_t state_;
};

}  // namespace starling::fuzzing
