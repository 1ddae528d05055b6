namespace Rushes.Engine.Making;

/// <summary>How the user wants a run to be shot.</summary>
/// <param name="Wait">How long to wait when every account rests.</param>
/// <param name="MaxCost">Most that the run may cost by its estimate; null is no bound.</param>
public sealed record ShootingWishes(TimeSpan Wait, decimal? MaxCost = null)
{
    public static TimeSpan DefaultWait { get; } = TimeSpan.FromMinutes(10);

    public static ShootingWishes Default { get; } = new(DefaultWait);
}
