// What an answer did, as it is told.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "agenda/agenda.h"
#include "history/history.h"
#include "schedule/schedule.h"

namespace starling {

struct AnswerView {
  AnswerView(ItemId answered, Grade given) : item(std::move(answered)), grade(given) {}

  DeedId deed;
  ItemId item;
  Grade grade;
  Phase phase = Phase::Review;  // after it
  Due due;
  int interval_days = 0;
  std::chrono::milliseconds wait{};
  std::optional<double> days_to_90;
  std::optional<double> difficulty;
  int lapses = 0;
  bool leech = false;         // it has been forgotten as often as the settings call a leech
  bool became_leech = false;  // to be told now
  bool suspended = false;     // by this answer or before
  std::optional<Why> kept_away = {};  // why it is not asked on that day either, where it is not; see kept_away()
};

// What is said of an answer that made a leech.
[[nodiscard]] std::string leech_remark(const AnswerView& answer);

}  // namespace starling
