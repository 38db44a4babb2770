// The words of a call, one a line: either a call of a command or one sentence on what is wrong; and what Tab offers for
// its last word begins with what is typed.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/completion.h"

namespace {

void require(bool law) {
  if (!law) std::abort();
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> list;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    list.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return list;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace starling;
  const auto words = lines({reinterpret_cast<const char*>(data), size});
  const Completion completion = complete(words, commands());
  for (const OfferedWord& offered : completion.words) require(offered.word.starts_with(completion.typed));
  require(words.back() == completion.before + completion.typed || completion.words.empty());
  try {
    const Call call = parse_call(words, commands());
    if (call.help || call.version || !call.command) return 0;
    for (const OperandPlace& place : call.command->operands)
      require(place.least == 0 || call.arguments.has(*place.operand));
  } catch (const UsageError& error) {
    require(std::string_view(error.what()).size() > 3);
  }
  return 0;
}
