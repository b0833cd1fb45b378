// Unboxed calls by C++ signature: faster than the boxed call, for every operator that has the signature.
// The letters are the arguments: t a tensor, s a scalar. A trailing underscore: in place, result is the first argument.
#include "operators.h"

using namespace tshim;

namespace {

c10::Scalar scalar_of(double real, int64_t integer, int is_integer) { return is_integer ? c10::Scalar(integer) : c10::Scalar(real); }

}  // namespace

TS_API Handle ts_call_t(const Operator* op, Handle a) {
  return guard([&] { Borrowed x(a); return own(op->handle.typed<Tensor(const Tensor&)>().call(x)); }, nullptr);
}

TS_API Handle ts_call_tt(const Operator* op, Handle a, Handle b) {
  return guard([&] { Borrowed x(a), y(b); return own(op->handle.typed<Tensor(const Tensor&, const Tensor&)>().call(x, y)); }, nullptr);
}

TS_API Handle ts_call_ts(const Operator* op, Handle a, double real, int64_t integer, int is_integer) {
  return guard(
      [&] {
        Borrowed x(a);
        return own(op->handle.typed<Tensor(const Tensor&, const c10::Scalar&)>().call(x, scalar_of(real, integer, is_integer)));
      },
      nullptr);
}

TS_API Handle ts_call_tts(const Operator* op, Handle a, Handle b, double real, int64_t integer, int is_integer) {
  return guard(
      [&] {
        Borrowed x(a), y(b);
        return own(op->handle.typed<Tensor(const Tensor&, const Tensor&, const c10::Scalar&)>().call(x, y, scalar_of(real, integer, is_integer)));
      },
      nullptr);
}

TS_API int ts_call_t_(const Operator* op, Handle a) {
  return guard([&] { Borrowed x(a); op->handle.typed<Tensor&(Tensor&)>().call(const_cast<Tensor&>(*x)); return 0; }, -1);
}

TS_API int ts_call_tt_(const Operator* op, Handle a, Handle b) {
  return guard(
      [&] {
        Borrowed x(a), y(b);
        op->handle.typed<Tensor&(Tensor&, const Tensor&)>().call(const_cast<Tensor&>(*x), y);
        return 0;
      },
      -1);
}

TS_API int ts_call_ts_(const Operator* op, Handle a, double real, int64_t integer, int is_integer) {
  return guard(
      [&] {
        Borrowed x(a);
        op->handle.typed<Tensor&(Tensor&, const c10::Scalar&)>().call(const_cast<Tensor&>(*x), scalar_of(real, integer, is_integer));
        return 0;
      },
      -1);
}

TS_API int ts_call_tts_(const Operator* op, Handle a, Handle b, double real, int64_t integer, int is_integer) {
  return guard(
      [&] {
        Borrowed x(a), y(b);
        auto& self = const_cast<Tensor&>(*x);
        op->handle.typed<Tensor&(Tensor&, const Tensor&, const c10::Scalar&)>().call(self, y, scalar_of(real, integer, is_integer));
        return 0;
      },
      -1);
}
