#include <algorithm>
#include <array>
#include <utility>

#include "text/text.h"

namespace starling {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Parts of words, British and American.
constexpr std::array kStems{Pair{"behaviour", "behavior"}, Pair{"colour", "color"},     Pair{"favour", "favor"},
                            Pair{"honour", "honor"},       Pair{"neighbour", "neighbor"}, Pair{"labour", "labor"},
                            Pair{"licence", "license"},    Pair{"defence", "defense"},  Pair{"centre", "center"},
                            Pair{"programme", "program"},  Pair{"catalogue", "catalog"}, Pair{"judgement", "judgment"},
                            Pair{"modell", "model"},       Pair{"cancell", "cancel"},   Pair{"labell", "label"},
                            Pair{"travell", "travel"},     Pair{"learnt", "learned"},   Pair{"spelt", "spelled"}};
constexpr std::array kEndings{Pair{"isation", "ization"}, Pair{"isations", "izations"}, Pair{"ise", "ize"},
                              Pair{"ises", "izes"},       Pair{"ised", "ized"},         Pair{"ising", "izing"},
                              Pair{"iser", "izer"},       Pair{"isers", "izers"},       Pair{"yse", "yze"},
                              Pair{"yses", "yzes"},       Pair{"ysed", "yzed"},         Pair{"ysing", "yzing"}};

// In front of an ending, and written in one way on both sides: "exercise", "promise".
constexpr std::array<std::string_view, 20> kNever{"exerc", "prom",   "prec",  "conc", "otherw", "likew", "enterpr",
                                                  "surpr", "comprom", "compr", "adv",  "rev",    "superv", "expert",
                                                  "prem",  "dev",    "disgu", "desp", "improv", "rai"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

void respell(std::string& word) {
  for (const auto& [british, other] : kStems)
    if (const std::size_t at = word.find(british); at != word.npos) word.replace(at, british.size(), other);
  for (const auto& [british, other] : kEndings)
    if (word.size() > british.size() + 2 && word.ends_with(british)) {
      if (std::ranges::find(kNever, std::string_view(word).substr(0, word.size() - british.size())) != kNever.end()) return;
      word.replace(word.size() - british.size(), british.size(), other);
      return;
    }
}

}  // namespace

std::string american(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = static_cast<std::size_t>(std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_lower) - text.begin());
    std::string word(text.substr(at, end - at));
    respell(word);
    result += word;
    if (end < text.size()) result += text[end];
    at = end + 1;
  }
  return result;
}

bool same_spelling(std::string_view a, std::string_view b) {
  // No word is spelt with another letter in front: most pairs are told apart by it.
  return a == b || (!a.empty() && !b.empty() && a.front() == b.front() && american(a) == american(b));
}

}  // namespace starling
