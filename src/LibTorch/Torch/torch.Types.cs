using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Where a tensor's memory lies; the numbers are libtorch's.</summary>
public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
    MKLDNN = 2,
    OPENGL = 3,
    OPENCL = 4,
    IDEEP = 5,
    HIP = 6,
    FPGA = 7,
    MSNPU = 8,
    XLA = 9,
    MPS = 13,
    META = 14,
}

public static unsafe partial class torch
{
    /// <summary>The type of a tensor's elements; the numbers are libtorch's.</summary>
    public enum ScalarType : sbyte
    {
        Byte = 0,
        Int8 = 1,
        Int16 = 2,
        Int32 = 3,
        Int64 = 4,
        Float16 = 5,
        Float32 = 6,
        Float64 = 7,
        ComplexFloat32 = 9,
        ComplexFloat64 = 10,
        Bool = 11,
        QInt8 = 12,
        QUInt8 = 13,
        QInt32 = 14,
        BFloat16 = 15,
    }

    /// <summary>How a quotient is rounded.</summary>
    public enum RoundingMode
    {
        None,
        trunc,
        floor,
    }

    public const ScalarType uint8 = ScalarType.Byte;
    public const ScalarType int8 = ScalarType.Int8;
    public const ScalarType int16 = ScalarType.Int16;
    public const ScalarType int32 = ScalarType.Int32;
    public const ScalarType int64 = ScalarType.Int64;
    public const ScalarType float16 = ScalarType.Float16;
    public const ScalarType float32 = ScalarType.Float32;
    public const ScalarType float64 = ScalarType.Float64;
    public const ScalarType bfloat16 = ScalarType.BFloat16;
    public const ScalarType @short = ScalarType.Int16;
    public const ScalarType @int = ScalarType.Int32;
    public const ScalarType @long = ScalarType.Int64;
    public const ScalarType half = ScalarType.Float16;
    public const ScalarType @float = ScalarType.Float32;
    public const ScalarType @double = ScalarType.Float64;
    public const ScalarType @bool = ScalarType.Bool;

    public static readonly Device CPU = new(DeviceType.CPU);
    public static readonly Device META = new(DeviceType.META);
    public static Device CUDA { get; } = new(DeviceType.CUDA);
    public static Device MPS { get; } = new(DeviceType.MPS);

    public const ScalarType complex64 = ScalarType.ComplexFloat32;
    public const ScalarType complex128 = ScalarType.ComplexFloat64;
    public const ScalarType cfloat = ScalarType.ComplexFloat32;
    public const ScalarType cdouble = ScalarType.ComplexFloat64;
    public const ScalarType qint8 = ScalarType.QInt8;
    public const ScalarType quint8 = ScalarType.QUInt8;
    public const ScalarType qint32 = ScalarType.QInt32;

    private static ScalarType defaultType = ScalarType.Float32;

    /// <summary>The version of libtorch.</summary>
    public static string __version__ => Marshal.PtrToStringUTF8((nint)Native.ts_version())!;

    /// <summary>The type of floating-point tensors made without one.</summary>
    public static ScalarType get_default_dtype() => defaultType;

    /// <exception cref="ArgumentException">The type is not a floating-point one.</exception>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (dtype is not (ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16))
        {
            throw new ArgumentException($"only floating-point types can be the default, not {dtype}", nameof(dtype));
        }
        defaultType = dtype;
    }

    public static Device device(string description) => new(description);
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static bool is_tensor(object obj) => obj is Tensor;

    /// <summary>How many threads one operator may use.</summary>
    public static int get_num_threads() => Native.Check(Native.ts_threads(0), nameof(get_num_threads));

    /// <inheritdoc cref="get_num_threads"/>
    /// <param name="num">1 or more.</param>
    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(num);
        Native.Check(Native.ts_threads(num), nameof(set_num_threads));
    }

    public static int get_num_interop_threads() => Native.Check(Native.ts_interop_threads(0), nameof(get_num_interop_threads));

    /// <param name="num">1 or more; it can be set once, before the first parallel work.</param>
    public static void set_num_interop_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(num);
        Native.Check(Native.ts_interop_threads(num), nameof(set_num_interop_threads));
    }

    /// <summary>A kind of device and which one of it.</summary>
    public class Device
    {
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public Device(string deviceType, int index)
            : this(Parse(deviceType).type, index)
        {
        }

        /// <param name="description">Such as "cpu", "cuda" or "cuda:1".</param>
        /// <exception cref="ArgumentException">There is no such kind of device.</exception>
        public Device(string description)
        {
            (type, index) = Parse(description);
        }

        public DeviceType type { get; }

        /// <summary>-1 stands for the current one.</summary>
        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString() => index < 0 ? Name(type) : $"{Name(type)}:{index}";

        private static string Name(DeviceType type) => type.ToString().ToLowerInvariant();

        private static (DeviceType type, int index) Parse(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            var number = -1;
            if (parts.Length <= 2
                && Enum.TryParse<DeviceType>(parts[0].ToUpperInvariant(), out var type) && Name(type) == parts[0]
                && (parts.Length == 1 || int.TryParse(parts[1], out number)))
            {
                return (type, number);
            }
            throw new ArgumentException($"'{description}' names no device; one is written such as \"cpu\" or \"cuda:0\"", nameof(description));
        }
    }

    /// <summary>NVIDIA GPUs, which the system's libtorch does not use.</summary>
    public static class cuda
    {
        public static bool is_available() => false;

        public static int device_count() => 0;
    }
}
