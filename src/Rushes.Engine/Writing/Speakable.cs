using System.Text.RegularExpressions;
using Rushes.Engine.Library;

namespace Rushes.Engine.Writing;

/// <summary>How long a text takes to say.</summary>
public static partial class Speakable
{
    /// <summary>A breath between two lines.</summary>
    public const double Breath = 0.3;

    public static double Seconds(string text, LanguageFacts language)
    {
        var units = language.Unit == SpeechUnit.Letter ? text.Count(char.IsLetterOrDigit) : Words().Count(text);
        return units / language.Rate;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Words();
}
