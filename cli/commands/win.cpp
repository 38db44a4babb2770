// `win`, `win list`, `win drop`: lines on what one did, kept while they are fresh.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/logging.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/screen/wins.h"
#include "cli/win_text.h"
#include "cli/wire/wire.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Text> kWinText{"TEXT"};
constexpr Option<Text> kWinTag{"--tag", "T", "a word for it, such as failure or OW; again for more"};
constexpr Option<Date> kHappenedOn{"--on", "DATE", "the day it happened, where that is not today"};
constexpr Option<Text> kTaggedWith{"--tag", "T", "only those with this tag, kind or principle"};
constexpr Option<Whole> kOfYear{"--year", "Y", "only those of this year", {1900, 2200}};
constexpr Switch kOpenWins{"--open", "only those that no story was made of"};
constexpr Operand<Whole> kWinNumber{"N", {1, 100'000}};

std::vector<std::string> tags_given(const Arguments& arguments) {
  std::vector<std::string> tags;
  for (const std::string& word : arguments.values(kWinTag)) {
    std::string tag = kebab(word);
    if (tag.empty()) throw UsageError(fmt::format("--tag '{}' has no letter in it", shorten(word, 40)));
    if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(std::move(tag));
  }
  return tags;
}

Exit run_win(const Arguments& arguments, World& world) {
  const std::string text = win_text(joined_words(arguments.operands(kWinText)));
  if (const std::string why = why_no_win(text); !why.empty()) throw UsageError(why);
  std::vector<std::string> tags = tags_given(arguments);
  const auto study = open_study(arguments, world);
  const auto on = arguments.value(kHappenedOn);
  if (on && *on > study->now().day) throw UsageError(fmt::format("--on: {} is still to come", to_string(*on)));
  const Deed deed = study->log({Won{text, std::move(tags), "", std::nullopt}}, {}, on);
  tell_remarks(*study, arguments, world);
  const int number = win_number(study->standpoint().progress, deed.id);
  tell_written({deed, fmt::format("Kept as win {0}. A story of it: starling story new --from-win {0}", number), nullptr}, *study, arguments, world);
  return Exit::Ok;
}

Exit run_win_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  std::vector<Win> wins = wins_of(study->standpoint().progress, study->library().stories());
  const bool any = !wins.empty();
  const auto tag = arguments.value(kTaggedWith);
  const auto year = arguments.value(kOfYear);
  std::erase_if(wins, [&](const Win& win) {
    return (tag && !has_tag(win, *tag)) || (year && year_of(win) != *year) || (arguments.has(kOpenWins) && !win.story.empty());
  });
  world.out << (arguments.json ? wins_json(wins) : wins_screen(wins, any, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

Exit run_win_drop(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const int number = arguments.operand(kWinNumber);
  const std::vector<Win> wins = wins_of(study->standpoint().progress, study->library().stories());
  const auto win = std::ranges::find(wins, number, &Win::number);
  if (win == wins.end())
    throw UsageError(wins.empty() ? std::string("there is no win yet; keep one: starling win TEXT")
                                  : fmt::format("there is no win {}; all of them: starling win list", number));
  std::string text = fmt::format("Dropped win {}: {}", number, shorten(win->what.text, 60));
  if (!win->story.empty()) text += fmt::format("{} The story '{}' stays.", std::string_view(".?!").find(text.back()) == std::string_view::npos ? "." : "", win->story);
  const Deed deed = study->log({WinDropped{win->deed}});
  tell_remarks(*study, arguments, world);
  tell_written({deed, text, nullptr}, *study, arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kWinCommand{.name = "win",
                          .operands = {some(kWinText)},
                          .summary = "keep a line on what you did while it is fresh",
                          .options = {&kWinTag, &kHappenedOn},
                          .examples = {"starling win \"cut paging by 40 %, asked by nobody\" --tag unasked",
                                       "starling win told the director no, and why --tag conflict --on 2026-11-20"},
                          .run = run_win};

const Command kWinListCommand{.name = "win list",
                              .summary = "what you kept, and which story was made of it",
                              .options = {&kTaggedWith, &kOfYear, &kOpenWins},
                              .examples = {"starling win list", "starling win list --tag failure --open"},
                              .pages = true,
                              .run = run_win_list};

const Command kWinDropCommand{.name = "win drop",
                              .operands = {one(kWinNumber)},
                              .summary = "take a win off the list; undo brings it back",
                              .examples = {"starling win drop 1"},
                              .run = run_win_drop};

}  // namespace starling
