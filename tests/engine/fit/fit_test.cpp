#include <algorithm>

#include "fit/first_stability.h"
#include "logs.h"

namespace starling {
namespace {

double loss(const ReviewLog& log, const Weights& weights) {
  const ItemRange all{0, log.items};
  return score(items_of(log), all, predict(log, weights, all, 1)).log_loss;
}

FitOptions options_of(ModelKind kind, int threads = 1) {
  FitOptions options;
  options.kind = kind;
  options.threads = threads;
  return options;
}

TEST_CASE("weights fitted to the real log predict it better than the defaults, by as much as other programs' do") {
  const Fit six = fit_weights(real_log(), real_log().items, options_of(ModelKind::Fsrs6));
  CHECK(six.extent == FitExtent::Full);
  CHECK(loss(real_log(), default_weights()) == doctest::Approx(0.465036).epsilon(1e-5));
  CHECK(loss(real_log(), six.weights) < 0.44931);  // the best of seven fits by crate fsrs 6.6.2
  check_inside(six.weights);

  const Fit seven = fit_weights(real_log(), real_log().items, options_of(ModelKind::Fsrs7));
  CHECK(loss(real_log(), seven.weights) < 0.445);
  check_inside(seven.weights);
}

TEST_CASE("equal seeds give equal weights, whatever the threads") {
  const ReviewLog log = make_log(made_rows(default_weights(), 1'200, 9, 5), utc());
  for (const ModelKind kind : kModelKinds) {
    FitOptions one = options_of(kind);
    one.epochs = 6;
    FitOptions three = one;
    three.threads = 3;
    CHECK(fit_weights(log, log.items, one).weights == fit_weights(log, log.items, three).weights);
  }
}

TEST_CASE("a fit finds the learner again that a log was made from") {
  Weights truth = default_weights();
  truth.numbers()[Fsrs6Weights::kFirstStability + index_of(Grade::Good)] = 6;
  truth.numbers()[Fsrs6Weights::kDecay] = 0.35;
  const ReviewLog log = make_log(made_rows(truth, 3'000, 10, 8), utc());
  const Fit fit = fit_weights(log, log.items, options_of(ModelKind::Fsrs6));
  CHECK(loss(log, fit.weights) <= loss(log, truth) + 1e-4);
  CHECK(loss(log, fit.weights) < loss(log, default_weights()) - 0.002);
  CHECK(fit.weights.numbers()[2] == doctest::Approx(6).epsilon(0.15));
}

TEST_CASE("a second fit after a little growth starts from the first and is done sooner") {
  const ReviewLog& log = real_log();
  FitOptions options = options_of(ModelKind::Fsrs6);
  options.epochs = 60;
  const Fit first = fit_weights(log, log.items * 97 / 100, options);
  const Fit cold = fit_weights(log, log.items, options);
  options.start = first.weights;
  const Fit warm = fit_weights(log, log.items, options);
  CHECK(warm.passes < cold.passes);
  CHECK(loss(log, warm.weights) == doctest::Approx(loss(log, cold.weights)).epsilon(0.002));
}

TEST_CASE("the past alone decides: what comes later changes no weight") {
  std::vector<LogRow> rows = made_rows(default_weights(), 400, 8, 9);
  std::ranges::sort(rows, {}, &LogRow::at);
  const ReviewLog whole = make_log(rows, utc());
  const std::vector<LogRow> early(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2));
  const ReviewLog half = make_log(early, utc());
  const FitOptions options = options_of(ModelKind::Fsrs6);
  CHECK(fit_weights(whole, half.items, options).weights == fit_weights(half, half.items, options).weights);
}

TEST_CASE("little data fits little: the defaults, the first intervals, then everything") {
  const auto extent = [](int cards, int reviews) {
    const ReviewLog log = make_log(made_rows(default_weights(), cards, reviews, 4), utc());
    return fit_weights(log, log.items, options_of(ModelKind::Fsrs6)).extent;
  };
  CHECK(extent(3, 2) == FitExtent::Defaults);
  CHECK(extent(300, 2) == FitExtent::FirstIntervals);
  CHECK(extent(300, 8) == FitExtent::Full);
}

TEST_CASE("odd logs are fitted without a number that is none, inside the limits") {
  std::vector<std::vector<LogRow>> logs;
  std::vector<LogRow> single;
  for (int card = 0; card < 200; ++card) single.push_back({card, kNow - std::chrono::hours(card), Grade::Good});
  logs.push_back(single);
  for (const Grade grade : kGrades) {
    std::vector<LogRow> one_grade;
    for (int card = 0; card < 300; ++card)
      for (int i = 0; i < 6; ++i)
        one_grade.push_back({card, kNow - std::chrono::days(500 - i * (1 + card % 9)) + std::chrono::minutes(card), grade});
    logs.push_back(one_grade);
  }
  std::vector<LogRow> one_card;
  for (int i = 0; i < 10'000; ++i)
    one_card.push_back({1, kNow - std::chrono::days(10'000 - i), i % 9 == 0 ? Grade::Again : Grade::Good});
  logs.push_back(one_card);
  std::vector<LogRow> long_gaps;
  for (int card = 0; card < 100; ++card)
    for (int i = 0; i < 3; ++i)
      long_gaps.push_back({card, kNow - std::chrono::days(13'000 - 6'000 * i), i == 1 ? Grade::Again : Grade::Easy});
  logs.push_back(long_gaps);
  logs.push_back({});

  for (const auto& rows : logs)
    for (const ModelKind kind : kModelKinds) {
      const ReviewLog log = make_log(rows, utc());
      FitOptions options = options_of(kind);
      options.epochs = 12;
      const Fit fit = fit_weights(log, log.items, options);
      check_inside(fit.weights);
      if (log.items > 0) CHECK(std::isfinite(loss(log, fit.weights)));
    }
}

TEST_CASE("a fit that is stopped gives the weights it has reached") {
  std::atomic<bool> stop{true};
  FitOptions options = options_of(ModelKind::Fsrs6);
  options.stop = &stop;
  const Fit fit = fit_weights(real_log(), real_log().items, options);
  CHECK(fit.passes <= 2);
  check_inside(fit.weights);
}

TEST_CASE("rare first delays are left out, the rest of a card's reviews with them") {
  std::vector<LogRow> rows;
  const auto add = [&](int card, int delay) {
    rows.push_back({card, kNow - std::chrono::days(400), Grade::Good});
    rows.push_back({card, kNow - std::chrono::days(400 - delay), Grade::Good});
  };
  for (int card = 0; card < 300; ++card) add(card, 3);
  for (int card = 300; card < 305; ++card) add(card, 40);
  for (int card = 305; card < 335; ++card) add(card, 150);  // many, but longer than a first interval is believed
  const ReviewLog log = make_log(rows, utc());
  const auto outliers = outlier_cards({log, log.items});
  CHECK(std::count(outliers.begin(), outliers.end(), true) == 35);
  CHECK(first_intervals({log, log.items}, outliers).cards == 300);
}

TEST_CASE("first stabilities rise with the grade and fill what no card shows") {
  FirstIntervals intervals;
  intervals.by_grade[0] = {{1, 100, 50}};
  intervals.by_grade[2] = {{3, 200, 180}};
  intervals.cards = 300;
  intervals.recalled = 230;
  const auto days = first_stabilities(intervals);
  REQUIRE(days);
  CHECK(std::ranges::is_sorted(*days));
  CHECK((*days)[0] < 0.3);
  CHECK((*days)[2] == doctest::Approx(3).epsilon(0.1));
  CHECK(std::log((*days)[1]) == doctest::Approx(0.41 * std::log((*days)[0]) + 0.59 * std::log((*days)[2])));
  CHECK(std::log((*days)[2]) == doctest::Approx(0.46 * std::log((*days)[1]) + 0.54 * std::log((*days)[3])));
  CHECK_FALSE(first_stabilities({}));
}

}  // namespace
}  // namespace starling
