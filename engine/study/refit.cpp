#include "study/refit.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "study/own_log.h"
#include "view/view.h"

namespace starling {

namespace {

bool adopts(const Deed& deed) {
  return std::ranges::any_of(deed.events, [](const Event& event) { return std::holds_alternative<Adopted>(event); });
}

// Whether nothing was answered since weights were adopted last.
bool is_fitted(std::span<const Deed> standing) {
  const auto last = std::ranges::find_if(standing.rbegin(), standing.rend(), [](const Deed& deed) { return adopts(deed) || answer_in(deed); });
  return last != standing.rend() && adopts(*last);
}

RefitTask task_of(const Study& study, const std::vector<Deed>& standing, int threads) {
  const Settings& settings = study.settings();
  ProposalOptions options{settings.model, study.model().weights(), {}};
  options.fit.threads = threads;
  options.fit.relearning_steps = static_cast<int>(settings.relearning_steps.size());
  const bool model_stays = !settings.model || *settings.model == study.model().kind();
  return {own_log(standing, study.rule(), Fitted::WithCards), std::move(options), model_stays && is_fitted(standing)};
}

}  // namespace

RefitTask refit_task(const Study& study, int threads) { return task_of(study, study.standing(), threads); }

std::optional<RefitTask> weekly_refit_task(const Study& study, int threads) {
  if (!study.settings().weekly_refit) return std::nullopt;
  const Day today = study.now().day;
  if (const auto last = study.last_refit(); last && was_this_week(*last, today)) return std::nullopt;
  const std::vector<Deed> standing = study.standing();
  if (std::ranges::any_of(standing, [&](const Deed& deed) { return was_this_week(deed.day, today) && adopts(deed); })) return std::nullopt;
  return task_of(study, standing, threads);
}

Refit take_over(Study& study, const RefitTask& task, const BestFit& found) {
  Refit refit{task.log.reviews(), false, study.model().kind(), 0};
  if (const auto& weights = found.weights; weights && !task.is_fitted && *weights != study.model().weights()) {
    const Deed deed = study.adopt(*weights, study.reschedule_by(MemoryModel(*weights)).moves);
    refit = {refit.reviews, true, weights->kind(), deed.events.size() - 1};
  }
  study.note_refit();
  return refit;
}

std::string refit_sentence(const Refit& refit) {
  if (refit.reviews < kReviewsToRefit)
    return fmt::format("Memory goes by the weights as they are: from {} reviews on they are fitted to yours, {} so far.",
                       kReviewsToRefit, refit.reviews);
  if (!refit.is_adopted) return fmt::format("Fitted to your {} reviews, and nothing new: the weights stay.", refit.reviews);
  return fmt::format("Memory goes by {} fitted to your {} reviews from now on{}. 'starling undo' takes it back.",
                     to_string(refit.model), refit.reviews,
                     refit.moved == 0 ? "" : fmt::format("; {} on another day", counted(static_cast<int>(refit.moved), "item comes", "items come")));
}

}  // namespace starling
