using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Rushes.Providers.Animatic.Drawing;

/// <summary>
/// Draws what lies between two drawings that are made of the same parts, such as the two steps of a walk: every number of every attribute goes part of the
/// way from one to the other.
/// </summary>
internal static partial class InBetween
{
    /// <summary>Turns a tree into the drawing that lies between it and another.</summary>
    /// <param name="part">Of the way, 0 to 1.</param>
    /// <returns>False when the two are not made of the same parts; the tree is of no use then.</returns>
    public static bool TryMove(XElement from, XElement to, double part)
    {
        if (from.Name != to.Name || !TryMoveAttributes(from, to, part))
            return false;
        using var others = to.Elements().GetEnumerator();
        foreach (var child in from.Elements())
        {
            if (!others.MoveNext() || !TryMove(child, others.Current, part))
                return false;
        }

        return !others.MoveNext();
    }

    private static bool TryMoveAttributes(XElement from, XElement to, double part)
    {
        if (from.Attributes().Count() != to.Attributes().Count())
            return false;
        foreach (var attribute in from.Attributes())
        {
            if (to.Attribute(attribute.Name)?.Value is not { } other)
                return false;
            if (attribute.Value == other)
                continue;
            if (Move(attribute.Value, other, part) is not { } moved)
                return false;
            attribute.Value = moved;
        }

        return true;
    }

    /// <summary>Null when the two texts differ in more than their numbers.</summary>
    private static string? Move(string from, string to, double part)
    {
        if (Number.Replace(from, "#") != Number.Replace(to, "#"))
            return null;
        var goal = Number.Match(to);
        return Number.Replace(from, number =>
        {
            var (start, end) = (Parsed(number), Parsed(goal));
            goal = goal.NextMatch();
            var moved = (start + (end - start) * part).ToString("0.##", CultureInfo.InvariantCulture);

            // In "4.5-3.5" and "4.5.5" nothing parts two numbers but how the second one begins.
            var touches = number.Index > 0 && (char.IsAsciiDigit(from[number.Index - 1]) || from[number.Index - 1] == '.');
            return touches ? " " + moved : moved;
        });
    }

    private static double Parsed(Match number) => double.Parse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number { get; }
}
