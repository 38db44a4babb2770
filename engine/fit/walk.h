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

// As many cards as there are lanes, on their way through their reviews.
template <class Model>
struct Walk {
  const float* elapsed;
  const unsigned char* grades;
  const float* weights;
  std::size_t count;
  typename Model::Step* steps;
  typename Model::State state;
  typename Model::State by;
  Lanes loss;
  Lanes g[Model::kWeights];
};

template <class Model>
STARLING_INLINE void set_out(Walk<Model>& walk, const PackView& pack, std::size_t first, std::size_t count,
                             typename Model::Step* steps, const typename Model::Constants& c) {
  walk.elapsed = pack.elapsed + first;
  walk.grades = pack.grade + first;
  walk.weights = pack.weight + first;
  walk.count = count;
  walk.steps = steps;
  walk.state = Model::first(c, grades_at(walk.grades));
  walk.by = typename Model::State{};
  walk.loss = Lanes{};
  for (int i = 0; i < Model::kWeights; ++i) walk.g[i] = Lanes{};
}

template <class Model>
STARLING_INLINE void step_forward(Walk<Model>& walk, std::size_t s, const typename Model::Constants& c) {
  const Lanes days = load(walk.elapsed + s * kCardsAbreast);
  Model::recall(c, days, walk.state, walk.steps[s]);
  walk.state = Model::next(c, days, grades_at(walk.grades + s * kCardsAbreast), walk.steps[s]);
}

template <class Model>
STARLING_INLINE void step_back(Walk<Model>& walk, std::size_t s, const typename Model::Constants& c) {
  const typename Model::Step& step = walk.steps[s];
  const Lanes weight = load(walk.weights + s * kCardsAbreast);
  const Lanes grade = grades_at(walk.grades + s * kCardsAbreast);
  const Bits failed = grade < 1.5f;
  const Lanes p = inside(step.recall, kSurest, 1 - kSurest);
  const Lanes right = pick(failed, 1.0f - p, p);
  walk.loss -= weight * log2_of(right);
  const Lanes slope = weight / right;
  walk.by = Model::back(c, load(walk.elapsed + s * kCardsAbreast), grade, step, walk.by, pick(failed, slope, -slope),
                        walk.g);
}

// Two walks at once: each step of one waits for the one before, and the other fills the wait.
template <class Model>
STARLING_INLINE void walk_both(Walk<Model>& one, Walk<Model>& two, const typename Model::Constants& c) {
  const std::size_t count = one.count > two.count ? one.count : two.count;
  for (std::size_t s = 1; s < count; ++s) {
    if (s < one.count) step_forward(one, s, c);
    if (s < two.count) step_forward(two, s, c);
  }
  for (std::size_t s = count - 1; s > 0; --s) {
    if (s < one.count) step_back(one, s, c);
    if (s < two.count) step_back(two, s, c);
  }
  Model::back_first(c, grades_at(one.grades), one.by, one.g);
  Model::back_first(c, grades_at(two.grades), two.by, two.g);
}

// What each card of a group adds.
template <int n>
struct GroupSums {
  alignas(64) float loss[kCardsAbreast];
  alignas(64) float gradient[n][kCardsAbreast];
};

template <class Model>
STARLING_INLINE void keep(const Walk<Model>& walk, int part, GroupSums<Model::kWeights>& sums) {
  store(walk.loss, sums.loss + part * kLanes);
  for (int i = 0; i < Model::kWeights; ++i) store(walk.g[i], sums.gradient[i] + part * kLanes);
}

template <int n>
STARLING_INLINE void add(const GroupSums<n>& group, const PassSums& sums) {
  *sums.loss += static_cast<double>(sum(group.loss)) * 0.693147180559945309;
  for (int i = 0; i < n; ++i) sums.gradient[i] += static_cast<double>(sum(group.gradient[i]));
  if (sums.products == nullptr) return;
  double* product = sums.products;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j <= i; ++j) {
      alignas(64) float both[kCardsAbreast];
      for (int k = 0; k < kCardsAbreast; ++k) both[k] = group.gradient[i][k] * group.gradient[j][k];
      *product++ += static_cast<double>(sum(both));
    }
}

template <class Model>
void gradient_pass(const PackView& pack, std::size_t first, std::size_t last, const float* weights, void* scratch,
                   const PassSums& sums) {
  static_assert(2 * sizeof(typename Model::Step) * kMostSteps <= kScratchBytes);
  const auto c = Model::constants(weights);
  auto* steps = static_cast<typename Model::Step*>(scratch);
  Walk<Model> one;
  Walk<Model> two;
  GroupSums<Model::kWeights> group_sums[2];
  const auto begin = [&](Walk<Model>& walk, std::size_t group, int part, typename Model::Step* own)
                         __attribute__((always_inline)) {
    const std::size_t at = pack.first_step[group];
    set_out(walk, pack, at * kCardsAbreast + static_cast<std::size_t>(part * kLanes), pack.first_step[group + 1] - at,
            own, c);
  };
  for (std::size_t group = first; group < last; ++group) {
    if constexpr (kParts > 1) {
      for (int part = 0; part < kParts; part += 2) {
        begin(one, group, part, steps);
        begin(two, group, part + 1, steps + kMostSteps);
        walk_both(one, two, c);
        keep(one, part, group_sums[0]);
        keep(two, part + 1, group_sums[0]);
      }
      add(group_sums[0], sums);
    } else {
      const bool last_one = group + 1 == last;
      begin(one, group, 0, steps);
      begin(two, last_one ? group : group + 1, 0, steps + kMostSteps);
      if (last_one) two.count = 1;
      walk_both(one, two, c);
      keep(one, 0, group_sums[0]);
      add(group_sums[0], sums);
      if (last_one) break;
      keep(two, 0, group_sums[1]);
      add(group_sums[1], sums);
      ++group;
    }
  }
}

}  // namespace starling::STARLING_LANES
