// The grammar of a line; docs/format.md says the same for people.
//
//   line    {"v":1,"d":DEVICE,"n":NUMBER,"h":ORDER,"t":TIME,"day":DAY,"e":[EVENT,...],"c":CHECKSUM}
//   TIME    "2026-11-25T22:41:03.120+01:00"          DAY  "2026-11-25"
//   CHECKSUM  eight hex digits: CRC-32 of every byte before the comma in front of "c"
//   EVENT   {"k":KIND, ...} with these fields behind the kind, those in brackets only where there is something to say:
//     answered     i ITEM  g 1-4  [ms TOOK]  p PHASE  s STEP  due DAY  [at MS]  [parts {NAME: 1-4}]  [told TOLD]
//                  [trusted 1]
//     suspended    i ITEM
//     unsuspended  i ITEM
//     flagged      i ITEM  [note TEXT]
//     unflagged    i ITEM
//     buried       i ITEM  until DAY
//     moved        i ITEM  due DAY
//     adopted      model MODEL  w [NUMBER,...]
//     done         task ID  count NUMBER  [min MINUTES]  [note TEXT]
//     measured     metric ID  value NUMBER  [unit TEXT]  [note TEXT]
//     solved       [problem ID]  [title TEXT]  [size SIZE]  [min MINUTES]  ok 0|1  [patterns [ID,...]]  [note TEXT]
//     designed     [exercise ID]  [title TEXT]  [level LEVEL]  [min MINUTES]  [scores {NAME: 0-5}]  [note TEXT]
//     studied      area AREA  min MINUTES  [note TEXT]
//     mocked       type ID  [level LEVEL]  [min MINUTES]  [scores {NAME: 0-5}]  [feedback [TEXT,...]]  [note TEXT]
//     closed       mock DEED  point NUMBER
//     goals        week NUMBER  goals [TEXT,...]
//     debriefed    question TEXT  [principle ID]  [story ID]  [follow_ups [TEXT,...]]  [rating 1-5]
//     outcome      result offer|rejected|waiting|withdrawn  [reasons [TEXT,...]]
//     won          text TEXT  [tags [TEXT,...]]  [kind NAME]  [year YEAR]
//     dropped      win DEED
//     set          key KEY  [before TOML]  [after TOML]
//     imported     i ITEM  p PHASE  stability DAYS  difficulty LEVEL  [fast DAYS]  last DAY  at MS  due DAY  [until MS]
//                  reviews COUNT  lapses COUNT
//     renamed      i ITEM  to ITEM
//     undone       deed DEED  [h ORDER]
//     redone       deed DEED  [h ORDER]
//   TOLD    {"len":SECONDS  [,"for":PRINCIPLE]  [,"question":ID]  [,"words":COUNT]  ,"clean":0|1  [,"marks":[SECONDS,...]]}
//   KEY     of starling.toml, "review.minutes_per_day"     TOML  a text: the value as that file writes it
//   PHASE   0 new, 1 learning, 2 review, 3 relearning     MS  milliseconds since 1970     DEED  "k3f9x2-811"
// Keys stand in this order and without blanks, so that equal deeds are equal bytes.
#include "history/line.h"
#include <simdjson.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>

#include "history/line_fields.h"
#include "history/read_event.h"
#include "history/write_event.h"

namespace starling {

namespace {

namespace dom = simdjson::dom;
namespace ondemand = simdjson::ondemand;

constexpr std::string_view kChecksumKey = R"(,"c":")";
constexpr std::size_t kChecksumEnd = kChecksumKey.size() + 8 + 2;  // digits, quote and brace

// Writing ------------------------------------------------------------------------------------------------------------

void put_time(LineText& out, Instant at, std::chrono::minutes offset) {
  const auto wall = at.time_since_epoch() + offset;
  const auto midnight = std::chrono::floor<std::chrono::days>(wall);
  const auto clock = std::chrono::hh_mm_ss(wall - midnight);
  const auto away = std::chrono::abs(offset).count();
  put(out, "{}T{:02}:{:02}:{:02}.{:03}{}{:02}:{:02}", to_string(Day(midnight)), clock.hours().count(),
      clock.minutes().count(), clock.seconds().count(), clock.subseconds().count(), offset.count() < 0 ? '-' : '+',
      away / 60, away % 60);
}

// All of a line in front of its checksum.
LineText checked_part(const Deed& deed) {
  LineText out;
  put(out, R"({{"v":{},"d":"{}","n":{},"h":{},"t":")", kLineVersion, deed.id.device, deed.id.number, deed.order);
  put_time(out, deed.at, deed.offset);
  put(out, R"(","day":"{}","e":[)", to_string(deed.day));
  for (const Event& event : deed.events) {
    if (&event != &deed.events.front()) out.push_back(',');
    put_event(out, event);
  }
  out.push_back(']');
  return out;
}

std::string_view view(const LineText& text) { return {text.data(), text.size()}; }

// Reading ------------------------------------------------------------------------------------------------------------

// One event as it stands in its line; blanks between its marks are all one kind, so that it never breaks a line.
std::string in_one_line(std::string_view json) {
  std::string text(json.substr(0, json.find_last_of('}') + 1));
  std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

// The text of what was not understood, word for word: numbers and escapes as they were written.
bool keep_unknown(std::string_view line, std::vector<Event>& events) {
  ondemand::parser parser;
  const simdjson::padded_string padded(line);
  ondemand::document document;
  ondemand::array array;
  if (parser.iterate(padded).get(document) || document["e"].get(array)) return false;
  std::size_t at = 0;
  for (auto element : array) {
    ondemand::object object;
    std::string_view json;
    if (at == events.size() || element.get(object) || object.raw_json().get(json)) return false;
    if (auto* unknown = std::get_if<Unknown>(&events[at])) unknown->text = in_one_line(json);
    ++at;
  }
  return at == events.size();
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

// The wall clock and its offset from "2026-11-25T22:41:03.120+01:00"; false for any other shape.
bool read_time(std::string_view text, Deed& deed) {
  if (text.size() != 29 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[26] != ':')
    return false;
  const auto date = parse_day(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2)), minute = digits(text.substr(14, 2)), second = digits(text.substr(17, 2));
  const auto thousandths = digits(text.substr(20, 3));
  const auto hours_away = digits(text.substr(24, 2)), minutes_away = digits(text.substr(27, 2));
  const char sign = text[23];
  if (!date || !hour || !minute || !second || !thousandths || !hours_away || !minutes_away) return false;
  if (*hour > 23 || *minute > 59 || *second > 59 || *hours_away > 23 || *minutes_away > 59) return false;
  if (sign != '+' && sign != '-') return false;
  using namespace std::chrono;
  deed.offset = minutes((sign == '-' ? -1 : 1) * (*hours_away * 60 + *minutes_away));
  const milliseconds wall = date->time_since_epoch() + hours(*hour) + minutes(*minute) + seconds(*second) +
                            milliseconds(*thousandths);
  deed.at = Instant(wall - deed.offset);
  return true;
}

// Of one spelling only, so that no damaged bit leaves a checksum as it was.
std::optional<std::uint32_t> written_checksum(std::string_view line) {
  if (line.size() < kChecksumEnd || !line.ends_with("\"}")) return std::nullopt;
  const std::string_view tail = line.substr(line.size() - kChecksumEnd);
  if (!tail.starts_with(kChecksumKey)) return std::nullopt;
  const std::string_view hex = tail.substr(kChecksumKey.size(), 8);
  if (hex.find_first_not_of("0123456789abcdef") != hex.npos) return std::nullopt;
  std::uint32_t value = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  return value;
}

std::optional<Deed> read_deed(std::string_view line, LineFields& in) {
  Deed deed;
  deed.id.device = in.text("d", kLongestName);
  deed.id.number = in.whole("n", 1, std::int64_t{1} << 53);
  deed.order = in.order();
  const std::string_view time = in.text("t", kLongestName);
  deed.day = in.day("day");
  const auto events = in.get<dom::array>("e");
  if (!in.fit() || !is_device_name(deed.id.device) || !read_time(time, deed) || events->size() == 0)
    return std::nullopt;
  bool all_known = true;
  for (const dom::element element : *events) {
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return std::nullopt;
    deed.events.push_back(read_event(object));
    all_known = all_known && !std::holds_alternative<Unknown>(deed.events.back());
  }
  if (!all_known && !keep_unknown(line, deed.events)) return std::nullopt;
  return deed;
}

// What a whole line of the right checksum says.
LineRead read_json(std::string_view line, dom::parser& parser, LineRead result) {
  dom::object object;
  if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS) return result;
  LineFields head(object);
  const std::int64_t version = head.whole("v", 1, INT32_MAX);
  if (!head.fit()) return result;
  if (version > kLineVersion) {
    result.fault = LineFault::Newer;
    return result;
  }
  result.deed = read_deed(line, head);
  if (result.deed) result.fault = LineFault::None;
  return result;
}

}  // namespace

std::uint32_t line_checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::uint32_t checksum_of(const Deed& deed) { return line_checksum(view(checked_part(deed))); }

std::string written(const Deed& deed) {
  LineText text = checked_part(deed);
  put(text, "{}{:08x}\"}}", kChecksumKey, line_checksum(view(text)));
  return to_string(text);
}

LineRead read_line(std::string_view line) {
  LineRead result;
  result.fault = LineFault::Broken;
  const auto checksum = line.size() <= kMaxLineBytes ? written_checksum(line) : std::nullopt;
  if (!checksum) return result;
  result.checksum = *checksum;
  if (line_checksum(line.substr(0, line.size() - kChecksumEnd)) != *checksum) {
    result.fault = LineFault::Checksum;
    return result;
  }
  // Its memory serves line after line; what a huge one needs is given back.
  constexpr std::size_t kUsualBytes = 64 * 1024;
  thread_local dom::parser usual;
  if (line.size() <= kUsualBytes) return read_json(line, usual, result);
  dom::parser own;
  return read_json(line, own, result);
}

}  // namespace starling
