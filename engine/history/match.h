// Cases of a variant side by side, for std::visit.
#pragma once

namespace starling {

template <typename... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Match(Cases...) -> Match<Cases...>;

}  // namespace starling
