namespace Rushes.FakeProviders.ComfyUi;

/// <summary>What a ComfyUI server has installed, beside what the fake knows by itself.</summary>
public sealed record ComfyOptions
{
    /// <summary>Classes of nodes that are installed too; their inputs are not checked.</summary>
    public IReadOnlyList<string> MoreNodes { get; init; } = [];

    /// <summary>Classes of nodes that are not installed.</summary>
    public IReadOnlyList<string> MissingNodes { get; init; } = [];

    /// <summary>Model files that are there too, in every folder.</summary>
    public IReadOnlyList<string> MoreModels { get; init; } = [];

    /// <summary>Model files that are not there.</summary>
    public IReadOnlyList<string> MissingModels { get; init; } = [];

    /// <summary>Every model file that a workflow names is there, except <see cref="MissingModels"/>.</summary>
    public bool AnyModel { get; init; }
}
