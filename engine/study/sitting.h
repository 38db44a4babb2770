// An open study folder: what is asked next, and what an answer does. Everything that changes goes through the log.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
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
  bool became_leech = false;   // with this answer
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
  [[nodiscard]] const Fsrs6& model() const { return model_; }
  [[nodiscard]] const Store& store() const { return store_; }

  [[nodiscard]] Instant now() const { return pretended_.value_or(clock_.now()); }
  [[nodiscard]] Day today() const { return rule_.study_day(now()); }
  [[nodiscard]] Day start() const { return start_; }
  [[nodiscard]] Day interview() const { return interview_; }
  [[nodiscard]] Position position() const;
  [[nodiscard]] QueueDay queue_day() const;
  // A rest day of the settings or of the plan: reviews only.
  [[nodiscard]] bool rests(Day day) const;

  [[nodiscard]] Queue queue(const QueueFilter& filter = {}) const;
  [[nodiscard]] std::vector<QueuedStory> stories_today(int most = kStoriesPerDay) const;
  [[nodiscard]] Coverage coverage() const;

  // "deck/card#1" or "story/ID" of something that is there.
  [[nodiscard]] bool has_item(const std::string& item) const;
  // Every item id, for messages that name the nearest.
  [[nodiscard]] std::vector<std::string> item_ids() const;

  [[nodiscard]] ItemState state(const std::string& item) const;
  // Present or past the item's schedule, what each grade would do now. `item` must be there.
  [[nodiscard]] std::array<Outcome, 4> preview(const std::string& item) const;
  // The face of a card as it would be shown now; equal until the card is answered.
  [[nodiscard]] Face face_of(const CardItem& item) const;

  // Appends the answer. On disk when this returns. Throws StoreError, and then nothing was counted.
  Answered answer(const std::string& item, Grade grade, std::optional<std::chrono::milliseconds> took,
                  std::optional<Beats> beats = std::nullopt);
  void suspend(const std::string& item);
  void unsuspend(const std::string& item);
  void bury_until_tomorrow(const std::string& item);

  // Takes back the last answer or change, or brings back the last one taken back; nothing where there is none.
  std::optional<Event> undo();
  std::optional<Event> redo();

 private:
  Event append(const std::string& item, What what);

  StudyFolder folder_;
  ContentFolder content_;
  const Clock& clock_;
  std::vector<Problem> problems_;
  Settings settings_;
  DayRule rule_;
  Fsrs6 model_;
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
