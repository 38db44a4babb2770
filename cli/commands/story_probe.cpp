// `story probe`: a drill of the follow-up questions that a story invites, or the list of them.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/principle_name.h"
#include "cli/probe_drill.h"
#include "cli/screen/probes.h"
#include "cli/wire/wire.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr Option<Whole> kSteps{"--steps", "N", "so many questions, 5 to 12 (7)", {kFewestSteps, kMostSteps}};
constexpr Option<PrincipleName> kProbedPrinciple{"--principle", "P", "about this principle of the story, id or code"};
constexpr Switch kListProbes{"--list", "every question, by layer, with the words that made it"};

void need_principle(const Story& story, std::size_t principle) {
  if (angle_for(story, principle)) return;
  throw UsageError(fmt::format("'{}' is not told for {}: starling story show {}", story.id, principles()[principle].name, story.id));
}

// Another one once something was done: what was marked is in the history by then.
Seed seed_of_drill(const Study& study, const Story& story) {
  const auto last = study.last_deed();
  return seed_from("drill of " + story.id, last ? static_cast<std::uint64_t>(last->time_since_epoch().count()) : 0);
}

Exit run_story_probe(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Story& story = need_story(*study, arguments.operand(kStory));
  const auto principle = arguments.value(kProbedPrinciple);
  if (principle) need_principle(story, *principle);
  const bool lists = arguments.has(kListProbes) || arguments.json;
  const std::string why_not = no_drill(story);
  if (!why_not.empty() && (!lists || story.kind == StoryKind::Intro)) throw UsageError(why_not);

  std::vector<DrillStep> steps;
  if (why_not.empty()) steps = drill(story, seed_of_drill(*study, story), {arguments.value(kSteps).value_or(kUsualSteps), principle});
  if (lists) {
    ProbesView view = probes_view(story);
    if (principle) std::erase_if(view.rows, [&](const ProbeRow& row) { return row.question.principle != principle; });
    world.out << (arguments.json ? probes_json(view, steps) : probes_screen(view, Style(world.colour), text_width(world)));
    return Exit::Ok;
  }
  const TextPlace place = study->library().place_of_story(story.id);
  const FileText text = read_file(place.path, kMaxTomlBytes);
  if (!text) throw FileError(fmt::format("{} {}", place.path.string(), text.reason));
  return run_drill(*study, {story, std::move(steps), {}}, *text, arguments, world);
}

}  // namespace

const Command kStoryProbeCommand{.name = "story probe",
                                 .operands = {one(kStory)},
                                 .summary = "drill the follow-up questions of a story",
                                 .options = {&kSteps, &kProbedPrinciple, &kListProbes},
                                 .relations = {excludes(kListProbes, kSteps)},
                                 .examples = {"starling story probe night-pages --list"},
                                 .run = run_story_probe};

}  // namespace starling
