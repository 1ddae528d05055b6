using Rushes.Engine.Texts;

namespace Rushes.Engine.Library;

/// <summary>A data file of the user's that could not be read; the built-in one is used instead.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Line">Counted from 1; null when the reason has no place.</param>
/// <param name="Reason">In the language of the user, without a full stop.</param>
public sealed record BrokenFile(string Path, long? Line, string Reason)
{
    /// <summary>There is a built-in file of the same name, which is used.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>What is wrong and what happens now, in sentences.</summary>
    public string InWords
    {
        get
        {
            var fault = Line is { } line ? Sentence.Of("data.broken", Path, line, Reason) : Sentence.Of("data.broken-file", Path, Reason);
            return $"{fault} {Sentence.Of(IsReplaced ? "data.replaced" : "data.left-out")}";
        }
    }
}
