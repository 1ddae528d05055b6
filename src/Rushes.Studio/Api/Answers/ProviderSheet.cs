using Rushes.Engine.Accounts;

namespace Rushes.Studio.Api.Answers;

/// <summary>A kind of account.</summary>
internal sealed record ProviderSheet(string Id, string Name, bool Films, bool Writes, bool Speaks, bool NeedsCredential, bool NeedsProject, bool NeedsAddress, string Notes)
{
    public static ProviderSheet Of(AccountKind kind) => new(
        kind.Id, kind.Name.ToString(), kind.Films, kind.Writes, kind.Speaks, kind.NeedsCredential, kind.NeedsProject, kind.NeedsAddress, kind.Notes.ToString());
}
