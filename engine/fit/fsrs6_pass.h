// One pass over groups of cards with FSRS-6: forward through the reviews of a card, then back with the derivatives of
// its loss. Formulas: see memory/fsrs6.h. Included once for each kind of processor, after lanes.h.

namespace starling::STARLING_LANES {

struct Fsrs6Pass {
  static constexpr int kWeights = 21;

  // What depends on the weights alone. A name with a capital G ends a derivative.
  struct Constants {
    float w[kWeights];
    float decay, factor, factor_by_decay;
    float growth, lapse_cap;
    float first_difficulty[4], first_slope[4];
    float target, target_slope;
  };

  struct State {
    Lanes stability, difficulty;
  };

  static STARLING_INLINE void put(const State& state, float* stability, float* difficulty, float* fast) {
    store(state.stability, stability);
    store(state.difficulty, difficulty);
    store(Lanes{}, fast);
  }
  static STARLING_INLINE State choose(Bits mask, const State& yes, const State& no) {
    return {pick(mask, yes.stability, no.stability), pick(mask, yes.difficulty, no.difficulty)};
  }

  // Before and inside one review; kept for the way back.
  struct Step {
    State before;
    Lanes per_day;      // 1 / stability
    Lanes rate;         // 1 + factor elapsed / stability
    Lanes log_rate;     // binary logarithms
    Lanes log_stability;
    Lanes recall;
    Lanes surge;        // e^(w10 (1 - recall))
    Lanes growth_base;  // without the recall and grade parts
    Lanes log_difficulty, log_above, above;  // above: (stability + 1)^w13
    Lanes lapse_base;   // of the stability after a lapse, without (above - 1)
    Lanes same_day;     // factor on the same day, before it is held at 1
  };

  static Constants constants(const float* weights) {
    Constants c{};
    for (int i = 0; i < kWeights; ++i) c.w[i] = weights[i];
    constexpr float kLog2Of09 = -0.152003093445050f;
    c.decay = -c.w[20];
    const float grown = exp2_of(all(kLog2Of09 / c.decay))[0];
    c.factor = grown - 1;
    c.factor_by_decay = grown * kLog2Of09 * kLn2 / (c.w[20] * c.w[20]);  // d factor / d w20
    c.growth = natural_exp(c.w[8]);
    c.lapse_cap = natural_exp(-c.w[17] * c.w[18]);
    for (int grade = 0; grade < 4; ++grade) {
      const float e = natural_exp(c.w[5] * static_cast<float>(grade));
      c.first_difficulty[grade] = c.w[4] - e + 1;
      c.first_slope[grade] = -static_cast<float>(grade) * e;  // by w5
    }
    c.target = c.first_difficulty[3];
    c.target_slope = c.first_slope[3];
    return c;
  }

  static STARLING_INLINE State first(const Constants& c, Lanes grade) {
    return {inside(by_grade(grade, c.w), 0.001f, 100.0f), inside(by_grade(grade, c.first_difficulty), 1.0f, 10.0f)};
  }

  static STARLING_INLINE void recall(const Constants& c, Lanes elapsed, const State& before, Step& step) {
    step.before = before;
    step.per_day = 1.0f / before.stability;
    step.rate = 1.0f + c.factor * elapsed * step.per_day;
    step.log_rate = log2_of(step.rate);
    step.recall = exp2_of(c.decay * step.log_rate);
  }

  static STARLING_INLINE Lanes raw_difficulty(const Constants& c, Lanes difficulty, Lanes grade) {
    const Lanes change = -c.w[6] * (grade - 3.0f);
    return c.w[7] * c.target + (1 - c.w[7]) * (difficulty + (10.0f - difficulty) * (1.0f / 9) * change);
  }

  // The stability after the review, before it is held inside its limits.
  static STARLING_INLINE Lanes after(const Constants& c, Lanes elapsed, Lanes grade, Step& step) {
    const Lanes s = step.before.stability;
    const Lanes d = step.before.difficulty;
    step.log_stability = log2_of(s);
    step.surge = exp2_of(kLog2E * c.w[10] * (1.0f - step.recall));
    step.growth_base = c.growth * (11.0f - d) * exp2_of(-c.w[9] * step.log_stability);
    const Lanes part = pick(grade < 2.5f, all(c.w[15]), pick(grade > 3.5f, all(c.w[16]), all(1.0f)));
    const Lanes grown = s * (1.0f + step.growth_base * part * (step.surge - 1.0f));

    step.log_difficulty = log2_of(d);
    step.log_above = log2_of(s + 1.0f);
    step.above = exp2_of(c.w[13] * step.log_above);
    step.lapse_base = c.w[11] * exp2_of(kLog2E * c.w[14] * (1.0f - step.recall) - c.w[12] * step.log_difficulty);
    const Lanes lapsed = lower(step.lapse_base * (step.above - 1.0f), s * c.lapse_cap);

    step.same_day = exp2_of(kLog2E * c.w[17] * (grade - 3.0f + c.w[18]) - c.w[19] * step.log_stability);
    const Lanes held = pick(grade < 1.5f, step.same_day, higher(step.same_day, all(1.0f)));

    return pick(elapsed > 0.0f, pick(grade < 1.5f, lapsed, grown), s * held);
  }

  static STARLING_INLINE State next(const Constants& c, Lanes elapsed, Lanes grade, Step& step) {
    const Lanes stability = after(c, elapsed, grade, step);
    return {inside(stability, 0.001f, 36500.0f), inside(raw_difficulty(c, step.before.difficulty, grade), 1.0f, 10.0f)};
  }

  // Derivatives with regard to the state before a review, from those after it (`by`), the loss of its own prediction
  // (`by_recall`) and those with regard to the weights, which are added to `g`.
  static STARLING_INLINE State back(const Constants& c, Lanes elapsed, Lanes grade, const Step& step, State by,
                                    Lanes by_recall, Lanes* g) {
    const Lanes s = step.before.stability;
    const Lanes d = step.before.difficulty;
    const Bits later = elapsed > 0.0f;
    const Bits failed = grade < 1.5f;
    const Lanes unlikely = 1.0f - step.recall;
    // Divisions are slow: one gives two of the four that are needed.
    const Lanes ease = 11.0f - d;
    const Lanes per_ease_d = 1.0f / (ease * d);
    const Lanes per_above_rate = 1.0f / ((s + 1.0f) * step.rate);

    // Difficulty.
    const Lanes raw = raw_difficulty(c, d, grade);
    const Lanes gd = only((raw > 1.0f) & (raw < 10.0f), by.difficulty);
    const Lanes change = -c.w[6] * (grade - 3.0f);
    g[4] += gd * c.w[7];
    g[5] += gd * c.w[7] * c.target_slope;
    g[6] -= gd * (1 - c.w[7]) * (10.0f - d) * (1.0f / 9) * (grade - 3.0f);
    g[7] += gd * (c.target - d - (10.0f - d) * (1.0f / 9) * change);
    Lanes by_d = gd * (1 - c.w[7]) * (1.0f - change * (1.0f / 9));

    // Remembered after a night or more.
    const Bits hard = grade < 2.5f;
    const Bits easy = grade > 3.5f;
    const Lanes part = pick(hard, all(c.w[15]), pick(easy, all(c.w[16]), all(1.0f)));
    const Lanes rise = step.growth_base * (step.surge - 1.0f);
    const Lanes growth = rise * part;
    const Lanes grown = s * (1.0f + growth);
    const Lanes lapsed = step.lapse_base * (step.above - 1.0f);
    const Lanes cap = s * c.lapse_cap;
    const Lanes held = pick(failed, step.same_day, higher(step.same_day, all(1.0f)));
    const Lanes out = pick(later, pick(failed, lower(lapsed, cap), grown), s * held);
    const Lanes gs = only((out > 0.001f) & (out < 36500.0f), by.stability);

    const Lanes g_grown = only(later & ~failed, gs);
    const Lanes by_growth = g_grown * s;
    const Lanes to_growth = by_growth * growth;
    g[8] += to_growth;
    g[9] -= to_growth * step.log_stability * kLn2;
    g[10] += by_growth * step.growth_base * part * step.surge * unlikely;
    g[15] += only(hard, by_growth * rise);
    g[16] += only(easy, by_growth * rise);
    by_d -= to_growth * per_ease_d * d;
    Lanes by_s = g_grown * (1.0f + growth) - g_grown * growth * c.w[9];
    Lanes by_r = by_recall - by_growth * step.growth_base * part * step.surge * c.w[10];

    // Forgotten.
    const Bits free = lapsed < cap;
    const Lanes g_lapsed = only(later & failed & free, gs);
    const Lanes to_lapsed = g_lapsed * lapsed;
    const Lanes to_above = g_lapsed * step.lapse_base * step.above;
    g[11] += to_lapsed * (1 / c.w[11]);
    g[12] -= to_lapsed * step.log_difficulty * kLn2;
    g[13] += to_above * step.log_above * kLn2;
    g[14] += to_lapsed * unlikely;
    by_d -= to_lapsed * c.w[12] * per_ease_d * ease;
    by_s += to_above * c.w[13] * per_above_rate * step.rate;
    by_r -= to_lapsed * c.w[14];
    const Lanes g_cap = only(later & failed & ~free, gs);
    g[17] -= g_cap * cap * c.w[18];
    g[18] -= g_cap * cap * c.w[17];
    by_s += g_cap * c.lapse_cap;

    // On the same day.
    const Bits moving = failed | (step.same_day > 1.0f);
    const Lanes g_same = only(~later, gs);
    const Lanes to_same = only(moving, g_same * s * step.same_day);
    g[17] += to_same * (grade - 3.0f + c.w[18]);
    g[18] += to_same * c.w[17];
    g[19] -= to_same * step.log_stability * kLn2;
    by_s += pick(moving, g_same * step.same_day * (1 - c.w[19]), g_same);

    // The curve.
    const Lanes to_rate = by_r * c.decay * step.recall * per_above_rate * (s + 1.0f) * elapsed * step.per_day;
    by_s -= to_rate * c.factor * step.per_day;
    g[20] += to_rate * c.factor_by_decay - by_r * step.recall * step.log_rate * kLn2;
    return {by_s, by_d};
  }

  static STARLING_INLINE void back_first(const Constants& c, Lanes grade, State by, Lanes* g) {
    const Lanes raw = by_grade(grade, c.first_difficulty);
    const Lanes gd = only((raw > 1.0f) & (raw < 10.0f), by.difficulty);
    g[4] += gd;
    g[5] += gd * by_grade(grade, c.first_slope);
    add_first(grade, by.stability, g);
  }
};

}  // namespace starling::STARLING_LANES
