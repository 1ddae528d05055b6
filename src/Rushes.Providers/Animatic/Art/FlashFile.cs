namespace Rushes.Providers.Animatic.Art;

/// <summary>Lightning: seconds between two flashes at least and at most.</summary>
internal sealed record FlashFile(double[] Every, string Color, double Strength);
