using System.Globalization;

namespace Rushes.Engine.Library;

/// <summary>A short text of a data file in the languages of the program: <c>{"en":"...","vi":"..."}</c>.</summary>
public sealed record LocalText(string En, string? Vi = null)
{
    /// <summary>In the language of the user.</summary>
    public override string ToString() => For(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public string For(string language) => language == "vi" && Vi is { Length: > 0 } ? Vi : En;
}
