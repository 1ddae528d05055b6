using Rushes.Engine.Library;

namespace Rushes.Engine.Cutting.Sounds;

/// <summary>A bed of sound as written in <c>data/sound/beds</c>: layers that are synthesised once and looped.</summary>
/// <param name="Level">Loudness in LUFS against voices at -20.</param>
/// <param name="Seconds">Length of the loop, 4 to 60.</param>
internal sealed record Bed(Names Name, double Level, double Seconds, IReadOnlyList<BedLayer> Layers, Dictionary<string, string[]>? Words = null);
