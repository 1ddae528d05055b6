using Rushes.Engine.Voices;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>All captions of a clip or film, wrapped by measured width and laid out inside the free zone of the picture.</summary>
public sealed class CaptionSheet
{
    /// <summary>Pixels around a shape that libass's antialiasing may touch, though it ends on a whole pixel.</summary>
    private const int Smear = 1;

    private readonly CaptionLook _look;
    private readonly FontFolder _fonts;
    private readonly string _language;
    private readonly PixelBox _zone;
    private readonly double _unit;

    /// <param name="end">Seconds at which the clip or film ends; no caption stays longer.</param>
    public CaptionSheet(IEnumerable<CaptionCue> cues, FrameSize size, FreeZone zone, FontFolder fonts, string language, double? end = null, CaptionLook? look = null)
    {
        ArgumentNullException.ThrowIfNull(cues);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(fonts);
        (Size, _fonts, _language, _look) = (size, fonts, language, look ?? CaptionLook.Block);
        _zone = zone.Within(size).Grown(-Smear);
        _unit = Math.Min(size.Width, size.Height);
        var wrap = new LineWrap(text => Width(text, bold: false) * TextEm, TextWidth, _look.Lines);
        Pages = CaptionPages.Of(cues, wrap, text => CaptionText.Clean(text, fonts, language), end);
        Blocks = [.. Pages.Select(Lay)];
    }

    public FrameSize Size { get; }

    /// <summary>What is shown, in order; a long cue has several pages.</summary>
    public IReadOnlyList<CaptionPage> Pages { get; }

    /// <summary>The pixels that a page touches.</summary>
    public PixelBox Bounds(int page) => Blocks[page].Panel.Grown(Smear);

    public FontFolder Fonts => _fonts;

    internal IReadOnlyList<CaptionBlock> Blocks { get; }
    internal CaptionLook Look => _look;
    internal double Unit => _unit;

    private double TextEm => _look.Text * _unit;
    private double NameEm => _look.Name * _unit;
    private double PaddingX => _look.PaddingX * _unit;

    /// <summary>On a wide picture lines are kept short enough to be read without moving the head.</summary>
    private double TextWidth => Math.Min(_zone.Width - 2 * PaddingX, 42 * 0.53 * TextEm);

    private double Width(string text, bool bold) => text.EnumerateRunes().Sum(rune => TextRun.WidthOf(rune, bold, _fonts, _language));

    private CaptionBlock Lay(CaptionPage page)
    {
        var name = page.Speaker is { } speaker ? Shorten(speaker.ToUpperInvariant()) : null;
        var texts = page.Lines.Select(line => TextRun.Of(line, bold: false, _fonts, _language)).ToList();
        var names = name is null ? null : TextRun.Of(name, bold: true, _fonts, _language);
        var widest = texts.Select(runs => runs.Sum(run => run.Width) * TextEm).DefaultIfEmpty(0).Max();
        if (names is not null)
            widest = Math.Max(widest, names.Sum(run => run.Width) * NameEm);

        var panel = Panel(widest, texts.Count, named: name is not null);
        var left = name is null ? 0 : panel.X + PaddingX;
        var lines = new List<SetLine>();
        var baseline = panel.Y + _look.PaddingY * _unit + CapHeight(name is null ? TextEm : NameEm);
        if (names is not null)
        {
            lines.Add(new(names, left, baseline, NameEm, IsName: true));
            baseline += NameEm * 0.42 + TextEm;
        }

        foreach (var runs in texts)
        {
            var x = name is null ? panel.X + (panel.Width - runs.Sum(run => run.Width) * TextEm) / 2 : left;
            lines.Add(new(runs, x, baseline, TextEm, IsName: false));
            baseline += _look.Pitch * TextEm;
        }

        var inset = (int)Math.Round(_look.PaddingY * _unit * 0.7);
        var bar = new PixelBox(panel.X, panel.Y + inset, Math.Max(2, (int)Math.Round(_look.Bar * _unit)), panel.Height - 2 * inset);
        return new(page, panel, name is null ? null : bar, lines);
    }

    private PixelBox Panel(double widest, int lines, bool named)
    {
        // Blocks that change their width with every caption are restless: a tall picture has one width for what is spoken by somebody.
        var least = named ? (Size.Height > Size.Width ? _zone.Width : 0.5 * TextWidth) : 0;
        var width = (int)Math.Ceiling(Math.Clamp(widest + 2 * PaddingX, least, _zone.Width));
        var name = named ? CapHeight(NameEm) + NameEm * 0.42 + TextEm - CapHeight(TextEm) : 0;
        var height = (int)Math.Ceiling(2 * _look.PaddingY * _unit + name + CapHeight(TextEm) + (lines - 1) * _look.Pitch * TextEm + 0.28 * TextEm);
        return new(_zone.X + (_zone.Width - width) / 2, _zone.Bottom - height, width, height);
    }

    /// <summary>From the baseline to the top of a capital with what Vietnamese puts on it.</summary>
    private static double CapHeight(double em) => 0.86 * em;

    private string Shorten(string name)
    {
        if (Width(name, bold: true) * NameEm <= TextWidth)
            return name;
        var length = name.Length;
        while (length > 1 && Width(name[..length] + "…", bold: true) * NameEm > TextWidth)
            length--;
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)] + "…";
    }
}
