using System.Text.Json;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>One thing of a layout, as its file says it.</summary>
internal sealed record ItemFile
{
    public required ItemKind Show { get; init; }

    /// <summary>What must be so for it to be shown, such as <c>price</c> or <c>!link</c>; see <see cref="CardFacts.Holds"/>.</summary>
    public IReadOnlyList<string> If { get; init; } = [];

    /// <summary>Left, top, width and height in per cent of the room.</summary>
    public required IReadOnlyList<double> Box { get; init; }

    /// <summary>Where it lies in a box that is larger than it: per cent from the left and from the top.</summary>
    public IReadOnlyList<double> Align { get; init; } = [50, 50];

    /// <summary>A file of <c>data/sales</c> without its ending.</summary>
    public string? Drawing { get; init; }

    /// <summary>Which photo, the scene's own first; beyond the last the first ones again.</summary>
    public int Photo { get; init; }

    public PhotoFrame Frame { get; init; } = PhotoFrame.Plain;

    /// <summary>How many times nearer than whole the photo is shown: a detail.</summary>
    public double Zoom { get; init; } = 1;

    /// <summary>The middle of the detail, in per cent of the photo.</summary>
    public IReadOnlyList<double> Focus { get; init; } = [50, 45];

    /// <summary>One of several upright slices that show one photo together: which, and of how many.</summary>
    public IReadOnlyList<int>? Slice { get; init; }

    /// <summary>Fills its box, whatever is lost of the photo.</summary>
    public bool Crop { get; init; }

    /// <summary>0 is as it is, 1 without colour and darker.</summary>
    public double Muted { get; init; }

    /// <summary>Which of the product's words: <c>headline</c>, <c>name</c>, <c>price</c>, <c>offer</c>, <c>call</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Words of the layout's own, the same in every language, such as <c>?</c>.</summary>
    public string? Words { get; init; }

    public TextStyle Style { get; init; }

    /// <summary>The least and the largest size of letters, in per cent of the picture's shorter side.</summary>
    public IReadOnlyList<double> Size { get; init; } = [3.6, 8];

    public int Lines { get; init; } = 3;

    /// <summary>Of the words; null is ink or paper, whichever can be read better on what is under them.</summary>
    public string? Colour { get; init; }

    /// <summary>The last line's own colour.</summary>
    public string? LastColour { get; init; }

    /// <summary>Other colours for the drawing's classes, as in <see cref="BackgroundFile.Colours"/>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Colours { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Strips, marker, or the block of a panel.</summary>
    public string Fill { get; init; } = "accent";

    /// <summary>The last strip's own colour.</summary>
    public string? LastFill { get; init; }

    public double Corner { get; init; } = 1.6;

    /// <summary>How dark the shadow behind letters or a panel is, 0 to 1.</summary>
    public double Shadow { get; init; }

    public double Opacity { get; init; } = 1;

    /// <summary>Degrees that it leans to the right.</summary>
    public double Tilt { get; init; }

    /// <summary>The point that it turns about, in per cent of its box.</summary>
    public IReadOnlyList<double> Hinge { get; init; } = [50, 50];

    public EnterFile Enter { get; init; } = new();

    public Idle Idle { get; init; }

    /// <summary>Stage units a second that a tile falls.</summary>
    public double Speed { get; init; } = 300;
}
