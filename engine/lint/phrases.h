// The words that the rules go by, in small letters, with ' for an apostrophe and one blank between words.
#pragma once

#include <span>
#include <string_view>

namespace starling {

enum class PhraseList {
  Own,           // I
  Shared,        // we
  Others,        // subjects that are neither
  Hedges,
  HiddenActors,  // passives that hide who did it
  Irregular,     // participles that do not end in -ed
  Bases,         // what a number is compared with
  Conflict,
  Decisions,
  Platitudes,
  Blamed,        // who
  Blames,        // for what
  OwnFaults,
  Buzz,
  Months,
  NumberWords,
  NoUnits,       // what stands behind a number word that counts nothing
  TimeUnits,
  // What shows that a fact is told.
  Adoption,
  Mechanism,
  Authority,
  MoneyOrRisk,
  Upward,
  Cost,
  Durability,
  Obstacle,
  TradeOff,
};

[[nodiscard]] std::span<const std::string_view> phrases(PhraseList list);

}  // namespace starling
