// The memory model: how likely a card is to be recalled, and how that changes with a review.
// Pure arithmetic in double precision; no clock, no store, no card text. Two models behind one interface.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/state.h"

namespace starling {

enum class ModelKind { Fsrs6, Fsrs7 };

inline constexpr std::array<ModelKind, 2> kModelKinds{ModelKind::Fsrs6, ModelKind::Fsrs7};

// "fsrs-6", "fsrs-7".
[[nodiscard]] std::string_view to_string(ModelKind kind);
[[nodiscard]] std::optional<ModelKind> parse_model(std::string_view text);

// The numbers of a model: 21 of FSRS-6, 34 of FSRS-7, each finite and within its limits.
struct Weights {
  ModelKind kind = ModelKind::Fsrs6;
  std::vector<double> numbers;
  bool operator==(const Weights&) const = default;
};

[[nodiscard]] const Weights& default_weights(ModelKind kind = ModelKind::Fsrs6);

// Weights as they are handed around: of FSRS-6 also 17 or 19 numbers of its forerunners, which are widened; none
// means the defaults. Exactly one of the two is there: the weights, moved inside their limits, or what is wrong.
struct WeightsRead {
  std::optional<Weights> weights;
  std::string problem;
};
[[nodiscard]] WeightsRead make_weights(ModelKind kind, std::span<const double> numbers);
// The same from text: numbers between commas or blanks, at most 2,000 characters.
[[nodiscard]] WeightsRead read_weights(ModelKind kind, std::string_view text);

// Where each number may lie.
struct WeightLimits {
  double low;
  double high;
};
[[nodiscard]] std::span<const WeightLimits> weight_limits(ModelKind kind);
// What a fit may answer: each number moved inside its limits, and inside those that follow from others; one that is
// not finite becomes the lower limit. With more than one relearning step, FSRS-6 is kept from lifting a relearned card
// far above its old stability.
[[nodiscard]] Weights clipped(Weights weights, int relearning_steps = 1);

// One span of time as either model counts it.
struct Elapsed {
  WholeDays whole;
  FractionalDays exact;
};
// A span that is known in whole days only.
[[nodiscard]] Elapsed elapsed_days(WholeDays days);
// `span` and so many days more.
[[nodiscard]] Elapsed later(Elapsed span, WholeDays days);

class MemoryModel {
 public:
  // Asserts the count of numbers.
  explicit MemoryModel(const Weights& weights);

  [[nodiscard]] ModelKind kind() const { return weights_.kind; }
  [[nodiscard]] const Weights& weights() const { return weights_; }

  [[nodiscard]] MemoryState first_review(Grade grade) const;
  [[nodiscard]] MemoryState after_review(const MemoryState& before, Elapsed elapsed, Grade grade) const;

  // Chance of recall, 0 to 1.
  [[nodiscard]] double recall_after(Elapsed elapsed, const MemoryState& state) const;

  // Days until recall falls to `desired_retention` (0 to 1, both excluded); before rounding, limits and fuzz.
  [[nodiscard]] double interval_days(const MemoryState& state, double desired_retention) const;

  // What is shown as stability: days until recall falls to 90 %.
  [[nodiscard]] double days_to_90(const MemoryState& state) const { return interval_days(state, 0.90); }

  // All four grades at once, in the order of kGrades. No state: a first review, and `elapsed` is not looked at.
  [[nodiscard]] std::array<MemoryOutcome, 4> outcomes(const std::optional<MemoryState>& before, Elapsed elapsed,
                                                      double desired_retention) const;

  // The state of an item that another program scheduled by SM-2: `ease_factor` from 1.3 up, `interval_days` above 0,
  // and the share of reviews assumed to be recalled after such intervals (0 to 1, both excluded).
  [[nodiscard]] MemoryState from_sm2(double ease_factor, double interval_days, double retention) const;

 private:
  Weights weights_;
  std::variant<Fsrs6, Fsrs7> model_;
};

// One review of a replay.
struct PastReview {
  Grade grade = Grade::Good;
  Elapsed elapsed;  // since the review before; of the first one not looked at
};
// The state after each of the reviews of one item, from the first on.
[[nodiscard]] std::vector<MemoryState> replay(const MemoryModel& model, std::span<const PastReview> reviews);

}  // namespace starling
