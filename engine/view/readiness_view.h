// What will be known on the day of the interview under the learner's own minutes, what would change it, and how far that
// is to be trusted. Recall of items, and which principles have stories: never a chance of an offer.
// Every share is of all items that the plan opens up to the interview, at the learner's level, of stories those that were
// told, of problems and exercises those that were done: one that was never begun counts as not recalled.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "simulate/simulate.h"
#include "view/standpoint.h"

namespace starling {

// In eight of ten cases it is between `low` and `high`, as far as memory strays from the model (report/doubt.h).
struct Foreseen {
  double forecast = 0;
  double low = 0;
  double high = 0;
};

struct ReadinessPoint {
  Day date{};
  Foreseen recall;            // when the day is over, of what has opened by then
  double if_you_stop_then = 0;  // on the day of the interview, of all
};

// On a day before the interview that counts too: a phone screen.
struct ReadinessEarlier {
  Day date{};
  std::string title;
  int items = 0;    // that have opened by then
  Foreseen recall;  // of them, in its morning
};

struct ReadinessDose {
  double minutes = 0;  // a day
  Foreseen recall;
  double lowest_tenth = 0;
  double hours = 0;  // of review from today on: fewer than there are where more would add too little
};

struct ReadinessPart {
  std::string id;     // of an area, a deck, a principle or a story
  std::string title;
  int items = 0;
  int begun = 0;
  double if_you_stop_now = 0;
  Foreseen recall;
};

struct ReadinessMove {
  std::string text;  // "Five minutes more a day"
  int minutes = 0;   // that it takes from today up to the interview
  double gain = 0;   // of the share that is recalled on the day
  std::string note;  // what is behind it, in a sentence
};

struct ReadinessView {
  Day today{};
  Day interview{};
  int days_left = 0;
  // What is assumed.
  double minutes_per_day = 0;
  StudyPolicy policy = StudyPolicy::Plain;
  std::string_view policy_word;  // in the settings
  bool waits_for_date = false;  // it would be Deadline if a date were named
  bool last_days = false;       // nothing new is begun any more
  int nothing_new_days = 0;     // before the interview
  int study_days = 0;       // on which something is asked
  int days_for_new = 0;     // of them, those on which new cards are begun
  std::optional<int> new_per_day;
  int past_new_per_day = 0;  // cards that it keeps from being begun, however many minutes there are
  double lived = 1;         // of them, the share on which the learner will study, as lately
  int new_to_come = 0;      // items that were never begun, without those that are practised
  int practised_to_come = 0;  // problems and exercises that the plan has on days to come
  std::string weights;      // "the usual ones of fsrs-6"
  int answers = 0;          // that tested memory so far
  double doubt = 0;         // standard deviation of ln(true stability / believed stability)
  double stray = 0;         // its mean: below 0 this learner forgets sooner than the model believes

  int items = 0;
  int begun = 0;
  double if_you_stop_now = 0;
  Foreseen recall;
  double lowest_tenth = 0;  // over the worst tenth of all
  int never_begun = 0;      // on the day
  std::optional<double> bound;  // what no way of using these minutes exceeds; nothing where it cannot be reckoned
  std::vector<ReadinessEarlier> earlier;  // by day
  std::vector<ReadinessPoint> path;  // today, then by weeks, and the eve of the interview
  std::vector<ReadinessDose> dose;   // from fewer to more minutes, the learner's own among them
  std::vector<ReadinessPart> areas;  // by id
  std::vector<ReadinessPart> decks;
  std::vector<ReadinessPart> principles;  // in the order of principles()
  std::vector<ReadinessPart> stories;     // with cards and probes of their own
  int covered = 0;                        // principles with stories enough, as `coverage` says
  std::vector<ReadinessMove> moves;       // the best first, at most kReadinessMoves
  std::optional<Guard> guard;             // the ways to review, compared
  StudyWay way;                           // that the days go by now
  std::optional<StudyWay> best;           // of those that were compared, under the other settings
  Calibration calibration;
};
inline constexpr std::size_t kReadinessMoves = 3;
// Below this many answers nothing is known of the learner's own memory.
inline constexpr int kAnswersToTrust = 100;

// The way that the days go by now, among those that were compared; null where they were not.
[[nodiscard]] const WayForeseen* way_now(const ReadinessView& view);

// "of what these minutes can give": the forecast as a share of the bound; nothing without one, and
// where it is not of one item.
[[nodiscard]] std::optional<double> share_of_bound(const ReadinessView& view);

}  // namespace starling
