// How far along is the learner, beside what the plan expects (S59, C22)?
//
//   progress in percent = coverage x recall x quality
//
//            coverage (at most 1)                          recall, mean chance now        quality (at most 1)
//   coding   problems solved of those the gates ask by now cards of coding, problems      last target for a medium problem,
//                                                                                         by the minutes that one takes
//   design   designs of those the gates ask by now         cards of AWS, distributed      mean score of designs, of 5
//                                                          systems, architecture
//   behavioural  stories of those the gates ask by now     stories that were told,        mean score of stories, of 5
//                                                          before that the principles
//
// Between two gates what they ask rises on a straight line. A factor that is not known makes the product unknown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "plan/plan.h"

namespace starling {

// Each 0 to 1.
struct ProgressFactors {
  std::optional<double> coverage;
  std::optional<double> recall;
  std::optional<double> quality;
  // In percent.
  [[nodiscard]] std::optional<double> product() const;
  // The first factor that is not known: "recall"; empty where all are.
  [[nodiscard]] std::string_view lacks() const;
};

struct ActualProgress {
  ProgressFactors coding;
  ProgressFactors design;
  ProgressFactors behavioural;
};

// How many of `unit` ("problems", "designs", "stories") the gates ask by the end of a week; drafts count as stories, gates
// of one level's scale do not count.
[[nodiscard]] double asked_by_week(const Plan& plan, std::string_view unit, double week);

// The share of what is asked, at most 1; 1 where nothing is asked yet.
[[nodiscard]] double coverage_share(double done, double asked);

}  // namespace starling
