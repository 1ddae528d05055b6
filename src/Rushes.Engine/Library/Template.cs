namespace Rushes.Engine.Library;

/// <summary>A way to tell a film: its beats with their share of the time and the height of the feelings.</summary>
public sealed record Template
{
    public required Names Name { get; init; }

    /// <summary>When to take it, in a sentence.</summary>
    public required Names About { get; init; }

    public TemplateFamily Family { get; init; }

    public required IReadOnlyList<TemplateBeat> Beats { get; init; }
}
