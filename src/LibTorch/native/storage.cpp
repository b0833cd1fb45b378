// The memory behind tensors, which several may share.
#include "tshim.h"

using namespace tshim;

// Where the storage begins, how many bytes it has, and at which element of it the tensor begins.
TS_API int ts_storage(Handle handle, void** data, int64_t* bytes, int64_t* offset) {
  return guard(
      [&] {
        Borrowed t(handle);
        TORCH_CHECK(t->has_storage() && t->device().is_cpu(), "a tensor of layout ", t->layout(), " on device '", t->device().str(), "' has no memory to read");
        *data = const_cast<void*>(static_cast<const void*>(t->storage().data()));  // libtorch 2 gives a const one
        *bytes = static_cast<int64_t>(t->storage().nbytes());
        *offset = t->storage_offset();
        return 0;
      },
      -1);
}
