#include "cli/manual.h"

#include <fmt/format.h>

#include <string_view>

#include "cli/arguments.h"

namespace starling {

namespace {

// Text that troff takes as it stands.
std::string plain_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (result.empty() && (c == '.' || c == '\'')) result += "\\&";
    if (c == '\\')
      result += "\\e";
    else if (c == '-')
      result += "\\-";
    else if (c == '\'')
      result += "\\(aq";
    else if (c == '~')
      result += "\\(ti";
    else if (c == '^')
      result += "\\(ha";
    else
      result += c;
  }
  return result;
}

std::string bold(std::string_view text) { return "\\fB" + plain_text(text) + "\\fR"; }
std::string slanted(std::string_view text) { return "\\fI" + plain_text(text) + "\\fR"; }

std::string option_entry(const Parameter& option) {
  return fmt::format(".TP\n{}{}\n{}\n", bold(option.name()),
                     option.value().empty() ? "" : " " + slanted(option.value()), plain_text(option.help()));
}

std::string command_entry(const Command& command) {
  const std::string operands = operands_text(command);
  std::string text = fmt::format(".SS {}{}\n{}.\n", bold(command.name), operands.empty() ? "" : " " + slanted(operands),
                                 plain_text(command.summary));
  if (!command.also.empty()) text += fmt::format("Also written {}.\n", bold(command.also));
  for (const Parameter* option : command.options) text += option_entry(*option);
  if (command.examples.empty()) return text;
  text += ".P\n.nf\n";
  for (const std::string_view example : command.examples) text += fmt::format("    {}\n", plain_text(example));
  return text + ".fi\n";
}

constexpr std::string_view kFiles = R"(.SH FILES
One folder is one learner: the one that \fB\-\-home\fR names, else \fI$STARLING_HOME\fR, else \fI$XDG_DATA_HOME/starling\fR, else \fI\(ti/.local/share/starling\fR.
Its \fIstarling.toml\fR holds the settings, \fIdecks\fR and \fIstories\fR hold your own cards and stories.
.SH ENVIRONMENT
.TP
\fBSTARLING_HOME\fR
The study folder, where \fB\-\-home\fR does not say.
.TP
\fBSTARLING_DECKS\fR
The shipped decks and plans, where they are not those beside the program.
.TP
\fBVISUAL\fR, \fBEDITOR\fR
What opens a card or a story; where neither is set, the first of \fIeditor\fR, \fInano\fR and \fIvi\fR that is there.
.TP
\fBSTARLING_PAGER\fR, \fBPAGER\fR, \fBLESS\fR
What shows a list that is longer than the window; \fIless\fR with \fIFRX\fR without. Empty or \fIcat\fR: it is printed.
.TP
\fBNO_COLOR\fR
No colour, if it is set to anything.
.SH EXIT STATUS
.TP
0
Done.
.TP
1
Nothing is due, or something was not met or found wrong.
.TP
2
Wrong use.
.TP
3
A deck, a story, the plan or the settings are wrong; file, line and column are named.
.TP
4
The disk or the database: full, not permitted, or not ours.
)";

}  // namespace

std::string manual_page(std::span<const Command> commands) {
  std::string text = fmt::format(".TH STARLING 1 \"\" \"Starling {}\" \"User Commands\"\n", STARLING_VERSION);
  text +=
      ".SH NAME\nstarling \\- cards, stories and a plan by weeks for an Amazon interview\n"
      ".SH SYNOPSIS\n\\fBstarling\\fR [\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]\n"
      ".SH DESCRIPTION\nStarling prepares one candidate for an Amazon L6 or L7 interview: cards, stories and the "
      "plan by weeks in one day\\(aqs list.\nWithout a command it shows today.\n"
      ".SH OPTIONS\nThese go with every command, before or behind it.\n";
  for (const Parameter* option : global_options()) text += option_entry(*option);
  text += ".SH COMMANDS\n";
  for (const Command& command : commands)
    if (!command.hidden) text += command_entry(command);
  return text.append(kFiles);
}

}  // namespace starling
