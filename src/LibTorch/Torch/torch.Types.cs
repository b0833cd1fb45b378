namespace TorchSharp;

public static unsafe partial class torch
{
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
            : this(Parse(deviceType).type, index) { }

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

    private static readonly Scalar One = 1L;

    private static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string? name = null) where T : class =>
        value ?? throw new ArgumentNullException(name);

    // -1 stands for "not given" where 0 would be a number.
    private static long? Given(long number) => number < 0 ? null : number;
    private static Argument Or(long[]? numbers) => numbers is null ? Argument.Default : numbers;
    private static long[]? List(long? number) => number is { } one ? [one] : null;

    private static long[] Numbers(long start, long count)
    {
        var numbers = new long[count];
        for (var i = 0L; i < count; i++) numbers[i] = start + i;
        return numbers;
    }

    private static double[]? Pair((double, double)? pair) => pair is var (low, high) ? [low, high] : null;
    private static string? Name(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();
    private static string Name(FFTNormType norm) => norm switch { FFTNormType.Forward => "forward", FFTNormType.Ortho => "ortho", _ => "backward" };
    private static string Name(PaddingModes mode) => mode switch { PaddingModes.Zeros => "constant", _ => mode.ToString().ToLowerInvariant() };

    /// <summary>The scope that tensors made by this thread now belong to; null outside of every scope.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    private static (Tensor A_LU, Tensor pivots, Tensor? infos) Factor(Tensor a, bool pivot, bool infos)
    {
        var (lu, pivots, info) = Aten._lu_with_info.CallThree(NotNull(a), pivot);
        if (!infos) info.Dispose();
        return (lu, pivots, infos ? info : null);
    }

    private static (Tensor Solution, Tensor QR) Solve(Tensor b, Tensor a)
    {
        var (solution, residuals, rank, values) = linalg.lstsq(a, b);
        foreach (var part in new[] { residuals, rank, values }) part?.Dispose();
        return (solution, a.geqrf().a);
    }
}
