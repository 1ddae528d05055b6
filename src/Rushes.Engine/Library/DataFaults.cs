using System.Text.Json;
using System.Text.RegularExpressions;
using Rushes.Engine.Texts;

namespace Rushes.Engine.Library;

/// <summary>Says what is wrong with a data file to the person who wrote it: the reader's own messages are for programmers.</summary>
internal static partial class DataFaults
{
    /// <returns>Without a full stop.</returns>
    public static string ReasonOf(Exception broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        if (broken is not JsonException json)
            return broken.Message.TrimEnd('.');
        var said = Place().Replace(json.Message, "").TrimEnd('.', ' ');
        if (Missing().Match(said) is { Success: true } missing)
            return Sentence.Of("data.fault-missing", string.Join(", ", Quoted().Matches(missing.Groups["names"].Value).Select(name => name.Groups["name"].Value)));
        if (json.InnerException is JsonException)
            return Sentence.Of("data.fault-syntax", said);
        return json.Path is { Length: > 1 } path ? Sentence.Of("data.fault-value", path.TrimStart('$', '.')) : said;
    }

    [GeneratedRegex(@"\s*(?:Path: \S* \|\s*)?LineNumber: \d+ \| BytePositionInLine: \d+\.?|\s*Path: \$\S*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Place();

    [GeneratedRegex(@"missing required properties.*?: (?<names>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"'(?<name>[^']+)'", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Quoted();
}
