// The walk over groups that both models share: forward, then back. Included once for each kind of processor, after
// the models.

namespace starling::STARLING_LANES {

// No prediction is taken for surer than this.
inline constexpr float kSurest = 1e-7f;

STARLING_INLINE Lanes grades_at(const unsigned char* from) {
  using Bytes = unsigned char __attribute__((vector_size(kLanes)));
  Bytes bytes;
  __builtin_memcpy(&bytes, from, sizeof bytes);
  return __builtin_convertvector(__builtin_convertvector(bytes, Bits), Lanes);
}

// A group is walked in as many parts as it takes.
inline constexpr int kParts = kCardsAbreast / kLanes;

// Sixteen numbers, in halves: the same order whatever the lanes.
STARLING_INLINE float sum(const float* sixteen) {
  float eight[8];
  for (int i = 0; i < 8; ++i) eight[i] = sixteen[i] + sixteen[i + 8];
  return ((eight[0] + eight[4]) + (eight[2] + eight[6])) + ((eight[1] + eight[5]) + (eight[3] + eight[7]));
}

template <class Model>
void recall_pass(const PackView& pack, std::size_t first, std::size_t last, const float* weights, float* recall) {
  const auto c = Model::constants(weights);
  for (std::size_t group = first; group < last; ++group) {
    const std::size_t end = pack.first_step[group + 1] * std::size_t{kCardsAbreast};
    for (int part = 0; part < kParts; ++part) {
      std::size_t at = pack.first_step[group] * std::size_t{kCardsAbreast} + static_cast<std::size_t>(part * kLanes);
      typename Model::State state = Model::first(c, grades_at(pack.grade + at));
      for (at += kCardsAbreast; at < end; at += kCardsAbreast) {
        const Lanes elapsed = load(pack.elapsed + at);
        const Lanes grade = grades_at(pack.grade + at);
        typename Model::Step step;
        Model::recall(c, elapsed, state, step);
        float chances[kLanes];
        store(step.recall, chances);
        for (int i = 0; i < kLanes; ++i)
          if (pack.weight[at + static_cast<std::size_t>(i)] != 0)
            recall[pack.item[at + static_cast<std::size_t>(i)]] = chances[i];
        state = Model::next(c, elapsed, grade, step);
      }
    }
  }
}

template <class Model>
void state_pass(const float* elapsed, const unsigned char* grade, const unsigned* reviews, std::size_t steps,
                const float* weights, float* states) {
  const auto c = Model::constants(weights);
  for (int part = 0; part < kParts; ++part) {
    const int first = part * kLanes;
    Bits count;
    __builtin_memcpy(&count, reviews + first, sizeof count);
    typename Model::State state = Model::first(c, grades_at(grade + first));
    for (std::size_t s = 1; s < steps; ++s) {
      const std::size_t at = s * kCardsAbreast + static_cast<std::size_t>(first);
      const Lanes days = load(elapsed + at);
      typename Model::Step step;
      Model::recall(c, days, state, step);
      const typename Model::State after = Model::next(c, days, grades_at(grade + at), step);
      state = Model::choose(static_cast<int>(s) < count, after, state);
    }
    Model::put(state, states + first, states + kCardsAbreast + first, states + 2 * kCardsAbreast + first);
  }
}

// What one group adds, each of its cards for itself.
template <int n>
struct GroupSums {
  alignas(64) float loss[kCardsAbreast];
  alignas(64) float gradient[n][kCardsAbreast];
};

template <class Model>
STARLING_INLINE void walk_part(const PackView& pack, std::size_t first, std::size_t count, int part,
                               const typename Model::Constants& c, typename Model::Step* steps,
                               GroupSums<Model::kWeights>& sums) {
  const float* elapsed = pack.elapsed + first + part * kLanes;
  const unsigned char* grades = pack.grade + first + part * kLanes;
  const float* weights = pack.weight + first + part * kLanes;

  typename Model::State state = Model::first(c, grades_at(grades));
  for (std::size_t s = 1; s < count; ++s) {
    const Lanes days = load(elapsed + s * kCardsAbreast);
    Model::recall(c, days, state, steps[s]);
    state = Model::next(c, days, grades_at(grades + s * kCardsAbreast), steps[s]);
  }

  Lanes g[Model::kWeights] = {};
  Lanes loss = {};
  typename Model::State by{};
  for (std::size_t s = count - 1; s > 0; --s) {
    const Lanes weight = load(weights + s * kCardsAbreast);
    const Lanes grade = grades_at(grades + s * kCardsAbreast);
    const Bits failed = grade < 1.5f;
    const Lanes p = inside(steps[s].recall, kSurest, 1 - kSurest);
    const Lanes right = pick(failed, 1.0f - p, p);
    loss -= weight * log2_of(right);
    const Lanes slope = weight / right;
    by = Model::back(c, load(elapsed + s * kCardsAbreast), grade, steps[s], by, pick(failed, slope, -slope), g);
  }
  Model::back_first(c, grades_at(grades), by, g);

  store(loss, sums.loss + part * kLanes);
  for (int i = 0; i < Model::kWeights; ++i) store(g[i], sums.gradient[i] + part * kLanes);
}

template <class Model>
void gradient_pass(const PackView& pack, std::size_t first, std::size_t last, const float* weights, void* scratch,
                   const PassSums& sums) {
  constexpr int n = Model::kWeights;
  static_assert(sizeof(typename Model::Step) * kMostSteps <= kScratchBytes);
  const auto c = Model::constants(weights);
  auto* steps = static_cast<typename Model::Step*>(scratch);
  GroupSums<n> group_sums;
  for (std::size_t group = first; group < last; ++group) {
    const std::size_t begin = pack.first_step[group];
    for (int part = 0; part < kParts; ++part)
      walk_part<Model>(pack, begin * kCardsAbreast, pack.first_step[group + 1] - begin, part, c, steps, group_sums);

    *sums.loss += static_cast<double>(sum(group_sums.loss)) * 0.693147180559945309;
    for (int i = 0; i < n; ++i) sums.gradient[i] += static_cast<double>(sum(group_sums.gradient[i]));
    if (sums.products == nullptr) continue;
    double* product = sums.products;
    for (int i = 0; i < n; ++i)
      for (int j = 0; j <= i; ++j) {
        alignas(64) float both[kCardsAbreast];
        for (int k = 0; k < kCardsAbreast; ++k) both[k] = group_sums.gradient[i][k] * group_sums.gradient[j][k];
        *product++ += static_cast<double>(sum(both));
      }
  }
}

}  // namespace starling::STARLING_LANES
