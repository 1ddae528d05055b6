namespace Rushes.Engine.Library;

/// <summary>A short text of a data file in both languages of the product: <c>{"en":"...","vi":"..."}</c>. English serves where Vietnamese is missing.</summary>
public sealed record Names(string En, string? Vi = null)
{
    public string In(string language) => language == "vi" && Vi is { Length: > 0 } ? Vi : En;

    /// <summary>In the language of the user.</summary>
    public override string ToString() => In(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
