// Handles, metadata and raw memory of tensors.
#include "tshim.h"

#include <ATen/ops/empty.h>

#include <cstring>

using namespace tshim;

TS_API void ts_tensor_free(Handle handle) {
  if (handle) TensorPointer::reclaim(handle);
}

TS_API Handle ts_tensor_share(Handle handle) {
  return guard([&] { return own(share(handle)); }, nullptr);
}

// A new contiguous CPU tensor holding a copy of `data` (which may be null when there are no elements).
TS_API Handle ts_tensor_copy_of(const void* data, int dtype, const int64_t* sizes, int dimensions) {
  return guard(
      [&] {
        auto tensor = at::empty(at::IntArrayRef(sizes, dimensions), at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype)));
        if (tensor.nbytes()) std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
        return own(std::move(tensor));
      },
      nullptr);
}

struct Description {
  int64_t dtype, dimensions, elements, element_size, device_type, device_index, requires_grad, is_leaf, is_contiguous, is_sparse;
};

TS_QUICK int ts_describe(Handle handle, Description* d) {
  return guard(
      [&] {
        Borrowed t(handle);
        d->dtype = static_cast<int64_t>(t->scalar_type());
        d->dimensions = t->dim();
        d->elements = t->numel();
        d->element_size = static_cast<int64_t>(t->itemsize());
        d->device_type = static_cast<int64_t>(t->device().type());
        d->device_index = t->device().index();
        d->requires_grad = t->requires_grad();
        d->is_leaf = t->is_leaf();
        d->is_sparse = t->is_sparse();
        d->is_contiguous = !t->is_sparse() && t->is_contiguous();
        return 0;
      },
      -1);
}

TS_QUICK int64_t ts_dimensions(Handle handle) { return handle->dim(); }

// Either output may be null; both have room for ts_dimensions(handle) numbers.
TS_QUICK int ts_layout(Handle handle, int64_t* sizes, int64_t* strides) {
  return guard(
      [&] {
        Borrowed t(handle);
        auto bytes = sizeof(int64_t) * static_cast<size_t>(t->dim());
        if (sizes && bytes) std::memcpy(sizes, t->sizes().data(), bytes);
        if (strides && bytes) std::memcpy(strides, t->strides().data(), bytes);
        return 0;
      },
      -1);
}

// Bytes this tensor alone keeps alive: 0 for a view.
TS_QUICK int64_t ts_owned_bytes(Handle handle) {
  return handle->has_storage() && handle->storage().use_count() == 1 ? static_cast<int64_t>(handle->storage().nbytes()) : 0;
}

// The address of the first element in `data` (null when there are no elements).
TS_API int ts_data(Handle handle, void** data) {
  return guard(
      [&] {
        Borrowed t(handle);
        TORCH_CHECK(t->device().is_cpu(), "the tensor is on device '", t->device().str(), "', only CPU memory can be read; copy it with cpu()");
        *data = t->data_ptr();
        return 0;
      },
      -1);
}

// Tells autograd that the memory was changed behind its back.
TS_QUICK void ts_bump_version(Handle handle) {
  guard([&] { Borrowed t(handle); handle->bump_version(); return 0; }, -1);
}

// The only element: returns 0 and sets `real`, or returns 1 and sets `integer` (bool counts as an integer).
TS_API int ts_item(Handle handle, double* real, int64_t* integer) {
  return guard(
      [&] {
        Borrowed t(handle);
        auto scalar = t->item();
        TORCH_CHECK(!scalar.isComplex(), "a complex element cannot be read as a number; use view_as_real");
        if (scalar.isFloatingPoint()) {
          *real = scalar.toDouble();
          return 0;
        }
        *integer = scalar.isBoolean() ? scalar.toBool() : scalar.toLong();
        return 1;
      },
      -1);
}
