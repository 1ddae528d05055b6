namespace Rushes.Providers.Animatic.Compositing;

/// <summary>What a layer does in one tile of the picture.</summary>
internal enum TileShow : byte
{
    Nothing,

    /// <summary>What is under it shows through somewhere.</summary>
    Blends,

    /// <summary>It hides everything under it.</summary>
    Covers,
}
