#include "probe/finds.h"

#include <algorithm>
#include <array>
#include <set>

namespace starling {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kSubject = "i";
constexpr std::string_view kDecisions[]{"decided", "chose", "rejected", "refused", "stopped", "proposed", "cancelled",
                                        "delayed", "recommended", "moved", "set", "cut", "dropped", "accepted", "took"};
constexpr std::string_view kMaking[]{"wrote", "built", "made", "drew", "introduced", "created", "designed", "opened",
                                     "started", "launched", "set up", "founded", "proposed", "added", "set"};
constexpr std::string_view kObjections[]{"disagreed", "objected", "feared", "resisted", "opposed", "was against",
                                         "were against", "did not want", "said no", "doubted"};
constexpr std::string_view kSlips[]{"slipped", "month late", "months late", "week late", "weeks late", "days late",
                                    "was late", "were late", "delivered late", "too late", "was delayed", "were delayed",
                                    "cost us the", "missed the date", "missed our date", "missed the deadline",
                                    "missed a deadline", "behind schedule", "postponed", "overdue", "took longer"};
constexpr std::string_view kTeams[]{"the team", "my team", "our team", "the whole team"};
constexpr std::string_view kShared[]{"we"};
constexpr std::string_view kCosts[]{"cost me", "cost us", "cost them", "it cost", "cost rose", "costs rose", "i paid",
                                    "we paid", "gave up", "one engineer less", "at the expense", "in exchange",
                                    "which meant"};
constexpr std::string_view kSuperlatives[]{"best", "worst", "biggest", "largest", "smallest", "fastest", "slowest",
                                           "highest", "lowest", "greatest", "strongest", "weakest", "hardest", "easiest",
                                           "cheapest", "oldest", "newest", "ugliest", "busiest", "proudest"};
// What is called best or worst without a measure being meant.
constexpr std::string_view kSayings[]{"practice", "practices", "case", "cases", "argument", "arguments"};
constexpr std::string_view kHidden[]{"it was decided", "was told to", "were told", "was agreed", "were agreed",
                                     "was dropped", "were given to", "was delivered", "mistakes were made", "was found",
                                     "was decided", "was asked to"};
constexpr std::string_view kVague[]{"significantly", "a lot", "much better", "improved", "happy", "successful",
                                    "no more trouble", "well received", "many", "various", "a few", "some", "better",
                                    "faster"};
constexpr std::string_view kNoOwner[]{"nobody owned", "no one owned", "nobody looked after", "no one looked after",
                                      "nobody held", "nobody wrote", "nobody was responsible", "no one was responsible",
                                      "nobody felt", "belonged to nobody", "nobody had asked", "nobody had put",
                                      "none of my business", "not my job", "no team would claim", "nobody would claim",
                                      "asked by nobody"};
constexpr std::string_view kNoAuthority[]{"no authority", "without authority", "not have authority", "not report to me",
                                          "reported to somebody else", "not my team"};
constexpr std::string_view kLessons[]{"i now", "now i", "since then", "next time", "from now on", "i have since",
                                      "i always"};
constexpr std::string_view kFailures[]{"fail", "failed", "failing", "wrong", "mistake", "mistakes", "problem", "problems",
                                       "broke", "broken", "late", "missed", "error", "trouble", "slipped", "fault", "outage",
                                       "lost", "disagreed", "objected", "underestimated", "overestimated", "bad"};
constexpr std::string_view kMonths[]{"january", "february", "march", "april", "may", "june", "july", "august", "september",
                                     "october", "november", "december"};
constexpr std::string_view kDays[]{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays",
                                   "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "i"};
// What figures are counted in that does not end in an s.
constexpr std::string_view kUnits[]{"million", "billion", "thousand", "min", "ms", "s", "h", "km", "kg", "eur", "usd", "gbp",
                                    "percent", "gb", "tb", "mb", "points"};
// What stands behind a number and is not what it counts.
constexpr std::string_view kNoUnits[]{"of", "in", "to", "and", "from", "a", "an", "the", "were", "was", "at", "or", "out",
                                      "by", "for", "on", "with", "had", "have", "has", "are", "is", "that", "which", "per",
                                      "until", "before", "after", "down", "up", "than", "would", "could", "where", "when",
                                      "as", "each", "it", "against"};
constexpr std::string_view kSpeaks[]{"said", "asked", "told", "feared", "disagreed", "objected", "wanted", "refused",
                                     "wrote", "renewed", "runs", "rang", "agreed", "thought", "called", "offered", "warned",
                                     "showed", "felt", "doubted", "answered", "found", "leads", "took"};
constexpr std::string_view kReaches[]{"told", "asked", "rang", "called", "phoned", "convinced", "persuaded", "thanked",
                                      "promoted", "hired", "coached", "gave"};
constexpr std::string_view kRelations[]{"their", "our", "my", "the", "a", "who", "an"};
constexpr std::string_view kOffices[]{"director", "manager", "boss", "foreman", "head", "president", "chief", "architect",
                                      "designer", "nurse", "controller", "lawyer", "colleague", "lead", "engineer", "tester",
                                      "mayor"};
constexpr std::string_view kOfficeOwners[]{"the", "my", "our", "their", "her", "his"};
constexpr std::string_view kArticles[]{"a", "an", "the", "my", "our", "one"};
// Where the name of a thing ends.
constexpr std::string_view kThingEnds[]{"of", "in", "to", "and", "from", "for", "on", "with", "that", "which", "who", "at",
                                        "by", "as", "so", "because", "until", "before", "after", "than", "where", "when",
                                        "had", "was", "were", "is", "are", "under", "over", "into", "behind", "about", "cut",
                                        "i", "we", "it", "per", "each", "out", "up", "down", "only", "instead", "again",
                                        "myself", "too", "first", "not", "but", "or", "every", "through", "there", "while",
                                        "without"};

constexpr std::size_t kFewShared = 3;  // "we" so often in the action is no chance

bool among(std::string_view word, Words list) { return std::ranges::find(list, word) != list.end(); }

class Collector {
 public:
  // What holds a brace or a quotation mark is not quoted: nothing in a question may look like a slot, and no quotation
  // stands in another.
  void add(std::string spoken, std::string from) {
    constexpr std::string_view kUnquoted[]{"{", "}", "“", "”", "\""};
    if (spoken.empty() || from.empty()) return;
    if (std::ranges::any_of(kUnquoted, [&](std::string_view sign) { return spoken.find(sign) != spoken.npos; })) return;
    if (taken_.insert(fold(spoken)).second) found_.push_back({std::move(spoken), std::move(from)});
  }
  void add(const std::string& both) { add(both, both); }
  [[nodiscard]] std::vector<ProbeFind> take() { return std::move(found_); }

 private:
  std::vector<ProbeFind> found_;
  std::set<std::string> taken_;
};

const HeardSection& section_of(const HeardStory& heard, Section section) { return heard[static_cast<std::size_t>(section)]; }

// The clauses around each of `phrases` in those sections.
void add_clauses(Collector& found, const HeardStory& heard, std::initializer_list<Section> sections, Words phrases) {
  for (const Section each : sections) {
    const HeardSection& section = section_of(heard, each);
    for (HeardSpan at = find_any(section, phrases); at.first < at.end; at = find_any(section, phrases, at.end))
      if (const HeardSpan clause = clause_around(section, at); clause.end - clause.first > 1) found.add(quote(section, clause));
  }
}

// "I" with one of `verbs` right behind it, from there to the end of the clause.
void add_own(Collector& found, const HeardSection& section, Words verbs) {
  for (std::size_t at = 0; at + 1 < section.words.size(); ++at) {
    if (section.words[at].plain != kSubject || section.words[at + 1].breaks || !among(section.words[at + 1].plain, verbs)) continue;
    const HeardSpan said = clause_from(section, {at, at + 2});
    if (said.end - said.first > 3) found.add(quote(section, said));
  }
}

bool begins_with_digit(std::string_view word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }

// A year, or the day of a month.
bool is_of_a_date(const HeardSection& section, std::size_t at) {
  const std::string& word = section.words[at].plain;
  const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
  const bool day = at + 1 < section.words.size() && among(section.words[at + 1].plain, kMonths);
  return year || day;
}

bool is_percent_behind(const HeardSection& section, std::size_t at) {
  const Stretch& place = section.words[at].place;
  const std::string_view behind = section.text.substr(place.begin + place.size);
  return behind.starts_with("%") || behind.starts_with(" %");
}

// What the number counts, behind it; no words where it is bare.
std::size_t words_of_unit(const HeardSection& section, std::size_t number) {
  constexpr std::size_t kLongestUnit = 2;
  for (std::size_t words = 1; words <= kLongestUnit && number + words < section.words.size(); ++words) {
    const HeardWord& word = section.words[number + words];
    if (word.breaks || word.opens || among(word.plain, kNoUnits)) return 0;
    if (among(word.plain, kUnits) || (word.plain.size() > 2 && word.plain.ends_with('s'))) return words;
  }
  return 0;
}

// Empty for a bare number: nobody asks how a four was measured.
std::string figure_at(const HeardSection& section, std::size_t at) {
  const Stretch& place = section.words[at].place;
  if (section.text.substr(place.begin, place.size).ends_with('%')) return quote(section, {at, at + 1});
  if (is_percent_behind(section, at)) return quote(section, {at, at + 1}) + (section.text[place.begin + place.size] == '%' ? "%" : " %");
  const std::size_t unit = words_of_unit(section, at);
  return unit == 0 ? "" : quote(section, {at, at + 1 + unit});
}

void add_figures(Collector& found, const HeardSection& section, bool shares) {
  for (std::size_t at = 0; at < section.words.size(); ++at) {
    if (!begins_with_digit(section.words[at].plain) || is_of_a_date(section, at)) continue;
    if (const std::string figure = figure_at(section, at); shares || !figure.ends_with('%')) found.add(figure);
  }
}

// A word with a capital, not because a sentence begins with it, and no month, day or abbreviation.
bool is_name(const HeardSection& section, std::size_t at) {
  const HeardWord& word = section.words[at];
  const std::string_view written = section.text.substr(word.place.begin, word.place.size);
  if (word.opens || written.size() < 3 || written[0] < 'A' || written[0] > 'Z') return false;
  if (!std::ranges::all_of(written.substr(1), [](char c) { return !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9'); })) return false;
  return !among(word.plain, kMonths) && !among(word.plain, kDays);
}

// What is said of it is said of people.
bool is_person(const HeardSection& section, std::size_t at) {
  const auto plain = [&](std::size_t i) { return i < section.words.size() ? std::string_view(section.words[i].plain) : std::string_view(); };
  const bool more = at + 1 < section.words.size();
  if (more && !section.words[at + 1].breaks && among(plain(at + 1), kSpeaks)) return true;
  if (at > 0 && !section.words[at].breaks && among(plain(at - 1), kReaches)) return true;
  if (!more || !section.words[at + 1].breaks || !among(plain(at + 1), kRelations)) return false;
  return plain(at + 1) == "who" || among(plain(at + 2), kOffices);
}

void add_names(Collector& found, const HeardStory& heard, const Story& story) {
  std::set<std::string> known;  // that are no people
  for (const std::string* text : {&story.employer, &story.role})
    for (const Stretch word : words_in(*text)) known.insert(fold(std::string_view(*text).substr(word.begin, word.size)));
  for (const HeardSection& section : heard)
    for (std::size_t at = 0; at < section.words.size(); ++at)
      if (is_name(section, at) && is_person(section, at) && !known.contains(section.words[at].plain)) found.add(quote(section, {at, at + 1}));
}

// "my director", "the director of platform": as it is said to the learner.
void add_offices(Collector& found, const HeardStory& heard) {
  for (const HeardSection& section : heard)
    for (std::size_t at = 0; at + 1 < section.words.size(); ++at) {
      const HeardWord& office = section.words[at + 1];
      if (!among(section.words[at].plain, kOfficeOwners) || office.breaks || !among(office.plain, kOffices)) continue;
      const bool of = at + 3 < section.words.size() && section.words[at + 2].plain == "of" && !section.words[at + 2].breaks && !section.words[at + 3].breaks;
      if (of && among(section.words[at + 3].plain, kOfficeOwners)) continue;
      const HeardSpan span{at, at + (of ? 4 : 2)};
      const std::string_view owner = section.words[at].plain;
      const std::string rest = quote(section, {at + 1, span.end});
      const std::string whose = owner == "my" || owner == "our" ? "your" : section.words[at].plain;
      found.add(whose + " " + rest, quote(section, span));
    }
}

// What was made, without its article and what is said of it behind its name.
void add_things(Collector& found, const HeardSection& section) {
  constexpr std::size_t kLongest = 3;
  for (std::size_t at = 0; at + 1 < section.words.size(); ++at) {
    if (section.words[at].plain != kSubject) continue;
    const HeardSpan verb = find_any(section, kMaking, at + 1);
    if (verb.first != at + 1 || verb.end >= section.words.size() || !among(section.words[verb.end].plain, kArticles)) continue;
    const std::size_t first = verb.end + 1;
    std::size_t end = first;
    while (end < section.words.size() && end - first < kLongest && !section.words[end].breaks && !section.words[end].opens &&
           !among(section.words[end].plain, kThingEnds) && !section.words[end].plain.ends_with("ing"))
      ++end;
    const bool whole = end == section.words.size() || section.words[end].breaks || section.words[end].opens || among(section.words[end].plain, kThingEnds) ||
                       section.words[end].plain.ends_with("ing");
    if (end > first && whole) found.add(quote(section, {first, end}));
  }
}

void add_shared(Collector& found, const HeardSection& action) {
  const auto times = std::ranges::count(action.words, "we", &HeardWord::plain);
  const auto own = std::ranges::count(action.words, "i", &HeardWord::plain);
  if (static_cast<std::size_t>(times) < kFewShared || times < own) return;
  const HeardSpan first = find_any(action, kShared);
  found.add(quote(action, clause_from(action, first)));
}

// Once: it is always the same team.
void add_teams(Collector& found, const HeardStory& heard) {
  for (const Section each : {Section::Action, Section::Task, Section::Situation}) {
    const HeardSection& section = section_of(heard, each);
    const HeardSpan team = find_any(section, kTeams);
    if (team.first == team.end) continue;
    return found.add(section.words[team.first].plain + " " + quote(section, {team.first + 1, team.end}), quote(section, team));
  }
}

void add_superlatives(Collector& found, const HeardStory& heard) {
  for (const HeardSection& section : heard)
    for (HeardSpan at = find_any(section, kSuperlatives); at.first < at.end; at = find_any(section, kSuperlatives, at.end))
      if (at.end == section.words.size() || !among(section.words[at.end].plain, kSayings)) found.add(quote(section, clause_around(section, at, 7)));
}

void add_metrics(Collector& found, const Story& story) {
  for (const StoryMetric& metric : story.metrics)
    if (!metric.before.empty() && !metric.after.empty()) found.add(std::string(trimmed(metric.name)));
}

}  // namespace

std::vector<ProbeFind> find_for(ProbeSlot slot, const Story& story, const HeardStory& heard) {
  using enum Section;
  Collector found;
  switch (slot) {
    case ProbeSlot::None: break;
    case ProbeSlot::Figure: add_figures(found, section_of(heard, Result), true); break;
    case ProbeSlot::Amount: add_figures(found, section_of(heard, Result), false); break;
    case ProbeSlot::Person: add_names(found, heard, story); add_offices(found, heard); break;
    case ProbeSlot::Decision: add_own(found, section_of(heard, Action), kDecisions); break;
    case ProbeSlot::Objection: add_clauses(found, heard, {Action}, kObjections); break;
    case ProbeSlot::Slip: add_clauses(found, heard, {Situation, Action, Result}, kSlips); break;
    case ProbeSlot::Team: add_teams(found, heard); break;
    case ProbeSlot::Shared: add_shared(found, section_of(heard, Action)); break;
    case ProbeSlot::Cost: add_clauses(found, heard, {Action, Result}, kCosts); break;
    case ProbeSlot::Superlative: add_superlatives(found, heard); break;
    case ProbeSlot::HiddenActor: add_clauses(found, heard, {Situation, Task, Action}, kHidden); break;
    case ProbeSlot::Vague: add_clauses(found, heard, {Result}, kVague); break;
    case ProbeSlot::NoOwner: add_clauses(found, heard, {Situation, Task, Action}, kNoOwner); break;
    case ProbeSlot::NoAuthority: add_clauses(found, heard, {Situation, Task, Action}, kNoAuthority); break;
    case ProbeSlot::Lesson: add_clauses(found, heard, {Reflection}, kLessons); break;
    case ProbeSlot::Metric: add_metrics(found, story); break;
    case ProbeSlot::Thing: add_things(found, section_of(heard, Action)); break;
  }
  return found.take();
}

bool is_smooth(const HeardStory& heard) {
  return std::ranges::none_of(heard, [](const HeardSection& section) {
    const HeardSpan found = find_any(section, kFailures);
    return found.first < found.end;
  });
}

}  // namespace starling
