namespace TorchSharp;

public static partial class torch
{
    /// <summary>Other element types, other devices, and numbers as tensors.</summary>
    public partial class Tensor
    {

        public static implicit operator Tensor(Scalar scalar) => NotNull(scalar).Type switch
        {
            ScalarType.Bool => tensor(scalar.ToBoolean()),
            ScalarType.Int64 => tensor(scalar.ToInt64()),
            ScalarType.ComplexFloat64 => tensor(scalar.ToComplexFloat64()),
            _ => tensor(scalar.ToDouble()),
        };

        public static explicit operator byte(Tensor value) => value.item<byte>();
        public static explicit operator sbyte(Tensor value) => value.item<sbyte>();
        public static explicit operator short(Tensor value) => value.item<short>();
        public static explicit operator int(Tensor value) => value.item<int>();
        public static explicit operator long(Tensor value) => value.item<long>();
        public static explicit operator float(Tensor value) => value.item<float>();
        public static explicit operator double(Tensor value) => value.item<double>();
        public static explicit operator bool(Tensor value) => value.item<bool>();

        /// <summary>The elements as another type; the tensor itself when they are of it and no copy is asked for.</summary>
        /// <param name="disposeAfter">Dispose this tensor once the result is there.</param>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            DisposedAfter(Aten.to_dtype.Call(this, type, non_blocking, copy), disposeAfter);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(dtype, device, copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            DisposedAfter(Aten.to_device.Call(this, device, type, non_blocking, copy), disposeAfter);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to(Tensor other, bool non_blocking = false) => Aten.to_other.Call(this, other, non_blocking);

        public Tensor cpu() => to(torch.CPU);
        public Tensor type(ScalarType dtype) => to_type(dtype);
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);
        public Tensor type(Func<Tensor, Tensor> typeFunc) => NotNull(typeFunc)(this);
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? torch.CUDA, non_blocking: non_blocking);
        public Tensor mps(bool non_blocking = false) => to(torch.MPS, non_blocking: non_blocking);
        public Tensor @byte() => to_type(ScalarType.Byte);
        public Tensor @short() => to_type(ScalarType.Int16);
        public Tensor @int() => to_type(ScalarType.Int32);
        public Tensor @long() => to_type(ScalarType.Int64);
        public Tensor @char() => to_type(ScalarType.Int8);
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);
        public Tensor cfloat() => to_type(ScalarType.ComplexFloat32);
        public Tensor cdouble() => to_type(ScalarType.ComplexFloat64);
        public Tensor half() => to_type(ScalarType.Float16);
        public Tensor @float() => to_type(ScalarType.Float32);
        public Tensor @double() => to_type(ScalarType.Float64);
        public Tensor @bool() => to_type(ScalarType.Bool);

        private Tensor DisposedAfter(Tensor result, bool dispose)
        {
            if (dispose) Dispose();
            return result;
        }
    }
}

/// <summary>Reads single elements, and makes tensors of numbers.</summary>
public static partial class TensorExtensionMethods
{
    public static byte ToByte(this torch.Tensor value) => value.item<byte>();
    public static sbyte ToSByte(this torch.Tensor value) => value.item<sbyte>();
    public static short ToInt16(this torch.Tensor value) => value.item<short>();
    public static int ToInt32(this torch.Tensor value) => value.item<int>();
    public static long ToInt64(this torch.Tensor value) => value.item<long>();
    public static Half ToHalf(this torch.Tensor value) => value.item<Half>();
    public static float ToSingle(this torch.Tensor value) => value.item<float>();
    public static double ToDouble(this torch.Tensor value) => value.item<double>();
    public static bool ToBoolean(this torch.Tensor value) => value.item<bool>();
}
