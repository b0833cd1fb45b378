// Gradients, and the modes that decide whether a graph is recorded.
#include "tshim.h"

#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>

#include <cstring>
#include <vector>

using namespace tshim;

namespace {

std::vector<Tensor> share_all(const Handle* handles, int count) {
  std::vector<Tensor> tensors;
  tensors.reserve(static_cast<size_t>(count));
  for (int i = 0; i < count; i++) tensors.push_back(share(handles[i]));
  return tensors;
}

// -1 stands for "as create_graph says".
Optional<bool> optional_flag(int flag) { return flag < 0 ? Optional<bool>() : Optional<bool>(flag != 0); }

}  // namespace

TS_API int ts_set_requires_grad(Handle handle, int on) {
  return guard([&] { Borrowed t(handle); t->set_requires_grad(on != 0); return 0; }, -1);
}

// The gradient in `gradient`, null when there is none yet.
TS_API int ts_grad(Handle handle, Handle* gradient) {
  return guard([&] { Borrowed t(handle); *gradient = own(Tensor(t->grad())); return 0; }, -1);
}

TS_API int ts_set_grad(Handle handle, Handle gradient) {
  return guard(
      [&] {
        Borrowed t(handle);
        auto g = share(gradient);
        TORCH_CHECK(!g.defined() || g.sizes() == t->sizes(), "a gradient of shape ", g.sizes(), " does not fit a tensor of shape ", t->sizes());
        TORCH_CHECK(!g.defined() || g.scalar_type() == t->scalar_type(), "a gradient of type ", g.scalar_type(), " does not fit a tensor of type ", t->scalar_type());
        t->mutable_grad() = g;
        return 0;
      },
      -1);
}

TS_API int ts_retain_grad(Handle handle) {
  return guard([&] { Borrowed t(handle); t->retain_grad(); return 0; }, -1);
}

// Writes the name of the node that made this tensor (empty for a leaf) and returns its length.
TS_API int ts_grad_fn(Handle handle, char* buffer, int size) {
  return guard(
      [&] {
        Borrowed t(handle);
        auto node = t->grad_fn();
        auto name = node ? node->name() : std::string();
        if (size > 0) {
          std::strncpy(buffer, name.c_str(), static_cast<size_t>(size) - 1);
          buffer[size - 1] = 0;
        }
        return static_cast<int>(name.size());
      },
      -1);
}

TS_API int ts_backward(const Handle* outputs, int output_count, const Handle* gradients, int gradient_count, int retain_graph, int create_graph,
                       const Handle* inputs, int input_count) {
  return guard(
      [&] {
        torch::autograd::backward(share_all(outputs, output_count), share_all(gradients, gradient_count), optional_flag(retain_graph), create_graph != 0,
                                  share_all(inputs, input_count));
        return 0;
      },
      -1);
}

// `result` has room for `input_count` handles; an unused input leaves null there.
TS_API int ts_autograd_grad(const Handle* outputs, int output_count, const Handle* inputs, int input_count, const Handle* gradients, int gradient_count,
                            int retain_graph, int create_graph, int allow_unused, Handle* result) {
  return guard(
      [&] {
        auto found = torch::autograd::grad(share_all(outputs, output_count), share_all(inputs, input_count), share_all(gradients, gradient_count),
                                           optional_flag(retain_graph), create_graph != 0, allow_unused != 0);
        for (size_t i = 0; i < found.size(); i++) result[i] = own(std::move(found[i]));
        return 0;
      },
      -1);
}

// Sets the calling thread's mode unless `on` is -1; returns what it was.
TS_QUICK int ts_grad_mode(int on) {
  int was = c10::GradMode::is_enabled();
  if (on >= 0) c10::GradMode::set_enabled(on != 0);
  return was;
}

// To be ended on the thread that began it, last begun first ended.
TS_API void* ts_inference_begin(int on) {
  return guard([&]() -> void* { return new c10::InferenceMode(on != 0); }, nullptr);
}

TS_API void ts_inference_end(void* mode) { delete static_cast<c10::InferenceMode*>(mode); }
