#include <array>
#include <memory>

#include "fit/pack.h"
#include "logs.h"

namespace starling {
namespace {

// Away from the limits, so that a small step to either side changes the loss.
Weights inner(ModelKind kind) {
  Weights weights = default_weights(kind);
  const auto numbers = weights.numbers();
  if (kind == ModelKind::Fsrs6) numbers[Fsrs6Weights::kMeanReversion] = 0.02;
  if (kind == ModelKind::Fsrs7) {
    const auto slow = numbers.subspan(Fsrs7Weights::kSlowTrace);
    slow[Fsrs7Weights::kGrowthStability] = 0.05;
    slow[Fsrs7Weights::kEasyFactor] = 1.1;
    numbers[Fsrs7Weights::kFastWeightStability] = 0.1;
  }
  return weights;
}

struct Sums {
  double loss = 0;
  std::vector<double> gradient;
  std::vector<double> products;
};

Sums pass_over(const Passes& passes, const Pack& pack, const Weights& weights) {
  const std::size_t n = weights.numbers().size();
  const std::vector<float> single(weights.numbers().begin(), weights.numbers().end());
  struct alignas(64) Scratch {
    std::array<std::byte, kScratchBytes> bytes;
  };
  const auto scratch = std::make_unique<Scratch>();
  Sums sums{0, std::vector<double>(n), std::vector<double>(n * (n + 1) / 2)};
  passes.gradient(pack.view(), 0, pack.groups(), single.data(), scratch->bytes.data(),
                  {&sums.loss, sums.gradient.data(), sums.products.data()});
  return sums;
}

Pack pack_of(const ReviewLog& log, ModelKind kind) {
  Threads threads(1);
  return training_set({log, log.items}, std::vector<bool>(log.cards(), false), {kind, true, 1, 0}, threads).pack;
}

ReviewLog varied(ModelKind kind) { return make_log(made_rows(default_weights(kind), 200, 14, 3), utc()); }

TEST_CASE("each derivative of the loss is what a small step shows") {
  for (const ModelKind kind : kModelKinds) {
    const ReviewLog log = varied(kind);
    const Pack pack = pack_of(log, kind);
    const Weights weights = inner(kind);
    const Sums here = pass_over(plain_passes(kind), pack, weights);
    for (std::size_t i = 0; i < weights.numbers().size(); ++i) {
      const double step = std::max(1e-3, 4e-3 * weights.numbers()[i]);
      Weights more = weights;
      Weights less = weights;
      more.numbers()[i] += step;
      less.numbers()[i] -= step;
      const double seen =
          (pass_over(plain_passes(kind), pack, more).loss - pass_over(plain_passes(kind), pack, less).loss) / (2 * step);
      CAPTURE(to_string(kind));
      CAPTURE(i);
      CHECK(std::abs(here.gradient[i] - seen) <= 0.02 * std::abs(seen) + 0.15);
    }
  }
}

TEST_CASE("the widest lanes of this processor give the digits of the plain ones") {
  for (const ModelKind kind : kModelKinds) {
    const Pack pack = pack_of(real_log(), kind);
    const Sums plain = pass_over(plain_passes(kind), pack, inner(kind));
    const Sums wide = pass_over(widest_passes(kind), pack, inner(kind));
    CHECK(plain.loss == wide.loss);
    CHECK(plain.gradient == wide.gradient);
    CHECK(plain.products == wide.products);
  }
}

TEST_CASE("a pass predicts what the memory model says, review by review") {
  for (const ModelKind kind : kModelKinds) {
    const ReviewLog& log = real_log();
    const MemoryModel model(inner(kind));
    const auto recall = predict(log, inner(kind), {0, log.items}, 1);
    std::size_t checked = 0;
    for (std::size_t card = 0; card < log.cards(); ++card) {
      MemoryState memory = model.first_review(log.grade[log.first[card]]);
      for (std::size_t i = log.first[card] + std::size_t{1}; i < log.first[card + 1]; ++i) {
        const Elapsed elapsed{WholeDays{log.days[i]}, FractionalDays{static_cast<double>(log.exact_days[i])}};
        if (log.is_item(i)) {
          CHECK(static_cast<double>(recall[log.item[i]]) ==
                doctest::Approx(model.recall_after(elapsed, memory)).epsilon(1e-3));
          ++checked;
        }
        memory = model.after_review(memory, elapsed, log.grade[i]);
      }
    }
    CHECK(checked == log.items);
  }
}

TEST_CASE("the memory that a log leaves behind is what the memory model says, card by card") {
  std::vector<LogRow> rows = made_rows(default_weights(), 120, 9, 6);
  for (int i = 0; i < 400; ++i)  // longer than a pass can hold
    rows.push_back({1'000, kNow - std::chrono::days(800 - 2 * i), i % 9 == 0 ? Grade::Again : Grade::Good});
  const ReviewLog log = make_log(rows, utc());
  for (const ModelKind kind : kModelKinds) {
    const MemoryModel model(inner(kind));
    const auto states = last_states(log, inner(kind), 2);
    REQUIRE(states.size() == log.cards());
    for (std::size_t card = 0; card < log.cards(); ++card) {
      std::vector<PastReview> reviews;
      for (std::size_t i = log.first[card]; i < log.first[card + 1]; ++i)
        reviews.push_back({log.grade[i], {WholeDays{log.days[i]}, FractionalDays{static_cast<double>(log.exact_days[i])}}});
      const MemoryState last = replay(model, reviews).back();
      CHECK(states[card].stability.days == doctest::Approx(last.stability.days).epsilon(1e-3));
      CHECK(states[card].difficulty.level == doctest::Approx(last.difficulty.level).epsilon(1e-3));
      CHECK(states[card].fast.days == doctest::Approx(last.fast.days).epsilon(1e-3));
    }
  }
}

TEST_CASE("hostile weights and spans give no number that is none") {
  std::vector<LogRow> rows;
  for (int card = 0; card < 40; ++card)
    for (int i = 0; i < 60; ++i)
      rows.push_back({card, kNow - std::chrono::days(12'000) + std::chrono::days(i * i * (card % 4)) + std::chrono::milliseconds(i),
                      static_cast<Grade>(1 + (i * 7 + card) % 4)});
  const ReviewLog log = make_log(rows, utc());
  for (const ModelKind kind : kModelKinds)
    for (const bool low : {true, false}) {
      Weights weights = default_weights(kind);
      const auto limits = weight_limits(kind);
      for (std::size_t i = 0; i < limits.size(); ++i) weights.numbers()[i] = low ? limits[i].low : limits[i].high;
      const Sums sums = pass_over(plain_passes(kind), pack_of(log, kind), clipped(weights));
      CHECK(std::isfinite(sums.loss));
      for (const double slope : sums.gradient) CHECK(std::isfinite(slope));
    }
}

}  // namespace
}  // namespace starling
