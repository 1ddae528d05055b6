namespace Rushes.Engine.Shooting.Books;

/// <summary>A take that goes under another scene, because its scene got another number.</summary>
/// <param name="Scene">The scene's number; <see cref="NoScene"/> where the script has it no more.</param>
/// <param name="Order">What it is filmed from, under that number.</param>
/// <param name="AboveTake">Numbers up to this one are in use by files of that scene.</param>
public sealed record FiledTake(long Id, int Scene, ShotOrder Order, int AboveTake = 0)
{
    /// <summary>The scene of takes whose scene was removed: they are kept, and found again when it comes back.</summary>
    public const int NoScene = 0;
}
