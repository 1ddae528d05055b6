using Rushes.Engine.Texts;

namespace Rushes.Engine.Accounts;

/// <summary>What a provider told of an account, such as credits left. Kept without words: whoever reads it reads it in their own language.</summary>
/// <param name="Code">The key of its sentence; null: the first detail is what was told, word for word.</param>
public sealed record AccountFact(string? Code, params IReadOnlyList<object?> Details)
{
    /// <summary>What somebody else put into words.</summary>
    public static AccountFact Quoted(string words) => new(null, words);

    public string InWords => Code is null ? $"{Details[0]}" : Sentence.Of(Code, Details);
}
