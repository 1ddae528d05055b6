using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Rushes.Film;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>
/// An SVG file of the library, read once: what it holds, and copies of it in other colours, with other parts shown. The file's text is checked and then
/// used as it stands; a tree of its thousands of paths would only cost memory.
/// </summary>
internal sealed class SvgDrawing
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly string _content;
    private readonly string _declarations;
    private readonly IReadOnlyDictionary<string, StageBox> _marks;

    private SvgDrawing(StageBox viewBox, string content, string declarations, IReadOnlyDictionary<string, StageBox> marks) =>
        (ViewBox, _content, _declarations, _marks) = (viewBox, content, declarations, marks);

    public StageBox ViewBox { get; }

    /// <exception cref="MistakeException">The file is not SVG.</exception>
    public static SvgDrawing Load(string path)
    {
        var text = File.ReadAllText(path);
        try
        {
            return Parse(text);
        }
        catch (XmlException broken)
        {
            throw Mistake.Input("data.broken", path, path, broken.LineNumber, broken.Message.TrimEnd('.')).AsException();
        }
    }

    /// <summary>A drawing made by the program.</summary>
    public static SvgDrawing Of(StageBox viewBox, params IEnumerable<XElement> content) =>
        new(viewBox, string.Concat(content.Select(element => element.ToString(SaveOptions.DisableFormatting))), "", new Dictionary<string, StageBox>(StringComparer.Ordinal));

    public static XElement Element(string name, params (string Name, object Value)[] attributes) =>
        new(Svg + name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value switch
        {
            double number => number.ToString("0.####", CultureInfo.InvariantCulture),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        })));

    /// <summary>What lies between this drawing and another of the same parts; null when they are not made of the same parts.</summary>
    /// <param name="part">Of the way, 0 to 1.</param>
    public SvgDrawing? Towards(SvgDrawing other, double part)
    {
        ArgumentNullException.ThrowIfNull(other);
        var moved = XElement.Parse(Document);
        return ViewBox == other.ViewBox && InBetween.TryMove(moved, XElement.Parse(other.Document), part)
            ? Parse(moved.ToString(SaveOptions.DisableFormatting))
            : null;
    }

    /// <summary>The box of a <c>rect</c> or <c>circle</c> that marks a place; null when there is none.</summary>
    public StageBox? Mark(string id) => _marks.TryGetValue(id, out var box) ? box : null;

    /// <summary>A copy of everything drawn, as a nested <c>svg</c> that shows one region in a box of pixels.</summary>
    /// <param name="copy">Tells the copies on one sheet apart.</param>
    public string View(SvgView view, StageBox region, PixelBox at, int copy = 0)
    {
        var svg = new StringBuilder(_content.Length + 512);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"{Svg}\"{_declarations} x=\"{at.Left}\" y=\"{at.Top}\" width=\"{at.Width}\" height=\"{at.Height}\" viewBox=\"{Text(region)}\" preserveAspectRatio=\"none\"><g");
        if (view.MirrorAt is { } axis)
            svg.Append(CultureInfo.InvariantCulture, $" transform=\"translate({axis * 2:0.####} 0) scale(-1 1)\"");
        svg.Append('>').Append(Named(view, copy)).Append("<style>");
        foreach (var (name, fill) in view.Classes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (Colour.Parse(fill) is { } colour && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'))
                svg.Append(CultureInfo.InvariantCulture, $".{name}{{fill:{colour}}}");
        }

        foreach (var (id, shown) in view.Shown)
            svg.Append(CultureInfo.InvariantCulture, $"#{id}-{copy}{{display:{(shown ? "inline" : "none")}}}");
        return svg.Append("</style></g></svg>").ToString();
    }

    /// <summary>Puts views together on one sheet, ready to be rasterised.</summary>
    public static string Sheet(int width, int height, IEnumerable<string> views) =>
        string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"{Svg}\" width=\"{width}\" height=\"{height}\">{string.Concat(views)}</svg>");

    private string Document => $"<svg xmlns=\"{Svg}\"{_declarations} viewBox=\"{Text(ViewBox)}\">{_content}</svg>";

    // Style rules count in the whole sheet, so the groups of every copy need names of their own.
    private string Named(SvgView view, int copy)
    {
        var content = _content;
        foreach (var id in view.Shown.Keys)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"id=\"{id}-{copy}\"");
            content = content.Replace($"id=\"{id}\"", name, StringComparison.Ordinal).Replace($"id='{id}'", name, StringComparison.Ordinal);
        }

        return content;
    }

    private static SvgDrawing Parse(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        reader.MoveToContent();
        if (reader.Name != "svg")
            throw new XmlException($"The file begins with {reader.Name}, not with svg.");
        var line = ((IXmlLineInfo)reader).LineNumber;
        var viewBox = ViewBoxOf(reader);
        var declarations = Declarations(reader);
        var marks = new Dictionary<string, StageBox>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Name is "rect" or "circle" && reader.GetAttribute("id") is { } id)
                marks.TryAdd(id, reader.Name == "circle" ? CircleOf(reader) : RectOf(reader));
        }

        return new SvgDrawing(viewBox, Content(text, line), declarations, marks);
    }

    /// <summary>What stands between the tags of the root.</summary>
    private static string Content(string text, int line)
    {
        var from = 0;
        for (var passed = 1; passed < line; passed++)
            from = text.IndexOf('\n', from) + 1;
        var at = text.IndexOf("<svg", from, StringComparison.Ordinal);
        var quote = '\0';
        for (at += 4; text[at] != '>' || quote != '\0'; at++)
        {
            if (quote == '\0' && text[at] is '"' or '\'')
                quote = text[at];
            else if (text[at] == quote)
                quote = '\0';
        }

        return text[at - 1] == '/' ? "" : text[(at + 1)..text.LastIndexOf("</svg", StringComparison.Ordinal)];
    }

    private static string Declarations(XmlReader reader)
    {
        var declarations = new StringBuilder();
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns")
                declarations.Append(CultureInfo.InvariantCulture, $" {reader.Name}=\"{reader.Value}\"");
        }

        reader.MoveToElement();
        return declarations.ToString();
    }

    private static StageBox ViewBoxOf(XmlReader reader)
    {
        var parts = (reader.GetAttribute("viewBox") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var box = parts.Length == 4
            ? new StageBox(Parsed(parts[0]), Parsed(parts[1]), Parsed(parts[2]), Parsed(parts[3]))
            : new StageBox(0, 0, Number(reader, "width"), Number(reader, "height"));
        return box is { Width: > 0, Height: > 0 } ? box : throw new XmlException("The svg element says neither viewBox nor width and height.");
    }

    private static StageBox RectOf(XmlReader rect) => new(Number(rect, "x"), Number(rect, "y"), Number(rect, "width"), Number(rect, "height"));

    private static StageBox CircleOf(XmlReader circle)
    {
        var radius = Number(circle, "r");
        return new(Number(circle, "cx") - radius, Number(circle, "cy") - radius, radius * 2, radius * 2);
    }

    private static double Number(XmlReader reader, string name) => Parsed(reader.GetAttribute(name) ?? "0");

    private static double Parsed(string text) =>
        double.TryParse(text.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(StageBox box) => FormattableString.Invariant($"{box.Left:0.######} {box.Top:0.######} {box.Width:0.######} {box.Height:0.######}");
}
