namespace Rushes.Providers.ComfyUi;

/// <summary>A file at a server.</summary>
/// <param name="Type"><c>output</c> or <c>temp</c>.</param>
internal sealed record ComfyFile(string Name, string Subfolder, string Type)
{
    /// <summary>Where it is read, below the server's address.</summary>
    public string Path =>
        $"view?filename={Uri.EscapeDataString(Name)}&subfolder={Uri.EscapeDataString(Subfolder)}&type={Uri.EscapeDataString(Type)}";
}
