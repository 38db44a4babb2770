#include "lint/phrases.h"

namespace starling {

namespace {

using Words = std::string_view;

constexpr Words kOwn[]{"i", "me", "my", "mine", "myself", "i'm", "i've", "i'd", "i'll"};
constexpr Words kShared[]{"we", "us", "our", "ours", "we're", "we've", "we'd", "we'll"};
constexpr Words kOthers[]{"he", "she", "they", "who", "he'd", "she'd", "they'd", "they've"};

constexpr Words kHedges[]{"kind of", "sort of",  "basically", "maybe", "probably", "somewhat",      "pretty",
                          "really",  "i think",  "i guess",   "tried to", "helped to", "various",   "many",
                          "some",    "a lot",    "significantly", "much better", "around"};

constexpr Words kHiddenActors[]{"it was decided", "mistakes were made", "was told to"};
constexpr Words kIrregular[]{"begun",  "bought", "brought", "built",  "caught", "cut",   "done",    "drawn", "driven", "fed",
                             "felt",   "found",  "given",   "gone",   "heard",  "held",  "hit",     "kept",  "known",  "laid",
                             "led",    "left",   "lost",    "made",   "meant",  "met",   "overrun", "paid",  "put",    "read",
                             "rewritten", "run", "said",    "seen",   "sent",   "set",   "shown",   "shut",  "sold",   "spent",
                             "split",  "spoken", "stuck",   "taken",  "taught", "thought", "thrown", "told", "torn",   "understood",
                             "withdrawn", "woken", "won",   "written", "broken", "chosen", "forgotten", "hidden", "frozen", "fallen"};

constexpr Words kBases[]{"down from", "up from", "fell", "rose", "before", "after"};

// The words of the definition, and their other forms.
constexpr Words kConflict[]{"but",      "however",  "although", "despite",  "refused",   "refuse",    "refuses",  "refusing",
                            "disagreed", "disagree", "disagrees", "disagreeing", "objected", "object to", "objects to",
                            "objecting", "failed",  "fail",     "fails",    "failing",   "risk",      "risks",    "risked",
                            "risky",    "feared",   "fear",     "fears",    "fearing"};
constexpr Words kDecisions[]{"chose", "decided", "stopped", "refused", "cut", "proposed", "wrote", "asked", "set", "rejected",
                             "cancelled", "canceled", "delayed"};

constexpr Words kPlatitudes[]{"communication is important", "communication is key", "teamwork", "learned a lot", "learnt a lot"};

constexpr Words kBlamed[]{"they", "he", "she"};
constexpr Words kBlames[]{"failed", "refused", "didn't", "did not", "never"};
constexpr Words kOwnFaults[]{"i should have", "i could have", "i ought to have", "i failed", "i was wrong", "i got it wrong",
                             "i missed", "i did not", "i didn't", "i never", "i waited", "i underestimated", "i overlooked",
                             "i misjudged", "i ignored", "i assumed", "i forgot", "i regret", "i apologised", "i apologized",
                             "my mistake", "my fault", "my error", "i had been wrong", "i was too"};

constexpr Words kBuzz[]{"leverage", "leverages", "leveraged", "leveraging", "synergy", "synergies", "best practice",
                        "best practices", "best-practice", "rockstar", "rockstars", "drive alignment", "drove alignment",
                        "driving alignment", "driven alignment"};

constexpr Words kMonths[]{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                          "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
                          "dec"};

constexpr Words kNumberWords[]{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
                               "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
                               "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"};
constexpr Words kNoUnits[]{"of", "and", "or", "to", "in", "at", "on", "by", "for", "from", "with", "as", "than", "that", "which",
                           "who", "the", "these", "those", "them", "us", "was", "were", "is", "are", "had", "have", "but",
                           "later", "more", "less", "others", "other", "ago", "so", "then", "it"};
constexpr Words kTimeUnits[]{"second", "minute", "hour", "day", "night", "week", "month", "quarter", "year"};

constexpr Words kAdoption[]{"adopted", "adopt", "taken up", "took up", "took it up", "followed suit", "copied", "rolled out to",
                            "other teams", "other departments", "other organisations", "other organizations", "asked to be next",
                            "across the company", "company-wide"};
constexpr Words kMechanism[]{"rule", "rules", "policy", "checklist", "checklists", "template", "process", "mechanism", "mechanisms",
                             "standard", "standards", "runbook", "playbook", "dashboard", "guardrail", "gate", "automated",
                             "automation", "each friday", "each week", "every week", "every deployment", "owner", "owners",
                             "still runs", "still in use"};
constexpr Words kAuthority[]{"authority", "without authority", "report to me", "reported to me", "reporting to me", "not mine",
                             "outside my team", "other teams", "peer teams", "convinced", "persuaded", "my peers"};
constexpr Words kMoneyOrRisk[]{"cost", "costs", "revenue", "margin", "budget", "money", "eur", "usd", "gbp", "euros", "dollars",
                               "pounds", "million", "billion", "risk", "risks", "outage", "outages", "penalty", "fine", "churn",
                               "contract", "contracts", "liability", "compliance"};
constexpr Words kUpward[]{"director", "vp", "vice president", "cto", "ceo", "cfo", "head of", "my manager", "my boss", "the board",
                          "executive", "executives", "leadership", "general manager", "senior manager", "principal"};
constexpr Words kCost[]{"cost", "costs", "at the price", "gave up", "give up", "paid for", "pay for", "delayed", "slipped",
                        "postponed", "lost", "weeks late", "spent", "more expensive", "slower", "overtime", "took me"};
constexpr Words kDurability[]{"since", "still", "ever since", "to this day", "today", "months later", "a year later", "years later",
                              "adopted", "lasted", "remains", "remained", "held"};
constexpr Words kObstacle[]{"failed", "failing", "fail", "broke", "slipped", "objected", "disagreed", "refused", "stopped", "proved late",
                            "went wrong", "missed", "late", "blocked", "resisted", "warned", "wrong", "incident", "outage"};
constexpr Words kTradeOff[]{"rather than", "instead", "instead of", "in place of", "alternative", "alternatives", "option", "options",
                            "trade-off", "tradeoff", "trade", "considered", "rejected", "turned down", "worst case", "gave up",
                            "at the price", "which cost", "to pay for", "pay it", "over the"};

}  // namespace

std::span<const std::string_view> phrases(PhraseList list) {
  switch (list) {
    case PhraseList::Own: return kOwn;
    case PhraseList::Shared: return kShared;
    case PhraseList::Others: return kOthers;
    case PhraseList::Hedges: return kHedges;
    case PhraseList::HiddenActors: return kHiddenActors;
    case PhraseList::Irregular: return kIrregular;
    case PhraseList::Bases: return kBases;
    case PhraseList::Conflict: return kConflict;
    case PhraseList::Decisions: return kDecisions;
    case PhraseList::Platitudes: return kPlatitudes;
    case PhraseList::Blamed: return kBlamed;
    case PhraseList::Blames: return kBlames;
    case PhraseList::OwnFaults: return kOwnFaults;
    case PhraseList::Buzz: return kBuzz;
    case PhraseList::Months: return kMonths;
    case PhraseList::NumberWords: return kNumberWords;
    case PhraseList::NoUnits: return kNoUnits;
    case PhraseList::TimeUnits: return kTimeUnits;
    case PhraseList::Adoption: return kAdoption;
    case PhraseList::Mechanism: return kMechanism;
    case PhraseList::Authority: return kAuthority;
    case PhraseList::MoneyOrRisk: return kMoneyOrRisk;
    case PhraseList::Upward: return kUpward;
    case PhraseList::Cost: return kCost;
    case PhraseList::Durability: return kDurability;
    case PhraseList::Obstacle: return kObstacle;
    case PhraseList::TradeOff: return kTradeOff;
  }
  return {};
}

}  // namespace starling
