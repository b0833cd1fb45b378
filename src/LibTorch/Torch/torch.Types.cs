namespace TorchSharp;

public static unsafe partial class torch
{
    private static ScalarType defaultType = ScalarType.Float32;

    /// <exception cref="ArgumentException">The type is not a floating-point one.</exception>
    public static void set_default_dtype(ScalarType dtype)
    {
        defaultType = IsFloating(dtype) ? dtype : throw new ArgumentException($"only floating-point types can be the default, not {dtype}", nameof(dtype));
    }

    /// <summary>A kind of device and which one of it.</summary>
    public partial class Device
    {
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public DeviceType type { get; }

        /// <summary>-1 stands for the current one.</summary>
        public int index { get; }

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

    private static long[] Numbers(long start, long count)
    {
        var numbers = new long[count];
        for (var i = 0L; i < count; i++) numbers[i] = start + i;
        return numbers;
    }

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
