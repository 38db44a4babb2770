#include "contest/by_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>

namespace starling {

namespace {

constexpr int kPricingDays = 7;

// Holds what the day before left, for one life.
class ByIndex {
 public:
  explicit ByIndex(const PriceSettings& settings) : settings_(settings) {}

  std::vector<int> order(const Desk& desk) {
    const bool is_time = desk.day / kPricingDays != priced_on_ / kPricingDays || renewed_daily(desk.days_left());
    const bool missed = desk.day > last_day_ + 1;  // what it should have asked waits beside what this day has
    last_day_ = desk.day;
    ++days_lived_;
    if (!worth_ || is_time || missed || desk.model.weights() != weights_) price(desk);
    follow(desk);
    const double least = least_worthwhile(settings_);
    std::vector<std::pair<double, int>> gains;
    for (std::size_t i = 0; i < desk.cards.size(); ++i) {
      const double gain = gains_[i][static_cast<std::size_t>(desk.day - priced_on_)].per_second;
      if (desk.waited(desk.cards[i]) > 0 && gain >= least) gains.emplace_back(-gain, static_cast<int>(i));
    }
    std::ranges::sort(gains);
    std::vector<int> order;
    for (const auto& [gain, card] : gains) order.push_back(card);
    return order;
  }

 private:
  [[nodiscard]] Outlook outlook_of(const Desk& desk) const {
    Outlook outlook;
    outlook.seconds.assign(static_cast<std::size_t>(desk.days_left()), desk.course.minutes * 60);
    for (int day = desk.day; day < desk.course.days; ++day)
      if (const int begun = desk.course.fresh[static_cast<std::size_t>(day)]; day > desk.day && begun > 0)
        outlook.fresh.push_back({day - desk.day, static_cast<double>(begun), {}});
    for (const ContestCard& card : desk.cards) outlook.held.push_back({card.believed, desk.waited(card), {}});
    outlook.doubt = settings_.doubt;
    outlook.base = settings_.base;
    expect_skips(outlook, share_lived(days_lived_, desk.day + 1));
    return outlook;
  }

  void price(const Desk& desk) {
    const bool is_news = desk.model.weights() != weights_;
    if (!moves_ || is_news) {
      weights_ = desk.model.weights();
      worth_.reset();
      moves_ = std::make_unique<ReviewMoves>(weights_, desk.course.habits, desk.course.looks, desk.course.days, threads_);
    }
    const Outlook outlook = outlook_of(desk);
    const int steps = renewal_steps(desk.days_left(), is_news);
    prices_ = prices_ ? renew_prices(*moves_, outlook, *prices_, desk.day - priced_on_, settings_.heat, steps, threads_)
                      : find_prices(*moves_, outlook, settings_.heat, threads_);
    priced_on_ = desk.day;
    worth_ = std::make_unique<DayWorth>(*moves_, outlook, *prices_, threads_);
    gains_.clear();
    answers_.clear();
  }

  // The gains of what was begun or reviewed since.
  void follow(const Desk& desk) {
    for (std::size_t i = 0; i < desk.cards.size(); ++i) {
      const ContestCard& card = desk.cards[i];
      if (i == gains_.size()) {
        gains_.emplace_back(static_cast<std::size_t>(worth_->days_left()));
        answers_.push_back(-1);
      }
      if (answers_[i] == card.answers) continue;
      answers_[i] = card.answers;
      worth_->gains({card.believed, priced_on_ - card.last_day, {}}, gains_[i]);
    }
  }

  PriceSettings settings_;
  Threads threads_{1};
  Weights weights_;
  std::unique_ptr<ReviewMoves> moves_;
  std::unique_ptr<DayWorth> worth_;
  std::optional<Prices> prices_;
  int priced_on_ = 0;
  int last_day_ = 0;
  int days_lived_ = 0;
  std::vector<std::vector<ReviewGain>> gains_;  // by card and day from priced_on_
  std::vector<int> answers_;
};

double seconds_per_card(const Course& course) {
  const int cards = std::max(1, std::accumulate(course.fresh.begin(), course.fresh.end(), 0));
  return course.minutes * 60 * course.days / cards;
}

}  // namespace

PriceSettings index_settings(const Course& course, double base) {
  PriceSettings settings = usual_price_settings(seconds_per_card(course), Renewed::Weekly);
  settings.base = base;
  return settings;
}

std::vector<PriceSettings> usual_index_settings(const Course& course) {
  const double seconds = seconds_per_card(course);
  if (const PriceSettings only = usual_price_settings(seconds, Renewed::Weekly); only.base == 0) return {only};
  std::vector<PriceSettings> all;
  for (const double base : kBasePrices) all.push_back(usual_price_settings(seconds, Renewed::Weekly, base));
  return all;
}

Rival index_rival(const PriceSettings& settings) {
  return {"index", settings.base > 0 ? fmt::format("base {:g}", settings.base) : "",
          [settings] { return [by = std::make_shared<ByIndex>(settings)](const Desk& desk) { return by->order(desk); }; }};
}

}  // namespace starling
