using System.Runtime.Loader;
using HitSongs.Compiling;
using HitSongs.Hosts;

// HitSongs.Compiling FOLDER   compiles on request, with the compiler's assemblies in a folder of the SDK
AssemblyLoadContext.Default.Resolving += (context, name) =>
    Path.Combine(args[0], $"{name.Name}.dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
RequestLoop.Run<CompileRequest, CompileReply>(CompileRequest.Json, CompilerHost.Answer);
