using Rushes.Engine.Library;
using Rushes.Engine.Writing;

namespace Rushes.Engine.Voices;

/// <summary>How long a line takes to say in each language (<c>data/languages</c>): estimated when no voice can speak it.</summary>
public sealed class SpeakingRates(Catalogue catalogue)
{
    /// <summary>Seconds that a caption of a single word stays.</summary>
    private const double Least = 0.6;

    /// <summary>Spoken by somebody in no hurry, when the language is not among the data files.</summary>
    private static readonly LanguageFacts Unknown = new() { Name = new("?", "?"), Unit = SpeechUnit.Word, Rate = 2.3 };

    public double Seconds(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var facts = catalogue.Languages.FirstOrDefault(known => known.Id == language).Value ?? Unknown;
        return Math.Max(Least, Speakable.Seconds(text, facts));
    }
}
