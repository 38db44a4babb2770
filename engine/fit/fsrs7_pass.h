// One pass over groups of cards with FSRS-7, forward and back. Formulas: see memory/fsrs7.h. Included once for each
// kind of processor, after lanes.h.

namespace starling::STARLING_LANES {

struct Fsrs7Pass {
  static constexpr int kWeights = 34;
  static constexpr int kSlow = 7;   // the first weight of each trace
  static constexpr int kFast = 15;
  static constexpr float kLowest = 1e-4f, kHighest = 36500.0f;
  static constexpr float kMargin = 1e-5f, kSpread = 1 - 2 * kMargin;
  static constexpr float kHighestRate = 1e37f;

  struct Constants {
    float w[kWeights];
    float growth[2];  // of the slow and the fast trace
    float slow_decay, slow_factor, slow_grown;  // grown: factor + 1
    float log_fast_base;                        // natural logarithm of w25
    float log_slow_base;
    float first_difficulty[4], first_slope[4];
    float target, target_slope;
  };

  struct State {
    Lanes slow, fast, difficulty;
  };

  static STARLING_INLINE void put(const State& state, float* stability, float* difficulty, float* fast) {
    store(state.slow, stability);
    store(state.difficulty, difficulty);
    store(state.fast, fast);
  }
  static STARLING_INLINE State choose(Bits mask, const State& yes, const State& no) {
    return {pick(mask, yes.slow, no.slow), pick(mask, yes.fast, no.fast), pick(mask, yes.difficulty, no.difficulty)};
  }

  struct TraceStep {
    Lanes log_days;  // binary logarithms
    Lanes base;      // growth without the recall and grade parts
    Lanes surge;
    Lanes log_above, above;
    Lanes lapse;     // of the days after a lapse, without (above - 1)
  };

  struct Step {
    State before;
    Lanes fast_decay;      // above zero, held inside its limits
    Lanes raw_fast_decay;  // before
    Lanes fast_grown;      // factor + 1
    Lanes fast_rate, log_fast_rate, fast_recall;
    Lanes ease;            // e^((D - 5)(w32 - 0.3))
    Lanes slow_rate, log_slow_rate, slow_recall;
    Lanes share;           // of the fast trace in the mixture
    Lanes recall;
    TraceStep slow, fast;
  };

  static Constants constants(const float* weights) {
    Constants c{};
    for (int i = 0; i < kWeights; ++i) c.w[i] = weights[i];
    c.growth[0] = natural_exp(c.w[kSlow] - 1.5f);
    c.growth[1] = natural_exp(c.w[kFast] - 1.5f);
    c.log_fast_base = log2_of(all(c.w[25]))[0] * kLn2;
    c.log_slow_base = log2_of(all(c.w[26]))[0] * kLn2;
    c.slow_decay = -c.w[24];
    c.slow_grown = natural_exp(c.log_slow_base / c.slow_decay);
    c.slow_factor = c.slow_grown - 1;
    for (int grade = 0; grade < 4; ++grade) {
      const float e = natural_exp(c.w[5] * static_cast<float>(grade));
      c.first_difficulty[grade] = c.w[4] - e + 1;
      c.first_slope[grade] = -static_cast<float>(grade) * e;
    }
    c.target = c.first_difficulty[3];
    c.target_slope = c.first_slope[3];
    return c;
  }

  static STARLING_INLINE State first(const Constants& c, Lanes grade) {
    const Lanes slow = inside(by_grade(grade, c.w), kLowest, 100.0f);
    return {slow, higher(slow * 0.8f, all(kLowest)), inside(by_grade(grade, c.first_difficulty), 1.0f, 10.0f)};
  }

  static STARLING_INLINE void recall(const Constants& c, Lanes elapsed, const State& before, Step& step) {
    step.before = before;
    step.fast.log_days = log2_of(before.fast);
    step.slow.log_days = log2_of(before.slow);
    const Lanes harder = before.difficulty - 5.0f;

    step.raw_fast_decay = c.w[23] * exp2_of((c.w[33] - 0.3f) * step.fast.log_days);
    step.fast_decay = inside(step.raw_fast_decay, 0.01f, 0.95f);
    step.fast_grown = exp2_of(lower(-c.log_fast_base / step.fast_decay, all(60.0f)) * kLog2E);
    step.fast_rate = lower(1.0f + (step.fast_grown - 1.0f) * elapsed / before.fast, all(kHighestRate));
    step.log_fast_rate = log2_of(step.fast_rate);
    step.fast_recall = exp2_of(-step.fast_decay * step.log_fast_rate);

    step.ease = exp2_of(harder * ((c.w[32] - 0.3f) * kLog2E));
    step.slow_rate = lower(1.0f + c.slow_factor * step.ease * elapsed / before.slow, all(kHighestRate));
    step.log_slow_rate = log2_of(step.slow_rate);
    step.slow_recall = exp2_of(c.slow_decay * step.log_slow_rate);

    const Lanes fast_weight = c.w[27] * exp2_of(-c.w[29] * step.fast.log_days);
    const Lanes slow_weight =
        c.w[28] * exp2_of(c.w[30] * step.slow.log_days + harder * ((c.w[31] - 0.5f) * kLog2E));
    step.share = fast_weight / (fast_weight + slow_weight);
    step.recall =
        (step.share * step.fast_recall + (1.0f - step.share) * step.slow_recall) * kSpread + kMargin;
  }

  static STARLING_INLINE Lanes raw_difficulty(const Constants& c, Lanes difficulty, Lanes recall, Lanes grade) {
    const Lanes surprise = pick(grade < 1.5f, recall + 0.1f, all(1.0f));
    const Lanes change = -c.w[6] * (grade - 3.0f) * surprise;
    return 0.01f * c.target + 0.99f * (difficulty + (10.0f - difficulty) * (1.0f / 9) * change);
  }

  static STARLING_INLINE Lanes part(const float* w, Lanes grade) {
    return pick(grade < 2.5f, all(w[6]), pick(grade > 3.5f, all(w[7]), all(1.0f)));
  }

  // A trace after the review, before it is held inside its limits.
  static STARLING_INLINE Lanes trace_after(const float* w, float growth, Lanes days, Lanes difficulty, Lanes recall,
                                           Lanes grade, TraceStep& step) {
    const Lanes unlikely = 1.0f - recall;
    step.surge = exp2_of(unlikely * (w[2] * kLog2E));
    step.base = growth * (11.0f - difficulty) * exp2_of(-w[1] * step.log_days);
    step.log_above = log2_of(days + 1.0f);
    step.above = exp2_of(w[4] * step.log_above);
    step.lapse = w[3] * exp2_of(unlikely * (w[5] * kLog2E));
    const Lanes lapsed = lower(step.lapse * (step.above - 1.0f), days);
    const Lanes grown = days * (1.0f + step.base * part(w, grade) * (step.surge - 1.0f));
    return pick(grade < 1.5f, lapsed, grown);
  }

  struct Raw {
    Lanes slow, fast, difficulty;
  };

  static STARLING_INLINE Raw after(const Constants& c, Lanes grade, Step& step) {
    const State& b = step.before;
    return {trace_after(c.w + kSlow, c.growth[0], b.slow, b.difficulty, step.recall, grade, step.slow),
            trace_after(c.w + kFast, c.growth[1], b.fast, b.difficulty, step.fast_recall, grade, step.fast),
            raw_difficulty(c, b.difficulty, step.recall, grade)};
  }

  static STARLING_INLINE State next(const Constants& c, Lanes /*elapsed*/, Lanes grade, Step& step) {
    const Raw raw = after(c, grade, step);
    const Lanes slow = inside(raw.slow, kLowest, kHighest);
    const Lanes fast = inside(raw.fast, kLowest, kHighest);
    const Lanes held = higher(lower(fast, slow * 0.8f), all(kLowest));
    return {slow, pick(grade < 1.5f, held, fast), inside(raw.difficulty, 1.0f, 10.0f)};
  }

  struct TraceBack {
    Lanes days, difficulty, recall;
  };

  // `by`: the derivative with regard to the trace afterwards.
  static STARLING_INLINE TraceBack trace_back(const float* w, Lanes days, Lanes difficulty, Lanes recall, Lanes grade,
                                              const TraceStep& step, Lanes by, Lanes* g) {
    const Bits failed = grade < 1.5f;
    const Lanes unlikely = 1.0f - recall;
    const Lanes base = step.base * part(w, grade);
    const Lanes rise = step.base * (step.surge - 1.0f);
    const Lanes growth = base * (step.surge - 1.0f);
    const Lanes g_grown = only(~failed, by);
    const Lanes by_growth = g_grown * days;
    const Lanes to_growth = by_growth * growth;
    const Lanes to_surge = by_growth * base * step.surge;
    g[0] += to_growth;
    g[1] -= to_growth * step.log_days * kLn2;
    g[2] += to_surge * unlikely;
    g[6] += only(grade < 2.5f, by_growth * rise);
    g[7] += only(grade > 3.5f, by_growth * rise);

    const Lanes lapsed = step.lapse * (step.above - 1.0f);
    const Bits free = lapsed < days;
    const Lanes g_lapsed = only(failed & free, by);
    const Lanes to_lapsed = g_lapsed * lapsed;
    const Lanes to_above = g_lapsed * step.lapse * step.above;
    g[3] += to_lapsed * (1 / w[3]);
    g[4] += to_above * step.log_above * kLn2;
    g[5] += to_lapsed * unlikely;
    return {g_grown * (1.0f + growth - growth * w[1]) + to_above * w[4] / (days + 1.0f) + only(failed & ~free, by),
            -to_growth / (11.0f - difficulty), -to_surge * w[2] - to_lapsed * w[5]};
  }

  // Derivatives with regard to the recall of the fast trace go back through its curve.
  static STARLING_INLINE Lanes fast_curve_back(const Constants& c, Lanes elapsed, const Step& step, Lanes by, Lanes* g) {
    const Lanes days = step.before.fast;
    const Lanes by_rate = -by * step.fast_decay * step.fast_recall / step.fast_rate;
    const Lanes per_grown = elapsed / days * step.fast_grown;  // bounded by the rate
    const Bits bent = step.fast_grown < 1e26f;                 // the exponent is below its limit
    const Lanes by_exponent = only(bent, by_rate * per_grown);
    g[25] -= by_exponent / (c.w[25] * step.fast_decay);
    Lanes by_decay = -by * step.fast_recall * step.log_fast_rate * kLn2;
    by_decay += by_exponent * c.log_fast_base / (step.fast_decay * step.fast_decay);
    const Lanes to_decay = only((step.raw_fast_decay > 0.01f) & (step.raw_fast_decay < 0.95f), by_decay * step.fast_decay);
    g[23] += to_decay * (1 / c.w[23]);
    g[33] += to_decay * step.fast.log_days * kLn2;
    return (to_decay * (c.w[33] - 0.3f) - by_rate * (step.fast_rate - 1.0f)) / days;
  }

  struct SlowBack {
    Lanes slow, difficulty;
  };
  static STARLING_INLINE SlowBack slow_curve_back(const Constants& c, Lanes elapsed, const Step& step, Lanes by,
                                                  Lanes* g) {
    const Lanes harder = step.before.difficulty - 5.0f;
    const Lanes by_rate = by * c.slow_decay * step.slow_recall / step.slow_rate;
    const Lanes to_factor = by_rate * (elapsed / step.before.slow * step.ease * c.slow_grown);
    const Lanes to_ease = by_rate * (step.slow_rate - 1.0f);
    g[24] += to_factor * (c.log_slow_base / (c.w[24] * c.w[24])) - by * step.slow_recall * step.log_slow_rate * kLn2;
    g[26] -= to_factor * (1 / (c.w[26] * c.w[24]));
    g[32] += to_ease * harder;
    return {-to_ease / step.before.slow, to_ease * (c.w[32] - 0.3f)};
  }

  static STARLING_INLINE State back(const Constants& c, Lanes elapsed, Lanes grade, const Step& step, State by,
                                    Lanes by_recall, Lanes* g) {
    const State& b = step.before;
    const Bits failed = grade < 1.5f;
    const Raw raw = raw_again(c, grade, step);
    const Lanes slow_after = inside(raw.slow, kLowest, kHighest);
    const Lanes fast_after = inside(raw.fast, kLowest, kHighest);
    const Bits capped = failed & (slow_after * 0.8f < fast_after);
    const Bits above = slow_after * 0.8f > kLowest;
    const Lanes by_slow = by.slow + only(capped & above, by.fast * 0.8f);
    const Lanes g_slow = only((raw.slow > kLowest) & (raw.slow < kHighest), by_slow);
    const Lanes g_fast = only(~capped & (raw.fast > kLowest) & (raw.fast < kHighest), by.fast);

    // Difficulty.
    const Lanes surprise = pick(failed, step.recall + 0.1f, all(1.0f));
    const Lanes gd = only((raw.difficulty > 1.0f) & (raw.difficulty < 10.0f), by.difficulty);
    const Lanes room = (10.0f - b.difficulty) * (1.0f / 9);
    const Lanes change = -c.w[6] * (grade - 3.0f) * surprise;
    g[4] += gd * 0.01f;
    g[5] += gd * (0.01f * c.target_slope);
    g[6] -= gd * 0.99f * room * (grade - 3.0f) * surprise;
    Lanes by_d = gd * 0.99f * (1.0f - change * (1.0f / 9));
    Lanes by_r = by_recall + only(failed, gd * 0.99f * room * (2 * c.w[6]));

    const TraceBack slow = trace_back(c.w + kSlow, b.slow, b.difficulty, step.recall, grade, step.slow, g_slow, g + kSlow);
    const TraceBack fast =
        trace_back(c.w + kFast, b.fast, b.difficulty, step.fast_recall, grade, step.fast, g_fast, g + kFast);
    by_d += slow.difficulty + fast.difficulty;
    by_r += slow.recall;

    // The mixture.
    const Lanes by_mixed = by_r * kSpread;
    const Lanes to_share = by_mixed * (step.fast_recall - step.slow_recall) * step.share * (1.0f - step.share);
    const Lanes harder = b.difficulty - 5.0f;
    g[27] += to_share * (1 / c.w[27]);
    g[28] -= to_share * (1 / c.w[28]);
    g[29] -= to_share * step.fast.log_days * kLn2;
    g[30] -= to_share * step.slow.log_days * kLn2;
    g[31] -= to_share * harder;
    by_d -= to_share * (c.w[31] - 0.5f);

    const Lanes by_fast = fast_curve_back(c, elapsed, step, by_mixed * step.share + fast.recall, g);
    const SlowBack curve = slow_curve_back(c, elapsed, step, by_mixed * (1.0f - step.share), g);
    return {slow.days + curve.slow - to_share * c.w[30] / b.slow, fast.days + by_fast - to_share * c.w[29] / b.fast,
            by_d + curve.difficulty};
  }

  // What `after` gave, from what it kept.
  static STARLING_INLINE Raw raw_again(const Constants& c, Lanes grade, const Step& step) {
    const Bits failed = grade < 1.5f;
    const auto trace = [&](const float* w, Lanes days, const TraceStep& t) __attribute__((always_inline)) {
      return pick(failed, lower(t.lapse * (t.above - 1.0f), days),
                  days * (1.0f + t.base * part(w, grade) * (t.surge - 1.0f)));
    };
    return {trace(c.w + kSlow, step.before.slow, step.slow), trace(c.w + kFast, step.before.fast, step.fast),
            raw_difficulty(c, step.before.difficulty, step.recall, grade)};
  }

  static STARLING_INLINE void back_first(const Constants& c, Lanes grade, State by, Lanes* g) {
    const Lanes raw = by_grade(grade, c.first_difficulty);
    const Lanes gd = only((raw > 1.0f) & (raw < 10.0f), by.difficulty);
    g[4] += gd;
    g[5] += gd * by_grade(grade, c.first_slope);
    add_first(grade, by.slow + 0.8f * by.fast, g);
  }
};

}  // namespace starling::STARLING_LANES
