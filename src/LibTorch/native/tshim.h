// A thin C ABI over libtorch. Operators are reached through the dispatcher by schema name, so nothing here knows a
// layer or a loss; what is not an operator (autograd, random state, modes, raw memory) has its own few functions.
//
// A tensor handle is one owned reference to a c10::TensorImpl. Functions borrow the handles they are given and return
// handles their caller must free. A function that can fail returns null or -1 and leaves its message in ts_error().
// Written for C++14 (libtorch 1.13) and C++17 (libtorch 2).
#pragma once

#include <ATen/core/Tensor.h>

#include <exception>
#include <string>
#include <utility>

// The C# declarations of these functions are generated from the definitions. TS_QUICK marks one that only reads or sets a field: it is
// called without telling the garbage collector, and must neither block nor call back.
#define TS_API extern "C" __attribute__((visibility("default")))
#define TS_QUICK TS_API

namespace tshim {

using at::Tensor;
using Handle = c10::TensorImpl*;
using TensorPointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

// c10::optional in libtorch 1, std::optional in the newer 2: whichever this libtorch uses itself.
template <class T> struct OptionalOf;
template <template <class...> class Template, class T> struct OptionalOf<Template<T>> {
  template <class U> using Of = Template<U>;
};
template <class T> using Optional = typename OptionalOf<decltype(at::TensorOptions().dtype_opt())>::template Of<T>;

void remember_error(const std::string& message) noexcept;

// Runs `body`; no C++ exception crosses into the caller's language.
template <class Body>
auto guard(Body&& body, decltype(body()) failed) noexcept -> decltype(body()) {
  try {
    return body();
  } catch (const c10::Error& e) {
    remember_error(e.what_without_backtrace());
  } catch (const std::exception& e) {
    remember_error(e.what());
  } catch (...) {
    remember_error("unknown C++ exception");
  }
  return failed;
}

// Gives the reference held by `tensor` to the caller; an undefined tensor is the null handle.
inline Handle own(Tensor&& tensor) { return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr; }

// A second reference to what `handle` refers to; the null handle is an undefined tensor.
inline Tensor share(Handle handle) { return handle ? Tensor(TensorPointer::reclaim_copy(handle)) : Tensor(); }

// A handle seen as a Tensor without touching its reference count: it must not outlive the call.
class Borrowed {
 public:
  explicit Borrowed(Handle handle) {
    TORCH_CHECK(handle, "the tensor is null or disposed");
    new (&tensor_) Tensor(TensorPointer::reclaim(handle));
  }
  ~Borrowed() { tensor_.unsafeReleaseTensorImpl(); }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  operator const Tensor&() const { return tensor_; }
  const Tensor& operator*() const { return tensor_; }
  const Tensor* operator->() const { return &tensor_; }

 private:
  union {
    Tensor tensor_;
  };
};

}  // namespace tshim
