namespace Rushes.Providers.Ffmpeg;

/// <summary>One run of a media program.</summary>
public sealed record MediaCall
{
    /// <summary>The program's arguments, one each; never a command line.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Writes the program's standard input; null closes it.</summary>
    public Func<Stream, CancellationToken, Task>? Feed { get; init; }

    /// <summary>Reads the program's standard output; null collects it as text.</summary>
    public Func<Stream, CancellationToken, Task>? Read { get; init; }

    /// <summary>Variables beside the inherited ones.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>For programs that hold so many pictures at once that a fifth more memory matters more than the time of getting it.</summary>
    public bool KeepsMemorySmall { get; init; }

    /// <summary>Relative names in filter arguments are looked up here; avoids escaping paths.</summary>
    public string? WorkingFolder { get; init; }

    /// <summary>Position in the output as ffmpeg reports it (<c>-progress pipe:2</c> lines on standard error).</summary>
    public Action<TimeSpan>? Progress { get; init; }
}
