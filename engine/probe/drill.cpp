#include "probe/drill.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "item/item.h"
#include "probe/probe_items.h"
#include "probe/templates.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kGenericSteps = 2;
constexpr int kInterruptedAfter = 60 / kProbeSeconds;  // answers: a minute of them
constexpr std::array<std::string_view, kLadderRungs> kRungRules{"ladder-1", "ladder-2", "ladder-3"};

class DrillMaker {
 public:
  DrillMaker(const Story& story, Seed seed, const DrillWish& wish)
      : story_(story), chance_(seed), steps_(std::clamp(wish.steps, kFewestSteps, kMostSteps)), principle_(wish.principle) {
    own_ = own_questions();
    for (ProbeQuestion& each : probe_questions(story)) (is_generic(each) ? generic_ : special_).push_back(std::move(each));
    shuffle(own_);
    shuffle(generic_);
    shuffle(special_);
    if (principle_) std::ranges::stable_partition(special_, [&](const ProbeQuestion& each) { return each.principle == principle_; });
  }

  // An opening, the ladder, what is left of the steps; and the interruption where a minute is over.
  std::vector<DrillStep> make() {
    const std::vector<DrillStep> rungs = ladder_steps();
    int left = steps_ - static_cast<int>(rungs.size()) - kGenericSteps;
    const bool interrupts = left > 0 && left-- > 0;
    const bool pushes = left > 0 && left-- > 0;
    const bool pivots = left > 1 && left-- > 0;
    take(left > 0 ? 1 : 0);
    left = std::max(0, left - 1);
    take_generic(1);
    for (const DrillStep& rung : rungs) steps_made_.push_back(rung);
    take(left);
    if (pivots || (pushes && chance_.below(2) == 0)) pivot();
    if (pushes && (pivots || steps_made_.back().move != DrillMove::Pivot)) steps_made_.push_back(said(starling::pushes(), DrillMove::Push, "push"));
    take_generic(1);
    if (interrupts) steps_made_.insert(steps_made_.begin() + kInterruptedAfter, said(interruptions(), DrillMove::Interruption, "interruption"));
    return std::move(steps_made_);
  }

 private:
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[chance_.below(i)]);
  }

  // What is scheduled already and still has its words.
  [[nodiscard]] std::vector<ProbeQuestion> own_questions() const {
    std::vector<ProbeQuestion> own;
    for (const FollowUp& each : story_.followups)
      if (each.probe && !trimmed(each.ask).empty() && still_says(story_, each.from))
        own.push_back({each.ask, each.layer.value_or(Layer::Execution), "own", each.from, {}});
    return own;
  }

  [[nodiscard]] DrillStep step_of(ProbeQuestion question, DrillMove move, int depth = 0) const {
    DrillStep step{std::move(question), move, depth, {}};
    const std::string asked = fold(step.question.ask);
    const auto same = std::ranges::find_if(story_.followups, [&](const FollowUp& each) { return fold(each.ask) == asked; });
    if (same != story_.followups.end()) step.followup = static_cast<std::size_t>(same - story_.followups.begin());
    return step;
  }

  bool is_new(const ProbeQuestion& question) { return asked_.insert(fold(question.ask)).second; }

  // Three deep in the layer of its first question: one of the text or the wished principle where there is one.
  std::vector<DrillStep> ladder_steps() {
    std::vector<DrillStep> rungs;
    const Layer layer = special_.empty() ? kLayers[chance_.below(kLayers.size())] : special_.front().layer;
    const auto wordings = ladder(layer);
    for (std::size_t rung = 0; rung < kLadderRungs; ++rung) {
      ProbeQuestion question{std::string(wordings[rung]), layer, kRungRules[rung], "", {}};
      if (rung == 0 && !special_.empty()) question = special_.front();
      if (is_new(question)) rungs.push_back(step_of(std::move(question), DrillMove::Deeper, static_cast<int>(rung) + 1));
    }
    return rungs;
  }

  // What is scheduled and what the text asks for, by turns.
  void take(int count) {
    for (std::vector<ProbeQuestion>* from = &own_; count > 0 && !(own_.empty() && special_.empty()); from = from == &own_ ? &special_ : &own_) {
      if (from->empty()) continue;
      ProbeQuestion next = std::move(from->front());
      from->erase(from->begin());
      if (!is_new(next)) continue;
      steps_made_.push_back(step_of(std::move(next), DrillMove::Question));
      --count;
    }
  }

  void take_generic(int count) {
    for (const ProbeQuestion& each : generic_) {
      if (count == 0) return;
      if (!is_new(each)) continue;
      steps_made_.push_back(step_of(each, DrillMove::Question));
      --count;
    }
  }

  [[nodiscard]] DrillStep said(std::span<const ProbeLine> lines, DrillMove move, std::string_view rule) {
    const ProbeLine& line = lines[chance_.below(lines.size())];
    return step_of({std::string(line.text), line.layer, rule, "", {}}, move);
  }

  void pivot() {
    const auto of = principle_ ? principle_ : primary_principle(story_);
    std::string ask(of ? kPivotOfPrinciple : kPivot);
    if (of) ask.replace(ask.find("{x}"), 3, principles()[*of].name);
    ProbeQuestion question{std::move(ask), Layer::Context, "pivot", "", of};
    if (is_new(question)) steps_made_.push_back(step_of(std::move(question), DrillMove::Pivot));
  }

  const Story& story_;
  SplitMix64 chance_;
  int steps_;
  std::optional<std::size_t> principle_;
  std::vector<ProbeQuestion> own_;
  std::vector<ProbeQuestion> special_;  // of the text and of principles
  std::vector<ProbeQuestion> generic_;
  std::set<std::string> asked_;  // folded
  std::vector<DrillStep> steps_made_;
};

}  // namespace

std::string_view to_string(DrillMove move) {
  constexpr std::array<std::string_view, 5> words{"question", "interruption", "deeper", "pivot", "push"};
  return words[static_cast<std::size_t>(move)];
}

std::string_view to_string(ProbeMark mark) {
  constexpr std::array<std::string_view, 3> words{"ready", "shaky", "none"};
  return words[static_cast<std::size_t>(mark)];
}

std::string no_drill(const Story& story) {
  if (story.kind == StoryKind::Intro) return fmt::format("'{}' is an introduction: nobody probes it, so it has no drill", story.id);
  if (story.archived) return fmt::format("'{}' is put away, so it has no drill", story.id);
  const std::vector<std::string> lacking = missing(story);
  if (lacking.empty()) return "";
  return fmt::format("'{}' is a draft ({}), so it has no drill yet", story.id, lacking.front());
}

std::vector<DrillStep> drill(const Story& story, Seed seed, const DrillWish& wish) { return DrillMaker(story, seed, wish).make(); }

}  // namespace starling
