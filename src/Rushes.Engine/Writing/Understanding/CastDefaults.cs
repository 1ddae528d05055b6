namespace Rushes.Engine.Writing.Understanding;

/// <summary>What is usual for a sort of being ("person f young", "animal"): names, looks, pronouns.</summary>
/// <param name="When">Circumstances of the being, such as "person f young".</param>
/// <param name="He">Subject, object, possessive and reflexive pronoun; the last three may be missing where the language has one form.</param>
public sealed record CastDefaults(
    string When,
    IReadOnlyList<string> He,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Looks,
    IReadOnlyList<string> Wears,
    IReadOnlyList<string> Does,
    string? Figure = null);
