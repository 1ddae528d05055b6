using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Rushes.Film;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>An SVG file of the library, read once: what it holds, and copies of it in other colours, with other parts shown.</summary>
internal sealed class SvgDrawing
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly XElement _root;

    private SvgDrawing(XElement root)
    {
        _root = root;
        ViewBox = Box(root);
    }

    public StageBox ViewBox { get; }

    /// <exception cref="MistakeException">The file is not SVG.</exception>
    public static SvgDrawing Load(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true });
            return new SvgDrawing(XElement.Load(reader));
        }
        catch (XmlException broken)
        {
            throw Mistake.Input("data.broken", path, path, broken.LineNumber, broken.Message).AsException();
        }
    }

    /// <summary>A drawing made by the program.</summary>
    public static SvgDrawing Of(StageBox viewBox, params object[] content) =>
        new(new XElement(Svg + "svg", new XAttribute("viewBox", Text(viewBox)), content));

    public static XElement Element(string name, params (string Name, object Value)[] attributes) =>
        new(Svg + name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value switch
        {
            double number => number.ToString("0.####", CultureInfo.InvariantCulture),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        })));

    /// <summary>Whether any element has this id.</summary>
    public bool Has(string id) => Find(_root, id) is not null;

    /// <summary>The box of a <c>rect</c> or <c>circle</c> that marks a place; null when there is none.</summary>
    public StageBox? Mark(string id)
    {
        if (Find(_root, id) is not { } mark)
            return null;
        return mark.Name.LocalName == "circle"
            ? new StageBox(Number(mark, "cx") - Number(mark, "r"), Number(mark, "cy") - Number(mark, "r"), Number(mark, "r") * 2, Number(mark, "r") * 2)
            : new StageBox(Number(mark, "x"), Number(mark, "y"), Number(mark, "width"), Number(mark, "height"));
    }

    /// <summary>A copy of everything drawn, as a nested <c>svg</c> that shows one region in a box of pixels.</summary>
    public XElement View(SvgView view, StageBox region, PixelBox at)
    {
        var copy = new XElement(_root);
        foreach (var (id, shown) in view.Shown)
            Find(copy, id)?.SetAttributeValue("display", shown ? null : "none");
        var content = new XElement(Svg + "g", copy.Nodes());
        if (view.Classes.Count > 0)
            content.Add(Style(view.Classes));
        if (view.MirrorAt is { } axis)
            content.SetAttributeValue("transform", FormattableString.Invariant($"translate({axis * 2:0.####} 0) scale(-1 1)"));
        return new XElement(
            Svg + "svg",
            new XAttribute("x", at.Left),
            new XAttribute("y", at.Top),
            new XAttribute("width", at.Width),
            new XAttribute("height", at.Height),
            new XAttribute("viewBox", Text(region)),
            new XAttribute("preserveAspectRatio", "none"),
            content);
    }

    /// <summary>Puts views together on one sheet, ready to be rasterised.</summary>
    public static string Sheet(int width, int height, IEnumerable<XElement> views) =>
        new XElement(Svg + "svg", new XAttribute("width", width), new XAttribute("height", height), views).ToString(SaveOptions.DisableFormatting);

    private static XElement Style(IReadOnlyDictionary<string, string> classes) => new(
        Svg + "style",
        string.Concat(classes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $".{pair.Key}{{fill:{pair.Value}}}")));

    private static XElement? Find(XElement within, string id) =>
        within.Descendants().FirstOrDefault(element => (string?)element.Attribute("id") == id);

    private static StageBox Box(XElement root)
    {
        var parts = ((string?)root.Attribute("viewBox") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 4
            ? new StageBox(Parse(parts[0]), Parse(parts[1]), Parse(parts[2]), Parse(parts[3]))
            : new StageBox(0, 0, Number(root, "width"), Number(root, "height"));
    }

    private static double Number(XElement element, string name) => Parse((string?)element.Attribute(name) ?? "0");

    private static double Parse(string text) =>
        double.TryParse(text.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(StageBox box) => FormattableString.Invariant($"{box.Left:0.######} {box.Top:0.######} {box.Width:0.######} {box.Height:0.######}");
}
