using System.CommandLine;
using System.Globalization;
using Rushes.Film;

namespace Rushes.Cli.Options;

/// <summary>Turns an option's text into its value, or into one clear sentence.</summary>
internal static class Reading
{
    public static double? Number(this ParseResult parsed, Option<string?> option, double least, double most)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw Mistake.Input("cli.number", Field(option), option.Name, text).AsException();
        if (value < least || value > most)
            throw Mistake.Input("cli.number-range", Field(option), option.Name, least, most, text).AsException();
        return value;
    }

    public static long? Whole(this ParseResult parsed, Option<string?> option, long least, long most) =>
        parsed.GetValue(option) is { } text ? Whole(text, option.Name, least, most) : null;

    public static long Whole(string text, string name, long least, long most)
    {
        var field = name.TrimStart('-');
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            throw Mistake.Input("cli.whole-number", field, name, text).AsException();
        if (value < least || value > most)
            throw Mistake.Input("cli.number-range", field, name, least, most, text).AsException();
        return value;
    }

    /// <summary>One of the given words; the value is its place in the list.</summary>
    public static int? Choice(this ParseResult parsed, Option<string?> option, params string[] words)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        var index = Array.FindIndex(words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index : throw Mistake.Input("cli.choice", Field(option), option.Name, string.Join(", ", words), text).AsException();
    }

    public static TimeSpan? Time(this ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        var unit = text.Length > 0 ? text[^1] : ' ';
        var digits = char.IsAsciiDigit(unit) ? text : text.AsSpan(0, Math.Max(0, text.Length - 1));
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value is < 0 or > 1e6
            || unit is not ('s' or 'm' or 'h') && !char.IsAsciiDigit(unit))
            throw Mistake.Input("cli.duration-text", Field(option), option.Name, text).AsException();
        return unit switch { 'h' => TimeSpan.FromHours(value), 'm' => TimeSpan.FromMinutes(value), _ => TimeSpan.FromSeconds(value) };
    }

    /// <summary>The absolute path of a file that exists.</summary>
    public static string? ExistingFile(this ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? ExistingFile(text, option.Name) : null;

    public static string ExistingFile(string text, string name)
    {
        var path = FullPath(text, name);
        return File.Exists(path) ? path : throw Mistake.Input("cli.file-missing", name.TrimStart('-'), name, path).AsException();
    }

    public static string FullPath(string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Contains('\0', StringComparison.Ordinal))
            throw Mistake.Input("cli.value-missing", name.TrimStart('-'), name).AsException();
        return Path.GetFullPath(text);
    }

    private static string Field(Option option) => option.Name.TrimStart('-');
}
