// A sitting over cards: one question after the other, until the day's choice or what was asked for is used up. It
// keeps the choice up with every answer instead of making it anew; a command or a page only draws it.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <optional>
#include <vector>

#include "agenda/agenda.h"
#include "history/history.h"
#include "study/open_folder.h"
#include "study/refit.h"

namespace starling {

struct SittingSummary {
  int answers = 0;   // that stand: what was taken back is not among them
  int recalled = 0;  // of them, not graded again
  std::chrono::milliseconds time{};
};

// Items that were seen, before a sitting compares the ways to review.
inline constexpr std::size_t kItemsToCompare = 100;

// For whoever asks without a sitting, on so many threads. Each works out today's prices and keeps them, and does nothing
// where the policy is another one: in any case; where that was not done yet today; where something was answered today
// since, of which the days to come would know nothing.
void price_anew(Study& study, int threads);
void price_today(Study& study, int threads);
void price_answered(Study& study, int threads);

class Sitting {
 public:
  // `wish.limit` and `wish.minutes` are those of the whole sitting. `study` outlives this, and is changed through this
  // alone meanwhile.
  Sitting(Study& study, Wish wish);
  // Waits for prices that are being worked out, and keeps them; a comparison of ways is given up.
  ~Sitting();
  Sitting(const Sitting&) = delete;
  Sitting& operator=(const Sitting&) = delete;

  // Works out anew, beside the sitting and on so many threads, what a review of each item adds to what is known on the
  // day of the interview, where the policy goes by that. The choice goes by it from the first answer after that on;
  // where by due dates nothing is left to ask, it waits for that.
  void price(int threads);
  // Waits until that is done, or so long at most.
  void wait_for_prices();
  void wait_for_prices(std::chrono::milliseconds at_most);
  // Fits the weights anew beside the sitting, where a week has not had that yet; `finish` takes them over.
  void refit(int threads);
  // Compares the ways to review beside the sitting, where that is due; kept where it is done by the end. Before a week or
  // so of answers there is nothing that the learner's own days would say.
  void guard(int threads);
  void wait_for_guard();
  // When the learner leaves: what came of that fit, once. With other weights there are other prices.
  std::optional<Refit> finish();

  // What is asked now: a card whose answer was just taken back, else the head of the choice. Null when nothing is left.
  // Good until the next change.
  [[nodiscard]] const Asked* question() const;
  [[nodiscard]] const Agenda& agenda() const { return agenda_; }

  // Each of these is about the question, which must be there. An answer is not kept where another sitting answered the same
  // since it was asked, or took an answer to it back: the intervals that were shown are no more.
  std::optional<Did> answer(Grade grade, std::optional<std::chrono::milliseconds> took);
  // Siblings of what is put away wait for the rest of the sitting as after an answer: it was on the screen.
  Deed put_away();
  Deed bury();
  // The whole card is flagged; it stays the question unless that suspends it.
  Flagging flag(const std::string& note);

  // The last deed of the folder, also one of an earlier sitting. An answer that comes back is one of this sitting only where
  // it was that before.
  std::optional<Deed> take_back();
  std::optional<Deed> bring_back();

  // The texts were changed: the question may be another one.
  void read_texts_again();

  [[nodiscard]] SittingSummary summary() const;

 private:
  [[nodiscard]] Wish rest_of_wish() const;
  void choose_anew();
  void hold_siblings();
  void go_on_after(const Deed& deed);
  Deed put_away(const std::function<Deed(const ItemId&)>& work);
  Deed change(const std::function<Deed(const ItemId&)>& work);
  void wait_where_empty();
  bool take_prices();
  void follow(const ItemId& item);

  Study& study_;
  Wish wish_;
  Agenda agenda_;
  int begun_before_;            // new ones today, before the sitting
  std::vector<Deed> answers_;  // of this sitting, that stand
  std::vector<DeedId> taken_back_;  // answers of this sitting that do not
  std::vector<Deed> put_away_;      // suspensions and burials of this sitting, that stand
  std::optional<ItemId> again_;  // taken back
  std::future<Pricing> pricing_;
  std::optional<Pricing> priced_;
  std::optional<RefitTask> refit_;
  std::future<BestFit> best_fit_;
  std::atomic<bool> leaves_ = false;
  std::future<std::optional<Guard>> guard_;
};

}  // namespace starling
