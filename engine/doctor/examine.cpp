#include "doctor/examine.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "doctor/cache_findings.h"
#include "doctor/deed_findings.h"
#include "doctor/folder_findings.h"
#include "doctor/homes.h"
#include "doctor/line_findings.h"
#include "doctor/log_seen.h"
#include "doctor/text_findings.h"
#include "settings/settings.h"
#include "source/source.h"

namespace starling {

namespace {

// Settings as far as they can be read; the defaults go on where they cannot.
Settings read_own_settings(const StudyFolder& folder, FindingList& found) {
  const auto text = read_file(folder.settings(), kMaxTomlBytes);
  if (!text) {
    found.push_back({Gravity::Error, "unreadable", "starling.toml", 0, 0, text.reason,
                     text.fault == FileFault::Missing ? std::string(kBringSettingsBack)
                                                      : "mend that, or move it away and 'starling restore FILE' brings the old one",
                     {}});
    return {};
  }
  SettingsFile file = read_settings(*text, "starling.toml");
  for (const Problem& problem : file.problems) found.push_back(finding_of(problem));
  return file.settings.value_or(Settings{});
}

// A library that believes no cache.
Library read_texts_anew(const DoctorPlace& place, const Settings& settings, Store& memory) {
  return {place.folder, place.content, settings.plan, StoryReading{settings.target_seconds, settings.story_cards}, memory};
}

class Examining {
 public:
  Examining(const DoctorPlace& place, Instant now) : place_(place), now_(now) {}

  Examination take() {
    look_at_folder();
    const Settings settings = read_own_settings(place_.folder, result_.findings);
    look_at_log();
    look_at_texts_and_cache(settings);
    std::ranges::stable_sort(result_.findings, {}, &Finding::gravity);
    return std::move(result_);
  }

 private:
  void add(FindingList findings) { std::ranges::move(findings, std::back_inserter(result_.findings)); }
  void add(std::optional<Finding> finding) {
    if (finding) result_.findings.push_back(*std::move(finding));
  }

  void look_at_folder() {
    const std::filesystem::path& home = place_.folder.root();
    add(finding_in_mode(home, "stories, answers and figures"));
    if (place_.cache.folder) add(finding_in_mode(*place_.cache.folder, "the same in the cache"));
    add(findings_in_git_files(home));
    add(findings_of_leftovers(home, ""));
    for (const char* folder : {"backups", "decks", "decks/changes", "notes", "plans", "stories"})
      add(findings_of_leftovers(home / folder, std::string(folder) + "/"));
    look_at_writing(home);
    if (const auto free = free_bytes_at(home)) add(finding_in_room(*free));
    add(findings_in_files(home));
  }

  // Told of the outermost only.
  void look_at_writing(const std::filesystem::path& home) {
    auto found = finding_in_writing(home, home.string());
    add(found ? found : finding_in_writing(place_.folder.log(), "log"));
  }

  void look_at_log() {
    const LogSeen log = see_log(place_.folder.log());
    const auto state_file = place_.log.state_base
                                ? device_state_path(*place_.log.state_base, place_.log.home, machine_hash(place_.log.machine_id))
                                : std::filesystem::path();
    const auto state = remembered_state(state_file);
    add(findings_in_lines(log, state, given_up_names(state_file)));
    add(findings_in_deeds(log, now_));
    std::vector<std::string> names;
    for (const FileSeen& file : log.files) names.push_back(file.name);
    add(finding_in_ignored(place_.folder.root(), names));
    if (state) {
      result_.own_device = state->device;
      add(findings_in_own_lines(log, *state));
      if (std::ranges::find(result_.findings, "not-writable", &Finding::rule) == result_.findings.end())
        add(finding_in_writing(place_.folder.log() / state->device, "log/" + state->device));
    }
    add(findings_of_given_up(log, given_up_names(state_file), given_up_file(state_file)));
    count(log);
  }

  void count(const LogSeen& log) {
    std::map<std::string, DeviceSeen> devices;
    std::set<std::pair<DeedId, std::uint32_t>> once;
    for (const FileSeen& file : log.files) result_.lines += file.lines;
    for (const DeedSeen& deed : log.deeds) {
      if (!once.insert({deed.id, deed.checksum}).second) continue;
      DeviceSeen& device = devices[deed.id.device];
      device.name = deed.id.device;
      ++device.deeds;
      device.newest = std::max(device.newest, deed.id.number);
      device.last_at = std::max(device.last_at, deed.at);
    }
    for (auto& [name, device] : devices) result_.devices.push_back(std::move(device));
    result_.log_files = static_cast<int>(log.files.size());
    result_.deeds = static_cast<int>(once.size());
  }

  void look_at_texts_and_cache(const Settings& settings) {
    Store memory({std::nullopt, place_.folder.log(), place_.cache.build});
    const Library fresh = read_texts_anew(place_, settings, memory);
    // A folder called like a file was not found with the files, since it may hold texts.
    for (const Problem& problem : with_problems_of_plans(fresh.problems(), fresh.all_plans()))
      if (!is_told(problem)) result_.findings.push_back(finding_of(problem));
    add(findings_of_unknown_names(settings, fresh));
    result_.decks = static_cast<int>(fresh.decks().size());
    result_.stories = static_cast<int>(fresh.stories().size());
    result_.items = static_cast<int>(fresh.items().size());
    look_at_cache(settings, fresh);
  }

  // With the files; of a copy that has the id of its original what to do was said there.
  [[nodiscard]] bool is_told(const Problem& problem) const {
    const bool has_taken_id = problem.rule == "duplicate-deck" || problem.rule == "duplicate-story" || problem.rule == "duplicate-change";
    const std::string_view rule = problem.rule == "passed-over" ? "passed-over" : has_taken_id ? "conflict-copy" : "";
    return std::ranges::any_of(result_.findings, [&](const Finding& each) { return each.rule == rule && each.file == problem.file; });
  }

  void look_at_cache(const Settings& settings, const Library& fresh) {
    const bool was_there = has_cache_file(place_.cache);
    Store cache(place_.cache);
    const bool made_anew = cache.catch_up(settings.model);
    add(findings_in_cache_file(place_.cache, was_there, made_anew));
    if (has_cache_file(place_.cache)) result_.cache = *place_.cache.folder / "cache.db";
    const ItemStates told = fold_items(cache.deeds(), cache.model());
    add(findings_in_states(cache.states(), told));
    const Library kept = read_texts_anew(place_, settings, cache);
    add(findings_in_items(kept.items(), fresh.items()));
    add(findings_of_lost_items(told, fresh, cache.names()));
  }

  const DoctorPlace& place_;
  Instant now_;
  Examination result_;
};

}  // namespace

Examination examine(const DoctorPlace& place, Instant now) { return Examining(place, now).take(); }

void rebuild_cache(const DoctorPlace& place) {
  FindingList ignored;
  const Settings settings = read_own_settings(place.folder, ignored);
  Store cache(place.cache);
  cache.rebuild(settings.model);
  (void)read_texts_anew(place, settings, cache);
}

}  // namespace starling
