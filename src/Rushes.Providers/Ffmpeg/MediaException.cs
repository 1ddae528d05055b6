namespace Rushes.Providers.Ffmpeg;

/// <summary>A media program failed where it should not have.</summary>
public sealed class MediaException(string doing, string complaint) : Exception($"{doing}: {complaint}")
{
    /// <summary>What the program said.</summary>
    public string Complaint { get; } = complaint;
}
