// Any text is a time zone of POSIX or none; the clock of one is never more than a day and an hour from UTC.
#include <chrono>
#include <cstdint>
#include <string_view>

#include "calendar/abbreviations.h"
#include "calendar/posix_zone.h"
#include "law.h"

using namespace starling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)zones_meant_by(text);
  const auto zone = parse_posix_zone(text);
  if (!zone) return 0;
  using namespace std::chrono;
  for (sys_days day = sys_days(year(1900) / 1 / 1); day < sys_days(year(2200) / 1 / 1); day += days(211)) {
    const seconds offset = zone->offset(day);
    law(abs(offset) <= hours(25), "an offset is within 25 hours");
    law(offset == zone->standard || (zone->summer && offset == zone->summer->offset), "it is one of the two");
  }
  return 0;
}
