using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rushes.Studio.Guard;

/// <summary>English or Vietnamese: what the user switched to, else what the browser asks for.</summary>
internal static class UserLanguages
{
    public const string Cookie = "rushes-language";
    private static readonly string[] Known = ["en", "vi"];

    public static void UseLanguages(this WebApplication app) => app.Use((context, next) =>
    {
        var culture = CultureInfo.GetCultureInfo(LanguageOf(context.Request));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        return next(context);
    });

    public static bool IsKnown(string language) => Known.Contains(language);

    private static string LanguageOf(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && IsKnown(chosen))
            return chosen;
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value ?? "");
        return wanted.Select(language => Known.FirstOrDefault(known => language.StartsWith(known, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(known => known is not null) ?? "en";
    }
}
