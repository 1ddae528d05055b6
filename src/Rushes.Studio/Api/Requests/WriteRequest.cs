using Rushes.Engine.Making;

namespace Rushes.Studio.Api.Requests;

/// <summary>Something that is to be written.</summary>
internal record WriteRequest
{
    /// <summary>Most that a language model may cost by its estimate, in USD; what would cost more is not begun.</summary>
    public decimal? MaxCost { get; init; }

    internal ShootingWishes Wishes => ShootRequest.WishesOf(null, MaxCost);
}
