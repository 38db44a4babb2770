// `story mine`: twenty prompts, by year and by kind; what comes to mind is kept as a win.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/dialogue.h"
#include "cli/open_study.h"
#include "cli/screen/wins.h"
#include "cli/win_text.h"
#include "cli/wire/wire.h"
#include "text/text.h"

namespace starling {

namespace {

int this_year(const Study& study) { return static_cast<int>(std::chrono::year_month_day(study.now().day).year()); }

std::vector<MinedPrompt> prompts_now(const Study& study) {
  return mined_prompts(mine_prompts(this_year(study)), wins_of(study.standpoint().progress, study.library().stories()));
}

// One prompt after the other, those that have no answer yet. An answer is on disk before the next one is asked.
class MineTalk {
 public:
  MineTalk(Study& study, World& world) : study_(study), talk_(world) {
    for (MinedPrompt& prompt : prompts_now(study))
      if (!prompt.win) open_.push_back({std::move(prompt.prompt), std::nullopt});
  }

  // How many lines were kept.
  int run() {
    if (open_.empty()) {
      say("Every prompt has an answer. What you kept: starling win list");
      return 0;
    }
    talk_.say(talk_.style().dim(paragraph("A line is kept as a win. Enter passes, u goes one back, q leaves.", talk_.width())));
    for (std::size_t at = 0; at < open_.size();) {
      const auto line = talk_.ask(paragraph(fmt::format("{} of {}. {}", at + 1, open_.size(), open_[at].prompt.text), talk_.width()) + "> ");
      const std::string text = line ? win_text(*line) : "q";
      if (text == "q") break;
      if (text == "u")
        at = back_from(at);
      else if (text.empty() || keep(open_[at], text))
        ++at;
    }
    const auto kept = std::ranges::count_if(open_, [](const OpenPrompt& each) { return each.deed.has_value(); });
    say(fmt::format("{} What was passed comes again: starling story mine",
                    kept == 0 ? "Nothing was kept." : fmt::format("Kept {}.", counted(static_cast<int>(kept), "win"))));
    return static_cast<int>(kept);
  }

 private:
  struct OpenPrompt {
    MinePrompt prompt;
    std::optional<Deed> deed;  // of the answer
  };

  void say(std::string_view text) { talk_.say(paragraph(text, talk_.width())); }

  bool keep(OpenPrompt& open, const std::string& text) {
    if (const std::string why = why_no_win(text); !why.empty()) {
      say(capitalised(why) + ".");
      return false;
    }
    open.deed = study_.log({Won{text, {}, std::string(open.prompt.kind), open.prompt.year}});
    return true;
  }

  // What was answered there is taken back.
  std::size_t back_from(std::size_t at) {
    if (at == 0) {
      say("This is the first one.");
      return at;
    }
    OpenPrompt& before = open_[at - 1];
    if (before.deed) {
      (void)study_.log({undone(*before.deed)});
      before.deed.reset();
      say("Taken back.");
    }
    return at - 1;
  }

  Study& study_;
  Dialogue talk_;
  std::vector<OpenPrompt> open_;
};

Exit run_story_mine(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  if (world.terminal && !arguments.json) {
    const int kept = MineTalk(*study, world).run();
    tell_remarks(*study, arguments, world);
    return kept > 0 ? Exit::Ok : Exit::NotMet;
  }
  const std::vector<MinedPrompt> prompts = prompts_now(*study);
  world.out << (arguments.json ? mined_json(prompts) : mined_screen(prompts, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kStoryMineCommand{.name = "story mine",
                                .summary = "twenty prompts that bring back what a story can be made of",
                                .examples = {"starling story mine"},
                                .run = run_story_mine};

}  // namespace starling
