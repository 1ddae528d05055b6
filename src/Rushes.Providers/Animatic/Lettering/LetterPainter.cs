using System.Buffers;
using System.Globalization;
using System.Text;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Ffmpeg;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Providers.Animatic.Lettering;

/// <summary>Draws sheets of letters by libass, all in one run.</summary>
internal sealed class LetterPainter(MediaPrograms programs, FontFolder fonts)
{
    /// <returns>One surface a sheet, in order, each of its sheet's size.</returns>
    public async Task<IReadOnlyList<Surface>> PaintAsync(IReadOnlyList<LetterSheet> sheets, string language, CancellationToken cancellation)
    {
        if (sheets.Count == 0)
            return [];
        var (width, height) = (sheets.Max(sheet => sheet.Size.Width), sheets.Max(sheet => sheet.Size.Height));
        using var papers = new Papers();
        var surfaces = new List<Surface>();
        try
        {
            var call = new MediaCall
            {
                Arguments =
                [
                    "-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"color=c=black@0:s={width}x{height}:r=1:d={sheets.Count},format=rgba"),
                    "-vf", $"{papers.WriteLetters(Document(sheets, width, height, language), fonts)}:alpha=1",
                    "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
                ],
                Read = (frames, stop) => ReadAsync(frames, sheets, width, height, surfaces, stop),
            };
            (await programs.FfmpegAsync(call, cancellation)).OrThrow("drawing letters");
            return surfaces;
        }
        catch
        {
            surfaces.ForEach(surface => surface.Dispose());
            throw;
        }
    }

    private string Document(IReadOnlyList<LetterSheet> sheets, int width, int height, string language)
    {
        var document = new StringBuilder();
        document.Append(CultureInfo.InvariantCulture, $"""
            [Script Info]
            ScriptType: v4.00+
            PlayResX: {width}
            PlayResY: {height}
            WrapStyle: 2
            ScaledBorderAndShadow: yes
            YCbCr Matrix: TV.709

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: Plain,{fonts.Main(bold: false).Family},20,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

            """);
        for (var index = 0; index < sheets.Count; index++)
            document.Append(sheets[index].Events(index, fonts, language));
        return document.ToString();
    }

    private static async Task ReadAsync(
        Stream frames, IReadOnlyList<LetterSheet> sheets, int width, int height, List<Surface> surfaces, CancellationToken cancellation)
    {
        var line = ArrayPool<byte>.Shared.Rent(width * 4);
        try
        {
            foreach (var sheet in sheets)
            {
                var surface = new Surface(sheet.Size.Width, sheet.Size.Height);
                surfaces.Add(surface);
                for (var row = 0; row < height; row++)
                {
                    await frames.ReadExactlyAsync(line.AsMemory(0, width * 4), cancellation);
                    if (row < surface.Height)
                        surface.Fill((long)row * surface.Width * 4, line.AsSpan(0, surface.Width * 4));
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(line);
        }
    }
}
