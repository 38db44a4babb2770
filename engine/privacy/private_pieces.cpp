#include "privacy/private_pieces.h"

#include <algorithm>
#include <string>
#include <utility>

namespace starling {

namespace {

bool is_digit_of_number(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_of_host(char c) { return is_ascii_letter(c) || is_digit_of_number(c) || c == '.' || c == '-'; }
bool is_of_mailbox(char c) { return is_of_host(c) || c == '_' || c == '%' || c == '+'; }
bool separates(char c) { return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')'; }

// Behind the "@" at `at`; 0 where it is no host: a name, a dot, and two letters or more.
std::size_t host_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_of_host(text[end])) ++end;
  while (end > at + 1 && !is_ascii_letter(text[end - 1])) --end;
  const std::string_view host = text.substr(at + 1, end - at - 1);
  const std::size_t dot = host.rfind('.');
  const bool whole = dot != host.npos && dot > 0 && host.size() - dot > 2 && std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), is_ascii_letter);
  return whole ? host.size() : 0;
}

// Digits from `at` on, with no more than two separators between their groups.
struct DigitGroups {
  std::size_t end = 0;
  std::size_t digits = 0;
  std::vector<std::size_t> sizes;
};
DigitGroups digit_groups(std::string_view text, std::size_t at) {
  DigitGroups groups{at, 0, {}};
  int gap = 0;
  for (at += text[at] == '+' ? 1 : 0; at < text.size(); ++at) {
    if (is_digit_of_number(text[at])) {
      if (gap > 0 || groups.sizes.empty()) groups.sizes.push_back(0);
      ++groups.sizes.back();
      ++groups.digits;
      groups.end = at + 1;
      gap = 0;
    } else if (!separates(text[at]) || ++gap > 2) {
      break;
    }
  }
  return groups;
}

bool is_phone(std::string_view text, std::size_t at, const DigitGroups& groups) {
  if (groups.digits > 15) return false;
  const bool local = groups.sizes == std::vector<std::size_t>{3, 3, 4};
  if (text[at] == '+') return groups.digits >= 8;
  if (text[at] == '0') return groups.digits >= 9 && groups.sizes.size() <= 6 && groups.sizes.front() > 1;
  if (text[at] == '(') return groups.digits >= 8 && groups.sizes.front() >= 2 && groups.sizes.front() <= 5;
  return local;
}

}  // namespace

std::vector<Stretch> find_mail_addresses(std::string_view text) {
  std::vector<Stretch> found;
  std::size_t last = 0;
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > last && is_of_mailbox(text[begin - 1])) --begin;
    const std::size_t host = host_length(text, at);
    if (begin == at || host == 0) continue;
    last = at + 1 + host;
    found.push_back({begin, last - begin});
  }
  return found;
}

std::vector<Stretch> find_phone_numbers(std::string_view text) {
  std::vector<Stretch> found;
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = is_digit_of_number(text[at]) || ((text[at] == '+' || text[at] == '(') && at + 1 < text.size() && is_digit_of_number(text[at + 1]));
    if (!begins) {
      ++at;
      continue;
    }
    const DigitGroups groups = digit_groups(text, at);
    if (is_phone(text, at, groups)) found.push_back({at, groups.end - at});
    at = std::max(groups.end, at + 1);
  }
  return found;
}

PrivateNames::PrivateNames(std::span<const Story> stories) {
  for (const Story& story : stories)
    for (const std::string& name : story.private_names)
      if (FoldedWords letters(name); letters.holds_word()) folded_.push_back(std::move(letters));
}

std::vector<Stretch> PrivateNames::find(std::string_view text) const {
  std::vector<Stretch> found;
  if (folded_.empty()) return found;
  const FoldedWords letters(text);
  for (const FoldedWords& name : folded_)
    for (const Stretch place : letters.find(name))
      if (std::ranges::find(found, place) == found.end()) found.push_back(place);
  return found;
}

std::string_view to_string(PrivateKind kind) {
  switch (kind) {
    case PrivateKind::MailAddress:
      return "an e-mail address";
    case PrivateKind::PhoneNumber:
      return "a phone number";
    case PrivateKind::Name:
      return "a private name";
  }
  return "";
}

std::vector<PrivatePiece> find_private_pieces(std::string_view text, const PrivateNames& names) {
  std::vector<PrivatePiece> pieces;
  for (const Stretch place : find_mail_addresses(text)) pieces.push_back({place, PrivateKind::MailAddress});
  for (const Stretch place : find_phone_numbers(text)) pieces.push_back({place, PrivateKind::PhoneNumber});
  for (const Stretch place : names.find(text)) pieces.push_back({place, PrivateKind::Name});
  std::ranges::stable_sort(pieces, {}, [](const PrivatePiece& piece) { return piece.place.begin; });
  return pieces;
}

}  // namespace starling
