// The numbers of a memory model: which there are, where they may lie, and how they are read.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "memory/fsrs6.h"
#include "memory/fsrs7.h"

namespace starling {

enum class ModelKind { Fsrs6, Fsrs7 };

inline constexpr std::array<ModelKind, 2> kModelKinds{ModelKind::Fsrs6, ModelKind::Fsrs7};

// "fsrs-6", "fsrs-7".
[[nodiscard]] std::string_view to_string(ModelKind kind);
[[nodiscard]] std::optional<ModelKind> parse_model(std::string_view text);

// The numbers of one model. A fit, and whoever reads them, keeps each within its limits.
class Weights {
 public:
  // The defaults of FSRS-6.
  Weights() : of_model_(default_fsrs6_weights()) {}
  explicit Weights(const Fsrs6Weights& weights) : of_model_(weights) {}
  explicit Weights(const Fsrs7Weights& weights) : of_model_(weights) {}

  [[nodiscard]] ModelKind kind() const { return fsrs6() ? ModelKind::Fsrs6 : ModelKind::Fsrs7; }
  // In the order of Fsrs6Weights::Index or Fsrs7Weights::Index.
  [[nodiscard]] std::span<const double> numbers() const;
  [[nodiscard]] std::span<double> numbers();
  // Null where they are the other model's.
  [[nodiscard]] const Fsrs6Weights* fsrs6() const { return std::get_if<Fsrs6Weights>(&of_model_); }
  [[nodiscard]] const Fsrs7Weights* fsrs7() const { return std::get_if<Fsrs7Weights>(&of_model_); }
  bool operator==(const Weights&) const = default;

 private:
  std::variant<Fsrs6Weights, Fsrs7Weights> of_model_;
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

}  // namespace starling
