#include "lived/learner.h"

#include <fmt/format.h>

#include <algorithm>

namespace starling::test {

namespace {

using std::chrono::days;

bool is_in(Day day, const DaySpan& span) { return span.first <= day && day <= span.last; }
// In Berlin, in the years of the life.
bool changes_clocks(Day day) { return to_string(day) == "2027-10-31" || to_string(day) == "2028-03-26"; }
unsigned weekday_of(Day day) { return std::chrono::weekday(day).iso_encoding(); }

}  // namespace

LivingLearner::LivingLearner(const Plan& plan, const TimelineTable& table, Fate fate)
    : plan_(plan), table_(table), fate_(std::move(fate)), evidence_(plan, table, fate_.level), stories_(made_stories()),
      today_(fate_.start), interview_(fate_.interview) {
  for (const PlanDay& day : plan_.days)
    for (const Task& task : day.tasks) tasks_[task.id] = &task;
  desk_.folder.write("study/starling.toml", "[day]\ntime_zone = \"Europe/Berlin\"\n");
}

Reply LivingLearner::run(std::vector<std::string> words, std::initializer_list<int> exits) {
  const std::vector<std::string> typed = words;
  words.insert(words.end(), {"--date", to_string(today_) + hour_});
  std::string line;
  for (const std::string& word : words) line += word + " ";
  Reply reply = desk_.run(words);
  ++commands_run_;
  CAPTURE(line);
  CAPTURE(reply.out);
  CAPTURE(reply.err);
  const bool right = std::ranges::find(exits, reply.exit) != exits.end();
  CHECK(right);
  if (right) evidence_.ran(typed, reply.out);
  return reply;
}

Reply LivingLearner::run(const std::string& line, std::initializer_list<int> exits) { return run(words_of_line(line), exits); }

Json LivingLearner::reply(std::vector<std::string> words, std::initializer_list<int> exits) {
  const std::string command = words.front();
  words.emplace_back("--json");
  const Reply given = run(std::move(words), exits);
  const Json json = Json::parse(given.out, nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  evidence_.replied(command, json);
  return json;
}

Json LivingLearner::reply_at(const std::string& hour, std::vector<std::string> words) {
  hour_ = hour;
  Json json = reply(std::move(words));
  hour_.clear();
  return json;
}

Json LivingLearner::ask(const std::string& line) { return reply(words_of_line(line), {0, 1}); }

void LivingLearner::begin() {
  run(fmt::format("init --level {} --start {} --interview {} --hours 16 --plan {} --yes", fate_.level, to_string(fate_.start), to_string(fate_.interview), plan_.id));
  run("config day.rest_days sunday");
  run(fmt::format("break {}..{}", to_string(fate_.away.first), to_string(fate_.away.last)));
}

void LivingLearner::live(Day today) {
  today_ = today;
  if (is_in(today, fate_.lost)) return;
  if (today == fate_.lost.last + days(1)) return_to_it();
  if (today == fate_.moves_on) move_the_date();
  const Json day = reply({"today"});
  CHECK(day["date"] == to_string(today));
  if (changes_clocks(today)) CHECK(reply_at("T02:30", {"today"})["date"] == to_string(today - days(1)));
  CHECK(day["interview"]["days_left"] == days_between(today, interview_));
  const int week = day["week"];
  if (is_in(today, fate_.away)) {
    if (today == fate_.away.first) note_days_off(week);
    CHECK(day["review"]["due"] == 0);
    return;
  }
  if (weekday_of(today) == 1) look_at_the_week(week);
  if (weekday_of(today) == 2) run("do", {0, 1});
  do_tasks(day);
  tick_lists(day);
  review_cards();
  work_on_feedback();
  measure(week, static_cast<int>(weekday_of(today)));
  if (weekday_of(today) == 7) end_the_week(week);
  if (weekday_of(today) == 7 && week % 4 == 0) end_the_month(week / 4);
}

// After days of nothing: what it says, what it offers, and one of that is taken.
void LivingLearner::return_to_it() {
  run("today");
  run("week");
  const int now = reply({"week"})["week"];
  run("replan");
  const Json replanned = reply({"replan", "--take", fate_.take, "--yes"});
  take_over(replanned, fate_.take);
  for (int week = replanned["left_off_in_week"]; week < now; ++week) look_at_the_week(week);
}

// What was taken says itself what it cannot keep.
void LivingLearner::take_over(const Json& replanned, const std::string& way) {
  CHECK(replanned["deed"].is_string());
  for (const Json& option : replanned["options"]) {
    if (option["way"] != way) continue;
    for (const Json& gate : option["effect"]["gates_out_of_reach"]) given_up_.insert(gate["id"].get<std::string>());
    return;
  }
  CAPTURE(way);
  FAIL_CHECK("it is none of the ways");
}

void LivingLearner::move_the_date() {
  interview_ = fate_.moved_to;
  run("date");
  run({"date", to_string(interview_)});
  take_over(reply({"date", to_string(interview_), "--yes"}), "keep");
}

// The screens that the table names for rows of this week; those of no week in the second.
void LivingLearner::look_at_the_week(int week) {
  std::set<std::string> screens{"today", fmt::format("plan {}", week)};
  const std::vector<RowRecord> records = row_records(plan_);
  const auto begins_now = [&](const std::string& row) {
    int first = 0;
    for (const RowRecord& record : records) {
      const int begins = record.month > 0 ? record.month * 4 : record.first_week;
      if (record.row == row && begins > 0 && (first == 0 || begins < first)) first = begins;
    }
    return (first == 0 ? 2 : first) == week;
  };
  const auto add = [&](const std::vector<std::string>& lines, const std::string& level) {
    for (const std::string& line : lines) {
      std::string words;
      for (const std::string& word : words_of_line(line)) {
        if (word == "N") words += std::to_string(line.find("--month") == line.npos ? week : (week + 3) / 4) + " ";
        else if (word == "L") words += level + " ";
        else if (word == "P") words += "sliding-window ";
        else if (word == "ID") words += "chat ";
        else words += word + " ";
      }
      screens.insert(words);
    }
  };
  for (const TimelineRow& row : table_.rows)
    if (begins_now(row.id)) add(row.screens, row.id == "S35" ? "L6" : row.id == "S36" ? "L7" : fate_.level);
  for (const ReadingRow& row : table_.readings)
    if (begins_now(row.id)) add(row.screens, fate_.level);
  desk_.columns = week % 2 == 0 ? 80 : 40;
  for (const std::string& screen : screens) {
    const std::vector<std::string> words = words_of_line(screen);
    if (words[0] == "init" || words[0] == "replan") continue;  // they have their own days
    const Reply shown = run(words, {0, 1});
    CAPTURE(screen);
    // Addresses are not broken.
    if (shown.out.find("https://") == std::string::npos) CHECK(widest(shown.out) <= desk_.columns);
  }
  desk_.columns = 80;
  if (week == 2 || week == 15 || week == 17) (void)reply({"plan", std::to_string(week)});
}

void LivingLearner::do_tasks(const Json& today) {
  for (const Json& slot : today["slots"])
    for (const Json& each : slot["tasks"]) {
      const auto found = tasks_.find(each["id"].get<std::string>());
      REQUIRE(found != tasks_.end());
      done_[found->first] = each["done"];
      if (left_of(*found->second) > 0) do_task(*found->second, each["number"]);
    }
}

double LivingLearner::left_of(const Task& task) const {
  const auto done = done_.find(task.id);
  return target_of(task) - (done == done_.end() ? 0 : done->second);
}

void LivingLearner::note_done(const Json& written) {
  if (written["task"].is_object()) done_[written["task"]["id"]] = written["task"]["done"];
}

void LivingLearner::do_task(const Task& task, int number) {
  if (!task.mock.empty()) hold_mock(task);
  else if (task.unit == "problems") log_problems(task);
  else if (!task.exercise.empty()) log_design(task);
  else if (task.unit == "drafts" || task.unit == "stories") write_stories(task);
  else if (task.unit == "tellings") tell_stories(task);
  if (left_of(task) > 0) finish(task, number);
}

void LivingLearner::log_problems(const Task& task) {
  for (const std::string& problem : task.problems) {
    if (left_of(task) <= 0) return;
    std::vector<std::string> words{"log", "problem", problem, "--minutes", std::to_string(14 + problems_ % 11)};
    if (++problems_ % 9 == 0) words.emplace_back("--hint");
    note_done(reply(words));
  }
  if (!task.problems.empty() || left_of(task) <= 0) return;
  note_done(reply({"log", "problem", fmt::format("A problem of my own, {}", ++problems_), "--difficulty", "medium", "--pattern", "two-pointers",
                   "--minutes", "21"}));
}

void LivingLearner::log_design(const Task& task) {
  std::vector<std::string> words{"log", "design", task.exercise, "--minutes", "37", "--score", "scope=4", "--score", "depth=4.5"};
  if (!task.level.empty()) words.insert(words.end(), {"--level", task.level.front()});
  note_done(reply(words));
}

void LivingLearner::hold_mock(const Task& task) {
  const int weeks = days_between(fate_.start, today_) / 7;
  const std::string score = weeks < 12 ? "3.5" : weeks < 17 ? "4" : "4.5";
  note_done(reply({"mock", "add", task.mock, "--score", "communication=" + score, "--score", "depth=" + score, "--minutes", "50", "--feedback",
                   fmt::format("After {}: name a number early", task.title), "--level", fate_.level}));
}

// A draft where the task asks for drafts; a whole story for its principle where it asks for stories.
MadeStory* LivingLearner::story_for(const Task& task) {
  const auto fits = [&](const MadeStory& story, bool exact) {
    if (task.unit == "drafts") return story.state == MadeStory::State::None;
    return story.state != MadeStory::State::Whole &&
           (!exact || std::ranges::find(task.principles, story.primary) != task.principles.end());
  };
  for (const bool exact : {true, false})
    for (MadeStory& story : stories_)
      if (fits(story, exact)) return &story;
  return nullptr;
}

void LivingLearner::write_stories(const Task& task) {
  for (double left = left_of(task); left > 0; --left) {
    MadeStory* story = story_for(task);
    if (!story) return;
    if (story->state == MadeStory::State::None) {
      std::vector<std::string> words{"story", "new"};
      for (const std::string& word : words_of_line(story->title)) words.push_back(word);
      words.insert(words.end(), {"--id", story->id, "--principle", std::string(principles()[story->primary].id)});
      run(words);
      std::string text = test::text_of(desk_.home() / "stories" / (story->id + ".toml"));
      const std::string begin = "situation = \"\"\"\n";
      text.insert(text.find(begin) + begin.size(), "In February the order service lost orders.\n");
      desk_.folder.write("study/stories/" + story->id + ".toml", text);
      story->state = MadeStory::State::Draft;
    }
    if (task.unit == "drafts") continue;
    desk_.folder.write("whole.toml", whole_text(*story, today_));
    desk_.editor = "cp '" + (desk_.folder / "whole.toml").string() + "'";
    run({"story", "edit", story->id});
    story->state = MadeStory::State::Whole;
  }
}

// The first aloud against the clock, the others graded alone.
void LivingLearner::tell_stories(const Task& task) {
  for (double left = std::min(left_of(task), 2.0); left > 0; --left) {
    std::vector<const MadeStory*> whole;
    for (const MadeStory& story : stories_)
      if (story.state == MadeStory::State::Whole) whole.push_back(&story);
    if (whole.empty()) return;
    const MadeStory& story = *whole[told_ % whole.size()];
    if (told_++ % 2 == 0) {
      desk_.in = "\n3 % to 0.04 %\n2026\n3\n3\n3\n3\n\n";
      run({"story", "tell", story.id});
      desk_.in.clear();
    } else {
      (void)reply({"answer", "story/" + story.id, "good", "--seconds", "148"});
    }
  }
}

// By its number on the screen on odd days, by its id on the others.
void LivingLearner::finish(const Task& task, int number) {
  const bool odd = days_between(fate_.start, today_) % 2 == 1;
  std::vector<std::string> words{"done", odd ? std::to_string(number) : task.id};
  if (number == 1) words.insert(words.end(), {"--minutes", "30"});
  const Json written = reply(words);
  CHECK(written["task"]["id"] == task.id);
  note_done(written);
  CHECK(left_of(task) <= 0);
}

void LivingLearner::tick_lists(const Json& today) {
  for (const Json& list : today["checklists"]) {
    const std::string id = list["id"];
    // A list of a date before the interview is there first on that date.
    if (id.starts_with("t-") && lists_.insert(id).second) CHECK(today["interview"]["days_left"] == std::stoi(id.substr(2)));
    for (const Json& line : list["items"])
      if (!line["done"].get<bool>() && ticked_.insert(line["id"]).second) run({"check", line["id"].get<std::string>()});
  }
}

void LivingLearner::review_cards() {
  if (weekday_of(today_) == 6) {
    desk_.in = "\n3\n\n3\n";
    run("review --limit 2", {0, 1});
    desk_.in.clear();
    return;
  }
  if (weekday_of(today_) % 3 != 1) return;
  const Json next = reply({"next"}, {0, 1});
  if (next["item"].is_null()) return;
  const char* grade = ++answers_ % 7 == 0 ? "again" : answers_ % 5 == 0 ? "easy" : "good";
  (void)reply({"answer", next["item"]["item"].get<std::string>(), grade, "--seconds", "11"});
}

// Once a week one point, and all of them before the last weeks.
void LivingLearner::work_on_feedback() {
  if (weekday_of(today_) != 4 || !evidence_.saw("task", "w08-d6-first-mock")) return;
  const Json open = reply({"feedback", "list"});
  if (open["points"].size() > 1) run("feedback list");
  for (const Json& point : open["points"]) run({"feedback", "close", std::to_string(point["number"].get<int>())});
}

// Figures that fall short in turn, so that every piece of advice has its week; those of one week at a time.
void LivingLearner::measure(int week, int weekday) {
  struct Measured {
    int week;
    const char* metric;
    const char* value;
  };
  static constexpr Measured kMeasured[] = {
      {3, "medium-minutes", "48"},       {4, "medium-minutes", "28"},      {8, "design-completeness", "40"},  {9, "design-completeness", "85"},
      {14, "story-quality", "2"},        {16, "story-quality", "4.2"},     {18, "medium-minutes", "24"},      {21, "coding-speed", "30"},
      {21, "system-design-depth", "4"},  {21, "story-impact", "4"},        {21, "confidence", "Medium"},      {23, "coding-speed", "25"},
      {23, "system-design-depth", "4.5"}, {23, "story-impact", "4.5"},     {23, "confidence", "High"}};
  if (week == 1 && weekday == 4) run("baseline --easy 14 --medium 38 --design 60 --stories 3");
  // A fortnight with more than was planned.
  if ((week == 4 || week == 5) && weekday <= 5) run("log study design 110 a course");
  if (week == 5 && weekday == 5) run("problem list --difficulty hard");
  if (week == 1 && weekday == 5) run("ics --weeks 4");
  if (week == 3 && weekday == 5) move_a_task();
  if (weekday != 5 || measured_ == std::size(kMeasured) || kMeasured[measured_].week > week) return;
  const int group = kMeasured[measured_].week;
  for (; measured_ < std::size(kMeasured) && kMeasured[measured_].week == group; ++measured_)
    run({"metric", "set", kMeasured[measured_].metric, kMeasured[measured_].value});
  if (group != 21) return;
  run("weak");
  CHECK(reply({"weak"})["gaps"][0]["metric"] == "confidence");
}

// From tomorrow, a Saturday, to the day after.
void LivingLearner::move_a_task() {
  const std::string saturday = to_string(today_ + days(1));
  const std::string sunday = to_string(today_ + days(2));
  const auto tasks_on = [&](const std::string& date) {
    std::vector<std::string> tasks;
    const Json plan = reply({"plan", "3"});
    for (const Json& day : plan["weeks"][0]["days"])
      if (day["date"] == date)
        for (const Json& task : day["tasks"]) tasks.push_back(task["id"]);
    return tasks;
  };
  const std::string task = tasks_on(saturday).at(0);
  run({"plan", "move", task, sunday});
  const std::vector<std::string> then = tasks_on(sunday);
  const bool moved = std::ranges::find(then, task) != then.end();
  CHECK(moved);
}

void LivingLearner::end_the_week(int week) {
  run("week");
  const Json report = reply({"week"});
  CHECK(report["week"] == week);
  CHECK(report["ends"].get<std::string>() >= to_string(today_));  // spare weeks are of the week before them
  for (const Json& goal : report["goals"])
    if (week % 2 == 0 && ticked_.insert(goal["id"]).second) run({"check", goal["id"].get<std::string>()}, {0, 1});
  if (week < plan_.weeks) run({"week", "--goals", "two mocks", "--goals", "sleep", "--goals", fmt::format("week {} whole", week + 1)});
}

void LivingLearner::end_the_month(int month) {
  run({"gates", "--month", std::to_string(month)}, {0, 1});
  const Json gates = reply({"gates"}, {0, 1});
  for (const Json& gate : gates["gates"])
    if (gate["evidence"] == "self" && gate["month"] <= month && !gate["passed"].get<bool>() && ticked_.insert(gate["id"]).second)
      run({"check", gate["id"].get<std::string>()});
  (void)reply({"month", std::to_string(month)});
  run({"month", std::to_string(month), "--write"});
  run({"month", std::to_string(month)});
}

// What a break leaves no room for.
void LivingLearner::note_days_off(int week) {
  const Json plan = reply({"plan", std::to_string(week)});
  for (const Json& day : plan["weeks"][0]["left_out"])
    for (const Json& task : day["tasks"]) days_off_.insert("task:" + task["id"].get<std::string>());
}

std::set<std::string> LivingLearner::without_a_day() {
  std::set<std::string> without = days_off_;
  const auto is_lost = [&](const Json& date) { return is_in(*parse_day(date.get<std::string>()), fate_.lost); };
  const Json plan = ask("plan");
  for (const Json& week : plan["weeks"]) {
    bool whole = true;
    for (const Json& day : week["days"]) {
      whole = whole && is_lost(day["date"]);
      if (is_lost(day["date"]))
        for (const Json& task : day["tasks"]) without.insert("task:" + task["id"].get<std::string>());
    }
    for (const Json& day : week["left_out"])
      for (const Json& task : day["tasks"]) without.insert("task:" + task["id"].get<std::string>());
    if (!whole) continue;
    without.insert("title:" + week["title"].get<std::string>());
    for (const Json& goal : week["goals"]) without.insert("goal:" + goal["id"].get<std::string>());
    for (const Json& shape : week["shapes"]) without.insert("shape of a day:" + shape["id"].get<std::string>());
  }
  return without;
}

void LivingLearner::after_interview() {
  run({"debrief", "add", "--question", "When did you disagree with your manager?", "--principle", "HB", "--story", stories_.front().id,
       "--follow-up", "Which figure moved?", "--rating", "4"});
  run("debrief outcome offer");
  run("debrief");
}

}  // namespace starling::test
