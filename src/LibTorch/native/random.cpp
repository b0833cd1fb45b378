// Random generators and the thread pool. A generator handle is an owned at::Generator*; null means the default one.
#include "tshim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>

#include <mutex>

using namespace tshim;

namespace {

const at::Generator& generator_of(const at::Generator* handle) {
  return handle ? *handle : at::globalContext().defaultGenerator(at::kCPU);
}

}  // namespace

TS_API at::Generator* ts_generator_new(uint64_t seed) {
  return guard([&] { return new at::Generator(at::make_generator<at::CPUGeneratorImpl>(seed)); }, nullptr);
}

TS_API void ts_generator_free(at::Generator* handle) { delete handle; }

TS_API int ts_generator_seed(const at::Generator* handle, uint64_t seed) {
  return guard(
      [&] {
        auto generator = generator_of(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_current_seed(seed);
        return 0;
      },
      -1);
}

TS_API uint64_t ts_generator_initial_seed(const at::Generator* handle) { return generator_of(handle).current_seed(); }

TS_API Handle ts_generator_state(const at::Generator* handle) {
  return guard(
      [&] {
        auto generator = generator_of(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        return own(generator.get_state());
      },
      nullptr);
}

TS_API int ts_generator_set_state(const at::Generator* handle, Handle state) {
  return guard(
      [&] {
        Borrowed t(state);
        auto generator = generator_of(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_state(*t);
        return 0;
      },
      -1);
}

// Sets the number of threads of one operator unless `count` is 0; returns it.
TS_API int ts_threads(int count) {
  return guard([&] { if (count > 0) at::set_num_threads(count); return at::get_num_threads(); }, -1);
}

TS_API int ts_interop_threads(int count) {
  return guard([&] { if (count > 0) at::set_num_interop_threads(count); return static_cast<int>(at::get_num_interop_threads()); }, -1);
}
