// `story lint`: what a coach would mark in stories.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/screen/lint.h"
#include "cli/wire/wire.h"
#include "lint/lint.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr Option<Choice<std::string_view>> kRule{"--rule", "RULE", "this rule alone, off or not", {kLintRules}};
constexpr Switch kRules{"--rules", "the rules, each with its definition and its limits"};

// What is wrong with the files of all stories, or of the one that is named.
std::vector<Problem> story_problems(const Library& library, const std::optional<std::string>& id) {
  std::vector<Problem> problems;
  std::ranges::copy_if(library.problems(), std::back_inserter(problems), [&](const Problem& problem) {
    const bool named = !id || problem.card == *id || problem.file == fmt::format("stories/{}.toml", *id);
    return named && problem.file.starts_with("stories/");
  });
  return problems;
}

StoryText text_of_story(const Library& library, const Story& story) {
  return {&story, read_file(library.place_of_story(story.id).path, kMaxTomlBytes).text.value_or("")};
}

std::vector<StoryText> texts_to_lint(const Study& study, const std::optional<std::string>& id, bool wrong) {
  std::vector<StoryText> texts;
  if (!id) {
    for (const Story& story : study.library().stories())
      if (!story.archived) texts.push_back(text_of_story(study.library(), story));
  } else if (study.library().story(*id) || !wrong) {
    texts.push_back(text_of_story(study.library(), need_story(study, *id)));
  }
  return texts;
}

std::optional<std::string> story_named(const Arguments& arguments) {
  const auto named = arguments.value(kStory);
  return named ? std::optional(story_id(*named)) : std::nullopt;
}

Exit list_rules(const Arguments& arguments, World& world) {
  const LintSettings settings = settings_as_far_as_read(StudyFolder(study_home(world))).lint;
  const auto rules = lint_rule_views(settings);
  world.out << (arguments.json ? lint_rules_json(rules, settings)
                               : lint_rules_screen(rules, settings, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

Exit run_story_lint(const Arguments& arguments, World& world) {
  if (arguments.has(kRules)) return list_rules(arguments, world);
  // What is wrong with stories is part of the reply, and other files are not asked about.
  Arguments quiet = arguments;
  quiet.quiet = true;
  const auto study = open_study(quiet, world);
  const auto id = story_named(arguments);
  auto problems = story_problems(study->library(), id);
  const auto texts = texts_to_lint(*study, id, has_error(problems));
  const LintView view = lint_view(study->standpoint(), texts, std::move(problems), arguments.value(kRule));
  if (arguments.json)
    world.out << to_json(view);
  else if (view.stories.empty() && view.problems.empty())
    for (const std::string& sentence : about_missing_stories(*study)) world.out << paragraph(sentence, text_width(world));
  else
    world.out << lint_screen(view, Style(world.colour), text_width(world));
  if (has_error(view.problems)) return Exit::BadText;
  return view.is_clean() ? Exit::Ok : Exit::NotMet;
}

}  // namespace

const Command kStoryLintCommand{.name = "story lint",
                                .operands = {maybe(kStory)},
                                .summary = "what a coach would mark, and why",
                                .options = {&kRule, &kRules},
                                .relations = {only_with(kRules, {}), excludes(kRules, kStory)},
                                .examples = {"starling story lint", "starling story lint night-pages",
                                             "starling story lint --rule no-number", "starling story lint --rules"},
                                .pages = true,
                                .run = run_story_lint};

}  // namespace starling
