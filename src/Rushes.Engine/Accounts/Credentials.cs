using System.Text;

namespace Rushes.Engine.Accounts;

/// <summary>What an account signs in with. Never logged, never stored with a take: its text says only how much there is.</summary>
/// <param name="Tokens">Tokens or keys of this one account, in the user's order; they are used in turn.</param>
/// <param name="Document">A whole document instead, such as a Google service account's JSON; null when there is none.</param>
public sealed record Credentials(IReadOnlyList<string> Tokens, string? Document = null)
{
    public static Credentials None { get; } = new([]);

    public bool IsEmpty => Tokens.Count == 0 && Document is null;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Tokens = ").Append(Tokens.Count).Append(", Document = ").Append(Document is null ? "none" : "one");
        return true;
    }
}
