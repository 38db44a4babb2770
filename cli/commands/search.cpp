// `search`: cards, stories, wins and lines of the plan that hold some words.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>
#include <vector>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen/search.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr int kUsuallyShown = 20;
constexpr int kMostShown = 1'000'000;

constexpr Operand<Text> kQuery{"QUERY"};
constexpr Option<Choices<SearchKind>> kIn{"--in", "KINDS", "cards, stories, wins, plan, or several between commas", {{kSearchKinds}}};
constexpr Option<Whole> kLimit{"--limit", "N", "show at most so many (20)", {1, kMostShown}};

Exit run_search(const Arguments& arguments, World& world) {
  const std::string query = fmt::format("{}", fmt::join(arguments.operands(kQuery), " "));
  if (read_query(query).words.empty()) throw UsageError("'search' needs a word with a letter, a digit or a sign in it");
  const auto kinds = arguments.value(kIn).value_or(std::vector(kSearchKinds.begin(), kSearchKinds.end()));
  const auto study = open_study(arguments, world);
  const SearchView view = search_view(study->library(), study->timeline(), query, kinds,
                                      static_cast<std::size_t>(arguments.value(kLimit).value_or(kUsuallyShown)),
                                      wins_of(study->standpoint().progress, {}));
  world.out << (arguments.json ? search_json(view, query)
                               : search_screen(view, query, Style(world.colour), text_width(world)));
  return view.rows.empty() ? Exit::NotMet : Exit::Ok;
}

}  // namespace

const Command kSearchCommand{.name = "search",
                             .operands = {some(kQuery)},
                             .summary = "cards, stories, wins and the plan by their words",
                             .options = {&kIn, &kLimit},
                             .examples = {"starling search quorum", "starling search S3 prefix --in cards",
                                          "starling search ownership --in stories,plan --json"},
                             .pages = true,
                             .run = run_search};

}  // namespace starling
