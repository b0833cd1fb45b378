// Any operator of the dispatcher, by name, with arguments as tagged values.
#include "operators.h"

#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>

#include <cstdlib>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <unordered_map>

using namespace tshim;
using c10::IValue;

namespace {

// The generator copies the names to C#; Value is mirrored by Interop/Value.cs.
enum Tag : int32_t { None, OneTensor, Int, Double, Bool, String, Ints, Doubles, Bools, Tensors, Device, Default, Scalars, Generator, Complex };

struct Value {
  int32_t tag, count;
  union {
    int64_t integer;
    double real;
    void* pointer;
  };
};

Kind kind_of_list(const c10::Type& element) {
  switch (element.kind()) {
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType: return Kind::Ints;
    case c10::TypeKind::FloatType: return Kind::Floats;
    case c10::TypeKind::OptionalType: return Kind::OptionalTensors;
    default: return Kind::Other;
  }
}

Kind kind_of(const c10::Argument& argument) {
  auto type = argument.type();
  if (auto optional = type->cast<c10::OptionalType>()) {
    type = optional->getElementType();
    // A tensor that may be left out is None then; only one that may not is passed undefined.
    if (type->kind() == c10::TypeKind::TensorType) return Kind::Other;
  }
  switch (type->kind()) {
    case c10::TypeKind::TensorType: return Kind::Tensor;
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType: return Kind::Int;
    case c10::TypeKind::FloatType: return Kind::Float;
    case c10::TypeKind::BoolType: return Kind::Bool;
    case c10::TypeKind::ListType: return kind_of_list(*type->castRaw<c10::ListType>()->getElementType());
    default: return Kind::Other;
  }
}

c10::Scalar scalar_of(const Value& v) {
  switch (v.tag) {
    case Tag::Int: return c10::Scalar(v.integer);
    case Tag::Bool: return c10::Scalar(v.integer != 0);
    default: return c10::Scalar(v.real);
  }
}

IValue tensor_list(const Value& v, Kind kind) {
  auto handles = static_cast<const Handle*>(v.pointer);
  if (kind == Kind::OptionalTensors) {
    c10::List<Optional<Tensor>> list;
    list.reserve(static_cast<size_t>(v.count));
    for (int i = 0; i < v.count; i++) {
      if (handles[i]) list.push_back(share(handles[i]));
      else list.push_back(Optional<Tensor>());
    }
    return IValue(std::move(list));
  }
  c10::List<Tensor> list;
  list.reserve(static_cast<size_t>(v.count));
  for (int i = 0; i < v.count; i++) {
    TORCH_CHECK(handles[i], "tensor ", i, " of the list is null");
    list.push_back(share(handles[i]));
  }
  return IValue(std::move(list));
}

IValue int_list(const Value& v, Kind kind) {
  at::IntArrayRef numbers(static_cast<const int64_t*>(v.pointer), static_cast<size_t>(v.count));
  if (kind == Kind::Floats) return IValue(std::vector<double>(numbers.begin(), numbers.end()));
  return IValue(numbers);
}

IValue one_int(const Operator& op, size_t position, int64_t number) {
  switch (op.kinds[position]) {
    case Kind::Float: return IValue(static_cast<double>(number));
    case Kind::Bool: return IValue(number != 0);
    case Kind::Ints: return IValue(std::vector<int64_t>(static_cast<size_t>(op.lengths[position]), number));
    default: return IValue(number);
  }
}

IValue to_ivalue(const Operator& op, size_t position, const Value& v) {
  auto kind = op.kinds[position];
  switch (v.tag) {
    case Tag::None: return kind == Kind::Tensor ? IValue(Tensor()) : IValue();
    case Tag::OneTensor: return IValue(share(static_cast<Handle>(v.pointer)));
    case Tag::Int: return one_int(op, position, v.integer);
    case Tag::Double: return IValue(v.real);
    case Tag::Bool: return kind == Kind::Int ? IValue(v.integer) : IValue(v.integer != 0);
    case Tag::String: return IValue(std::string(static_cast<const char*>(v.pointer), static_cast<size_t>(v.count)));
    case Tag::Ints: return int_list(v, kind);
    case Tag::Doubles: return IValue(at::ArrayRef<double>(static_cast<const double*>(v.pointer), static_cast<size_t>(v.count)));
    case Tag::Bools: {
      c10::List<bool> list;
      for (int i = 0; i < v.count; i++) list.push_back(static_cast<const uint8_t*>(v.pointer)[i] != 0);
      return IValue(std::move(list));
    }
    case Tag::Tensors: return tensor_list(v, kind);
    case Tag::Device: return IValue(c10::Device(static_cast<c10::DeviceType>(v.integer), static_cast<c10::DeviceIndex>(v.count)));
    case Tag::Scalars: {
      c10::impl::GenericList list(c10::NumberType::get());
      for (int i = 0; i < v.count; i++) list.push_back(IValue(scalar_of(static_cast<const Value*>(v.pointer)[i])));
      return IValue(std::move(list));
    }
    case Tag::Complex: {
      auto parts = static_cast<const double*>(v.pointer);
      return IValue(c10::complex<double>(parts[0], parts[1]));
    }
    case Tag::Generator: return IValue(*static_cast<const at::Generator*>(v.pointer));
    default: TORCH_CHECK(false, "argument ", position, " has the unknown tag ", v.tag);
  }
}

// A list of tensors comes out as malloc'ed handles, to be freed by ts_free.
void from_ivalue(IValue&& result, Value& v) {
  v.tag = Tag::None;
  v.count = 0;
  v.integer = 0;
  if (result.isTensor()) {
    v.pointer = own(std::move(result).toTensor());
    v.tag = v.pointer ? Tag::OneTensor : Tag::None;
  } else if (result.isTensorList()) {
    auto tensors = std::move(result).toTensorVector();
    auto handles = static_cast<Handle*>(std::malloc(sizeof(Handle) * (tensors.size() + 1)));
    TORCH_CHECK(handles, "out of memory");
    for (size_t i = 0; i < tensors.size(); i++) handles[i] = own(std::move(tensors[i]));
    v.tag = Tag::Tensors;
    v.count = static_cast<int32_t>(tensors.size());
    v.pointer = handles;
  } else if (result.isInt()) {
    v.tag = Tag::Int;
    v.integer = result.toInt();
  } else if (result.isBool()) {
    v.tag = Tag::Bool;
    v.integer = result.toBool();
  } else if (result.isDouble() || result.isScalar()) {
    v.tag = Tag::Double;
    v.real = result.toScalar().toDouble();
  }
}

IValue argument_of(const Operator& op, size_t position, const Value* given, int count) {
  if (position < static_cast<size_t>(count) && given[position].tag != Tag::Default) return to_ivalue(op, position, given[position]);
  auto& argument = op.handle.schema().arguments()[position];
  TORCH_CHECK(argument.default_value().has_value(), "argument '", argument.name(), "' is missing");
  return *argument.default_value();
}

}  // namespace

Operator::Operator(c10::OperatorHandle found) : handle(found) {
  for (auto& argument : handle.schema().arguments()) {
    kinds.push_back(kind_of(argument));
    lengths.push_back(argument.N() ? *argument.N() : 1);
  }
}

// Looked up once a name; the result lives as long as the process.
TS_API Operator* ts_operator(const char* name, const char* overload) {
  return guard(
      [&] {
        static std::mutex mutex;
        static std::unordered_map<std::string, std::unique_ptr<Operator>> known;
        std::lock_guard<std::mutex> lock(mutex);
        auto& entry = known[std::string(name) + "." + overload];
        if (!entry) entry.reset(new Operator(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload)));
        return entry.get();
      },
      nullptr);
}

// Calls with boxed arguments. Missing trailing ones, and those tagged Default, take the schema's default.
// Returns the number of results, of which the first `room` are written.
TS_API int ts_call(const Operator* op, const Value* arguments, int count, Value* results, int room) {
  return guard(
      [&] {
        auto wanted = op->kinds.size();
        TORCH_CHECK(static_cast<size_t>(count) <= wanted, "takes ", wanted, " arguments, got ", count);
        torch::jit::Stack stack;
        stack.reserve(wanted);
        for (size_t i = 0; i < wanted; i++) stack.push_back(argument_of(*op, i, arguments, count));
        op->handle.callBoxed(&stack);
        for (int i = 0; i < static_cast<int>(stack.size()) && i < room; i++) from_ivalue(std::move(stack[static_cast<size_t>(i)]), results[i]);
        return static_cast<int>(stack.size());
      },
      -1);
}

TS_API void ts_free(void* memory) { std::free(memory); }

// Every schema of the namespace aten, a line each; for the generator. The text lives as long as the process.
TS_API const char* ts_schemas() {
  return guard(
      []() -> const char* {
        static std::string text;
        if (!text.empty()) return text.c_str();
        std::ostringstream lines;
        for (auto& name : c10::Dispatcher::singleton().getAllOpNames()) {
          if (name.name.rfind("aten::", 0) != 0) continue;
          auto op = c10::Dispatcher::singleton().findOp(name);
          if (op && op->hasSchema()) lines << op->schema() << "\n";
        }
        text = lines.str();
        return text.c_str();
      },
      nullptr);
}
