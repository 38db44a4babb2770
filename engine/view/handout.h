// What is printed to hand to others: views without the words that stories mark as confidential.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "privacy/privacy.h"
#include "view/calendar_view.h"
#include "view/coverage_view.h"
#include "view/debrief_view.h"
#include "view/deck_report.h"
#include "view/loop_view.h"
#include "view/month_view.h"
#include "view/readiness_view.h"
#include "view/sheet_view.h"
#include "view/week_report.h"

namespace starling {

struct HandoutRemarks {
  int marked = 0;                    // places of marked words in what is shown
  bool masked = true;                // something else stands there now
  std::vector<std::string> pieces;   // e-mail addresses, phone numbers and private names that are shown, each once
};

// Outlives the views that it was given: they point at its stories then.
class Handout {
 public:
  // Without `masked` the words stay, and are counted all the same.
  Handout(std::span<const Story> stories, bool masked);

  void prepare(SheetView& view);
  void prepare(LoopView& view);
  void prepare(RoundSheetView& view);
  void prepare(CoverageReport& report);
  // What the learner wrote, and what the log says.
  void prepare(WeekReport& report);
  void prepare(MonthReport& report);
  void prepare(ReadinessView& view);
  void prepare(DebriefView& view);
  // Their texts as they are printed; the cards themselves stay.
  void prepare(std::vector<FlaggedCard>& rows);
  void prepare(CalendarView& view);

  [[nodiscard]] const HandoutRemarks& remarks() const { return remarks_; }

 private:
  void show(std::string& text);
  void show_id(std::string& id);
  // Words of the program with ids of stories among them.
  void show_saying(std::string& text);
  // A path, or what is put together of ids otherwise.
  void show_path(std::string& text);
  void look(std::string_view text);
  [[nodiscard]] const Story* stand_in(const Story* story);
  void show_story(SheetStory& each);
  void show_round(Round& round);
  void show_places(std::vector<LoopPlace>& places);

  Mask mask_;
  PrivateNames names_;
  HandoutRemarks remarks_;
  std::vector<std::pair<std::string, std::string>> ids_;  // of stories, with what stands for them, longest first
  std::map<const Story*, std::unique_ptr<const Story>> stand_ins_;
  std::deque<OnDay<Debriefed>> questions_;
  std::deque<OnDay<InterviewOutcome>> outcomes_;
};

}  // namespace starling
