// An open study folder: what is asked next, and what an answer does. Everything that changes goes through the log.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "report/report.h"
#include "schedule/schedule.h"
#include "store/store.h"
#include "study/folder.h"
#include "study/library.h"
#include "study/queue.h"
#include "study/settings.h"

namespace starling {

inline constexpr std::string_view kStoryPrefix = "story/";

// Settings or plan that nothing can go on without; `problems` say where.
class TextError : public std::runtime_error {
 public:
  explicit TextError(std::vector<Problem> found);
  std::vector<Problem> problems;
};

// What an answer did.
struct Answered {
  Event event;
  ItemState after;
  int interval_days = 0;
  std::chrono::milliseconds wait{};
  bool leech = false;          // it has been forgotten as often as the settings call a leech
  bool became_leech = false;   // to be told now: with this answer it is one, or is half as many lapses further
  bool suspended = false;      // put away by the same answer, as the settings ask for leeches
};

// An item that is forgotten again and again: a better card helps it more than another review.
struct Leech {
  std::string item;
  int lapses = 0;
  bool suspended = false;
};

class Study {
 public:
  // Opens a study folder that exists. Throws TextError for settings or a plan that cannot be used, StoreError for the
  // database. `clock` outlives this. With `pretend`, time stands still on that day, at noon where it gives no time.
  Study(StudyFolder folder, ContentFolder content, const Clock& clock, std::optional<DayAndTime> pretend = {});

  [[nodiscard]] const StudyFolder& folder() const { return folder_; }
  [[nodiscard]] const ContentFolder& content() const { return content_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const Library& library() const { return library_; }
  [[nodiscard]] const Plan& plan() const { return *library_.plan; }
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }  // of every text file
  [[nodiscard]] const DayRule& rule() const { return rule_; }
  [[nodiscard]] const MemoryModel& model() const { return model_; }
  [[nodiscard]] const Store& store() const { return store_; }

  [[nodiscard]] Instant now() const { return pretended_.value_or(clock_.now()); }
  [[nodiscard]] Day today() const { return rule_.study_day(now()); }
  [[nodiscard]] Day start() const { return start_; }
  [[nodiscard]] Day interview() const { return interview_; }
  [[nodiscard]] Position position() const;
  [[nodiscard]] QueueDay queue_day() const;
  // A rest day of the settings or of the plan: reviews only.
  [[nodiscard]] bool rests(Day day) const;
  // A day off of the settings: nothing is asked.
  [[nodiscard]] bool off(Day day) const { return is_day_off(settings_, day); }
  // What a day is to the choice of a day for a review. Without load balancing only days off differ from the rest.
  [[nodiscard]] DayKind kind_of(Day day) const;
  // The policy of a story or of a card's deck.
  [[nodiscard]] Policy policy_of(const std::string& item) const;

  [[nodiscard]] Queue queue(const QueueFilter& filter = {}) const;
  [[nodiscard]] std::vector<QueuedStory> stories_today(int most = kStoriesPerDay) const;
  [[nodiscard]] Coverage coverage() const;

  // "deck/card#1" or "story/ID" of something that is there.
  [[nodiscard]] bool has_item(const std::string& item) const;
  // Every item id, for messages that name the nearest.
  [[nodiscard]] std::vector<std::string> item_ids() const;

  [[nodiscard]] ItemState state(const std::string& item) const;
  // The leeches among what is there, most lapses first.
  [[nodiscard]] std::vector<Leech> leeches() const;
  // Present or past the item's schedule, what each grade would do now. `item` must be there.
  [[nodiscard]] std::array<Outcome, 4> preview(const std::string& item) const;
  // The face of a card as it would be shown now; equal until the card is answered.
  [[nodiscard]] Face face_of(const CardItem& item) const;

  // Appends the answer, and with it the suspension of a leech where the settings ask for that; one undo takes both
  // back. On disk when this returns. Throws StoreError, and then nothing was counted.
  Answered answer(const std::string& item, Grade grade, std::optional<std::chrono::milliseconds> took,
                  std::optional<Beats> beats = std::nullopt);
  void suspend(const std::string& item);
  void unsuspend(const std::string& item);
  void bury_until_tomorrow(const std::string& item);

  // From now on memory is reckoned by `weights`, of all the past too, and `moves` come back on other days. One undo
  // takes all of it back.
  Event adopt(Weights weights, std::span<const MovedItem> moves);

  // Takes back the last answer or change, or brings back the last one taken back; nothing where there is none.
  std::optional<Event> undo();
  std::optional<Event> redo();

 private:
  [[nodiscard]] std::array<Outcome, 4> preview(const std::string& item, const ItemState& before) const;
  // The days ahead as the choice of a day for `item` sees them. Keeps a reference to this.
  [[nodiscard]] DayLoads loads_for(const std::string& item, const ItemState& before) const;
  // The answer with which `suspension` was made, where an answer made it.
  [[nodiscard]] std::optional<Event> answer_with(const Event& suspension) const;
  Event append(const std::string& item, What what);
  Event append_with_suspension(Event answer);
  // The model that the log and the settings name now, and the derived tables by it.
  void derive();

  StudyFolder folder_;
  ContentFolder content_;
  const Clock& clock_;
  std::vector<Problem> problems_;
  Settings settings_;
  DayRule rule_;
  MemoryModel model_;
  Store store_;
  Library library_;
  std::optional<Instant> pretended_;
  Day start_{};
  Day interview_{};
};

// The first day of the plan: as the settings say, or as many days before their interview as the plan is made for, or
// `otherwise` (the day of the first answer).
[[nodiscard]] Day start_of(const Settings& settings, int interview_day, Day otherwise);

}  // namespace starling
