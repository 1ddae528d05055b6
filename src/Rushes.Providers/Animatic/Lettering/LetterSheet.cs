using System.Globalization;
using System.Text;
using Rushes.Engine.Cutting.Captions;
using Rushes.Film.Scenes;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Providers.Animatic.Lettering;

/// <summary>Panels and lines of text on a transparent sheet, to be drawn as one picture. What people wrote is only ever text.</summary>
internal sealed record LetterSheet
{
    /// <summary>Pixels of the sheet.</summary>
    public required FrameSize Size { get; init; }

    public IReadOnlyList<LetterPanel> Panels { get; init; } = [];

    public IReadOnlyList<LetterLine> Lines { get; init; } = [];

    /// <summary>The events of an Advanced SubStation document that show this sheet for one second.</summary>
    /// <param name="second">When.</param>
    public string Events(int second, FontFolder fonts, string language)
    {
        var events = new StringBuilder();
        var times = string.Create(CultureInfo.InvariantCulture, $"{second / 3600}:{second / 60 % 60:00}:{second % 60:00}.00,{(second + 1) / 3600}:{(second + 1) / 60 % 60:00}:{(second + 1) % 60:00}.00");
        foreach (var panel in Panels)
            events.Append(CultureInfo.InvariantCulture, $"Dialogue: 0,{times},Plain,,0,0,0,,{panel.Drawing()}\n");
        foreach (var line in Lines)
            events.Append(CultureInfo.InvariantCulture, $"Dialogue: 1,{times},Plain,,0,0,0,,{line.Tagged(fonts, language)}\n");
        return events.ToString();
    }

    /// <summary>Width of a text in ems.</summary>
    public static double Width(string text, bool bold, FontFolder fonts, string language) => TextRun.Of(text, bold, fonts, language).Sum(run => run.Width);
}
