using System.Text;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>A piece of a line in one face.</summary>
public sealed record TextRun(Typeface Face, string Text)
{
    /// <summary>Splits a line where its script changes.</summary>
    public static IReadOnlyList<TextRun> Of(string line, bool bold, FontFolder fonts, string language)
    {
        var runs = new List<TextRun>();
        foreach (var rune in line.EnumerateRunes())
        {
            // A space or a mark stays in the face of what it follows.
            var face = runs.Count > 0 && (Rune.IsWhiteSpace(rune) || IsMark(rune)) && runs[^1].Face.Has(rune)
                ? runs[^1].Face
                : fonts.FaceFor(rune, bold, language) ?? fonts.Main(bold);
            if (runs.Count > 0 && runs[^1].Face == face)
                runs[^1] = runs[^1] with { Text = runs[^1].Text + rune };
            else
                runs.Add(new(face, rune.ToString()));
        }

        return runs;
    }

    /// <summary>Width of a character in ems, in the face that shows it.</summary>
    public static double WidthOf(Rune rune, bool bold, FontFolder fonts, string language) =>
        IsMark(rune) ? 0 : (fonts.FaceFor(rune, bold, language) ?? fonts.Main(bold)).Advance(rune);

    /// <summary>Width in ems.</summary>
    public double Width => Text.EnumerateRunes().Sum(rune => IsMark(rune) ? 0 : Face.Advance(rune));

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
