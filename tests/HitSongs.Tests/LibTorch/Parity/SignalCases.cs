using TorchSharp;
using static HitSongs.Tests.LibTorch.Parity.Observe;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Parity;

internal static class SignalCases
{
    public static IReadOnlyDictionary<string, ParityCase> All { get; } = new Dictionary<string, ParityCase>
    {
        ["bartlett_window"] = Values(_ => [bartlett_window(16), bartlett_window(9, false), bartlett_window(8, dtype: float64)], [1]),
        ["blackman_window"] = Values(_ => [blackman_window(16), blackman_window(9, false), blackman_window(8, dtype: float64)], [1]),
        ["hamming_window"] = Values(_ => [hamming_window(16), hamming_window(9, false, 0.5f, 0.5f), hamming_window(8, dtype: float64)], [1]),
        ["hann_window"] = Values(_ => [hann_window(16), hann_window(9, false), hann_window(1), hann_window(8, dtype: float64)], [1]),
        ["kaiser_window"] = Values(_ => [kaiser_window(16), kaiser_window(9, false, 4), kaiser_window(8, dtype: float64)], [1]),
        ["stft"] = Gradients(x => x.stft(16, 4, 16, hann_window(16), return_complex: true).view_as_real(), [2, 64]),
        ["stft of whole pieces, two-sided and normalized"] = Gradients(
            x => x.stft(16, center: false, normalized: true, onesided: false, return_complex: true).view_as_real(), [40]),
        ["stft padded with zeros"] = Gradients(x => x.stft(8, 2, 6, pad_mode: PaddingModes.Constant, return_complex: false), [30]),
        ["istft"] = Gradients(x => x.stft(16, 4, 16, hann_window(16), return_complex: true).istft(16, 4, 16, hann_window(16)), [2, 64]),
        ["istft of a length"] = Gradients(x => x.stft(16, return_complex: true).istft(16, length: 50), [64]),
        ["histogram"] = Values(x => Two(histogram(x, 5)), [40]),
        ["histogram within bounds"] = Values(x => Two(histogram(x, 4, (-1, 1))), [40]),
        ["histogram weighted, as a density"] = Values((x, w) => Two(histogram(x, 6, (-2, 2), w.abs(), density: true)), [40], [40]),
        ["histogram of given edges"] = Values(x => Two(histogram(x, tensor(new[] { -2f, -0.5f, 0, 0.1f, 3 }))), [40]),
        ["lu with infos"] = Values(x => torch.lu(x, get_infos: true) is var (lu, pivots, infos) ? [lu, pivots, infos!] : [], [2, 4, 4]),
        ["lu_factor"] = Gradients(x => linalg.lu_factor(x).LU, [4, 4]),
        ["pivots of lu_factor"] = Values(x => Two(linalg.lu_factor(x)), [3, 5, 4]),
        ["linalg.lu"] = Values(x => linalg.lu(x) is var (p, l, u) ? [p, l, u] : [], [4, 3]),
        ["lu_solve"] = Gradients((x, y) => linalg.lu_factor(Invertible(x)) is var (lu, pivots) ? linalg.lu_solve(lu, pivots, y) : y, [4, 4], [4, 2]),
        ["lstsq with residuals"] = Values((x, y) => linalg.lstsq(x, y) is var (solution, residuals, rank, _) ? [solution, residuals, rank] : [], [6, 3], [6, 2]),
        ["lstsq of too few equations"] = Values((x, y) => [linalg.lstsq(x, y).solution], [3, 5], [3, 2]),
    };

    private static Tensor[] Two((Tensor, Tensor) results) => [results.Item1, results.Item2];
}
