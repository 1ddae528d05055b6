using System.Globalization;
using System.Text;

namespace Rushes.Storage.Files;

/// <summary>A name that every file system takes: small Latin letters, digits and hyphens.</summary>
internal static class Slug
{
    private const int Longest = 60;

    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.Normalize(NormalizationForm.FormD))
        {
            var small = char.ToLowerInvariant(letter) is var lower && lower == 'đ' ? 'd' : lower;
            if (char.IsAsciiLetterOrDigit(small))
                slug.Append(small);
            else if (CharUnicodeInfo.GetUnicodeCategory(small) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var whole = slug.ToString().Trim('-');
        if (whole.Length > Longest)
        {
            var end = whole.LastIndexOf('-', Longest);
            whole = whole[..(end > Longest / 2 ? end : Longest)];
        }

        return whole.Length > 0 ? whole : "film";
    }
}
