// Are these two answers the same? Where do words break, and how wide are they on screen? ICU stays in here.
// All strings are UTF-8; bytes that are not are treated as U+FFFD.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace starling {

// The form in which two answers are compared: compatibility forms unified, accents and case gone (unless
// `keep_case`), punctuation at the ends and around words dropped, white space single, "-" and "_" as a space.
// What would change the answer stays: "C#", "R&D", the sign of "-5", the % of "63%" (a word of its own), and 10⁵
// is "10^5". Folding twice changes nothing more.
[[nodiscard]] std::string fold(std::string_view answer, bool keep_case = false);

// How an answer is read: in prose a dash joins words and marks around words are dress; in maths and code every sign
// counts, blanks around signs do not; in code case and word breaks count too.
enum class AnswerReading { Prose, Maths, Code };
// Prose or Maths, by the signs that it holds: "i--", "!found", "2n - 1", "a <= b", "O(n)".
[[nodiscard]] AnswerReading reading_of(std::string_view answer);

// The words, numbers and signs of an answer, for comparing it with another one read in the same way. "&" is "and" in
// prose; "≤" is "<="; "1,000" is "1000".
[[nodiscard]] std::vector<std::string> answer_words(std::string_view answer, AnswerReading reading, bool keep_case = false);

// For comparing: words that British and American English spell in two ways are spelt in one, "behaviour" as "behavior",
// "optimise" as "optimize". Lower-case letters alone are looked at.
[[nodiscard]] std::string american(std::string_view text);
// Equal, or one word in its two spellings.
[[nodiscard]] bool same_spelling(std::string_view a, std::string_view b);

// Digits of every script, and the signs that full-width ones come with, as those of ASCII: "２９％" as "29%", "٢٩" as "29".
// All else as it was.
[[nodiscard]] std::string with_plain_digits(std::string_view text);

// "Two hundred and five nodes" as "205 nodes": zero to twenty, tens, hundred, thousand, "a hundred", "a thousand";
// digits plain. All else as it was.
[[nodiscard]] std::string with_digits(std::string_view text);

// The vowel signs of Hebrew and Arabic in it, one after the other: what folding leaves out, since most readers do.
[[nodiscard]] std::u32string vowel_signs(std::string_view text);

// Words that a slip of the keys could turn into one another and that mean different things: "min" and "max", "leader"
// and "reader", "synchronous" and "asynchronous". Both folded.
[[nodiscard]] bool are_different_words(std::string_view a, std::string_view b);

// A part of a text.
struct Stretch {
  std::size_t begin = 0;  // bytes
  std::size_t size = 0;
  bool operator==(const Stretch&) const = default;
};
// The words of either answer that the other one does not have in the same order; neighbouring ones are one stretch.
struct Difference {
  std::vector<Stretch> in_given;
  std::vector<Stretch> in_meant;
};
[[nodiscard]] Difference difference(std::string_view given, std::string_view meant);

// How close two folded answers are: insertions, deletions, substitutions and neighbouring swaps of characters.
// Stops counting at `limit` + 1.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b, int limit);

// The word of `words` nearest to `word`, where it is near enough to be a slip of the keys.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& words);

// A number with what stands behind it, as a learner types it: "63 %", "1,000", "1 000", "3.5k", "55 million",
// "1e6", "2⁵", "4 × 10^6", "a million", "~400 KB", "about 400 KB"; "3-5" and "2^10 - 1" are not read. A comma that cannot set thousands apart is a decimal
// comma. `unit` is what follows, trimmed, in the learner's own letters.
struct Quantity {
  double value = 0;
  std::string unit;
};
[[nodiscard]] std::optional<Quantity> parse_quantity(std::string_view text);
// The same where points set thousands apart and the comma is the decimal mark: "1.500" is 1500, "10.000,0" is 10000.
// Nothing where that reads no other number, or none.
[[nodiscard]] std::optional<Quantity> parse_quantity_by_points(std::string_view text);

// `value` in `unit` as the same quantity in `other`: "0.5 s" is 500 "ms". Same units (folded, "node" as "nodes")
// give the value back, an absent unit on either side counts as the other's. Nothing where they do not measure the
// same thing. Known: times ns us ms s min h d weeks; bytes B KB MB GB TB PB EB and KiB … EiB (in either case);
// bits/s kb/s Mb/s Gb/s Tb/s and the like in bytes/s; lengths nm µm mm cm m km, "m" being minutes beside anything else; %.
[[nodiscard]] std::optional<double> convert(double value, std::string_view unit, std::string_view other);

// Where the "m" of "2m" are minutes or metres, and not millions: "s", "minutes per day", "km/h".
[[nodiscard]] bool is_time_or_length(std::string_view unit);

// `value` in the base of what `unit` measures, as "60 s" for 1 "minute"; nothing where the unit is not known.
[[nodiscard]] std::optional<std::string> in_base_unit(double value, std::string_view unit);

// Columns that the text takes on a terminal: 2 for wide and emoji clusters, 0 for combining marks. What `shorten`
// would replace counts as what it puts there.
[[nodiscard]] int display_width(std::string_view text);

// Words as a person counts them: runs of letters or digits, with ’ ' - and % inside, and . , between digits. Where a
// script has no blanks between words, ICU divides them.
[[nodiscard]] int count_words(std::string_view text);
// The same words where they stand, in their order.
[[nodiscard]] std::vector<Stretch> words_in(std::string_view text);

// Lines no wider than `width` columns (at least 1), broken where the script allows it, inside a cluster and between a
// number and its percent sign never.
// Newlines stay; an empty text is one empty line; blanks at the end of a line go. Control characters and
// bidirectional overrides are shown as U+FFFD, tab as spaces. Only one cluster that is wider than `width` makes a
// wider line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int width);

// As `wrap`, but for code: leading blanks stay, and a longer line goes on behind "↪" and its indentation, broken before
// a name, a number or a sign, inside one only where it is wider than a line.
[[nodiscard]] std::vector<std::string> wrap_code(std::string_view text, int width);

// The text as one line cut to `width` columns, with "…" where something is missing. Control characters are U+FFFD,
// newline and tab a blank.
[[nodiscard]] std::string shorten(std::string_view text, int width);

// A piece of a text, in bytes.
struct TextPiece {
  std::size_t begin = 0;
  std::size_t size = 0;
};
// Where `text` holds `word`, which is folded and has no blanks: the smallest piece that still holds it when folded.
[[nodiscard]] std::optional<TextPiece> find_folded(std::string_view text, std::string_view word);

// `piece` of `text` with what stands around it, together one line of at most `width` columns, with "…" where something
// is missing. White space is a single blank, control characters are U+FFFD.
struct Excerpt {
  std::string before;
  std::string piece;
  std::string after;
};
[[nodiscard]] Excerpt excerpt(std::string_view text, TextPiece piece, int width);

// `text`, as it is, followed by blanks up to `width` columns.
[[nodiscard]] std::string padded(std::string_view text, int width);

// "checkout-cells" from "Checkout cells": lower-case ASCII words joined by "-", at most 60 bytes; empty where no
// letter or digit is left.
[[nodiscard]] std::string kebab(std::string_view title);

// Lower-case ASCII letters, digits and single "-" between them: the form of every id.
[[nodiscard]] bool is_kebab(std::string_view id);

// The text as it may go to a terminal: control characters, bidirectional ones and bytes that are not UTF-8 are U+FFFD;
// every kind of line end is a newline; tabs stay.
[[nodiscard]] std::string shown(std::string_view text);

[[nodiscard]] bool is_utf8(std::string_view text);

// The sentences of a text in their order, trimmed, none of them empty. One ends behind . ! ? or … and what closes it
// where white space follows, behind a full-width sign, and at an empty line; not behind "Dr.", "e.g." or "J.", nor
// before a small letter.
[[nodiscard]] std::vector<std::string_view> sentences(std::string_view text);

// Without the stars of *emphasis*: a single one before a letter, behind a blank or a sign, and on the same line the next
// one, behind a letter or a digit and before neither. All other stars are text, "**" and those between backquotes among them.
[[nodiscard]] std::string without_emphasis(std::string_view text);

// White space of ASCII, line breaks among it, as single blanks, and none at the ends.
[[nodiscard]] std::string on_one_line(std::string_view text);

// Without the white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace starling
