using System.Text;

namespace Rushes.Providers.Speech;

/// <summary>Makes a line fit for speaking: one line of composed letters, without the signs that voices read aloud or take for commands.</summary>
internal static class Speakable
{
    public static string Of(string text)
    {
        var said = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '.' or ',' or '!' or '?' or ':' or ';' or '%' or '\'' or '-' or '…')
                said.Append(rune);
            else if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
                said.Append(rune);
            else
                said.Append(' ');
        }

        return said.ToString().Trim();
    }
}
