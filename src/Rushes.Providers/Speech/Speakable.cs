using System.Globalization;
using System.Text;

namespace Rushes.Providers.Speech;

/// <summary>Makes a line fit for speaking: one line of composed letters, without the signs that voices read aloud or take for commands.</summary>
internal static class Speakable
{
    // Marks of stage directions, markup and code: services take some of them for commands.
    private const string Commands = "<>[]{}|\\`*_#~^";

    /// <summary>For plain voices: letters, digits and what makes a pause.</summary>
    public static string Of(string text) => Only(text, rune =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '.' or ',' or '!' or '?' or ':' or ';' or '%' or '\'' or '-' or '…');

    /// <summary>For services, which read quotation marks, prices and signs well: everything but pictures, commands and what is no text.</summary>
    public static string Plain(string text) => string.Join(' ', Only(text, rune =>
        !(Rune.IsControl(rune) || (rune.IsAscii && Commands.Contains((char)rune.Value, StringComparison.Ordinal))
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Only(string text, Func<Rune, bool> stays)
    {
        var said = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (stays(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                said.Append(rune);
            else
                said.Append(' ');
        }

        return said.ToString().Trim();
    }
}
