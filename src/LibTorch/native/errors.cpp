#include "tshim.h"

#include <torch/version.h>

namespace {
thread_local std::string last_error;
}

void tshim::remember_error(const std::string& message) noexcept {
  try {
    last_error = message;
  } catch (...) {
    last_error.clear();
  }
}

// The message of this thread's last failure; valid until its next one.
TS_QUICK const char* ts_error() { return last_error.c_str(); }

// The version of the headers this was compiled with.
TS_API const char* ts_version() { return TORCH_VERSION; }
