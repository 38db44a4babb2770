#include "story/principles.h"

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<Principle, kPrincipleCount> kPrinciples{{
    {"customer-obsession", "CO", "Customer Obsession"},
    {"ownership", "OW", "Ownership"},
    {"invent-and-simplify", "IS", "Invent and Simplify"},
    {"are-right-a-lot", "AR", "Are Right, A Lot"},
    {"learn-and-be-curious", "LC", "Learn and Be Curious"},
    {"hire-and-develop", "HD", "Hire and Develop the Best"},
    {"highest-standards", "HS", "Insist on the Highest Standards"},
    {"think-big", "TB", "Think Big"},
    {"bias-for-action", "BA", "Bias for Action"},
    {"frugality", "FR", "Frugality"},
    {"earn-trust", "ET", "Earn Trust"},
    {"dive-deep", "DD", "Dive Deep"},
    {"have-backbone", "HB", "Have Backbone; Disagree and Commit"},
    {"deliver-results", "DR", "Deliver Results"},
    {"earths-best-employer", "BE", "Strive to be Earth’s Best Employer"},
    {"broad-responsibility", "SR", "Success and Scale Bring Broad Responsibility"},
}};

// Positions in kPrinciples, to write the tables below by name.
enum Place : std::size_t { CO, OW, IS, AR, LC, HD, HS, TB, BA, FR, ET, DD, HB, DR, BE, SR };

struct Alias {
  std::string_view words;
  Place principle;
};

constexpr Alias kAliases[]{
    {"customer", CO},
    {"own", OW},
    {"invent", IS},
    {"simplify", IS},
    {"right a lot", AR},
    {"are right", AR},
    {"is right a lot", AR},
    {"learn", LC},
    {"be curious", LC},
    {"curiosity", LC},
    {"hire", HD},
    {"hire the best", HD},
    {"develop the best", HD},
    {"high standards", HS},
    {"insist on highest standards", HS},
    {"insist on high standards", HS},
    {"the highest standards", HS},
    {"bias to action", BA},
    {"bias", BA},
    {"frugal", FR},
    {"trust", ET},
    {"earns trust", ET},
    {"earn the trust of others", ET},
    {"deep dive", DD},
    {"backbone", HB},
    {"disagree and commit", HB},
    {"have backbone and disagree and commit", HB},
    {"results", DR},
    {"deliver", DR},
    {"best employer", BE},
    {"earth best employer", BE},
    {"strive to be the earths best employer", BE},
    {"success and scale", SR},
    {"success and scale bring responsibility", SR},
    {"scale and responsibility", SR},
    {"responsibility", SR},
};

struct Near {
  std::size_t count;
  std::array<std::size_t, 3> principles;
};

constexpr std::array<Near, kPrincipleCount> kNear{{
    {3, {ET, DD, IS}},  // customer-obsession
    {3, {DR, BA, HS}},  // ownership
    {3, {TB, FR, LC}},  // invent-and-simplify
    {3, {DD, HB, BA}},  // are-right-a-lot
    {2, {DD, IS}},      // learn-and-be-curious
    {3, {BE, ET, HS}},  // hire-and-develop
    {3, {DR, OW, DD}},  // highest-standards
    {2, {IS, BA}},      // think-big
    {3, {OW, AR, DR}},  // bias-for-action
    {2, {IS, OW}},      // frugality
    {3, {HB, HD, CO}},  // earn-trust
    {3, {AR, HS, LC}},  // dive-deep
    {2, {ET, AR}},      // have-backbone
    {3, {OW, BA, HS}},  // deliver-results
    {2, {HD, ET}},      // earths-best-employer
    {3, {CO, OW, HS}},  // broad-responsibility
}};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The letters of a word as someone typed it: folded, "&" read as "and", without spaces and punctuation.
std::string letters_of(std::string_view word) {
  std::string spelt;
  for (const char c : word) spelt += c == '&' ? std::string(" and ") : std::string(1, c);
  std::string letters;
  for (const char c : fold(spelt))
    if (is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80) letters += c;
  return letters;
}

// Whether the letters and digits of one of our own phrases are exactly `letters`.
bool spells(std::string_view phrase, std::string_view letters) {
  std::size_t at = 0;
  for (const char c : phrase) {
    if (!is_letter_or_digit(c)) continue;
    if (at == letters.size() || lower(c) != letters[at]) return false;
    ++at;
  }
  return at == letters.size();
}

}  // namespace

const std::array<Principle, kPrincipleCount>& principles() { return kPrinciples; }

std::optional<std::size_t> find_principle(std::string_view word) {
  const std::string letters = letters_of(word);
  if (letters.empty()) return std::nullopt;
  for (std::size_t i = 0; i < kPrincipleCount; ++i) {
    const Principle& p = kPrinciples[i];
    if (spells(p.id, letters) || spells(p.code, letters) || spells(p.name, letters)) return i;
  }
  const auto* alias = std::find_if(std::begin(kAliases), std::end(kAliases),
                                   [&](const Alias& a) { return spells(a.words, letters); });
  if (alias == std::end(kAliases)) return std::nullopt;
  return alias->principle;
}

std::span<const std::size_t> neighbours(std::size_t principle) {
  if (principle >= kPrincipleCount) return {};
  return {kNear[principle].principles.data(), kNear[principle].count};
}

std::vector<std::string> principle_ids() {
  std::vector<std::string> ids;
  for (const Principle& p : kPrinciples) ids.emplace_back(p.id);
  return ids;
}

std::vector<std::string> names_of(std::size_t principle) {
  const Principle& one = principles()[principle];
  std::vector<std::string> names{std::string(one.name), std::string(one.code)};
  for (const Alias& alias : kAliases)
    if (alias.principle == principle) names.emplace_back(alias.words);
  return names;
}

}  // namespace starling
