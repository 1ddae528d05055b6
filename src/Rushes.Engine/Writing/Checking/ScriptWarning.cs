using Rushes.Engine.Texts;
using Rushes.Engine.Writing.Policy;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Something in a script that a person should look at. It stops nothing.</summary>
/// <param name="Scene">Counted from 1; null when it concerns the whole script.</param>
/// <param name="Kind">What is wrong, one of <see cref="WarningKinds"/>.</param>
/// <param name="Text">A sentence in the language of the user.</param>
/// <param name="Words">The words that gave rise to it; may be empty.</param>
public sealed record ScriptWarning(int? Scene, string Kind, string Text, IReadOnlyList<string> Words)
{
    /// <summary>The sentence with its scene before it.</summary>
    public string Line => Scene is { } scene ? Sentence.Of("script.warning-scene", scene, Text) : Text;

    /// <summary>Another wording, where one can be suggested.</summary>
    public Rewording? Suggestion { get; init; }
}
