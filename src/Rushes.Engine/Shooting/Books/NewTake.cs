namespace Rushes.Engine.Shooting.Books;

/// <summary>A take to be stored; its order's <see cref="ShotOrder.Take"/> is given by the store.</summary>
/// <param name="AboveTake">Numbers up to this one are in use by files.</param>
/// <param name="OnlyAccount">The one account that may film it.</param>
public sealed record NewTake(ShotOrder Order, string Digest, int AboveTake = 0, string? OnlyAccount = null);
