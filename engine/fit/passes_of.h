// The passes for one kind of processor: a source file names the namespace, is compiled for that kind, and includes
// this.
#include "fit/pack.h"
// clang-format off: the order matters
#include "fit/lanes.h"
#include "fit/fsrs6_pass.h"
#include "fit/fsrs7_pass.h"
#include "fit/walk.h"
// clang-format on

namespace starling::STARLING_LANES {

Passes passes(ModelKind kind);
Passes passes(ModelKind kind) {
  if (kind == ModelKind::Fsrs6) return {gradient_pass<Fsrs6Pass>, recall_pass<Fsrs6Pass>, state_pass<Fsrs6Pass>};
  return {gradient_pass<Fsrs7Pass>, recall_pass<Fsrs7Pass>, state_pass<Fsrs7Pass>};
}

}  // namespace starling::STARLING_LANES
