// Pieces of a text that name a person or a way to reach one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "privacy/whole_words.h"
#include "story/story.h"
#include "text/text.h"

namespace starling {

[[nodiscard]] std::vector<Stretch> find_mail_addresses(std::string_view text);

// "+44 20 7946 0958", "(020) 7946-0958", "555-867-5309": eight digits or more behind "+", a zero or a bracket, or three
// groups of 3, 3 and 4. Dates, figures and years are none.
[[nodiscard]] std::vector<Stretch> find_phone_numbers(std::string_view text);

// The names that stories mark as private, found whole, whatever their case and accents.
class PrivateNames {
 public:
  explicit PrivateNames(std::span<const Story> stories);
  [[nodiscard]] std::vector<Stretch> find(std::string_view text) const;

 private:
  std::vector<FoldedWords> folded_;
};

enum class PrivateKind { MailAddress, PhoneNumber, Name };
// "an e-mail address", "a phone number", "a private name".
[[nodiscard]] std::string_view to_string(PrivateKind kind);
struct PrivatePiece {
  Stretch place;
  PrivateKind kind = PrivateKind::MailAddress;
};
// All of them, first one first.
[[nodiscard]] std::vector<PrivatePiece> find_private_pieces(std::string_view text, const PrivateNames& names);

}  // namespace starling
