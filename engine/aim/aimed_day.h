// An aim as a day reads it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aim/worked_out.h"

namespace starling {

class AimedDay {
 public:
  // `today` is one on which the aim holds.
  AimedDay(Aim aim, Day today);
  AimedDay(const AimedDay&) = delete;
  AimedDay& operator=(const AimedDay&) = delete;

  // When the item is due, and a story that was never told is told. Nothing where it was answered since, or is of none of
  // those that are aimed: then its own date says so.
  [[nodiscard]] std::optional<AimedDue> due(const ItemId& item, const Standing& standing) const;
  // Whether beginning a card today adds more than the minutes are worth elsewhere.
  [[nodiscard]] bool new_pays() const;
  [[nodiscard]] const Aim& aim() const { return aim_; }
  // Another state of an item, or one that was begun.
  void replace(AimedItem item);

 private:
  [[nodiscard]] AimedDue due_by(std::span<const float> gains) const;

  Aim aim_;
  std::size_t since_;  // the first day of the aim
  std::unordered_map<ItemId, std::size_t> places_;
  std::unordered_map<ItemId, std::size_t> untold_;
};

}  // namespace starling
