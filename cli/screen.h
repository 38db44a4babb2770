// Text for people: colours where they are wanted, lines that fit the width.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/world.h"

namespace starling {

// Colour and emphasis; nothing on screen depends on them. Each colour has one meaning. Of several lines each begins and
// ends its own, so that a window or a pager may show some of them.
class Style {
 public:
  explicit Style(Ink ink) : ink_(ink) {}
  [[nodiscard]] std::string bold(std::string_view text) const { return wrap(ink_.emphasis, "1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return wrap(ink_.emphasis, "2", text); }
  // A heading; bold where there is no colour.
  [[nodiscard]] std::string accent(std::string_view text) const { return ink_.colour ? wrap(true, "36", text) : bold(text); }
  [[nodiscard]] std::string good(std::string_view text) const { return wrap(ink_.colour, "32", text); }  // right, met, new
  [[nodiscard]] std::string warn(std::string_view text) const { return wrap(ink_.colour, "33", text); }  // nearly, thin, take care
  [[nodiscard]] std::string bad(std::string_view text) const { return wrap(ink_.colour, "31", text); }   // wrong, missing
  [[nodiscard]] std::string late(std::string_view text) const { return wrap(ink_.colour, "35", text); }  // over its time
  [[nodiscard]] std::string easy(std::string_view text) const { return wrap(ink_.colour, "34", text); }  // the best grade

 private:
  [[nodiscard]] static std::string wrap(bool on, std::string_view code, std::string_view text);
  Ink ink_;
};

// `left` and `right` on one line of `width` columns, or on two where they do not fit.
[[nodiscard]] std::string at_both_ends(std::string_view left, std::string_view right, int width);

// Lines of `text` wrapped to `width`, the first after `first`, the others after as many blanks; below `first` where that
// takes more than half of the line.
[[nodiscard]] std::string hanging(std::string_view first, std::string_view text, int width);

// `text` wrapped, each line after `indent` blanks, with a newline behind each.
[[nodiscard]] std::string paragraph(std::string_view text, int width, int indent = 0);

// Code as wrap_code has it, each line after `indent` blanks, with a newline behind each.
[[nodiscard]] std::string code_lines(std::string_view code, int width, int indent);

// "Situation" from "situation".
[[nodiscard]] std::string capitalised(std::string_view word);

// "####----" of `width` columns; `share` from 0 to 1.
[[nodiscard]] std::string bar(double share, int width);

}  // namespace starling
