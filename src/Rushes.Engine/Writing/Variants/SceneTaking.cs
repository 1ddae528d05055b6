using System.Globalization;
using Rushes.Film;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Writing.Variants;

/// <summary>What is taken from a script.</summary>
/// <param name="File">How the script is called in a sentence.</param>
/// <param name="Scenes">Numbers from 1 in the order wanted; empty: all.</param>
public sealed record SceneTaking(string File, Script Script, IReadOnlyList<int> Scenes)
{
    // More than any screenplay has, and a list of them does no harm.
    private const int LastNumber = 9_999;

    /// <summary>Reads a list such as <c>1-3,5</c>.</summary>
    /// <exception cref="MistakeException">It is none.</exception>
    public static IReadOnlyList<int> Numbers(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return [.. list.Split(',').SelectMany(part => Range(part, list))];
    }

    private static IEnumerable<int> Range(string part, string list)
    {
        var ends = part.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || !ends.All(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= LastNumber))
            throw Mistake.Input("script.scene-list", "take", list).AsException();
        var (first, last) = (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));
        return last >= first ? Enumerable.Range(first, last - first + 1) : throw Mistake.Input("script.scene-list", "take", list).AsException();
    }
}
