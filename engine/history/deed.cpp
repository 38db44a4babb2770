#include "history/deed.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "history/line.h"
#include "history/match.h"

namespace starling {

namespace {

constexpr std::size_t kDeviceLetters = 6;

std::string answer_text(const Answered& answer) {
  if (answer.item.kind() == ItemKind::Story)
    return fmt::format("the telling of {} ({})", answer.item.text(), to_string(answer.grade));
  return fmt::format("{} for {}", to_string(answer.grade), answer.item.text());
}

// The beginning of a text, at a boundary of UTF-8.
std::string shorten_text(const std::string& text) {
  constexpr std::size_t kMost = 60;
  if (text.size() <= kMost) return text;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// In quotes, where it has a title.
std::string called(const std::string& id, const std::function<std::string(std::string_view)>& title_of) {
  const std::string title = title_of ? title_of(id) : "";
  return title.empty() ? id : fmt::format("“{}”", shorten_text(title));
}

std::string replanned_text(const Replanned& e, const TitlesOf& titles) {
  const std::size_t blank = e.what.find(' ');
  const std::string_view kind = std::string_view(e.what).substr(0, blank);
  const std::string name = blank == e.what.npos ? "" : e.what.substr(blank + 1);
  if (kind == "round") return fmt::format("the round {} {}", name, !e.before ? "added" : e.after ? "changed" : "dropped");
  if (!e.after && kind == "add") return fmt::format("{} dropped", called(name, titles.task));
  if (!e.after) return fmt::format("{} of plan.toml taken back", e.what);
  if (kind == "drop") return fmt::format("{} dropped", called(name, titles.task));
  if (kind == "move") return fmt::format("{} moved", called(name, titles.task));
  if (kind == "add") return fmt::format("{} {}", called(name, titles.task), e.before ? "changed" : "added");
  if (kind == "resume") return fmt::format("the plan resumed on {}", name);
  return fmt::format("{} in plan.toml", e.what);
}

std::string event_text(const Event& event, const TitlesOf& titles) {
  return std::visit(
      Match{[](const Answered& answer) { return answer_text(answer); },
            [](const Suspended& e) { return fmt::format("suspended {}", e.item.text()); },
            [](const Unsuspended& e) { return fmt::format("unsuspended {}", e.item.text()); },
            [](const Flagged& e) { return fmt::format("flagged {}", e.item.text()); },
            [](const Unflagged& e) { return fmt::format("the flags of {} taken off", e.item.text()); },
            [](const Buried& e) { return fmt::format("buried {} until {}", e.item.text(), to_string(e.until)); },
            [](const Moved& e) { return fmt::format("moved {} to {}", e.item.text(), to_string(e.due)); },
            [](const Adopted& e) { return fmt::format("new weights of {}", to_string(e.weights.kind())); },
            [&](const TaskDone& e) { return fmt::format("{:g} of {}", e.count, called(e.task, titles.task)); },
            [](const Measured& e) {
              return fmt::format("{} measured as {:g}{}{}", e.metric, e.value, e.unit.empty() ? "" : " ", e.unit);
            },
            [&](const Solved& e) {
              return fmt::format("problem {} {}", e.problem.empty() ? e.title : called(e.problem, titles.problem), e.solved ? "solved" : "not solved");
            },
            [&](const Designed& e) { return fmt::format("the design of {}", e.exercise.empty() ? e.title : called(e.exercise, titles.exercise)); },
            [](const Studied& e) { return fmt::format("{:g} min of {}", e.minutes, e.area); },
            [](const Mocked& e) { return fmt::format("the {} mock", e.type); },
            [](const FeedbackClosed& e) { return fmt::format("point {} of the mock {} closed", e.point, to_string(e.mock)); },
            [](const GoalsSet& e) { return fmt::format("the goals of week {}", e.week); },
            [](const Debriefed&) { return std::string("a question of the interview"); },
            [](const InterviewOutcome& e) { return fmt::format("the outcome: {}", e.result); },
            [](const Won& e) { return fmt::format("the win \"{}\"", shorten_text(e.text)); },
            [](const WinDropped&) { return std::string("a win dropped"); },
            [](const SettingSet& e) {
              return fmt::format("{} set to {}", e.key, e.after ? without_quotes(*e.after) : "its default");
            },
            [&](const Replanned& e) { return replanned_text(e, titles); },
            [](const Imported& e) { return fmt::format("the import of {}", e.item.text()); },
            [](const Renamed& e) { return fmt::format("the rename of {} to {}", e.from.text(), e.to.text()); },
            [](const Undone& e) { return fmt::format("the undo of {}", to_string(e.deed)); },
            [](const Redone& e) { return fmt::format("the redo of {}", to_string(e.deed)); },
            [](const Unknown& e) { return fmt::format("'{}', written by a newer Starling", e.kind); }},
      event);
}

template <class Kind>
std::size_t count_of(const Deed& deed) {
  return static_cast<std::size_t>(
      std::ranges::count_if(deed.events, [](const Event& e) { return std::holds_alternative<Kind>(e); }));
}

// Of a story, whose probes and cards go with it, and what loop.toml says of it; of the schedules of one card, or of more.
std::string renames_text(const Deed& deed) {
  const auto& first = std::get<Renamed>(deed.events.front());
  const bool one_card = std::ranges::all_of(deed.events, [&](const Event& event) {
    if (!std::holds_alternative<Renamed>(event)) return true;
    const auto& each = std::get<Renamed>(event);
    if (first.from.kind() == ItemKind::Story && each.from.kind() == ItemKind::Probe)
      return each.from.group() == first.from.name() && each.to.group() == first.to.name();
    if (first.from.kind() == ItemKind::Story && is_of_stories(each.from))
      return each.from.name() == first.from.name() && each.to.name() == first.to.name();
    return each.from.whole() == first.from.whole() && each.to.whole() == first.to.whole();
  });
  if (one_card) return fmt::format("the rename of {} to {}", first.from.whole(), first.to.whole());
  return fmt::format("the rename of {} items", count_of<Renamed>(deed));
}

// "76 tasks dropped, 3 tasks moved": of one of a kind its title, of many how many they are.
std::string replans_text(const Deed& deed, const TitlesOf& titles) {
  std::vector<const Event*> dropped, moved, rounds, others;
  for (const Event& event : deed.events) {
    const auto& each = std::get<Replanned>(event);
    const bool is_set = each.after.has_value();
    (each.what.starts_with("round ") ? rounds : is_set && each.what.starts_with("drop ") ? dropped : is_set && each.what.starts_with("move ") ? moved : others)
        .push_back(&event);
  }
  std::string text;
  const auto add = [&](const std::vector<const Event*>& list, std::string_view what) {
    if (list.empty()) return;
    text += text.empty() ? "" : ", ";
    text += list.size() == 1 ? event_text(*list.front(), titles) : fmt::format("{} {}", list.size(), what);
  };
  add(dropped, "tasks dropped");
  add(moved, "tasks moved");
  add(rounds, "changes of the rounds");
  add(others, text.empty() ? "changes of the plan" : "other changes of the plan");
  return text;
}

}  // namespace

std::string to_string(const DeedId& id) { return fmt::format("{}-{}", id.device, id.number); }

bool is_device_name(std::string_view text) {
  return text.size() == kDeviceLetters && std::ranges::all_of(text, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
         });
}

std::optional<DeedId> parse_deed_id(std::string_view text) {
  if (text.size() < kDeviceLetters + 2 || text[kDeviceLetters] != '-') return std::nullopt;
  const std::string_view digits = text.substr(kDeviceLetters + 1);
  DeedId id{std::string(text.substr(0, kDeviceLetters)), 0};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id.number);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '0' || id.number < 1)
    return std::nullopt;
  if (!is_device_name(id.device)) return std::nullopt;
  return id;
}

bool is_practice(const Deed& deed) {
  return std::ranges::any_of(deed.events, [](const Event& event) {
    return std::holds_alternative<Solved>(event) || std::holds_alternative<Designed>(event);
  });
}

bool may_name_its_day(const Deed& deed) {
  return std::ranges::any_of(deed.events, [](const Event& event) {
    return std::visit(
        []<class E>(const E&) {
          return std::is_same_v<E, TaskDone> || std::is_same_v<E, Measured> || std::is_same_v<E, Solved> ||
                 std::is_same_v<E, Designed> || std::is_same_v<E, Studied> || std::is_same_v<E, Mocked> ||
                 std::is_same_v<E, Debriefed> || std::is_same_v<E, InterviewOutcome> || std::is_same_v<E, Won>;
        },
        event);
  });
}

const ItemId* item_of(const Event& event) {
  return std::visit(
      [](const auto& e) -> const ItemId* {
        if constexpr (requires { e.item; })
          return &e.item;
        else
          return nullptr;
      },
      event);
}

bool comes_before(const Deed& a, const Deed& b) {
  if (a.order != b.order) return a.order < b.order;
  if (a.id != b.id) return a.id < b.id;
  return a != b && checksum_of(a) < checksum_of(b);
}

std::vector<Deed> in_order(std::vector<Deed> deeds) {
  std::ranges::sort(deeds, comes_before);
  deeds.erase(std::unique(deeds.begin(), deeds.end()), deeds.end());
  return deeds;
}

bool is_control(const Deed& deed) {
  return std::ranges::any_of(deed.events, [](const Event& event) {
    return std::holds_alternative<Undone>(event) || std::holds_alternative<Redone>(event);
  });
}

bool sets_settings(const Deed& deed) {
  return std::ranges::any_of(deed.events, [](const Event& event) { return std::holds_alternative<SettingSet>(event); });
}

bool renames(const Deed& deed) {
  return std::ranges::any_of(deed.events, [](const Event& event) { return std::holds_alternative<Renamed>(event); });
}

bool changes_plan(const Deed& deed) {
  return std::ranges::any_of(deed.events, [](const Event& event) { return std::holds_alternative<Replanned>(event); });
}

const Answered* answer_in(const Deed& deed) {
  for (const Event& event : deed.events)
    if (const auto* answer = std::get_if<Answered>(&event)) return answer;
  return nullptr;
}

std::string describe(const Deed& deed, const TitlesOf& titles) {
  if (deed.events.empty()) return "nothing";
  const std::string first = event_text(deed.events.front(), titles);
  const std::size_t renamed = count_of<Renamed>(deed);
  if (deed.events.size() == 1) return first;
  const std::size_t replanned = count_of<Replanned>(deed);
  if (std::holds_alternative<Renamed>(deed.events.front()) && renamed + replanned == deed.events.size()) return renames_text(deed);
  if (replanned == deed.events.size()) return replans_text(deed, titles);
  if (const std::size_t imported = count_of<Imported>(deed); imported > 1)
    return fmt::format("the import of {} items", imported);
  if (std::holds_alternative<Answered>(deed.events.front()) && count_of<Suspended>(deed) > 0)
    return first + ", and its suspension";
  if (std::holds_alternative<Flagged>(deed.events.front())) return count_of<Suspended>(deed) > 0 ? first + ", and its suspension" : first;
  // The task that it counts for, and what of it is asked again.
  if (std::holds_alternative<Unflagged>(deed.events.front()) || is_practice(deed)) return first;
  if (const std::size_t moved = count_of<Moved>(deed); moved > 0 && std::holds_alternative<Adopted>(deed.events.front()))
    return fmt::format("{}, {} date{} moved", first, moved, moved == 1 ? "" : "s");
  // An answer takes the history of its card to the name that the card has by then: nobody asked for that.
  const std::size_t others = deed.events.size() - 1 - renamed;
  return others == 0 ? first : fmt::format("{} and {} more", first, others);
}

}  // namespace starling
