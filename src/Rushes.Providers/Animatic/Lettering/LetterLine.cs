using System.Globalization;
using System.Text;
using Rushes.Engine.Cutting.Captions;
using Rushes.Providers.Animatic.Drawing;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Providers.Animatic.Lettering;

/// <summary>One line of text, in pixels.</summary>
/// <param name="X">Its left end, or its middle when <paramref name="Centred"/>.</param>
/// <param name="Baseline">From the top.</param>
/// <param name="Em">Size.</param>
internal sealed record LetterLine(string Text, double X, double Baseline, double Em, bool Bold, Colour Colour, bool Centred = false)
{
    /// <summary>As libass sets it, every run in the face that has its letters.</summary>
    public string Tagged(FontFolder fonts, string language)
    {
        var runs = TextRun.Of(CaptionText.Clean(Text, fonts, language), Bold, fonts, language);
        if (runs.Count == 0)
            return "";

        // libass puts the highest ascent of a line at its position, and its font size is ascent and descent together, not the em.
        var ascent = runs.Max(run => (double)run.Face.WinAscent / run.Face.UnitsPerEm) * Em;
        var left = Centred ? X - runs.Sum(run => run.Width) * Em / 2 : X;
        var tagged = new StringBuilder();
        tagged.Append(CultureInfo.InvariantCulture, $"{{\\an7\\pos({left:0.##},{Baseline - ascent:0.##})\\1c{Tag(Colour)}}}");
        foreach (var run in runs)
        {
            var size = Em * (run.Face.WinAscent + run.Face.WinDescent) / run.Face.UnitsPerEm;
            tagged.Append(CultureInfo.InvariantCulture, $"{{\\fn{run.Face.Family}\\b{(run.Face.Bold ? 1 : 0)}\\fs{size:0.##}}}{AssWriter.Escape(run.Text)}");
        }

        return tagged.ToString();
    }

    /// <summary>A colour as libass reads it: blue first.</summary>
    public static string Tag(Colour colour)
    {
        var rgb = colour.ToString();
        return $"&H{rgb[5..7]}{rgb[3..5]}{rgb[1..3]}&";
    }
}
