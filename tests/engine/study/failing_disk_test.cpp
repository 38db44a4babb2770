// A disk that takes a line and then says that it is not there.
#include <doctest/doctest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "learner.h"

using namespace starling;
using test::ids;
using test::mine;
using test::state;

namespace {

bool disk_fails = false;

struct FailingDisk {
  FailingDisk() { disk_fails = true; }
  ~FailingDisk() { disk_fails = false; }
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;
};

}  // namespace

// In place of that of the C library, in this program alone.
extern "C" int fdatasync(int file) {
  if (!disk_fails) return static_cast<int>(::syscall(SYS_fdatasync, file));
  errno = EIO;
  return -1;
}

TEST_CASE("an answer that the disk does not keep is asked again, and nothing follows from it") {
  test::DeckLearner learner(4);
  Study study = learner.on("2026-11-24");
  Sitting sitting(study, mine());
  (void)sitting.answer(Grade::Good, std::chrono::seconds(5));
  const ItemId asked = sitting.question()->item->id;
  const ItemState before = study.state(asked);
  const auto row = ids(sitting.agenda());

  {
    const FailingDisk disk;
    CHECK_THROWS_AS((void)sitting.answer(Grade::Easy, std::chrono::seconds(5)), LogError);
  }

  CHECK(sitting.question()->item->id == asked);
  CHECK(study.state(asked) == before);
  CHECK(ids(sitting.agenda()) == row);
  CHECK(sitting.summary().answers == 1);
  CHECK(state(learner.on("2026-11-24"), asked.text()) == before);

  const auto did = sitting.answer(Grade::Hard, std::chrono::seconds(5));
  REQUIRE(did);
  CHECK(did->deed.id.number == 2);
  CHECK(sitting.question()->item->id != asked);
  CHECK(state(learner.on("2026-11-24"), asked.text()) == study.state(asked));
}

TEST_CASE("a new card that the disk did not keep is none of those that a sitting asks for") {
  test::DeckLearner learner(4);
  Study study = learner.on("2026-11-24");
  Wish wish = mine();
  wish.limit = 1;
  wish.fresh = 1;
  Sitting sitting(study, wish);
  const ItemId asked = sitting.question()->item->id;
  {
    const FailingDisk disk;
    CHECK_THROWS_AS((void)sitting.answer(Grade::Good, std::chrono::seconds(5)), LogError);
  }
  REQUIRE(sitting.question());
  CHECK(sitting.question()->item->id == asked);
}
