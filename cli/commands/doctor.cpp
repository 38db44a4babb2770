// `doctor`: is everything whole, and what is to do?
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen/doctor.h"
#include "cli/wire/doctor.h"
#include "doctor/doctor.h"

namespace starling {

namespace {

constexpr Switch kRebuild{"--rebuild", "make the cache anew from the text"};
constexpr Switch kFix{"--fix", "mend the small things that need no decision"};
constexpr Switch kPrivate{"--private", "name what a push would publish: marked words, addresses, numbers, private names"};
constexpr Switch kInstallHook{"--install-hook", "stop each git push that would publish such, by a pre-push hook"};

DoctorPlace doctor_place(const StudyFolder& folder, const World& world) {
  const StudyPlace place = study_place(folder, world);
  return {place.folder, place.content, store_place(place), log_place(place)};
}

std::vector<std::string> mend_all(const DoctorPlace& place, Instant now) {
  std::vector<std::string> done;
  for (const Finding& finding : examine(place, now).findings)
    if (finding.mend) done.push_back(mend(*finding.mend));
  return done;
}

Exit run_private_check(const StudyFolder& folder, const Arguments& arguments, World& world) {
  const PrivateCheck seen = check_private(folder);
  world.out << (arguments.json ? to_json(folder.root(), seen) : private_check_screen(folder.root(), seen, Style(world.colour), text_width(world)));
  return seen.findings.empty() ? Exit::Ok : Exit::NotMet;
}

Exit run_install_hook(const StudyFolder& folder, const Arguments& arguments, World& world) {
  const HookDone done = install_push_hook(folder.root(), world.program);
  if (!done.refused.empty()) throw UsageError(done.refused);
  world.out << (arguments.json ? to_json(done) : hook_screen(done, text_width(world)));
  return Exit::Ok;
}

Exit run_doctor(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  std::error_code error;
  if (!std::filesystem::is_directory(folder.root(), error))
    throw UsageError(fmt::format("there is no study folder at {}", folder.root().string()));
  if (arguments.has(kPrivate)) return run_private_check(folder, arguments, world);
  if (arguments.has(kInstallHook)) return run_install_hook(folder, arguments, world);
  const DoctorPlace place = doctor_place(folder, world);
  const Instant now = moment_of(arguments, world, folder);

  std::vector<std::string> done;
  if (arguments.has(kFix)) done = mend_all(place, now);
  if (arguments.has(kRebuild)) {
    rebuild_cache(place);
    done.emplace_back("made the cache anew");
  }
  const Examination seen = examine(place, now);
  if (arguments.json) {
    world.out << examination_json(folder.root(), seen, done, day_rule(folder));
  } else {
    const int width = text_width(world);
    for (const std::string& sentence : done) world.out << paragraph(capitalised(sentence), width);
    world.out << examination_screen(folder.root(), seen, Style(world.colour), width);
  }
  return is_something_wrong(seen.findings) ? Exit::NotMet : Exit::Ok;
}

}  // namespace

const Command kDoctorCommand{.name = "doctor",
                             .summary = "look whether everything is whole, and say what is to do",
                             .options = {&kFix, &kRebuild, &kPrivate, &kInstallHook},
                             .relations = {only_with(kPrivate, {}), only_with(kInstallHook, {})},
                             .examples = {"starling doctor", "starling doctor --rebuild", "starling doctor --private"},
                             .pages = true,
                             .run = run_doctor};

}  // namespace starling
