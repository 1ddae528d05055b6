using Rushes.Engine.Making;

namespace Rushes.Studio.Api.Answers;

/// <summary>A shelf of data files.</summary>
/// <param name="TakesNew">Files may be added under names of their own.</param>
internal sealed record DataShelfSheet(string Shelf, bool TakesNew, IReadOnlyList<DataShelfSheet.File> Files)
{
    public static DataShelfSheet Of(DataFolder folder) => new(folder.Shelf, folder.TakesNew, [.. folder.Files.Select(file => new File(file.Id, file.IsOwn, file.HasBuiltIn))]);

    /// <param name="Id">What addresses call it in its shelf.</param>
    /// <param name="Own">It is the user's own.</param>
    /// <param name="BuiltIn">There is a built-in one of this name.</param>
    internal sealed record File(string Id, bool Own, bool BuiltIn);
}
