// An open study folder. Opens, answers, undoes; what only needs a log and a few values takes those instead of it.
#pragma once

#include <array>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "agenda/agenda.h"
#include "aim/aim.h"
#include "calendar/calendar.h"
#include "deck/deck.h"
#include "history/history.h"
#include "item/item.h"
#include "library/library.h"
#include "log/log.h"
#include "plan/plan.h"
#include "schedule/schedule.h"
#include "settings/settings.h"
#include "simulate/simulate.h"
#include "store/store.h"
#include "study/guard.h"
#include "study/item_worth.h"
#include "study/known_states.h"
#include "study/reschedule.h"
#include "study/settings_deed.h"
#include "study/study_texts.h"
#include "view/view.h"

namespace starling {

// Where everything lies that belongs to one learner on this machine.
struct StudyPlace {
  StudyFolder folder;
  ContentFolder content;
  std::optional<std::filesystem::path> cache_base;  // $XDG_CACHE_HOME/starling; none: the cache is kept in memory
  std::optional<std::filesystem::path> state_base;  // $XDG_STATE_HOME/starling
  std::filesystem::path machine_id = "/etc/machine-id";
  Entropy entropy;
};

// Where its cache and its lines lie.
[[nodiscard]] StorePlace store_place(const StudyPlace& place);
[[nodiscard]] LogPlace log_place(const StudyPlace& place);

// The moment that `pretend` means to a learner: noon where it gives no time.
[[nodiscard]] Instant pretended_moment(const DayAndTime& pretend, const DayRule& rule, int rollover_hour);

struct TextsChanged {
  StudyTexts texts;          // as they are by that
  bool changed = false;
  std::optional<Deed> deed;  // none where nothing was said anew, or a file could not be read before
};

struct SettingsChanged {
  SettingChange change;
  bool changed = false;      // the text of the file
  std::optional<Deed> deed;  // none where nothing was set anew, or the file could not be read before
};

// A grade of an item that was given outside of a sitting.
struct Answer {
  const Item* item = nullptr;
  Grade grade = Grade::Good;
  std::optional<std::chrono::milliseconds> took;
};

// What a flag did.
struct Flagging {
  Deed deed;
  int times = 0;           // that count, with this one
  bool suspended = false;  // by it
};

// What an answer did.
struct Did {
  Deed deed;
  AnswerView view;
};

class Study {
 public:
  // Opens a study folder that exists. Throws TextError for settings or a plan that cannot be used, FileError. `clock`
  // outlives this. With `pretend`, time stands still on that day, at noon where it gives no time.
  Study(StudyPlace place, const Clock& clock, std::optional<DayAndTime> pretend = {});
  // Leaves what was written since to the cache.
  ~Study();
  // Writes what is not written yet, as going away does: for one that is left to the end of the process.
  void close() noexcept;
  Study(const Study&) = delete;
  Study& operator=(const Study&) = delete;

  [[nodiscard]] const StudyFolder& folder() const { return place_.folder; }
  [[nodiscard]] const ContentFolder& content() const { return place_.content; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const Library& library() const { return *library_; }
  [[nodiscard]] const Timeline& timeline() const { return *timeline_; }
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }  // of every text file
  [[nodiscard]] const DayRule& rule() const { return rule_; }
  [[nodiscard]] const MemoryModel& model() const { return store_.model(); }
  [[nodiscard]] const Store& store() const { return store_; }
  // Everything was read anew when this was opened.
  [[nodiscard]] bool made_anew() const { return made_anew_; }
  // What this machine wrote and was not here when this was opened, or is not since; else null.
  [[nodiscard]] const MissingLines* missing_lines() const;
  // The same of what it went on without since, under another name.
  [[nodiscard]] std::optional<MissingLines> lines_given_up() const;

  [[nodiscard]] Moment now() const;
  // When the last deed was done, by the order of history; nothing where there is none.
  [[nodiscard]] std::optional<Instant> last_deed() const;
  [[nodiscard]] bool rests(Day day) const;  // by the settings or the plan: reviews only
  [[nodiscard]] DayFrame frame() const;
  // The same of a day to come, at noon.
  [[nodiscard]] DayFrame frame_of(Day day) const;
  // What prices towards the interview are worked out from, for whoever has a second. Nothing where the policy is another
  // one, and where one cannot aim.
  [[nodiscard]] std::optional<PricingTask> pricing_task() const;
  // Whether the day goes by prices that were worked out on it.
  [[nodiscard]] bool is_priced_today() const;
  // From now on the days go by it, as long as it holds. It is not kept. One that did not settle takes the place of none
  // that did and holds.
  void take(Aim aim);
  // Another state of one item, where there is an aim.
  void take(AimedItem item);
  // For the next start; nothing where there is none.
  void keep_aim();
  // The day on which weights were last fitted here without being asked to; a cache that is lost forgets it.
  [[nodiscard]] std::optional<Day> last_refit() const;
  void note_refit();  // today

  // What the ways to review are compared from: once a week, and after news. Nothing where that was done, on the last
  // day before the interview and behind it, and where no date is named.
  [[nodiscard]] std::optional<GuardTask> guard_task() const;
  // What was found last, here; null where nothing was, no date is named, or no day or minute is left that another way
  // would use.
  [[nodiscard]] const Guard* guard() const;
  // For later starts too. With review.policy = "auto" the days go by it from now on.
  void keep(Guard guard);

  // As things stand, for the views. Points into this; good until the next change.
  [[nodiscard]] Standpoint standpoint() const;
  // The day's choice. Good until the next change.
  [[nodiscard]] Agenda agenda(Wish wish = {}) const;

  // What lies before this learner in the `days` from today on, for the simulator.
  [[nodiscard]] Scenario scenario(int days) const;
  // The same for whoever has read every deed that counts already.
  [[nodiscard]] Scenario scenario(int days, std::span<const Deed> standing) const;
  // Mean recall over all cards on the day of the interview under each of the drafts, by a few lives played through, as
  // `readiness` foresees it.
  [[nodiscard]] std::vector<double> recall_under(std::span<const PlanDraft> drafts, int threads) const;
  // Sets it for each of the ways.
  void foresee_recall(ReplanView& view, int threads) const;
  // The next days with a phone screen before `interview`, which count too; kMostEarlierDays at most.
  [[nodiscard]] std::vector<Day> screen_days(Day interview) const;

  [[nodiscard]] ItemState state(const ItemId& item) const;
  [[nodiscard]] const ItemStates& states() const;
  // The id under which the item's history is kept: its own, but for a card that was made reversible, or is so no more,
  // and was not answered since.
  [[nodiscard]] ItemId kept_under(const ItemId& item) const;
  // Every deed that counts, in order. Reads every line.
  [[nodiscard]] std::vector<Deed> standing() const;
  // The same by days, which reads only theirs. Good until the next change.
  [[nodiscard]] PastDays past() const;
  // About the item, or new weights, in order; those that were taken back too.
  [[nodiscard]] std::vector<PastDeed> history_of(const ItemId& item) const;
  // Present or past the item's schedule, what each grade would do now.
  [[nodiscard]] std::array<Outcome, 4> preview(const Item& item) const;
  // The face of a card as it would be shown now; equal until the card is answered.
  [[nodiscard]] Face face_of(const ItemId& card) const;

  // What would move if memory were reckoned by `model`. Reads every line.
  [[nodiscard]] Reschedule reschedule_by(const MemoryModel& model) const;

  // Appends the answer, and with it the suspension of a leech where the settings ask for that: one deed. On disk when
  // this returns. Throws LogError, and then nothing was counted.
  Did answer(const Item& item, Grade grade, std::optional<std::chrono::milliseconds> took, std::vector<Part> parts = {},
             std::optional<Told> told = {});
  // The same of an item that had been answered so many times when it was shown. Where another program answered it since, or
  // took an answer back, what was shown is no more: then nothing is written. `meanwhile` is called while the disk is at
  // work, the item as the answer leaves it; where this throws, the item is as before.
  std::optional<Did> answer_shown(const Item& item, Grade grade, std::optional<std::chrono::milliseconds> took, int reviews,
                                  const std::function<void(const Deed&)>& meanwhile);
  // Several grades that were given together, as one deed. There is at least one, and no item twice.
  Deed answer(const std::vector<Answer>& answers);
  Deed suspend(const ItemId& item);
  Deed unsuspend(const ItemId& item);
  Deed bury_until_tomorrow(const ItemId& item);
  // Several as one deed: the schedules of a card. There is at least one.
  Deed suspend(const std::vector<ItemId>& items);
  Deed unsuspend(const std::vector<ItemId>& items);
  Deed bury_until_tomorrow(const std::vector<ItemId>& items);

  // Marks the schedules of a card as unclear or wrong; at kFlagsToSuspend they are suspended in the same deed.
  Flagging flag(const std::vector<ItemId>& items, const std::string& note);
  // Takes all flags off, and the suspension that came of them.
  Deed unflag(const std::vector<ItemId>& items);
  // That stand, of an item.
  [[nodiscard]] std::vector<CardFlag> flags_on(const ItemId& item) const;

  // All that happened so far to the first of each pair is of the second from now on: one deed, with `beside` behind them.
  // There is at least one. `files` is called once the deed is on disk; where it throws FileError the deed is taken back.
  Deed rename(const std::vector<Renamed>& renames, const std::vector<Event>& beside = {}, const std::function<void()>& files = {});

  // What the learner wants of a week of the plan, in place of what was wanted before; none: nothing more.
  Deed set_goals(int week, const std::vector<std::string>& goals);

  // From now on memory is reckoned by `weights`, of all the past too, and `moves` come back on other days: one deed.
  // A move of an item that was answered or moved since it was worked out is left out.
  Deed adopt(const Weights& weights, const std::vector<Move>& moves);

  // What was done beside the sittings, and the grade of the item that it is where it is one: one deed of the study day
  // `on`, or of today. There is at least one event.
  Deed log(const std::vector<Event>& events, const std::optional<Answer>& answer = {}, std::optional<Day> on = {});

  // The same of what `choose` has for it once all that other programs wrote is here and none of them writes; nothing is
  // written where it has none.
  std::optional<Deed> log_if(const std::function<std::vector<Event>()>& choose, std::optional<Day> on = {});

  // Changes starling.toml as `change` says of its text, and keeps what it was as a deed. Throws TextError where the file
  // cannot be read. settings() and what hangs on them stay as they were until read_texts_again().
  SettingsChanged change_settings(const std::function<SettingChange(const std::string& text)>& change);

  // The same of all texts at once, as one deed. `change` answers them as they shall be; nothing is written where that is
  // as they are.
  TextsChanged change_texts(const std::function<StudyTexts(const StudyTexts& texts)>& change);

  // Takes back the last deeds, or brings back the last ones taken back, at most `count`, in one deed; answers them,
  // last first. What they changed in those texts is put back there and a story that they renamed has its id back, or a
  // remark says why not; settings()
  // as above.
  std::vector<Deed> undo(int count = 1);
  std::vector<Deed> redo(int count = 1);

  // How often states were read anew since this was opened: what another program wrote, an undo, new weights.
  [[nodiscard]] int readings() const { return readings_; }
  // Reads settings, decks, stories and the plan again. Throws TextError where the plan cannot be used any more.
  void read_texts_again();

  // Sentences for the learner that came up while writing: a file that was moved or replaced under a sitting. Each once.
  [[nodiscard]] std::vector<std::string> take_remarks();

 private:
  // Where `reviews` are named, nothing is written of an item that has another number of them.
  std::optional<Did> answer_if(const Item& item, Grade grade, std::optional<std::chrono::milliseconds> took, std::vector<Part> parts,
                               std::optional<Told> told, std::optional<int> reviews, const std::function<void(const Deed&)>& meanwhile);
  void tell(AnswerView& view, const Deed& deed, const ItemState& after) const;
  struct Writing {
    std::function<void(const Deed&)> meanwhile = {};  // while the disk is at work; forgotten again where that fails
    std::function<void(const Deed&)> then = {};       // once the deed is on disk, still under the lock
    std::optional<Day> on = {};                       // the study day, where it is not today
  };
  // Under the lock of the log: reads what others wrote, then asks `choose` for the events of this moment, which is the
  // deed's. Nothing is written where it has none.
  std::optional<Deed> write(const std::function<std::vector<Event>(const Moment&)>& choose) { return write(choose, Writing{}); }
  std::optional<Deed> write(const std::function<std::vector<Event>(const Moment&)>& choose, const Writing& how);
  Deed append(Writer::Turn& turn, std::vector<Event> events, const Moment& moment, const std::function<void(const Deed&)>& meanwhile);
  // The order that the next deed stands behind.
  [[nodiscard]] std::int64_t order_to_follow(std::span<const Event> events, const Moment& moment);
  std::vector<Deed> change_what_counts(const std::function<std::vector<Deed>(const Viewpoint& from)>& choose, Back direction);
  Deed put_away(const std::vector<ItemId>& items, const std::function<Event(const ItemId&, const Moment&)>& event);
  // Adds the rename that makes this so for good, where `item` goes on with what happened under its other id.
  void take_history_along(std::vector<Event>& events, const ItemId& item) const;
  void look_for_news(bool at_once);
  // What a turn to write found goes to the learner, who was told of lines of that name once.
  void note_mended(const Mended& mended);
  void refresh();
  void read_texts();
  void read_progress();
  void choose_policy();
  void apply_here(const Deed& deed);
  [[nodiscard]] Spent spent_today() const;
  // `taken` are days on which others like it come back by what is done in the same deed.
  // Whether an answer at `moment` is to be trusted, and not the time that the item has, which lies far ahead of it.
  [[nodiscard]] bool is_trusted(const ItemState& before, const Moment& moment) const;
  [[nodiscard]] std::array<Outcome, 4> preview(const Item& item, const ItemState& before, const Moment& moment,
                                               std::span<const Day> taken = {}) const;
  [[nodiscard]] DayLoads loads_for(const Item& item, const ItemState& before, Day today) const;
  // Those that come back on days apart from its own: the schedules of its card, the probes of its story.
  [[nodiscard]] std::vector<ItemId> spaced_from(const ItemId& item) const;
  // Gives the cache what was written here, where it lacks it.
  void settle() const;
  [[nodiscard]] std::shared_ptr<const ItemWorths> worths() const;
  [[nodiscard]] ItemWorth worth() const;  // keeps them, whatever is read again
  // That count, of the days from which habits are learnt (kHabitDays).
  [[nodiscard]] std::vector<Deed> recent_deeds() const;
  // What items and days do not say: the days that count before the interview, and the share of days that are lived, by
  // deeds that count, the recent ones at least.
  void see_ahead(Scenario& scenario, Day interview, std::span<const Deed> standing) const;
  [[nodiscard]] std::optional<AimBasis> aim_basis_on(std::span<const DayFrame> days) const;
  [[nodiscard]] GuardBasis guard_basis() const;
  // That holds today; null where there is none.
  [[nodiscard]] const Guard* held_guard() const;
  [[nodiscard]] std::optional<Guard> kept_guard() const;
  // That holds today; null where there is none.
  [[nodiscard]] std::shared_ptr<AimedDay> aimed_day(const Moment& now) const;

  StudyPlace place_;
  const Clock& clock_;
  std::vector<Problem> problems_;
  Settings settings_;
  DayRule rule_;
  mutable Store store_;
  bool made_anew_ = false;
  std::optional<MissingLines> missing_;
  std::shared_ptr<Library> library_;
  mutable std::shared_ptr<const ItemWorths> worths_;  // of these texts; made when first asked for
  std::vector<Deed> plan_deeds_;
  PlanProgress progress_;  // of them, as the next
  SaidEntries said_;
  std::optional<Timeline> timeline_;
  std::optional<Guard> guard_;
  mutable std::optional<bool> guard_holds_;  // looked at when first asked for: most commands ask for no guard
  std::optional<Instant> pretended_;
  Writer writer_;
  LogListing seen_;                      // the files as they were when the log was last looked at
  std::optional<Instant> looked_at_;
  struct Orders {
    std::int64_t usual = 0;   // the largest within a day from now
    std::int64_t of_all = 0;  // the largest
  };
  std::optional<Orders> orders_;  // asked for by the first deed
  int readings_ = 0;
  mutable bool behind_ = false;          // the cache lacks deeds that were written here
  std::vector<std::string> remarks_;
  mutable KnownStates known_;
  mutable std::shared_ptr<AimedDay> aimed_;
  mutable std::optional<Day> aimed_on_;  // looked for on this day
};

}  // namespace starling
