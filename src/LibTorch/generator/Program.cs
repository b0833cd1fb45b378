using System.Runtime.InteropServices;
using TorchSharp.Generation;

var root = new DirectoryInfo(AppContext.BaseDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "HitSongs.sln"))) root = root.Parent;
var shim = Path.Combine(root?.FullName ?? ".", "artifacts", "native", "libtshim.so");
if (!File.Exists(shim))
{
    Console.Error.WriteLine($"{shim} is missing. Mend: dotnet build src/LibTorch");
    return 2;
}

var library = NativeLibrary.Load(shim);
var folder = Path.Combine(root!.FullName, "src", "LibTorch", "Generated");
try
{
    var operators = OperatorFamily.Run(Dispatcher.Text(library, "ts_version"), Dispatcher.Text(library, "ts_schemas"), OperatorFamily.Rules);
    var files = Generator.Families.Keys.SelectMany(Generator.Run).Concat(operators).ToDictionary();
    Directory.CreateDirectory(folder);
    foreach (var stale in Directory.EnumerateFiles(folder, "*.g.cs").Where(file => !files.ContainsKey(Path.GetFileName(file)))) File.Delete(stale);
    foreach (var (name, text) in files) File.WriteAllText(Path.Combine(folder, name), text);
    Console.WriteLine($"{files.Count} files, {files.Values.Sum(text => text.Count(c => c == '\n'))} lines in {folder}");
    return 0;
}
catch (InvalidDataException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
