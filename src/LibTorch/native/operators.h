// The dispatcher's operators, as the boxed call and the calls by signature see them.
#pragma once

#include "tshim.h"

#include <ATen/core/dispatch/Dispatcher.h>

#include <vector>

namespace tshim {

// What kind of value an argument wants, optional or not.
enum class Kind : uint8_t { Other, Tensor, Int, Float, Bool, Ints, Floats, OptionalTensors };

struct Operator {
  explicit Operator(c10::OperatorHandle found);

  c10::OperatorHandle handle;
  std::vector<Kind> kinds;
  std::vector<int32_t> lengths;  // N of int[N], to which one number is broadcast; 1 elsewhere
};

}  // namespace tshim
