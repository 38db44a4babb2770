#include "rounds/round_questions.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 6> kBehaviouralQuestions{
    "What did the last person who did this job well do in their first three months?",
    "Which decision of this team would you make otherwise today, and what keeps it as it is?",
    "Where does this team depend on another one that wants something else?",
    "How do you find out that a customer is unhappy before they say so?",
    "What does the team do less of since last year, and who decided that?",
    "When did somebody here last change your mind, and with what?"};
constexpr std::array<std::string_view, 4> kCodingQuestions{
    "How does a change get from your editor to a customer, and what stops a bad one?",
    "Which part of the code does nobody like to touch, and what is done about it?",
    "Who is called when it breaks at night, and how often was that last month?",
    "What did the last review of your own code change?"};
constexpr std::array<std::string_view, 4> kDesignQuestions{
    "Which limit of the present design will you meet first?",
    "What did you last take out of the architecture, and what did that cost?",
    "How is a design decided on here when two good engineers disagree?",
    "Which figures tell you that the system is healthy, and which one fooled you?"};
constexpr std::array<std::string_view, 4> kManagerQuestions{
    "What must be true after my first year for you to say that hiring me was right?",
    "Who of the team is ready for the next level, and what is missing?",
    "Which goal of this year is most at risk, and why?",
    "What would you want me to stop doing for a team like this one?"};
constexpr std::array<std::string_view, 4> kBarRaiserQuestions{
    "What makes you say no to a candidate whom everybody else liked?",
    "Which principle is hardest to keep here when time is short?",
    "What do people who do not last here have in common?",
    "Where did you see this company live up to a principle at its own cost?"};
constexpr std::array<std::string_view, 4> kPhoneScreenQuestions{
    "Which problem do you hire for, and why now?",
    "What do those who meet me next want to know that we did not come to?",
    "How is the team made up, and where would I stand in it?",
    "What should I read or try before we speak again?"};
constexpr std::array<std::string_view, 4> kLunchQuestions{
    "What did you not expect before you came here?",
    "What does a quiet week look like?",
    "What do you do together besides work?",
    "Which meeting would you miss if it were gone?"};

}  // namespace

std::span<const std::string_view> questions_of(RoundKind kind) {
  switch (kind) {
    case RoundKind::Behavioural: return kBehaviouralQuestions;
    case RoundKind::Coding: return kCodingQuestions;
    case RoundKind::Design: return kDesignQuestions;
    case RoundKind::Manager: return kManagerQuestions;
    case RoundKind::BarRaiser: return kBarRaiserQuestions;
    case RoundKind::PhoneScreen: return kPhoneScreenQuestions;
    case RoundKind::Lunch: break;
  }
  return kLunchQuestions;
}

std::array<std::string_view, 2> two_questions(RoundKind kind, std::size_t nth) {
  const auto all = questions_of(kind);
  const std::size_t first = 2 * nth % all.size();
  return {all[first], all[first + 1]};
}

}  // namespace starling
