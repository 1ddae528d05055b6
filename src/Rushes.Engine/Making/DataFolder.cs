namespace Rushes.Engine.Making;

/// <summary>A shelf of data files that users may edit.</summary>
/// <param name="Shelf">Its folder, such as <c>templates</c>.</param>
/// <param name="TakesNew">Files may be added under names of their own; otherwise each name has its reader.</param>
/// <param name="Files">In ordinal order of their names.</param>
public sealed record DataFolder(string Shelf, bool TakesNew, IReadOnlyList<DataRow> Files);
