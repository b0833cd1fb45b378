// Backward passes that look for what went wrong.
#include "tshim.h"

#include <torch/csrc/autograd/anomaly_mode.h>

using torch::autograd::AnomalyMode;

// Sets the mode of the process unless `enabled` is -1. Returns what it was: 1 when enabled, plus 2 when it looked for NaN.
TS_API int ts_anomaly_mode(int enabled, int check_nan) {
  int was = (AnomalyMode::is_enabled() ? 1 : 0) + (AnomalyMode::should_check_nan() ? 2 : 0);
  if (enabled >= 0) AnomalyMode::set_enabled(enabled != 0, check_nan != 0);
  return was;
}
