using Rushes.Engine.Texts;
using Rushes.Film;

namespace Rushes.Studio.Api.Answers;

/// <summary>Why something did not go on, in one sentence.</summary>
/// <param name="Code">Such as <c>brief.duration-range</c>.</param>
/// <param name="Field">What it is about; null when the machine lacks something.</param>
internal sealed record Complaint(string Code, string? Field, string Message)
{
    public static Complaint Of(Mistake mistake) => new(mistake.Code, mistake.Field, Sentence.Of(mistake));
}
