#include "story/principle_words.h"

#include <array>
#include <cassert>

#include "story/principles.h"

namespace starling {

namespace {

using Words = std::span<const std::string_view>;

// Own words, in the official order of the principles.
constexpr std::string_view kCustomer[]{"customer", "user", "client", "buyer", "shopper", "patient", "complain", "refund",
                                       "support call", "feedback"};
constexpr std::string_view kOwner[]{"owner", "unasked", "nobody", "asked by", "long term", "took over", "on call",
                                    "paging", "not my", "whose", "volunteer"};
constexpr std::string_view kSimple[]{"simpl", "invent", "remov", "delet", "replac", "automat", "new way", "patent",
                                     "fewer", "prototype"};
constexpr std::string_view kRight[]{"changed mind", "was wrong", "judgement", "judgment", "data show", "decided", "decision",
                                    "second opinion", "predicted", "forecast"};
constexpr std::string_view kCurious[]{"learn", "taught myself", "course", "curious", "studied", "paper", "experiment",
                                      "unknown", "read up", "tried out"};
constexpr std::string_view kHire[]{"hire", "hiring", "interview", "mentor", "coach", "promot", "growth", "grew", "successor",
                                   "onboard", "trained"};
constexpr std::string_view kStandards[]{"quality", "standard", "review", "test", "bar ", "defect", "bug", "checklist",
                                        "root cause", "sent back"};
constexpr std::string_view kBig[]{"vision", "strategy", "ten times", "company wide", "organisation", "global", "platform",
                                  "years ahead", "market", "bold"};
constexpr std::string_view kAction[]{"same day", "overnight", "in a day", "in an hour", "quick", "fast", "deadline", "no data",
                                     "reversible", "without waiting", "unblock"};
constexpr std::string_view kFrugal[]{"cost", "saved", "saving", "budget", "cheap", "spend", "bill ", "with less", "fewer servers",
                                     "reuse"};
constexpr std::string_view kTrust[]{"trust", "apolog", "admitted", "my mistake", "failure", "failed", "listen", "honest",
                                    "candid", "repaired"};
constexpr std::string_view kDeep[]{"root cause", "logs ", "trace", "measur", "metric", "audit", "debug", "dug deep", "found out", "numbers",
                                   "profil", "query"};
constexpr std::string_view kBackbone[]{"disagree", "conflict", "argued", "objected", "pushed back", "said no", "against",
                                       "refused", "committed", "escalat"};
constexpr std::string_view kDeliver[]{"launch", "shipped", "deliver", "deadline", "on time", "release", "migrat", "peak",
                                      "finished", "goal"};
constexpr std::string_view kEmployer[]{"team health", "burnout", "overtime", "night", "part time", "attrition", "safe",
                                       "pay ", "inclusi", "morale", "rota"};
constexpr std::string_view kBroad[]{"privacy", "energy", "carbon", "waste", "community", "neighbour", "public ", "beyond", "accessib",
                                    "fraud", "harm", "law "};

constexpr std::array<Words, kPrincipleCount> kWords{kCustomer, kOwner, kSimple, kRight,  kCurious,  kHire,    kStandards, kBig,
                                                    kAction,   kFrugal, kTrust, kDeep,   kBackbone, kDeliver, kEmployer,  kBroad};

}  // namespace

std::span<const std::string_view> words_of_principle(std::size_t principle) {
  assert(principle < kPrincipleCount);
  return kWords[principle];
}

}  // namespace starling
