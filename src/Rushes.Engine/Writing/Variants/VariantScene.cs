namespace Rushes.Engine.Writing.Variants;

/// <summary>A scene that is taken from a variant.</summary>
/// <param name="Variant">0 is the film's own script.</param>
/// <param name="Scene">Counted from 1.</param>
public sealed record VariantScene(int Variant, int Scene);
