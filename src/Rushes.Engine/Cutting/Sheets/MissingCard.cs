using Rushes.Engine.Cutting.Captions;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting.Sheets;

/// <summary>What stands in the film where a scene has no clip yet: its number, that it is missing, and where it plays.</summary>
internal static class MissingCard
{
    private const int White = 0xF4F1F8;
    private const int Grey = 0xA39DB0;
    private const int Amber = 0xFFB938;
    private const double Forever = 3600;

    /// <returns>A document for libass.</returns>
    public static string Write(FrameSize size, string heading, string below, string place, FontFolder fonts, string language)
    {
        var document = new AssDocument(size, fonts);
        var unit = Math.Min(size.Width, size.Height);
        var middle = size.Height / 2.0;
        var bar = new PixelBox(size.Width / 2 - unit / 16, (int)(middle - 0.17 * unit), unit / 8, Math.Max(2, unit / 120));
        document.Shape(0, 0, Forever, bar, bar.Height / 2.0, Amber);
        Centre(heading, middle, 0.12 * unit, true, White);
        Centre(below, middle + 0.09 * unit, 0.05 * unit, false, Amber);
        Centre(place, middle + 0.17 * unit, 0.038 * unit, false, Grey);
        return document.ToString();

        void Centre(string text, double baseline, double em, bool bold, int color)
        {
            var runs = TextRun.Of(CaptionText.Clean(text, fonts, language), bold, fonts, language);
            var width = runs.Sum(run => run.Width) * em;
            var fitting = Math.Min(1, 0.86 * size.Width / Math.Max(1, width));
            document.Line(1, 0, Forever, runs, (size.Width - width * fitting) / 2, baseline, em * fitting, color);
        }
    }
}
