using Rushes.Engine.Making;
using Rushes.Film;

namespace Rushes.Studio.Api.Requests;

/// <summary>How to go on filming; an empty object is as usual.</summary>
internal sealed record ShootRequest
{
    private const double LongestWait = 7 * 86_400;

    /// <summary>Most that filming may cost by its estimate, in USD.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Seconds to wait while every account rests; 600 unless said otherwise.</summary>
    public double? WaitSeconds { get; init; }

    internal ShootingWishes Wishes => WishesOf(WaitSeconds, MaxCost);

    /// <exception cref="MistakeException">A number is out of range.</exception>
    internal static ShootingWishes WishesOf(double? waitSeconds, decimal? maxCost)
    {
        if (waitSeconds is not (null or >= 0 and <= LongestWait))
            throw Mistake.Input("studio.number-range", "wait_seconds", "wait_seconds", 0, LongestWait).AsException();
        if (maxCost < 0)
            throw Mistake.Input("studio.number-range", "max_cost", "max_cost", 0, 1e9).AsException();
        return new(waitSeconds is { } wait ? TimeSpan.FromSeconds(wait) : ShootingWishes.DefaultWait, maxCost);
    }
}
