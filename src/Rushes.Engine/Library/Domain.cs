using Rushes.Engine.Texts;

namespace Rushes.Engine.Library;

/// <summary>A field that films are about, with its topics.</summary>
public sealed record Domain : ISelfChecked
{
    public required Names Name { get; init; }
    public required IReadOnlyList<Topic> Topics { get; init; }

    string? ISelfChecked.Fault => Topics.Count == 0 ? Sentence.Of("data.fault-empty", "topics") : null;
}
