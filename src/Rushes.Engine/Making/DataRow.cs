namespace Rushes.Engine.Making;

/// <summary>A data file in the list of its shelf.</summary>
/// <param name="Id">Its name in the shelf without the ending.</param>
/// <param name="IsOwn">The file that counts is the user's own.</param>
/// <param name="HasBuiltIn">There is a built-in file of this name.</param>
public sealed record DataRow(string Id, bool IsOwn, bool HasBuiltIn);
