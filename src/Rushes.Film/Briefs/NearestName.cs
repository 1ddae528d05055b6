namespace Rushes.Film.Briefs;

/// <summary>Finds what somebody meant who mistyped a name.</summary>
public static class NearestName
{
    /// <summary>The name with the fewest changed letters, if at most a third of the letters changed; else null.</summary>
    public static string? To(string given, IEnumerable<string> names)
    {
        var asked = Plain(given);
        var best = names
            .Select(name => (Name: name, Distance: Distance(asked, Plain(name))))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, asked.Length / 3) ? best.Name : null;
    }

    private static string Plain(string text) => text.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
