using Rushes.Engine.Making;

namespace Rushes.Studio.Api.Answers;

/// <summary>A data file.</summary>
/// <param name="Own">It is the user's own.</param>
/// <param name="BuiltIn">There is a built-in one of this name.</param>
/// <param name="Path">Where the user's own is, or would be, on the studio's machine.</param>
/// <param name="Trouble">Why the user's own is not used; null: it is.</param>
internal sealed record DataSheet(string Shelf, string Id, string Text, bool Own, bool BuiltIn, string Path, string? Trouble)
{
    public static DataSheet Of(DataPage page) => new(page.Shelf, page.Id, page.Text, page.IsOwn, page.HasBuiltIn, page.OwnPath, page.Broken?.InWords);
}
