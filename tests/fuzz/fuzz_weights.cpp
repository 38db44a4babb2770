// Any text read as weights of either model: refused in words, or usable, within the limits and read back from its
// own text to the last bit.
#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "memory/memory.h"

namespace {

using namespace starling;

void require(bool law) {
  if (!law) std::abort();
}

void require_within_limits(const Weights& weights) {
  const auto limits = weight_limits(weights.kind());
  require(weights.numbers().size() == limits.size());
  for (std::size_t i = 0; i < limits.size(); ++i)
    require(weights.numbers()[i] >= limits[i].low && weights.numbers()[i] <= limits[i].high);
}

void require_answers(const MemoryModel& model) {
  const Elapsed month = elapsed_days(WholeDays{30});
  for (const MemoryOutcome& first : model.outcomes(std::nullopt, month, 0.9))
    for (const MemoryOutcome& next : model.outcomes(first.state, month, 0.9)) {
      require(next.state.stability.days > 0 && std::isfinite(next.state.stability.days));
      require(next.state.difficulty.level >= 1 && next.state.difficulty.level <= 10);
      require(next.interval_days >= 0 && std::isfinite(next.interval_days));
      const double recall = model.recall_after(month, next.state);
      require(recall >= 0 && recall <= 1);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const ModelKind kind : kModelKinds) {
    const WeightsRead read = read_weights(kind, text);
    require(read.weights.has_value() == read.problem.empty());
    if (!read.weights) continue;
    require_within_limits(*read.weights);
    require_within_limits(clipped(*read.weights, 2));
    require(read_weights(kind, fmt::format("{}", fmt::join(read.weights->numbers(), ","))).weights == read.weights);
    require_answers(MemoryModel(*read.weights));
    require_answers(MemoryModel(clipped(*read.weights, 2)));
  }
  return 0;
}
