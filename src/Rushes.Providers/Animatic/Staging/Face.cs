using Rushes.Providers.Animatic.Life;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>What a face does during a clip.</summary>
/// <param name="Mouth">How far it is open, frame by frame; null never speaks.</param>
/// <param name="Blinks">When its eyes are closed.</param>
internal sealed record Face(MouthTrack? Mouth, BlinkTrack Blinks);
