#include "fit/review_log.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace starling {

namespace {

// Study days of moments that rise: the rule is asked once a day.
class RisingDays {
 public:
  explicit RisingDays(const DayRule& rule) : rule_(rule) {}

  Day of(Instant at) {
    if (at < begin_ || at >= end_) {
      day_ = rule_.study_day(at);
      begin_ = at;
      end_ = rule_.day_end(day_);
    }
    return day_;
  }

 private:
  const DayRule& rule_;
  Day day_{};
  Instant begin_ = Instant::max();
  Instant end_ = Instant::min();
};

void sort_by_time(std::vector<LogRow>& rows) {
  const auto earlier = [](const LogRow& a, const LogRow& b) { return a.at < b.at; };
  if (!std::is_sorted(rows.begin(), rows.end(), earlier)) std::stable_sort(rows.begin(), rows.end(), earlier);
}

}  // namespace

ReviewLog make_log(std::vector<LogRow> rows, const DayRule& rule) {
  sort_by_time(rows);
  // From 0 in the order of their first row.
  std::unordered_map<std::int64_t, std::uint32_t> numbers;
  std::vector<std::uint32_t> card(rows.size());
  std::transform(rows.begin(), rows.end(), card.begin(), [&](const LogRow& row) {
    return numbers.try_emplace(row.card, static_cast<std::uint32_t>(numbers.size())).first->second;
  });

  ReviewLog log;
  log.first.assign(numbers.size() + 1, 0);
  for (const std::uint32_t c : card) ++log.first[c + 1];
  std::partial_sum(log.first.begin(), log.first.end(), log.first.begin());
  log.grade.resize(rows.size());
  log.days.resize(rows.size());
  log.exact_days.resize(rows.size());
  log.item.resize(rows.size());

  struct Last {
    Instant at = Instant::min();
    Day day{};
    std::uint32_t next = 0;  // where the card's next review goes
  };
  std::vector<Last> last(numbers.size());
  for (std::size_t c = 0; c < last.size(); ++c) last[c].next = log.first[c];
  RisingDays days(rule);
  std::size_t twice = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Last& before = last[card[i]];
    const Instant at = rows[i].at;
    if (before.at == at) {
      ++twice;
      continue;
    }
    const Day day = days.of(at);
    const std::uint32_t place = before.next++;
    const bool begins = before.at == Instant::min();
    log.grade[place] = rows[i].grade;
    log.days[place] = begins ? 0 : days_between(before.day, day);
    log.exact_days[place] =
        begins ? 0 : static_cast<float>(std::chrono::duration<double, std::chrono::days::period>(at - before.at).count());
    log.item[place] = static_cast<std::uint32_t>(log.items);
    if (log.days[place] > 0) ++log.items;
    before.at = at;
    before.day = day;
  }
  if (twice == 0) return log;

  // Closes the gaps that doubled rows left behind.
  ReviewLog dense;
  dense.items = log.items;
  for (std::size_t c = 0; c < last.size(); ++c) {
    for (std::uint32_t i = log.first[c]; i < last[c].next; ++i) {
      dense.grade.push_back(log.grade[i]);
      dense.days.push_back(log.days[i]);
      dense.exact_days.push_back(log.exact_days[i]);
      dense.item.push_back(log.item[i]);
    }
    dense.first.push_back(static_cast<std::uint32_t>(dense.grade.size()));
  }
  return dense;
}

}  // namespace starling
