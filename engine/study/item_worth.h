// What knowing an item counts beside others of its kind: as the learner says, by the plan's hours, and of a story that is
// the only one of a principle.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/agenda.h"
#include "library/library.h"
#include "plan/plan.h"
#include "settings/settings.h"

namespace starling {

// Cards of areas to which the plan gives many hours for few cards count more: by the root of their share of the hours beside
// their share of the cards, since most of the hours are no cards. By the area's word; 1 of a word that no area of the plan has.
class PlanWorth {
 public:
  PlanWorth(const Library& library, const Plan& plan, std::string_view level);
  [[nodiscard]] double of(Area area) const { return worth_[static_cast<std::size_t>(area)]; }
  [[nodiscard]] double of_word(std::string_view word) const;

 private:
  std::array<double, kAreas.size()> worth_;
};

// Keeps all that it goes by, the library among it: a study that reads its texts again makes another one.
class ItemWorths {
 public:
  ItemWorths(const Settings& settings, std::shared_ptr<const Library> library, const Plan& plan);
  [[nodiscard]] double of(const Item& item) const;
  // All that it goes by, a line each; prices hold as long as it stays the same.
  [[nodiscard]] std::string basis() const;

 private:
  // What the learner says of an item; nothing where they say nothing.
  [[nodiscard]] std::optional<double> named(const Item& item) const;
  // Read when first asked for: most commands ask for no story.
  [[nodiscard]] const std::array<const Story*, kPrincipleCount>& only() const;

  std::shared_ptr<const Library> library_;
  std::vector<NamedWorth> named_;
  std::optional<PlanWorth> by_plan_;
  mutable std::optional<std::array<const Story*, kPrincipleCount>> only_;
};

}  // namespace starling
