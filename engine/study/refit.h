// Weights fitted anew to the learner's answers without being asked to: by the first sitting of a week, and by a command.
#pragma once

#include <optional>
#include <string>

#include "fit/fit.h"
#include "study/open_folder.h"

namespace starling {

// What is fitted: values alone, so that it can be done on another thread.
struct RefitTask {
  ReviewLog log;
  ProposalOptions options;
  bool is_fitted = false;  // the weights in use were adopted from these very reviews, by a model that may be used
};

// What came of it.
struct Refit {
  std::size_t reviews = 0;
  bool is_adopted = false;
  ModelKind model = ModelKind::Fsrs6;  // in use from now on
  std::size_t moved = 0;               // items that come back on another day
};

// Of everything so far; reads every line. All models compete, but where the settings name one.
[[nodiscard]] RefitTask refit_task(const Study& study, int threads);
// The same where it is time: not yet in this week, from Monday on, on this machine or by an adoption on another one, and
// the settings let it be done. Nothing else.
[[nodiscard]] std::optional<RefitTask> weekly_refit_task(const Study& study, int threads);

// Takes over what `best_fit` found, with what it moves, as one deed; and the week has had its fit.
Refit take_over(Study& study, const RefitTask& task, const BestFit& found);

// One line for the learner.
[[nodiscard]] std::string refit_sentence(const Refit& refit);

}  // namespace starling
