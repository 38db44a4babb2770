#include "cli/doing.h"

#include <fmt/format.h>

#include <charconv>
#include <ostream>

#include "cli/card_sitting.h"
#include "cli/dialogue.h"
#include "cli/open_study.h"
#include "cli/practice_deeds.h"
#include "cli/queue_options.h"
#include "cli/screen/exercises.h"
#include "cli/screen/task.h"
#include "cli/screen/to_do.h"
#include "cli/tell.h"
#include "cli/to_do_commands.h"
#include "cli/work_clock.h"
#include "text/text.h"

namespace starling {

namespace {

std::optional<double> as_real(std::string_view word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc{} && end == word.data() + word.size() ? std::optional(value) : std::nullopt;
}

// A number from `low` to `high`; Enter takes `proposed`. Nothing where the learner leaves.
std::optional<double> ask_number(Dialogue& talk, std::string_view prompt, double low, double high, double proposed) {
  while (true) {
    const auto line = talk.ask(fmt::format("{} ({:g}): ", prompt, proposed));
    if (!line || trimmed(*line) == "q") return std::nullopt;
    if (trimmed(*line).empty()) return proposed;
    if (const auto value = as_real(trimmed(*line)); value && *value >= low && *value <= high) return value;
    talk.say(paragraph(fmt::format("A number from {:g} to {:g}, not {}.", low, high, shorten(*line, 40)), talk.width()));
  }
}

class Doing {
 public:
  Doing(Study& study, const ToDo& doing, const Arguments& arguments, World& world)
      : study_(study), doing_(doing), arguments_(arguments), world_(world), talk_(world) {}

  bool run() {
    switch (doing_.way) {
      case WayToDo::Review: return review_cards(arguments_, world_);
      case WayToDo::Cards: return cards();
      case WayToDo::Problem: return problem();
      case WayToDo::Design: return design();
      case WayToDo::Telling: return telling();
      case WayToDo::Mock:
        world_.out << to_do_screen(doing_, talk_.style(), talk_.width());
        return true;
      case WayToDo::Line: return line();
      case WayToDo::Plain: break;
    }
    return plain();
  }

 private:
  bool cards() {
    const Task& task = *doing_.what->task;
    talk_.say(talk_.style().bold(paragraph(doing_.title, talk_.width())) + paragraph(task.doing, talk_.width()));
    review_cards(of_decks(arguments_, doing_.decks), world_);
    // The answers have their own minutes.
    return ask_done() && tick(doing_.what->left(), std::nullopt);
  }

  bool problem() {
    const CodingProblem& problem = *doing_.problem;
    const Worked worked = work([&](const Style& style, int width) { return problem_brief(problem, style, width); });
    if (!worked.finished) return left(worked);
    TriedProblem tried{&problem, "", "", {}, {}, Grade::Good, ""};
    const char key = talk_.choose("Solved? y yes, n no, h hint, q leave: ", "yhnq");
    if (key == 'q') return left(worked);
    tried.grade = key == 'n' ? Grade::Again : key == 'h' ? Grade::Hard : Grade::Good;
    tried.minutes = ask_minutes(worked);
    if (!tried.minutes) return left(worked);
    tell(log_problem(study_, tried));
    talk_.say(hanging("Its plan: ", fmt::format("starling problem show {} --plan", problem.id), talk_.width()));
    return true;
  }

  bool design() {
    const DesignExercise& exercise = *doing_.exercise;
    const auto asked = prompts(exercise, study_.settings().level, {});
    const Worked worked = work([&](const Style& style, int width) { return exercise_brief(exercise, asked, style, width); });
    if (!worked.finished) return left(worked);
    const ExerciseView view = exercise_view(study_.standpoint(), last_practice_grades(study_.standing()), exercise);
    const auto after = [&](const Style& style, int width) { return exercise_after(view, style, width); };
    if (!read_through({exercise.title, after, 0, {}}, world_)) return left(worked);
    TriedDesign tried{&exercise, "", "", {}, {}, ""};
    if (!ask_scores(tried.scores)) return left(worked);
    tried.minutes = ask_minutes(worked);
    if (!tried.minutes) return left(worked);
    tell(log_design(study_, tried));
    return true;
  }

  // False where the learner leaves.
  bool ask_scores(std::vector<PartScore>& scores) {
    talk_.say(paragraph("A score for each part, 0 to 5 in halves; Enter leaves it out, q leaves.", talk_.width()));
    for (const std::string& part : doing_.exercise->rubric)
      while (true) {
        const auto line = talk_.ask(part + ": ");
        if (!line || trimmed(*line) == "q") return false;
        if (trimmed(*line).empty()) break;
        try {
          scores.push_back(PartScored{}.read(part, fmt::format("{}={}", part, trimmed(*line))));
          break;
        } catch (const UsageError& wrong) {
          talk_.say(paragraph(capitalised(wrong.what()), talk_.width()));
        }
      }
    return true;
  }

  bool telling() {
    if (!tell_story(study_, *doing_.story, world_)) return false;
    // The telling has its own minutes.
    return !doing_.what || tick(1, std::nullopt);
  }

  bool plain() {
    const WholeTask whole = whole_task(study_.standpoint(), last_practice_grades(study_.standing()), doing_.what->id).value();
    const Worked worked = work([&](const Style& style, int width) { return task_body(whole, style, width); });
    if (!worked.finished || !ask_done()) return left(worked);
    double count = doing_.what->left();
    if (doing_.what->target > 1) {
      const auto given = ask_number(talk_, fmt::format("How many {}", doing_.what->task->unit), 0.5, 1000, count);
      if (!given) return left(worked);
      count = *given;
    }
    const auto minutes = ask_minutes(worked);
    if (!minutes) return left(worked);
    tick(count, minutes);
    if (!doing_.decks.empty()) talk_.say(hanging("Its cards: ", commands_of(doing_).back(), talk_.width()));
    return true;
  }

  bool line() {
    talk_.say(paragraph(doing_.title, talk_.width()));
    return ask_done() && tick(doing_.what->left(), std::nullopt);
  }

  [[nodiscard]] Worked work(std::function<std::string(const Style&, int)> text) {
    return work_by_clock({doing_.title, std::move(text), doing_.minutes, pages()}, world_);
  }

  // Of the problem, and what the task links to.
  [[nodiscard]] std::vector<std::string> pages() const {
    std::vector<std::string> addresses;
    if (doing_.problem && !doing_.problem->url.empty()) addresses.push_back(doing_.problem->url);
    if (!doing_.what || !doing_.what->task) return addresses;
    const auto whole = whole_task(study_.standpoint(), {}, doing_.what->id);
    if (whole)
      for (const Link* link : whole->links) addresses.push_back(link->url);
    return addresses;
  }

  bool ask_done() { return talk_.choose("Done? y yes · n not yet: ", "ynq") == 'y'; }

  std::optional<double> ask_minutes(const Worked& worked) {
    return ask_number(talk_, "Minutes", 0, kLongestLogged, whole_minutes(worked.took));
  }

  bool tick(double count, std::optional<double> minutes) {
    const auto written = log_done(study_, *doing_.what, count, minutes);
    if (written) {
      tell(*written);
      return true;
    }
    tell_remarks(study_, arguments_, world_);
    talk_.say(paragraph(fmt::format("Done before: {}", doing_.what->title), talk_.width()));
    return true;
  }

  void tell(const Written& written) {
    tell_remarks(study_, arguments_, world_);
    tell_written(written, study_, arguments_, world_);
  }

  bool left(const Worked& worked) {
    const int seconds = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(worked.took).count());
    talk_.say(paragraph(fmt::format("Left after {}; nothing of it is kept.", clock_time(seconds)), talk_.width()));
    return false;
  }

  Study& study_;
  const ToDo& doing_;
  const Arguments& arguments_;
  World& world_;
  Dialogue talk_;
};

}  // namespace

bool do_it(Study& study, const ToDo& doing, const Arguments& arguments, World& world) {
  return Doing(study, doing, arguments, world).run();
}

}  // namespace starling
