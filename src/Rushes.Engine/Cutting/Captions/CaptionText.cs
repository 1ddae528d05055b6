using System.Globalization;
using System.Text;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>Makes what people and models wrote fit to be set: composed, on one line, without what no face can show.</summary>
public static class CaptionText
{
    /// <summary>Composes (NFC), turns every run of blanks and line breaks into one space, and leaves out controls and what has no picture in any face.</summary>
    public static string Clean(string text, FontFolder fonts, string language) => Clean(text, rune => IsShown(rune, fonts, language));

    public static string Clean(string text) => Clean(text, _ => true);

    private static string Clean(string text, Func<Rune, bool> isShown)
    {
        var clean = new StringBuilder(text.Length);
        var blank = false;
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value != 0xA0)
            {
                blank = true;
                continue;
            }

            if (Rune.IsControl(rune) || !isShown(rune))
                continue;
            if (blank && clean.Length > 0)
                clean.Append(' ');
            blank = false;
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Half a surrogate pair cannot be composed: it goes.</summary>
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar)
                whole.Append(rune.ToString());
        }

        return whole.ToString();
    }

    // A letter that we have no face for is left to the system's fonts; a picture sign would only be a box.
    private static bool IsShown(Rune rune, FontFolder fonts, string language) =>
        rune.Value == 0xA0
        || fonts.FaceFor(rune, bold: false, language) is not null
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.SpacingCombiningMark
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark && rune.Value is not (>= 0xFE00 and <= 0xFE0F or 0x20E3));
}
