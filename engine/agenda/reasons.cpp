#include "agenda/reasons.h"

#include <array>
#include <cstddef>

namespace starling {

namespace {

constexpr std::array<std::string_view, 7> kReasons{"step", "due", "overdue", "ahead", "final-pass", "cooling", "new"};
constexpr std::array<std::string_view, 21> kWhys{
    "suspended", "buried",       "retired",        "draft",   "other-level", "opens-later", "needs",
    "sibling",   "not-due",      "in-step",        "new-a-day", "reviews-a-day", "stories-a-day", "minutes",
    "rest-day",  "day-off",      "last-days",      "over", "asked-today", "not-begun", "not-wished"};

}  // namespace

std::string_view to_string(Reason reason) { return kReasons[static_cast<std::size_t>(reason)]; }

std::string_view to_string(Why why) { return kWhys[static_cast<std::size_t>(why)]; }

}  // namespace starling
