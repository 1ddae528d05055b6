using Rushes.Engine.Library;

namespace Rushes.Engine.Making;

/// <summary>A data file as it stands now.</summary>
/// <param name="Shelf">The folder that it is in, such as <c>templates</c>.</param>
/// <param name="Id">Its name in that folder without the ending, such as <c>three-act</c> or <c>en/whole</c>.</param>
/// <param name="Text">Of the user's own file where there is one, else of the built-in one.</param>
public sealed record DataPage(string Shelf, string Id, string Text)
{
    /// <summary>The file is the user's own.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>There is a built-in file of this name, which is used when the user has none.</summary>
    public required bool HasBuiltIn { get; init; }

    /// <summary>Where the user's own file is, or would be. Absolute.</summary>
    public required string OwnPath { get; init; }

    /// <summary>Files may be added to its shelf under names of their own.</summary>
    public required bool MayBeCopied { get; init; }

    /// <summary>What keeps the user's own file from being used; null: nothing.</summary>
    public BrokenFile? Broken { get; init; }
}
