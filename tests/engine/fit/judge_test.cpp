#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "fit/outliers.h"
#include "logs.h"

namespace starling {
namespace {

using nlohmann::json;

// A prediction as binding 0.5.0 sees it.
struct Judged {
  std::size_t item;   // by our number
  Grade first_grade;
  int first_delay;    // of its card's first review on a later day
  bool is_first;      // whether that review is this prediction
};

// Binding 0.5.0 judges another set of predictions: outliers left out; first intervals in front, by grade, then rare
// delays before common ones; and the weights for recency by that order. `outliers` are pairs of grade and delay.
std::vector<std::size_t> binding_order(std::vector<Judged> all, const std::set<std::pair<Grade, int>>& outliers) {
  std::erase_if(all, [&](const Judged& j) { return outliers.contains({j.first_grade, j.first_delay}); });
  std::map<std::pair<Grade, int>, int> sizes;
  for (const Judged& j : all) sizes[{j.first_grade, j.first_delay}] += j.is_first;
  const auto key = [&](const Judged& j) {
    if (!j.is_first) return std::tuple(1, Grade::Again, 0, 0, j.item);
    return std::tuple(0, j.first_grade, sizes[{j.first_grade, j.first_delay}], j.first_delay, j.item);
  };
  std::ranges::sort(all, {}, key);
  std::vector<std::size_t> order;
  for (const Judged& j : all) order.push_back(j.item);
  return order;
}

// Every prediction of a log, or only the last one of each card.
std::vector<Judged> judged_of(const ReviewLog& log, bool only_last) {
  std::vector<Judged> all;
  for (std::size_t card = 0; card < log.cards(); ++card) {
    int first_delay = 0;
    for (std::size_t i = log.first[card] + std::size_t{1}; i < log.first[card + 1]; ++i) {
      if (!log.is_item(i)) continue;
      const bool is_first = first_delay == 0;
      if (is_first) first_delay = log.days[i];
      if (!only_last || i + 1 == log.first[card + 1])
        all.push_back({log.item[i], log.grade[log.first[card]], first_delay, is_first});
    }
  }
  return all;
}

// Of cards that end with their first interval.
std::set<std::pair<Grade, int>> outlier_pairs(const ReviewLog& log) {
  std::set<std::pair<Grade, int>> pairs;
  const auto outliers = outlier_cards({log, log.items});
  for (std::size_t card = 0; card < log.cards(); ++card)
    for (std::size_t i = log.first[card] + std::size_t{1}; outliers[card] && i < log.first[card + 1]; ++i)
      if (log.is_item(i)) {
        pairs.insert({log.grade[log.first[card]], log.days[i]});
        break;
      }
  return pairs;
}

Items in_order_of(const std::vector<std::size_t>& order, const Items& all) {
  Items items;
  for (const std::size_t i : order) {
    items.recalled.push_back(all.recalled[i]);
    items.bin.push_back(all.bin[i]);
  }
  return items;
}
std::vector<float> in_order_of(const std::vector<std::size_t>& order, const std::vector<float>& all) {
  std::vector<float> some;
  for (const std::size_t i : order) some.push_back(all[i]);
  return some;
}

Score judge_in(const std::vector<std::size_t>& order, const Items& all, const std::vector<float>& recall) {
  return score(in_order_of(order, all), {0, order.size()}, in_order_of(order, recall), recency_weights(order.size()));
}

Weights weights_of(const json& sets, const std::string& set) {
  return Weights(Fsrs6Weights{sets.at(set).get<std::array<double, 21>>()});
}

json parameter_sets() {
  return json::parse(std::ifstream(std::string(STARLING_TEST_FILES) + "/memory/retrievability.json")).at("parameter_sets");
}

TEST_CASE("logs are judged as another program judges them") {
  const json file = json::parse(text_of("evaluate.json"));
  const json sets = parameter_sets();
  int judged = 0;
  for (const char* name : {"real_log.csv", "made_log.csv"}) {
    const ReviewLog log = make_log(read_log_csv(text_of(name), kNow).rows, utc());
    const Items items = items_of(log);
    const auto order = binding_order(judged_of(log, false), outlier_pairs(log));
    for (const json& result : file.at("results")) {
      if (result.at("file") != (std::string(name) == "real_log.csv" ? "josh_revlog_ms.csv" : "synth_10000.csv")) continue;
      const auto recall = predict(log, weights_of(sets, result.at("set")), {0, log.items}, 1);
      const Score found = judge_in(order, items, recall);
      CAPTURE(result.dump());
      CHECK(log.items == result.at("items"));
      CHECK(std::abs(found.log_loss - result.at("logLoss").get<double>()) <= 2e-5);
      CHECK(std::abs(found.rmse_bins - result.at("rmseBins").get<double>()) <= 5e-5);
      ++judged;
    }
  }
  CHECK(judged == 6);
}

TEST_CASE("short histories by themselves are judged as another program judges them") {
  const json file = json::parse(text_of("evaluate.json"));
  const json sets = parameter_sets();
  // Each history is a card of its own, of which the last review alone is judged; all end in the order of the file.
  std::vector<LogRow> rows;
  std::vector<LogRow> ends_with_first;
  std::int64_t card = 0;
  for (const json& history : file.at("first300").at("reviews")) {
    int days = 0;
    int later = 0;
    for (const json& review : history) {
      days += review.at(1).get<int>();
      later += review.at(1) > 0;
    }
    Instant at = kNow - std::chrono::days(100 + days) + std::chrono::seconds(card * 60);
    std::vector<LogRow> own;
    for (const json& review : history) {
      at += std::chrono::days(review.at(1).get<int>()) + std::chrono::milliseconds(1);
      own.push_back({card, at, static_cast<Grade>(review.at(0).get<int>())});
    }
    rows.insert(rows.end(), own.begin(), own.end());
    if (later == 1) ends_with_first.insert(ends_with_first.end(), own.begin(), own.end());
    ++card;
  }
  const ReviewLog log = make_log(rows, utc());
  REQUIRE(log.cards() == 300);
  const auto order = binding_order(judged_of(log, true), outlier_pairs(make_log(ends_with_first, utc())));
  for (const auto& [set, wanted] : file.at("first300").at("eval").items()) {
    const auto recall = predict(log, weights_of(sets, set), {0, log.items}, 1);
    const Score found = judge_in(order, items_of(log), recall);
    CAPTURE(set);
    CHECK(std::abs(found.log_loss - wanted.at("logLoss").get<double>()) <= 2e-5);
    CHECK(std::abs(found.rmse_bins - wanted.at("rmseBins").get<double>()) <= 5e-5);
  }
}

TEST_CASE("the real log has the losses that crate fsrs 6.6.2 reports for the defaults") {
  const ItemRange all{0, real_log().items};
  const Items items = items_of(real_log());
  const auto recall = predict(real_log(), default_weights(), all, 2);
  CHECK(score(items, all, recall).log_loss == doctest::Approx(0.465036).epsilon(2e-6));
  CHECK(score(items, all, recall, recency_weights(all.count())).log_loss == doctest::Approx(0.453473).epsilon(4e-6));
}

TEST_CASE("a perfect ranking is 1, a reversed one 0, and none at all a half") {
  Items items{{0, 0, 1, 1}, {0, 0, 0, 0}};
  const ItemRange all{0, 4};
  CHECK(ranking(items, all, std::vector<float>{0.1f, 0.2f, 0.8f, 0.9f}) == 1);
  CHECK(ranking(items, all, std::vector<float>{0.9f, 0.8f, 0.2f, 0.1f}) == 0);
  CHECK(ranking(items, all, std::vector<float>(4, 0.5f)) == 0.5);
  items.recalled = {1, 1, 1, 1};
  CHECK(ranking(items, all, std::vector<float>{0.1f, 0.2f, 0.8f, 0.9f}) == 0.5);
}

TEST_CASE("calibration puts each prediction into one bin") {
  const ItemRange all{0, real_log().items};
  const auto recall = predict(real_log(), default_weights(), all, 1);
  const auto bins = calibration(items_of(real_log()), all, recall, 10);
  std::size_t count = 0;
  for (std::size_t i = 0; i < bins.size(); ++i) {
    count += bins[i].count;
    if (bins[i].count == 0) continue;
    CHECK(bins[i].predicted >= static_cast<double>(i) / 10 - 1e-6);
    CHECK(bins[i].predicted <= static_cast<double>(i + 1) / 10 + 1e-6);
  }
  CHECK(count == all.count());
}

}  // namespace
}  // namespace starling
