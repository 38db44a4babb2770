#include "cli/screen/marked.h"

namespace starling {

namespace {

// Of Unicode's private use: no text of a card means anything by them.
constexpr std::string_view kBegin = "\xee\x80\xa0";  // U+E020
constexpr std::string_view kEnd = "\xee\x80\xa1";    // U+E021

std::string without_signs(std::string_view text) {
  std::string clean(text);
  for (const std::string_view sign : {kBegin, kEnd})
    for (std::size_t at = clean.find(sign); at != clean.npos; at = clean.find(sign)) clean.replace(at, sign.size(), " ");
  return clean;
}

}  // namespace

std::string with_marks(std::string_view text, const std::vector<Stretch>& stretches) {
  std::string marked;
  std::size_t from = 0;
  for (const Stretch& stretch : stretches) {
    marked += without_signs(text.substr(from, stretch.begin - from));
    marked += kBegin;
    marked += without_signs(text.substr(stretch.begin, stretch.size));
    marked += kEnd;
    from = stretch.begin + stretch.size;
  }
  return marked + without_signs(text.substr(from));
}

std::string show_marks(std::string_view lines, const Style& style,
                       const std::function<std::string(std::string_view)>& plainly) {
  const bool emphasis = style.bold("x") != "x";
  std::string shown;
  std::string part;
  bool inside = false;
  const auto finish = [&] {
    shown += inside ? style.bold(style.accent(part)) : plainly(part);
    part.clear();
  };
  for (std::size_t at = 0; at < lines.size();) {
    const bool begins = lines.substr(at).starts_with(kBegin);
    if (begins || lines.substr(at).starts_with(kEnd)) {
      finish();
      inside = begins;
      if (!emphasis) shown += begins ? '[' : ']';
      at += kBegin.size();
    } else if (lines[at] == '\n') {
      finish();
      shown += '\n';
      ++at;
    } else {
      part += lines[at++];
    }
  }
  finish();
  return shown;
}

}  // namespace starling
