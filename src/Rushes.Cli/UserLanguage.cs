using System.Globalization;

namespace Rushes.Cli;

/// <summary>The language that the program speaks: <c>RUSHES_LANGUAGE</c> (<c>en</c> or <c>vi</c>), else the system's.</summary>
internal static class UserLanguage
{
    public static void Choose(Func<string, string?> environment)
    {
        if (environment("RUSHES_LANGUAGE") is not { Length: > 0 } wanted)
            return;
        var culture = CultureInfo.GetCultureInfo(wanted.StartsWith("vi", StringComparison.OrdinalIgnoreCase) ? "vi-VN" : "en-US");
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = culture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = culture;
    }
}
