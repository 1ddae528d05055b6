using Rushes.Engine.Texts;

namespace Rushes.Engine.Library;

/// <summary>A way to tell a film: its beats with their share of the time and the height of the feelings.</summary>
public sealed record Template : ISelfChecked
{
    public required Names Name { get; init; }

    /// <summary>When to take it, in a sentence.</summary>
    public required Names About { get; init; }

    public TemplateFamily Family { get; init; }

    public required IReadOnlyList<TemplateBeat> Beats { get; init; }

    string? ISelfChecked.Fault
    {
        get
        {
            if (Beats.Count == 0)
                return Sentence.Of("data.fault-empty", "beats");
            return Beats.FirstOrDefault(beat => !beat.IsWhole) is { } wrong ? Sentence.Of("data.fault-beat", wrong.Beat) : null;
        }
    }
}
