namespace Rushes.Engine.Accounts;

/// <summary>Tokens and keys as people paste them.</summary>
public static class TokenText
{
    private const string Scheme = "Bearer ";

    /// <returns>Null when it cannot be a token: empty, or with spaces or letters that no header can carry.</returns>
    public static string? Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var token = text.Trim().Trim('"');
        if (token.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            token = token[Scheme.Length..].Trim();
        return token.Length > 0 && token.All(letter => letter is > ' ' and <= '~') ? token : null;
    }
}
