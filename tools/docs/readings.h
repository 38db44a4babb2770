// docs/readings.toml: what a second reader made of the cards of a deck.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace starling {

// Somebody who did not write the deck answered its questions blind.
struct DeckReading {
  std::string deck;
  int read = 0;     // cards
  int changed = 0;  // of them, reworded
  int dropped = 0;  // of them, retired or taken out
  std::string why;  // what was wrong, in a few words
  int line = 1;
};
struct DeckReadings {
  std::vector<DeckReading> readings;  // several of one deck are several readings
  std::vector<Problem> problems;
};
[[nodiscard]] DeckReadings read_deck_readings(std::string_view text, std::string_view file);

}  // namespace starling
