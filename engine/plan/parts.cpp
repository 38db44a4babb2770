#include "plan/parts.h"

namespace starling {

std::string_view to_string(Area area) {
  switch (area) {
    case Area::Design: return "design";
    case Area::Coding: return "coding";
    case Area::Leadership: return "leadership";
    case Area::Mocks: return "mocks";
  }
  return "";
}

std::string_view to_string(Slot slot) {
  switch (slot) {
    case Slot::Morning: return "morning";
    case Slot::Noon: return "noon";
    case Slot::Evening: return "evening";
  }
  return "";
}

}  // namespace starling
