namespace TorchSharp;

/// <summary>Converts a module's parameters and buffers; each returns the module.</summary>
public static partial class ModuleExtensionMethods
{
    public static T to<T>(this T module, torch.Tensor other, bool non_blocking = false) where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        module._to(other, non_blocking);
        return module;
    }

    private static T Converted<T>(T module, torch.ScalarType? type, torch.Device? device, bool non_blocking) where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Convert(type, device, non_blocking);
        return module;
    }
}
