namespace Rushes.Engine.Library;

/// <summary>How people call something, in both languages of the product.</summary>
public sealed record Names(string En, string Vi)
{
    public string In(string language) => language == "vi" ? Vi : En;

    /// <summary>In the language of the user.</summary>
    public override string ToString() => In(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
