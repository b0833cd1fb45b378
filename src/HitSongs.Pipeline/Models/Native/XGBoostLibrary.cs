using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HitSongs.Pipeline.Models.Trees;

namespace HitSongs.Pipeline.Models.Native;

/// <summary>The functions of libxgboost's C API (1.6 and later) that are used here.</summary>
internal static partial class XGBoostLibrary
{
    /// <summary>Names as distributions install it: with the version of the interface, then the developer's link.</summary>
    internal static readonly IReadOnlyList<string> Names = ["libxgboost.so.0", "libxgboost.so", "libxgboost.dylib", "xgboost.dll"];

    private const string Library = "xgboost";

    private static readonly Lazy<nint> Loaded = new(() => Load(Names));

    static XGBoostLibrary() => NativeLibrary.SetDllImportResolver(typeof(XGBoostLibrary).Assembly, Resolve);

    /// <exception cref="DllNotFoundException">None of the names can be loaded; says how to install the library.</exception>
    internal static nint Load(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var handle))
                return handle;
        }

        throw new DllNotFoundException(
            $"{names[0]} was not found. Install it with 'sudo apt-get install libxgboost-dev', and ask 'hitsongs doctor' what else is missing.");
    }

    /// <summary>Makes sure that the library is there before the first call, so that its absence is not hidden in a call's own exception.</summary>
    internal static void Require()
    {
        RuntimeHelpers.RunClassConstructor(typeof(XGBoostLibrary).TypeHandle);
        _ = Loaded.Value;
    }

    /// <exception cref="XGBoostException">The status says that the call failed.</exception>
    internal static void Check(int status)
    {
        if (status == 0)
            return;
        var message = Marshal.PtrToStringUTF8(XGBGetLastError()) ?? "";
        throw new XGBoostException(message.Split('\n', 2)[0].Trim());
    }

    [LibraryImport(Library)]
    internal static partial void XGBoostVersion(out int major, out int minor, out int patch);

    [LibraryImport(Library)]
    internal static partial int XGDMatrixCreateFromMat_omp(
        ReadOnlySpan<float> data, ulong rows, ulong columns, float missing, out XGBoostMatrix matrix, int threads);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGDMatrixSetFloatInfo(XGBoostMatrix matrix, string field, ReadOnlySpan<float> values, ulong length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGDMatrixSetStrFeatureInfo(XGBoostMatrix matrix, string field, string[] values, ulong length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterEvalOneIter(XGBoostBooster booster, int iteration, ReadOnlySpan<nint> matrices, string[] names, ulong length, out nint result);

    [LibraryImport(Library)]
    internal static partial int XGDMatrixFree(nint matrix);

    [LibraryImport(Library)]
    internal static partial int XGBoosterCreate(ReadOnlySpan<nint> matrices, ulong length, out XGBoostBooster booster);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int XGBoosterSetParam(XGBoostBooster booster, string name, string value);

    [LibraryImport(Library)]
    internal static partial int XGBoosterUpdateOneIter(XGBoostBooster booster, int iteration, XGBoostMatrix training);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static unsafe partial int XGBoosterPredictFromDMatrix(
        XGBoostBooster booster, XGBoostMatrix matrix, string configuration, out ulong* shape, out ulong dimensions, out float* result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static unsafe partial int XGBoosterSaveModelToBuffer(XGBoostBooster booster, string configuration, out ulong length, out byte* data);

    [LibraryImport(Library)]
    internal static partial int XGBoosterLoadModelFromBuffer(XGBoostBooster booster, ReadOnlySpan<byte> data, ulong length);

    [LibraryImport(Library)]
    internal static partial int XGBoosterFree(nint booster);

    [LibraryImport(Library)]
    private static partial nint XGBGetLastError();

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Library ? Loaded.Value : nint.Zero;
}
