using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rushes.Film.Scripts;

/// <summary>The heading of a scene: inside or outside, place, time, number. The words as they were stand in the scene's note.</summary>
public static partial class FountainHeading
{
    /// <summary>The field of a scene that came with a heading of its own: <c>INT.</c>, <c>EXT.</c> or <c>INT./EXT.</c></summary>
    public const string SideField = "setting";

    internal static string Of(Scene scene, int number, bool vietnamese)
    {
        var count = number.ToString(CultureInfo.InvariantCulture);
        var place = Clean(scene.Location);
        var time = Clean(scene.TimeOfDay);
        // Without a place only the full stop makes it a heading.
        var heading = place.Length > 0 ? $"{SideOf(scene) ?? Side(place)} {place}" : $".{(vietnamese ? "CẢNH" : "SCENE")} {count}";
        return $"{heading}{(time.Length > 0 ? " - " + time : "")} #{count}#";
    }

    /// <returns>Null where the heading says nothing of it.</returns>
    internal static string? SideIn(string heading)
    {
        if (Start().Match(heading) is not { Success: true } start)
            return null;
        var (inside, outside) = (start.Value.Contains('I', StringComparison.OrdinalIgnoreCase), start.Value.Contains('E', StringComparison.OrdinalIgnoreCase));
        return inside && outside ? "INT./EXT." : inside ? "INT." : "EXT.";
    }

    /// <summary>What the scene's own heading said, whatever its place sounds like.</summary>
    private static string? SideOf(Scene scene) =>
        scene.Extra.TryGetValue(SideField, out var field) && field.ValueKind == JsonValueKind.String && field.GetString() is "INT." or "EXT." or "INT./EXT." ? field.GetString() : null;

    private static string Side(string place)
    {
        var inside = Inside().IsMatch(place);
        var outside = Outside().IsMatch(place);
        return inside == outside ? "INT./EXT." : inside ? "INT." : "EXT.";
    }

    private static string Clean(string? text)
    {
        var plain = Marks().Replace(FountainText.OneLine(text ?? ""), " ");
        return string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('-', ' ').ToUpperInvariant();
    }

    [GeneratedRegex(
        @"\b(room|bedroom|kitchen|home|house|office|shop|store|caf[eé]|coffee|restaurant|bar|studio|hospital|classroom|hall|corridor|tunnel|inside|indoors|apartment|library|factory|workshop|phòng|bếp|trong nhà|căn nhà|ngôi nhà|văn phòng|tiệm|quán|cửa hàng|bệnh viện|lớp học|hành lang|đường hầm|hầm|thư viện|nhà máy|xưởng|căn hộ|phim trường)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Inside();

    [GeneratedRegex(
        @"\b(street|alley|road|park|garden|yard|schoolyard|market|square|forest|wood|woods|jungle|river|lake|sea|beach|ocean|mountain|hill|field|village|city|bridge|rooftop|roof|sky|space|desert|outside|outdoors|station|đường phố|phố|hẻm|ngõ|đường làng|con đường|công viên|vườn|sân|chợ|quảng trường|rừng|sông|hồ|biển|bãi biển|núi|đồi|cánh đồng|đồng|làng|thành phố|cầu|sân thượng|mái nhà|bầu trời|vũ trụ|sa mạc|ngoài trời|bến)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Outside();

    [GeneratedRegex(@"^(?:INT\.?\s*/\s*EXT|EXT\.?\s*/\s*INT|INT|EXT|EST|I\.?/E)[. ]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Start();

    // The marks of scene numbers, notes and emphasis have no escape in a heading.
    [GeneratedRegex(@"[#\[\]*_\\/]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Marks();
}
