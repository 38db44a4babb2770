// Any bytes are a line of the history or none; what was read is written and read again as it was, and can be folded.
// The bytes are tried as they come and with the checksum that they ought to have, which damage seldom hits.
#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "history/history.h"
#include "law.h"

using namespace starling;

namespace {

void check_fold(const Deed& deed) {
  static const MemoryModel kModel(default_weights());
  const std::vector<Deed> history = in_order({deed, deed});
  law(history.size() == 1, "a deed that came twice is one");
  for (const auto& [item, state] : fold_items(history, kModel)) {
    law(ItemId::parse(item.text()) == item, "an item has a name");
    law(state.lapses >= 0 && state.reviews >= 0, "reviews are counted");
  }
  (void)fold_plan(history);
  (void)memory_in_use(history);
  (void)last_to_redo(history);
  law(last_to_undo(history).has_value() != is_control(deed), "a deed can be taken back, an undo cannot");
  law(!describe(deed).empty(), "a deed can be told");
}

void check(std::string_view line) {
  const LineRead read = read_line(line);
  law(read.deed.has_value() == (read.fault == LineFault::None), "a line is a deed or has a fault");
  if (!read.deed) return;
  const std::string text = written(*read.deed);
  law(text.find('\n') == text.npos, "a line is one line");
  const LineRead again = read_line(text);
  law(again.deed == read.deed, "what was written is read as it was");
  law(written(*again.deed) == text, "equal deeds are equal bytes");
  law(again.checksum == checksum_of(*read.deed), "a line has its deed's checksum");
  law(!read_line(text.substr(0, text.size() - 1)).deed, "a line without its end is none");
  check_fold(*read.deed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  const std::string_view front = bytes.substr(0, bytes.rfind(",\"c\":\""));
  check(fmt::format(R"({},"c":"{:08x}"}})", front, line_checksum(front)));
  return 0;
}
